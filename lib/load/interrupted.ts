import { once } from 'node:events';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';

/** The end of a run that has nothing to keep yet. */
export function interruptedEarly(): CommandError {
  return new CommandError('interrupted before the load began', EXIT_CODES.loadInterrupted);
}

/** Waits for an answer that may never come, and no longer than until the run is interrupted. */
export async function unlessInterrupted<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  if (signal.aborted) throw interruptedEarly();
  return Promise.race([work, once(signal, 'abort').then(() => Promise.reject(interruptedEarly()))]);
}
