import type { Script, ScriptInstance } from './script.ts';
import type { ThreadState } from './thread-state.ts';
import { VirtualUser } from './virtual-user.ts';

/** A virtual user with its copy of the script. */
export interface ReadyUser {
  readonly user: VirtualUser;
  readonly script: ScriptInstance;
}

/** The virtual users of one thread. They are handed out in turn and keep their state from scenario to scenario. */
export class UserPool {
  private readonly thread: ThreadState;
  private readonly script: Script;
  private readonly threadIndex: number;
  private readonly threads: number;
  private readonly idle: ReadyUser[] = [];
  private made = 0;

  constructor(thread: ThreadState, script: Script, threadIndex: number, threads: number) {
    this.thread = thread;
    this.script = script;
    this.threadIndex = threadIndex;
    this.threads = threads;
  }

  /** An idle virtual user, or a new one. @throws whatever the script's init code throws */
  acquire(): ReadyUser {
    return this.idle.shift() ?? this.make();
  }

  release(ready: ReadyUser): void {
    this.idle.push(ready);
  }

  /** Makes virtual users until so many are idle. @throws whatever the script's init code throws */
  fill(count: number): void {
    while (this.idle.length < count) this.idle.push(this.make());
  }

  /** Ends the connections of all idle virtual users. */
  close(): void {
    for (const { user } of this.idle) user.http.close();
  }

  private make(): ReadyUser {
    const index = this.made++;
    const idInInstance = index * this.threads + this.threadIndex + 1;
    const user = new VirtualUser(this.thread, idInInstance, this.thread.share.globalIndex(index) + 1);
    const ready = { user, script: this.script.evaluate(user) };
    this.thread.virtualUsersInitialized++;
    return ready;
  }
}
