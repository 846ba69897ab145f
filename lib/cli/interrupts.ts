const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How the process ends that is ended at once. */
interface AtOnce {
  readonly exitCode: number;
  /** All that it says: what is lost by it, and what may be left on the server. */
  readonly lastWords: () => string;
  /** Set where the work stores nothing, so that there is nothing to clean up. */
  readonly isReadOnly?: boolean;
}

/** Aborts on Ctrl-C, a polite end or a closed terminal; a second one ends the process at once. */
export async function withInterrupts<Result>(
  work: (signal: AbortSignal) => Promise<Result>,
  { exitCode, lastWords, isReadOnly = false }: AtOnce,
): Promise<Result> {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) {
      process.stderr.write(lastWords());
      process.exit(exitCode);
    }
    const doing = isReadOnly ? 'writing what was seen' : 'cleaning up what was stored';
    process.stderr.write(`\nStopping: ${doing}; once more to stop at once …\n`);
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
