import { once } from 'node:events';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';

/** The error that ends a run which has no results yet. */
export function interruptedEarly(): CommandError {
  return new CommandError('interrupted before the load began', EXIT_CODES.loadInterrupted);
}

/** Waits for `work`, but not longer than until the run is interrupted. Throws `interruptedEarly` then. */
export async function unlessInterrupted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  if (signal.aborted) throw interruptedEarly();
  return Promise.race([work, once(signal, 'abort').then(() => Promise.reject(interruptedEarly()))]);
}
