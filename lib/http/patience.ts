import type { Target } from '../target/target.ts';
import type { Exchange } from './exchange.ts';
import type { Transport, TransportRequest } from './plain-transport.ts';

/** Time-outs in a row of one route, and of all requests, after which no answer is waited for in full. */
const OF_ROUTE = 2;
const OF_ALL = 4;
/** The shorter wait: this share of the full one, no less than a second, and twice as long as the slowest answer took. */
const SHARE = 10;
const LEAST_MS = 1_000;

/**
 * A transport that does not wait in full again and again for a server that does not answer: after time-outs in a row it
 * waits shorter, until there is an answer. A server that is merely slow has time for what it was seen to need. An
 * exchange that was waited for shorter says so.
 */
export function losingPatience(transport: Transport, target: Pick<Target, 'timeoutMs'>): Transport {
  const inARow = new Map<string, number>();
  let ofAll = 0;
  let slowestMs = 0;
  return {
    ...transport,
    async send(request) {
      const route = routeOf(request);
      const ofRoute = inARow.get(route) ?? 0;
      const isShort = ofRoute >= OF_ROUTE || ofAll >= OF_ALL;
      const fullMs = target.timeoutMs;
      const timeoutMs = Math.min(fullMs, Math.max(LEAST_MS, fullMs / SHARE, 2 * slowestMs));
      const exchange = await transport.send(isShort ? { ...request, timeoutMs } : request);
      const isTimeOut = exchange.failure?.code === 'timed-out';
      inARow.set(route, isTimeOut ? ofRoute + 1 : 0);
      ofAll = isTimeOut ? ofAll + 1 : 0;
      if (exchange.failure === null) slowestMs = Math.max(slowestMs, exchange.timings.end);
      return isTimeOut && isShort ? told(exchange, Math.max(ofRoute, ofAll - 1)) : exchange;
    },
  };
}

/** Method and path without what differs from one study, series, instance or frame to another. */
function routeOf({ method, url }: TransportRequest): string {
  return `${method} ${new URL(url).pathname.replace(/\/[^/]*\d[^/]*/g, '/*')}`;
}

function told(exchange: Exchange, count: number): Exchange {
  const { code = 'timed-out', message = '' } = exchange.failure ?? {};
  return { ...exchange, failure: { code, message: `after ${count} time-outs in a row, ${message}` } };
}
