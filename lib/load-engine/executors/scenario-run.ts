import { delay } from '../delay.ts';
import { explain, invoke, isFatal } from '../invoke.ts';
import { TestAborted } from '../modules/test-aborted.ts';
import { type Scenario, scenarioDuration, scenarioVirtualUsers } from '../options/scenarios.ts';
import type { Share } from '../options/segment.ts';
import type { ThreadState } from '../thread-state.ts';
import type { ReadyUser, UserPool } from '../user-pool.ts';
import type { ScenarioPosition } from '../virtual-user.ts';

/** What the runs of all scenarios of a thread share. */
export interface RunContext {
  readonly thread: ThreadState;
  readonly pool: UserPool;
  readonly threadIndex: number;
  readonly threads: number;
  /** Share of the iterations that a scenario with so many virtual users deals out itself. */
  workShare(virtualUsers: number): Share;
  /** What setup() returned, as JSON; undefined when it returned nothing. */
  readonly setupData: string | undefined;
  /** Aborted when the whole run ends before its time. */
  readonly signal: AbortSignal;
}

const setupCopies = new WeakMap<ReadyUser, unknown>();

/** One scenario under way on one thread: what every executor needs. */
export class ScenarioRun {
  readonly scenario: Scenario;
  readonly context: RunContext;
  /** Start of the scenario, of `performance.now()`. */
  readonly startedAt: number;
  readonly duration: number;
  /** Share of the scenario's iterations. */
  readonly workShare: Share;
  /** 0 to 1, for executors that count iterations rather than time. */
  countedProgress: (() => number) | null = null;
  private readonly running = new Set<ReadyUser>();
  private readonly startedEpoch = Date.now();
  private iterationsStarted = 0;

  constructor(scenario: Scenario, context: RunContext) {
    this.scenario = scenario;
    this.context = context;
    this.startedAt = performance.now();
    this.duration = scenarioDuration(scenario);
    const dealsOut = scenario.executor === 'shared-iterations' || scenario.executor.endsWith('-arrival-rate');
    this.workShare = dealsOut ? context.workShare(scenarioVirtualUsers(scenario).max) : context.thread.share;
  }

  /** Milliseconds since the scenario started. */
  get elapsed(): number {
    return performance.now() - this.startedAt;
  }

  /** Whether no further iteration may start. */
  get isOver(): boolean {
    return this.context.signal.aborted || this.elapsed >= this.duration;
  }

  get progress(): number {
    const timed = this.duration === 0 ? 1 : this.elapsed / this.duration;
    return Math.min(1, Math.max(timed, this.countedProgress?.() ?? 0));
  }

  /** Takes a virtual user for this scenario. */
  activate(): ReadyUser {
    const ready = this.context.pool.acquire();
    const { scenario } = this;
    ready.user.tags = { ...scenario.tags, scenario: scenario.name };
    Object.assign(ready.script.env, scenario.env);
    return ready;
  }

  /** Gives a virtual user back. */
  deactivate(ready: ReadyUser): void {
    for (const name of Object.keys(this.scenario.env)) delete ready.script.env[name];
    ready.user.scenario = null;
    this.context.pool.release(ready);
  }

  /** Runs one iteration; never rejects. */
  async iterate(ready: ReadyUser): Promise<void> {
    const { thread } = this.context;
    const { user, script } = ready;
    const run = script.exports[this.scenario.exec];
    if (typeof run !== 'function') return;
    user.scenario = this.nextPosition();
    script.setIteration(user.iterationInInstance);
    user.http.reset();
    this.running.add(ready);
    thread.virtualUsersActive++;
    const startedAt = performance.now();
    const ending = await invoke(user, 'iteration', run as (data: unknown) => unknown, this.setupCopy(ready));
    const took = performance.now() - startedAt;
    if (ending.kind === 'threw') this.report(ending.error);
    const minimum = thread.options.minIterationDuration - took;
    if (minimum > 0 && ending.kind !== 'interrupted') await user.sleep(minimum).catch(() => {});
    if (!user.hasWaited) await new Promise(setImmediate);
    thread.virtualUsersActive--;
    this.running.delete(ready);

    thread.dataSent.add(user.bytesSent, user.tag);
    thread.dataReceived.add(user.bytesReceived, user.tag);
    user.bytesSent = 0;
    user.bytesReceived = 0;
    user.iterationInInstance++;
    user.iterationsByScenario.set(this.scenario.name, (user.iterationsByScenario.get(this.scenario.name) ?? 0) + 1);
    if (ending.kind === 'interrupted') {
      thread.iterationsInterrupted++;
      return;
    }
    thread.iterationsCompleted++;
    thread.iterations.add(1, user.tag);
    thread.iterationDuration.add(took, user.tag);
  }

  /** Counts iterations that had to be left out. */
  drop(count: number): void {
    const { thread } = this.context;
    if (count <= 0) return;
    const { tags, name } = this.scenario;
    thread.droppedIterations.add(count, (tag) => (tag === 'scenario' ? name : (tags[tag] ?? thread.options.tags[tag])));
  }

  /** Interrupts the iterations under way, or that of one virtual user. */
  interrupt(only?: ReadyUser): void {
    const reason = this.context.signal.aborted
      ? 'the run was ended'
      : `the time of scenario '${this.scenario.name}' is over`;
    for (const ready of only === undefined ? [...this.running] : [only]) {
      if (this.running.has(ready)) ready.user.interrupt(reason);
    }
  }

  /** Waits until a moment after the scenario's start, or until the run is aborted. */
  waitUntil(elapsed: number): Promise<void> {
    return delay(elapsed - this.elapsed, this.context.signal);
  }

  private nextPosition(): ScenarioPosition {
    const { threadIndex, threads } = this.context;
    const n = this.iterationsStarted++;
    return {
      name: this.scenario.name,
      executor: this.scenario.executor,
      startTime: this.startedEpoch,
      progress: () => this.progress,
      iterationInInstance: n * threads + threadIndex,
      iterationInTest: this.workShare.globalIndex(n),
    };
  }

  private setupCopy(ready: ReadyUser): unknown {
    const { setupData } = this.context;
    if (setupData === undefined) return undefined;
    if (!setupCopies.has(ready)) setupCopies.set(ready, JSON.parse(setupData));
    return setupCopies.get(ready);
  }

  private report(error: unknown): void {
    const { thread } = this.context;
    if (error instanceof TestAborted) return;
    if (isFatal(error)) thread.abort({ exitCode: 107, reason: explain(error) });
    else thread.errorOnce(explain(error));
  }
}
