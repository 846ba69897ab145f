import { Interrupted } from './interrupted.ts';
import { NotInEngine } from './not-in-engine.ts';
import { NotAwaited, type Stage, type VirtualUser } from './virtual-user.ts';

/** How a function of the script ended. */
type Ending =
  | { readonly kind: 'completed'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  | { readonly kind: 'interrupted' };

const INTERRUPTED: Ending = { kind: 'interrupted' };

/**
 * Calls a function of the script for a virtual user, and waits for it and for all that it left open. An interruption
 * ends the wait even when the function never ends.
 */
export function invoke(
  user: VirtualUser,
  stage: Stage,
  run: (argument: unknown) => unknown,
  argument: unknown,
): Promise<Ending> {
  user.begin(stage);
  return new Promise((resolve) => {
    user.onInterrupt = () => resolve(INTERRUPTED);
    complete(user, run, argument).then(resolve);
  });
}

async function complete(user: VirtualUser, run: (argument: unknown) => unknown, argument: unknown): Promise<Ending> {
  try {
    const value = await run(argument);
    if (user.hasOpenCalls) await user.settled();
    return user.isInterrupted ? INTERRUPTED : { kind: 'completed', value };
  } catch (error) {
    return user.isInterrupted || error instanceof Interrupted ? INTERRUPTED : { kind: 'threw', error };
  }
}

/** Whether an error means that the script as a whole cannot run here: the run ends instead of going on wrongly. */
export function isFatal(error: unknown): error is NotInEngine | NotAwaited {
  return error instanceof NotInEngine || error instanceof NotAwaited;
}

/** What a log says about an error of the script. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.filter((line) => !/node:|\[worker eval\]|[\\/]load[\\/]engine[\\/]/.test(line)).slice(0, 5);
  return [`${error.name}: ${error.message}`, ...own].join('\n');
}
