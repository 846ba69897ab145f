import type { Target } from '../target/target.ts';
import type { Transport } from './plain-transport.ts';

/** The shortest wait for an answer of which the end of a run waits, in milliseconds. */
const LEAST_MS = 5_000;

/**
 * A transport for what is done after an interruption, while somebody waits for the end: an answer is waited for twice as
 * long as the slowest one took, `slowestMs`, and no longer than it would have been.
 */
export function inAHurry(transport: Transport, target: Pick<Target, 'timeoutMs'>, slowestMs: number): Transport {
  const longestMs = Math.min(target.timeoutMs, Math.max(LEAST_MS, 2 * slowestMs));
  return {
    ...transport,
    send: (request) =>
      transport.send({ ...request, timeoutMs: Math.min(request.timeoutMs ?? longestMs, longestMs) }),
  };
}
