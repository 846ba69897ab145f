const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How the process ends that is ended at once. */
interface AtOnce {
  readonly exitCode: number;
  /** All that it says: what is lost by it, and what may be left on the server. */
  readonly lastWords: () => string;
}

/** Aborts on Ctrl-C, a polite end or a closed terminal; a second one ends the process at once. */
export async function withInterrupts<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { exitCode, lastWords }: AtOnce,
): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) {
      process.stderr.write(lastWords());
      process.exit(exitCode);
    }
    process.stderr.write('\nStopping: cleaning up what was stored; once more to stop at once …\n');
    controller.abort();
  };
  for (const name of INTERRUPTS) process.on(name, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const name of INTERRUPTS) process.off(name, interrupt);
    // A request that was given up on, and is never answered, must not hold the process.
    if (controller.signal.aborted) setTimeout(() => process.exit(), 1_000).unref();
  }
}
