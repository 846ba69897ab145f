import type { ThreadReport } from './messages.ts';

/** Puts the reports of several threads together, second by second. */
export class SecondCollector {
  /** Seconds that are complete. */
  count = 0;
  private readonly queues: ThreadReport[][];
  private readonly finished: boolean[];
  private readonly onSecond: (second: number, reports: readonly ThreadReport[]) => void;

  constructor(threads: number, onSecond: (second: number, reports: readonly ThreadReport[]) => void) {
    this.queues = Array.from({ length: threads }, () => []);
    this.finished = Array.from({ length: threads }, () => false);
    this.onSecond = onSecond;
  }

  take(thread: number, report: ThreadReport): void {
    this.queues[thread]?.push(report);
    this.flush();
  }

  /** The thread sends no further report: the others do not wait for it. */
  finish(thread: number): void {
    this.finished[thread] = true;
    this.flush();
  }

  private flush(): void {
    for (;;) {
      const isReady = this.queues.every((queue, i) => queue.length > 0 || this.finished[i]);
      const reports = isReady ? this.queues.flatMap((queue) => queue.splice(0, 1)) : [];
      if (reports.length === 0) return;
      this.onSecond(this.count++, reports);
    }
  }
}
