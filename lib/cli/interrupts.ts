import { EXIT_CODES } from '../errors/exit-codes.ts';

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts on Ctrl-C, a polite end or a closed terminal; a second one ends the process at once, with `lastWords` as all
 * that is said.
 */
export async function withInterrupts<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  lastWords: () => string,
): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) {
      process.stderr.write(lastWords());
      process.exit(EXIT_CODES.interrupted);
    }
    process.stderr.write('\nStopping: cleaning up what was stored; once more to stop at once …\n');
    controller.abort();
  };
  for (const name of INTERRUPTS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of INTERRUPTS) process.off(name, interrupt);
  }
}
