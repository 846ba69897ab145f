import { USUAL_CONNECTION } from '../connection/settings.ts';
import type { EngineExitCode, EngineResult, ScriptRun } from './api.ts';
import { longestTimer } from './delay.ts';
import type { ThreadProblem, ThreadReport } from './messages.ts';
import { MetricRegistry } from './metrics/registry.ts';
import { RunTotals } from './metrics/run-totals.ts';
import type { Summary } from './metrics/summary-data.ts';
import { checkThresholds, ThresholdStates } from './metrics/threshold-states.ts';
import { OptionError } from './options/fields.ts';
import {
  type ConsolidatedOptions,
  consolidateOptions,
  type RunOptions,
  SUMMARY_TIMEOUT,
} from './options/run-options.ts';
import { scenarioDuration, scenarioVirtualUsers } from './options/scenarios.ts';
import { shareOf } from './options/segment.ts';
import { SecondCollector } from './second-collector.ts';
import { startThread } from './start-thread.ts';
import { ThreadFailure, ThreadHandle } from './thread-handle.ts';

type Outcome = Omit<EngineResult, 'engine'>;

/** Why a run did not end as planned. */
interface Fault {
  readonly exitCode: EngineExitCode;
  readonly reason: string;
}

/** How often it is asked whether the credentials age, in milliseconds. */
const FRESHEN_EVERY = 500;
/** How often thresholds are judged while the run goes on, in milliseconds, as in k6. */
const JUDGE_EVERY = 2000;
/** Milliseconds after the end of the last scenario at which threads that still run are interrupted. */
const OVERTIME = 5000;

/** Leads one run: starts the threads, adds up what they measure, judges thresholds, and ends it. */
export class Coordinator {
  private readonly input: ScriptRun;
  /** When the test began, before setup and after all virtual users were made; milliseconds since 1970. */
  private startedAt = Date.now();
  private readonly threads: ThreadHandle[] = [];
  /** The first cause of an early end: it decides the exit code. */
  private fault: Fault | null = null;
  private totals = new RunTotals([], []);
  private thresholds = new ThresholdStates(new Map());
  private seconds: SecondCollector | null = null;
  private completed = 0;
  private interrupted = 0;
  private markedFailed = false;
  /** The value of Authorization that the threads send. */
  private authorization: string | null = null;

  constructor(input: ScriptRun) {
    this.input = input;
    this.authorization = input.authorization?.initial ?? null;
  }

  /** Leads the run from the init code to handleSummary. */
  async run(): Promise<Outcome> {
    const { signal } = this.input;
    const onSignal = () => this.end({ exitCode: 105, reason: 'the run was interrupted' });
    signal?.addEventListener('abort', onSignal);
    if (signal?.aborted) onSignal();
    const freshening = setInterval(() => void this.freshen(), FRESHEN_EVERY);
    try {
      return await this.lead();
    } finally {
      clearInterval(freshening);
      signal?.removeEventListener('abort', onSignal);
      await Promise.all(this.threads.map((thread) => thread.end()));
    }
  }

  private async lead(): Promise<Outcome> {
    let options: RunOptions;
    try {
      options = await this.prepare();
    } catch (error) {
      return this.neverStarted(error);
    }
    this.startedAt = Date.now();
    const setupData = await this.setup(options);
    if (this.fault === null) {
      await this.runScenarios(options, setupData);
    }
    if (setupData !== SETUP_FAILED && !options.noTeardown) await this.teardown(options, setupData);
    const elapsed = Date.now() - this.startedAt;
    const failedThresholds = options.noThresholds
      ? []
      : this.thresholds.judgeAll((key) => this.totals.sink(key), elapsed);
    const visibleSetup: unknown = typeof setupData === 'string' ? JSON.parse(setupData) : undefined;
    const summary = this.totals.summary(options, this.thresholds, elapsed / 1000, visibleSetup);
    const files = await this.summarize(summary);
    const fault = this.fault ?? this.verdictFault(failedThresholds);
    return {
      exitCode: fault?.exitCode ?? 0,
      summary,
      histograms: this.totals.histograms(),
      files,
      ...(fault === null ? {} : { error: fault.reason }),
      iterations: { completed: this.completed, interrupted: this.interrupted },
    };
  }

  private async prepare(): Promise<RunOptions> {
    const { bundle, env = {}, overrides = {} } = this.input;
    const first = await this.startThread(0);
    const loaded = await first.ask({ kind: 'load', bundle, env });
    if (loaded.functions.length === 0) {
      throw new ThreadFailure({ kind: 'missing', message: 'the script exports no function' });
    }
    const { run: options, visible, unknown } = consolidateOptions(loaded.options, env, overrides, loaded.functions);
    for (const key of unknown) this.log('warning', `there is no option '${key}'`);
    const registry = new MetricRegistry();
    for (const metric of loaded.metrics) registry.define(metric);
    checkThresholds(options.thresholds, registry);
    if (!options.noThresholds) this.thresholds = new ThresholdStates(options.thresholds);
    const submetrics = options.noThresholds ? [] : [...options.thresholds.keys()];
    this.totals = new RunTotals(loaded.metrics, submetrics);

    const threads = threadCount(this.input.threads ?? 1, options);
    for (let i = 1; i < threads; i++) await (await this.startThread(i)).ask({ kind: 'load', bundle, env });
    await Promise.all(this.threads.map((thread, i) => thread.ask(this.preparation(options, visible, i, submetrics))));
    // What came before a thread was prepared was lost on it.
    if (this.authorization !== null) this.authorize(null, this.authorization);
    return options;
  }

  private preparation(
    options: RunOptions,
    visibleOptions: ConsolidatedOptions['visible'],
    threadIndex: number,
    submetrics: readonly string[],
  ) {
    const threads = this.threads.length;
    const { connection = USUAL_CONNECTION, bodies = null, authorization } = this.input;
    return {
      kind: 'prepare' as const,
      options,
      visibleOptions,
      threadIndex,
      threads,
      submetrics,
      connection,
      bodies,
      authorization: authorization?.initial ?? null,
    };
  }

  private async setup(options: RunOptions): Promise<string | undefined | typeof SETUP_FAILED> {
    if (options.noSetup) return undefined;
    if (this.fault !== null) return SETUP_FAILED;
    try {
      const { data, report } = await this.thread(0).ask({ kind: 'setup' }, options.setupTimeout);
      this.take(report);
      return data;
    } catch (error) {
      this.endWith(error, 100);
      return SETUP_FAILED;
    }
  }

  private async runScenarios(options: RunOptions, setupData: string | undefined | typeof SETUP_FAILED): Promise<void> {
    if (setupData === SETUP_FAILED) return;
    const seconds = new SecondCollector(this.threads.length, (second, reports) => {
      const progress = this.totals.addSecond(second, reports, true);
      this.input.onProgress?.(progress);
    });
    this.seconds = seconds;
    const judging = setInterval(() => this.judge(), JUDGE_EVERY);
    const overtime = setTimeout(() => this.interruptThreads(), longestTimer(longest(options) + OVERTIME));
    const last = await Promise.all(
      this.threads.map(async (thread, i) => {
        try {
          const { report } = await thread.ask({ kind: 'run', setupData, startedAt: this.startedAt });
          this.completed += report.iterationsCompleted;
          this.interrupted += report.iterationsInterrupted;
          return report;
        } catch (error) {
          this.endWith(error, 107);
          return null;
        } finally {
          seconds.finish(i);
        }
      }),
    );
    clearInterval(judging);
    clearTimeout(overtime);
    const rest = last.filter((report) => report !== null);
    this.markedFailed = rest.some((report) => report.failed);
    const progress = this.totals.addSecond(seconds.count, rest, false);
    this.input.onProgress?.(progress);
  }

  private async teardown(options: RunOptions, setupData: string | undefined): Promise<void> {
    if (!this.thread(0).isAlive) return;
    try {
      const { report } = await this.thread(0).ask({ kind: 'teardown', setupData }, options.teardownTimeout);
      this.take(report);
    } catch (error) {
      this.endWith(error, 101);
    }
  }

  private async summarize(summary: Summary): Promise<Outcome['files']> {
    if (!this.thread(0).isAlive) return {};
    try {
      const { files } = await this.thread(0).ask({ kind: 'summarize', summary }, SUMMARY_TIMEOUT);
      return files ?? {};
    } catch (error) {
      this.log('error', `handleSummary failed: ${error instanceof Error ? error.message : String(error)}`);
      return {};
    }
  }

  private judge(): void {
    const ending = this.thresholds.judgeRunning((key) => this.totals.sink(key), Date.now() - this.startedAt);
    if (ending !== null) this.end({ exitCode: 99, reason: `threshold '${ending.source}' failed and ended the run` });
  }

  private verdictFault(failedThresholds: readonly string[]): Fault | null {
    if (failedThresholds.length > 0)
      return { exitCode: 99, reason: `thresholds failed: ${failedThresholds.join('; ')}` };
    return this.markedFailed ? { exitCode: 110, reason: 'the script marked the test as failed' } : null;
  }

  private async startThread(index: number): Promise<ThreadHandle> {
    const thread = new ThreadHandle(await startThread(), {
      log: (entry) => this.input.onLog?.(entry),
      abort: (fault) => this.end(fault),
      report: (report) => this.seconds?.take(index, report),
      refused: (authorization) => void this.renew(authorization),
    });
    this.threads.push(thread);
    return thread;
  }

  /** Has the threads send another value of Authorization before the last one ends. */
  private async freshen(): Promise<void> {
    const fresh = await this.input.authorization?.current().catch(() => null);
    if (fresh && fresh !== this.authorization) this.authorize(null, fresh);
  }

  private async renew(refused: string): Promise<void> {
    const fresh = (await this.input.authorization?.renewed(refused).catch(() => null)) ?? null;
    this.authorize(refused, fresh);
  }

  private authorize(refused: string | null, fresh: string | null): void {
    this.authorization = fresh ?? this.authorization;
    for (const thread of this.threads) thread.authorize(refused, fresh);
  }

  private thread(index: number): ThreadHandle {
    const thread = this.threads[index];
    if (thread === undefined) throw new Error(`there is no thread ${index}`);
    return thread;
  }

  private take(report: ThreadReport): void {
    this.totals.add(report);
  }

  private end(fault: Fault): void {
    if (this.fault !== null) return;
    this.fault = fault;
    this.interruptThreads();
  }

  private endWith(error: unknown, timeoutCode: EngineExitCode): void {
    if (!(error instanceof ThreadFailure)) throw error;
    this.end({ exitCode: exitCodeOf(error.problem, timeoutCode), reason: error.message });
  }

  private interruptThreads(): void {
    for (const thread of this.threads) thread.interrupt();
  }

  private neverStarted(error: unknown): Outcome {
    const fault = this.fault ?? startFault(error);
    if (fault === null) throw error;
    const iterations = { completed: 0, interrupted: 0 };
    return { exitCode: fault.exitCode, summary: null, histograms: {}, files: {}, error: fault.reason, iterations };
  }

  private log(level: 'warning' | 'error', message: string): void {
    this.input.onLog?.({ level, message });
  }
}

const SETUP_FAILED = Symbol('setup failed');

function startFault(error: unknown): Fault | null {
  if (error instanceof OptionError) return { exitCode: 104, reason: error.message };
  if (error instanceof ThreadFailure) return { exitCode: exitCodeOf(error.problem, 107), reason: error.message };
  return null;
}

function exitCodeOf(problem: ThreadProblem, timeoutCode: EngineExitCode): EngineExitCode {
  if (problem.kind === 'missing') return 255;
  if (problem.kind === 'timed-out') return timeoutCode;
  return 107;
}

/** No more threads than each scenario has virtual users for. */
function threadCount(wanted: number, options: RunOptions): number {
  const share = shareOf(options.partition);
  const smallest = Math.min(...options.scenarios.map((scenario) => share.count(scenarioVirtualUsers(scenario).max)));
  return Math.max(1, Math.min(wanted, smallest));
}

function longest({ scenarios }: RunOptions): number {
  return Math.max(
    ...scenarios.map((scenario) => scenario.startTime + scenarioDuration(scenario) + scenario.gracefulStop),
  );
}
