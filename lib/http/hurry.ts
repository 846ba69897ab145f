import type { Target } from '../target/target.ts';
import type { Transport } from './plain-transport.ts';

/** The shortest time that an answer is waited for once somebody waits for the end, in milliseconds. */
const LEAST_MS = 5_000;

/**
 * A transport that waits less once `interrupted` is aborted, since somebody waits for the end: twice as long as the slowest
 * answer took, and no longer than it would have. What was asked before is waited for as long from then on. `slowestMs` is
 * asked once, for the first of them.
 */
export function hurriedBy(
  interrupted: AbortSignal,
  transport: Transport,
  target: Pick<Target, 'timeoutMs'>,
  slowestMs: () => number,
): Transport {
  let longest: number | null = null;
  const longestMs = () => {
    longest ??= Math.min(target.timeoutMs, Math.max(LEAST_MS, 2 * slowestMs()));
    return longest;
  };
  return {
    ...transport,
    async send(request) {
      if (interrupted.aborted) {
        return transport.send({ ...request, timeoutMs: Math.min(request.timeoutMs ?? longestMs(), longestMs()) });
      }
      const givenUp = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      const hurry = () => {
        timer = setTimeout(() => givenUp.abort(), longestMs());
      };
      interrupted.addEventListener('abort', hurry, { once: true });
      const signals = [givenUp.signal, request.signal].filter((each) => each !== undefined);
      try {
        return await transport.send({ ...request, signal: AbortSignal.any(signals) });
      } finally {
        interrupted.removeEventListener('abort', hurry);
        clearTimeout(timer);
      }
    },
  };
}
