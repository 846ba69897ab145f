import { type Exchange, headerValue } from '../../http/exchange.ts';

/** Lengths in bytes of an answer, and of the one that the same request had before. */
export interface Thinner {
  readonly bytes: number;
  readonly before: number;
}

/** Methods that change nothing (RFC 9110 §9.2.1). */
const SAFE: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether an answer lacks what it had when the same was asked before, with nothing stored or deleted in between; null where it
 * does not. `all` has the exchanges of the run in their order.
 */
export function thinnerThanBefore(exchange: Exchange, all: readonly Exchange[]): Thinner | null {
  const { response, request } = exchange;
  if (!response || request.method !== 'GET' || response.status !== 200) return null;
  const upTo = all.findIndex(({ id }) => id === exchange.id);
  const earlier = all.slice(0, Math.max(0, upTo));
  const lastChange = earlier.findLastIndex(({ request: { method } }) => !SAFE.includes(method));
  const before = earlier
    .slice(lastChange + 1)
    .find(
      (one) => one.request.url === request.url && acceptOf(one) === acceptOf(exchange) && one.response?.status === 200,
    );
  const length = before?.response?.body.length ?? 0;
  return length > response.body.length ? { bytes: response.body.length, before: length } : null;
}

function acceptOf({ request }: Exchange): string {
  return headerValue(request.headers, 'Accept') ?? '';
}
