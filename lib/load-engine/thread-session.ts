import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import type { LogEntry } from './api.ts';
import { delay, longestTimer } from './delay.ts';
import { runScenario } from './executors/run-scenario.ts';
import type { RunContext, ScenarioRun } from './executors/scenario-run.ts';
import { ThreadAuthorization } from './http/authorization.ts';
import { explain, invoke } from './invoke.ts';
import type { ThreadAnswers, ThreadProblem, ThreadReport, ThreadRequest } from './messages.ts';
import { BUILT_IN_METRICS } from './metrics/registry.ts';
import { plannedVirtualUsers } from './options/planned-users.ts';
import { consolidateOptions, SUMMARY_TIMEOUT } from './options/run-options.ts';
import { Share, shareOf, workShareOf } from './options/segment.ts';
import { Script } from './script.ts';
import { type AbortRequest, ThreadState } from './thread-state.ts';
import { UserPool } from './user-pool.ts';
import { type Stage, VirtualUser } from './virtual-user.ts';

/** The thread could not do what it was asked. */
export class Problem extends Error {
  readonly kind: ThreadProblem['kind'];

  constructor(kind: ThreadProblem['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What a thread tells without being asked. */
interface ThreadVoice {
  log(entry: LogEntry): void;
  abort(request: AbortRequest): void;
  report(report: ThreadReport): void;
  refused(authorization: string): void;
}

type PrepareRequest = Extract<ThreadRequest, { readonly kind: 'prepare' }>;

/** One thread's part in a run, from the init code to the summary. */
export class ThreadSession {
  private readonly voice: ThreadVoice;
  private script: Script | null = null;
  private state: ThreadState | null = null;
  private pool: UserPool | null = null;
  private place: PrepareRequest | null = null;
  private readonly scenarioRuns: ScenarioRun[] = [];
  private ending = new AbortController();
  private special: VirtualUser | null = null;

  constructor(voice: ThreadVoice) {
    this.voice = voice;
  }

  /** Evaluates the script with `__VU` 0 and tells what it exports. */
  async load(bundle: string, env: Readonly<Record<string, string>>): Promise<ThreadAnswers['load']> {
    if (!existsSync(bundle)) throw new Problem('missing', `the script ${bundle} does not exist`);
    const defaults = consolidateOptions({}, {}, {}, ['default']);
    const state = new ThreadState(defaults.run, {}, Share.whole, 1, this.voice.log, this.voice.abort);
    const { script, instance } = this.attempt(() => {
      const compiled = new Script(bundle, env);
      return { script: compiled, instance: compiled.evaluate(new VirtualUser(state, 0, 0)) };
    });
    this.script = script;
    const { exports } = instance;
    const builtIn = BUILT_IN_METRICS.map((metric) => metric.name);
    return {
      options: exports.options === undefined ? {} : JSON.parse(JSON.stringify(exports.options) ?? '{}'),
      functions: Object.keys(exports).filter((name) => typeof exports[name] === 'function'),
      metrics: [...state.registry.metrics.values()]
        .map((metric) => metric.definition)
        .filter(({ name }) => !builtIn.includes(name)),
    };
  }

  /** Makes the virtual users. */
  async prepare(request: PrepareRequest): Promise<ThreadAnswers['prepare']> {
    const { options, threadIndex, threads } = request;
    const share = shareOf(options.partition).split(threadIndex, threads);
    const { log, abort } = this.voice;
    const authorization =
      request.authorization === null ? null : new ThreadAuthorization(request.authorization, this.voice.refused);
    const { visibleOptions, connection, bodies } = request;
    const users = plannedVirtualUsers(options.scenarios, share);
    const limits = bodies && {
      longest: bodies.longest,
      together: Math.max(bodies.together / threads, users * bodies.usual),
    };
    const state = new ThreadState(options, visibleOptions, share, threads, log, abort, {
      connection,
      authorization,
      ...(limits === null ? {} : { bodies: limits }),
    });
    this.state = state;
    this.place = request;
    const pool = new UserPool(state, this.loadedScript(), threadIndex, threads);
    this.pool = pool;
    this.attempt(() => {
      // Evaluated once more, so that the metrics of the script exist before their submetrics.
      this.loadedScript().evaluate(new VirtualUser(state, 0, 0));
      for (const key of request.submetrics) state.registry.addSubmetric(key);
      pool.fill(users);
    });
    return { virtualUsers: state.virtualUsersInitialized };
  }

  async setup(): Promise<ThreadAnswers['setup']> {
    const { options } = this.prepared().state;
    const value = await this.callOnce('setup', undefined, options.setupTimeout);
    return { data: this.attempt(() => JSON.stringify(value)), report: this.report() };
  }

  async teardown(setupData: string | undefined): Promise<ThreadAnswers['teardown']> {
    const { options } = this.prepared().state;
    const data: unknown = setupData === undefined ? undefined : JSON.parse(setupData);
    await this.callOnce('teardown', data, options.teardownTimeout);
    return { report: this.report() };
  }

  /**
   * Runs this thread's share of all scenarios; reports every second.
   * @param startedAt when the test began, in milliseconds since 1970
   */
  async run(setupData: string | undefined, startedAt: number): Promise<ThreadAnswers['run']> {
    const { state, pool, place } = this.prepared();
    state.startedAt = startedAt - performance.timeOrigin;
    const { partition, scenarios } = state.options;
    const { signal } = this.ending;
    setMaxListeners(0, signal);
    const context: RunContext = {
      thread: state,
      pool,
      threadIndex: place.threadIndex,
      threads: place.threads,
      workShare: (users) => workShareOf(partition, users).split(place.threadIndex, place.threads),
      setupData,
      signal,
    };
    const start = performance.now();
    let seconds = 0;
    const ticker = setInterval(() => {
      if (performance.now() - start < (seconds + 1) * 1000) return;
      seconds++;
      this.voice.report(this.report());
    }, 50);
    try {
      await Promise.all(
        scenarios.map(async (scenario) => {
          await delay(scenario.startTime, signal);
          if (signal.aborted) return;
          await runScenario(scenario, context, (run) => this.scenarioRuns.push(run));
        }),
      );
    } catch (error) {
      throw new Problem('threw', explain(error));
    } finally {
      clearInterval(ticker);
      pool.close();
    }
    return { report: this.report() };
  }

  /** Lets the script's handleSummary make files of the summary; null when it has none or it throws. */
  async summarize(summary: unknown): Promise<ThreadAnswers['summarize']> {
    const { state } = this.prepared();
    const user = new VirtualUser(state, 0, 0);
    const { handleSummary } = this.loadedScript().evaluate(user).exports;
    if (typeof handleSummary !== 'function') return { files: null };
    const timer = setTimeout(() => user.interrupt('handleSummary() timed out'), SUMMARY_TIMEOUT);
    const ending = await invoke(user, 'summary', handleSummary as (data: unknown) => unknown, summary);
    clearTimeout(timer);
    if (ending.kind !== 'completed') {
      const message = ending.kind === 'threw' ? explain(ending.error) : 'it was interrupted';
      this.voice.log({ level: 'error', message: `handleSummary failed: ${message}` });
      return { files: null };
    }
    return { files: textOrBytes(ending.value) };
  }

  /** Takes a value of Authorization for the requests from now on; null where there is none in place of `refused`. */
  authorize(refused: string | null, fresh: string | null): void {
    this.state?.authorization?.answer(refused, fresh);
  }

  /** Ends what is under way: setup, the scenarios, teardown. */
  interrupt(): void {
    this.ending.abort();
    this.ending = new AbortController();
    this.special?.interrupt('the run was ended');
  }

  private async callOnce(stage: Stage & ('setup' | 'teardown'), data: unknown, timeout: number): Promise<unknown> {
    const { state } = this.prepared();
    const user = new VirtualUser(state, 0, 0);
    const run = this.attempt(() => this.loadedScript().evaluate(user)).exports[stage];
    if (typeof run !== 'function') return undefined;
    user.group = `::${stage}`;
    this.special = user;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      user.interrupt(`${stage}() timed out`);
    }, longestTimer(timeout));
    const ending = await invoke(user, stage, run as (data: unknown) => unknown, data);
    clearTimeout(timer);
    this.special = null;
    user.http.close();
    state.dataSent.add(user.bytesSent, user.tag);
    state.dataReceived.add(user.bytesReceived, user.tag);
    if (ending.kind === 'completed') return ending.value;
    if (ending.kind === 'threw') throw new Problem('threw', `${stage}(): ${explain(ending.error)}`);
    throw isLate
      ? new Problem('timed-out', `${stage}() did not end within ${timeout} ms`)
      : new Problem('interrupted', `${stage}() was interrupted`);
  }

  private report(): ThreadReport {
    const { state } = this.prepared();
    const planned = state.options.scenarios.length;
    const progress = this.scenarioRuns.reduce((sum, run) => sum + run.progress, 0) / Math.max(1, planned);
    return {
      samples: state.registry.drain(),
      checks: state.checks.drain(),
      virtualUsersActive: state.virtualUsersActive,
      virtualUsersInitialized: state.virtualUsersInitialized,
      iterationsCompleted: state.iterationsCompleted,
      iterationsInterrupted: state.iterationsInterrupted,
      progress,
      failed: state.failed,
    };
  }

  private attempt<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw new Problem('threw', explain(error));
    }
  }

  private loadedScript(): Script {
    if (this.script === null) throw new Error('the script has not been loaded');
    return this.script;
  }

  private prepared(): { state: ThreadState; pool: UserPool; place: PrepareRequest } {
    const { state, pool, place } = this;
    if (state === null || pool === null || place === null) throw new Error('the thread has not been prepared');
    return { state, pool, place };
  }
}

function textOrBytes(value: unknown): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (const [path, content] of Object.entries(value ?? {})) {
    if (content instanceof ArrayBuffer) files[path] = new Uint8Array(content);
    else if (content instanceof Uint8Array) files[path] = content;
    else files[path] = String(content);
  }
  return files;
}
