import type { Worker } from 'node:worker_threads';
import type { LogEntry } from './api.ts';
import { longestTimer } from './delay.ts';
import type { FromThread, ThreadAnswers, ThreadProblem, ThreadReport, ThreadRequest } from './messages.ts';
import type { AbortRequest } from './thread-state.ts';

/** Milliseconds that a thread has to give way after an interruption, before it is ended. */
const GIVE_WAY = 5000;

/** A thread could not do what it was asked. */
export class ThreadFailure extends Error {
  override readonly name = 'ThreadFailure';
  readonly problem: ThreadProblem;

  constructor(problem: ThreadProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

interface ThreadListener {
  log(entry: LogEntry): void;
  abort(request: AbortRequest): void;
  report(report: ThreadReport): void;
  refused(authorization: string): void;
}

interface Pending {
  resolve(answer: ThreadAnswers[keyof ThreadAnswers]): void;
  reject(failure: ThreadFailure): void;
}

/** The coordinator's end of a worker thread. */
export class ThreadHandle {
  /** False once the thread is gone; it then answers nothing. */
  isAlive = true;
  private readonly worker: Worker;
  private readonly listener: ThreadListener;
  private pending: Pending | null = null;

  /** @param worker that runs `thread.ts` */
  constructor(worker: Worker, listener: ThreadListener) {
    this.listener = listener;
    this.worker = worker;
    this.worker.on('message', (message: FromThread) => this.take(message));
    this.worker.on('error', (error) => this.lost(`the load thread failed: ${error.message}`));
    this.worker.on('exit', () => this.lost('the load thread ended'));
  }

  /**
   * Asks the thread for something.
   * @param limitMs that the thread itself keeps to; when it does not even do that, it is ended
   * @throws ThreadFailure
   */
  ask<Kind extends ThreadRequest['kind']>(
    request: Extract<ThreadRequest, { readonly kind: Kind }>,
    limitMs?: number,
  ): Promise<ThreadAnswers[Kind]> {
    if (!this.isAlive) return Promise.reject(new ThreadFailure({ kind: 'interrupted', message: 'the thread is gone' }));
    return new Promise((resolve, reject) => {
      const pending: Pending = { resolve: resolve as Pending['resolve'], reject };
      this.pending = pending;
      this.worker.postMessage({ request });
      if (limitMs !== undefined) this.giveUpAfter(limitMs, pending, 'timed-out');
    });
  }

  /** Ends what the thread is doing; a script that does not give way is ended with its thread. */
  interrupt(): void {
    const { pending } = this;
    if (pending === null || !this.isAlive) return;
    this.worker.postMessage({ interrupt: true });
    this.giveUpAfter(0, pending, 'interrupted');
  }

  /** Gives the thread a value of Authorization; null where there is none in place of `refused`. */
  authorize(refused: string | null, fresh: string | null): void {
    if (this.isAlive) this.worker.postMessage({ refused, fresh });
  }

  /** Ends the thread. */
  async end(): Promise<void> {
    this.isAlive = false;
    await this.worker.terminate();
  }

  private take(message: FromThread): void {
    if ('log' in message) this.listener.log(message.log);
    else if ('abort' in message) this.listener.abort(message.abort);
    else if ('report' in message) this.listener.report(message.report);
    else if ('refused' in message) this.listener.refused(message.refused);
    else if ('answer' in message) this.settle()?.resolve(message.answer);
    else this.settle()?.reject(new ThreadFailure(message.problem));
  }

  /** Ends the thread when it has not answered some time after it should have. */
  private giveUpAfter(milliseconds: number, pending: Pending, kind: ThreadProblem['kind']): void {
    const timer = setTimeout(
      () => {
        if (this.pending !== pending) return;
        this.lost('the script did not give way and was ended', kind);
        this.end();
      },
      longestTimer(milliseconds + GIVE_WAY),
    );
    timer.unref();
  }

  private lost(message: string, kind: ThreadProblem['kind'] = 'interrupted'): void {
    this.isAlive = false;
    this.settle()?.reject(new ThreadFailure({ kind, message }));
  }

  private settle(): Pending | null {
    const { pending } = this;
    this.pending = null;
    return pending;
  }
}
