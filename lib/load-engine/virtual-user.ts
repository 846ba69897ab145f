import { HttpClient } from './http/client.ts';
import { type Cancellable, Interrupted } from './interrupted.ts';
import type { ThreadState } from './thread-state.ts';

/** Part of a run's life in which a virtual user is. */
export type Stage = 'init' | 'setup' | 'iteration' | 'teardown' | 'summary' | 'idle';

/** A script used a call that waits without `await`. It is refused because k6 would have waited. */
export class NotAwaited extends Error {
  override readonly name = 'NotAwaited';

  /** @param call as in the script: `http.post()` */
  constructor(call: string) {
    super(`${call} was not awaited: the embedded engine needs "await ${call}", which k6 runs as well`);
  }
}

/** Where in its scenario a virtual user is. */
export interface ScenarioPosition {
  readonly name: string;
  readonly executor: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  /** 0 to 1. */
  progress(): number;
  iterationInInstance: number;
  iterationInTest: number;
}

/** One virtual user: what a script's modules act on. */
export class VirtualUser {
  readonly thread: ThreadState;
  /** From 1; 0 for the one that runs the init code, setup, teardown or handleSummary. */
  readonly idInInstance: number;
  readonly idInTest: number;
  readonly http: HttpClient;
  stage: Stage = 'init';
  group = '';
  /** Tags of every sample, set by the scenario and by the script through `exec.vu.metrics.tags`. */
  tags: Record<string, string> = {};
  /** `exec.vu.metrics.metadata`. */
  metadata: Record<string, string> = {};
  scenario: ScenarioPosition | null = null;
  iterationInInstance = 0;
  /** Iterations of each scenario that this virtual user has run. */
  readonly iterationsByScenario = new Map<string, number>();
  /** Whether the current iteration gave way to others at least once. */
  hasWaited = false;
  bytesSent = 0;
  bytesReceived = 0;
  /** Name of the call that the script has to await before its next one. */
  private blockedBy: string | null = null;
  private readonly open = new Set<Promise<unknown>>();
  private readonly underWay = new Set<Cancellable>();
  private readonly unblock = () => {
    this.blockedBy = null;
  };
  private interruption: Interrupted | null = null;
  /** Called when the iteration under way is interrupted. */
  onInterrupt: () => void = () => {};

  constructor(thread: ThreadState, idInInstance: number, idInTest: number) {
    this.thread = thread;
    this.idInInstance = idInInstance;
    this.idInTest = idInTest;
    this.http = new HttpClient(this);
  }

  /** A tag of this virtual user's samples. */
  readonly tag = (name: string): string | undefined =>
    this.tags[name] ?? (name === 'group' ? this.group : this.thread.options.tags[name]);

  /**
   * Makes ready for the next iteration.
   * @param stage in which the script's function will run
   */
  begin(stage: Stage): void {
    this.stage = stage;
    this.interruption = null;
    this.blockedBy = null;
    this.hasWaited = false;
  }

  /** Ends what the script waits for; every further call of the script throws. */
  interrupt(reason: string): void {
    this.interruption ??= new Interrupted(reason);
    const underWay = [...this.underWay];
    this.underWay.clear();
    for (const work of underWay) work.cancel(this.interruption);
    this.onInterrupt();
  }

  get isInterrupted(): boolean {
    return this.interruption !== null;
  }

  /**
   * Refuses a call that may not be made now.
   * @param call as in the script: `http.get()`
   */
  assertMayCall(call: string): void {
    if (this.interruption !== null) throw this.interruption;
    if (this.stage === 'init') throw new Error(`${call} in the init context is not supported`);
  }

  /**
   * Runs a call that waits in k6 until it is done.
   * @throws NotAwaited when the one before has not been awaited
   */
  blocking<Value>(call: string, run: () => Promise<Value>): Promise<Value> {
    this.assertMayCall(call);
    if (this.blockedBy !== null) throw new NotAwaited(this.blockedBy);
    this.blockedBy = call;
    const pending = run();
    pending.then(this.unblock, this.unblock);
    return guarded(pending, call);
  }

  /** Runs a call that the script may leave open until the end of its iteration. */
  background<Value>(call: string, run: () => Promise<Value>): Promise<Value> {
    this.assertMayCall(call);
    const pending = run();
    const forget = () => this.open.delete(pending);
    this.open.add(pending);
    pending.then(forget, forget);
    return pending;
  }

  /** Whether a call of the script is still under way. */
  get hasOpenCalls(): boolean {
    return this.blockedBy !== null || this.open.size > 0;
  }

  /**
   * Waits until everything that the script left open is done.
   * @throws NotAwaited when that is a call which k6 would have waited for
   */
  async settled(): Promise<void> {
    if (this.blockedBy !== null && this.interruption === null) throw new NotAwaited(this.blockedBy);
    while (this.open.size > 0) await Promise.allSettled(this.open);
  }

  /** Work that an interruption gives up, from now until `unwatch`. */
  watch(work: Cancellable): void {
    this.underWay.add(work);
  }

  unwatch(work: Cancellable): void {
    this.underWay.delete(work);
  }

  /** Sleeps for some milliseconds unless interrupted. */
  sleep(milliseconds: number): Promise<void> {
    this.hasWaited = true;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => {
          this.unwatch(work);
          resolve();
        },
        Math.max(0, milliseconds),
      );
      const work: Cancellable = {
        cancel(reason) {
          clearTimeout(timer);
          reject(reason);
        },
      };
      this.watch(work);
    });
  }
}

const ANSWER_FIELDS = ['status', 'body', 'headers', 'json', 'timings', 'error', 'error_code', 'cookies', 'url', 'html'];

/** Reading an answer that was not awaited gives an error that says so, rather than `undefined`. */
function guarded<Value>(pending: Promise<Value>, call: string): Promise<Value> {
  let prototype = guards.get(call);
  if (prototype === undefined) {
    const refuse = {
      get(): never {
        throw new NotAwaited(call);
      },
    };
    prototype = Object.create(
      Promise.prototype,
      Object.fromEntries(ANSWER_FIELDS.map((field) => [field, refuse])),
    ) as object;
    guards.set(call, prototype);
  }
  return Object.setPrototypeOf(pending, prototype);
}

const guards = new Map<string, object>();
