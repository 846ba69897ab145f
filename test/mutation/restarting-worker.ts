import { Worker } from 'node:worker_threads';
import type { Reply, Task, WorkerData } from './task.ts';

const MEMORY_MEGABYTES = 1024;

/** The reply, or how the worker ended without one: an endless loop, or an error outside of any test. */
export type RunOutcome = Reply | { readonly kind: 'timed-out' | 'broke' };

/** A worker that does one task after the other, and is replaced when a mutant has broken it. */
export interface RestartingWorker {
  run(task: Task, limitMilliseconds: number): Promise<RunOutcome>;
  stop(): Promise<void>;
}

export function restartingWorker(program: string, data: WorkerData): RestartingWorker {
  let worker: Worker | null = null;
  let settle: (outcome: RunOutcome) => void = () => undefined;
  const start = (): Worker => {
    const started = new Worker(program, {
      eval: true,
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
    });
    started.on('message', (reply: Reply) => settle(reply));
    started.on('error', () => {
      worker = null;
      settle({ kind: 'broke' });
    });
    return started;
  };
  const stop = async (): Promise<void> => {
    await worker?.terminate();
    worker = null;
  };
  return {
    stop,
    async run(task, limitMilliseconds) {
      worker ??= start();
      worker.postMessage(task);
      let timer: NodeJS.Timeout | undefined;
      const outcome = await new Promise<RunOutcome>((resolve) => {
        settle = resolve;
        timer = setTimeout(() => resolve({ kind: 'timed-out' }), limitMilliseconds);
      });
      clearTimeout(timer);
      if (outcome.kind === 'timed-out') await stop();
      return outcome;
    },
  };
}
