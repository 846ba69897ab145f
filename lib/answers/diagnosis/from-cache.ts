import { firstDifference } from '../../bytes/byte-source.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import { acceptedTypes } from '../accept.ts';
import { mediaTypeOf } from '../response.ts';

/** An answer that was made for another request to the same URL. */
export interface FromCache {
  /** Accept of the request that it was made for. */
  readonly madeFor: string;
  /** Seconds that it lay in the cache, as the answer says; null where it does not. */
  readonly age: number | null;
}

/**
 * The earlier request whose answer this one is: the same bytes and the same Date under the same URL, in a type that is not
 * what was asked for now. Without a sign of a cache the server may as well ignore Accept.
 */
export function fromCache(
  exchange: Exchange,
  response: ExchangeResponse,
  earlier: readonly Exchange[],
): FromCache | null {
  const type = mediaTypeOf(response)?.essence;
  if (
    response.body.length === 0 ||
    acceptedTypes(exchange).some(({ essence }) => essence === type || essence === '*/*')
  )
    return null;
  const accept = acceptOf(exchange);
  const age = headerValue(response.headers, 'Age');
  const isHit = /\bhit\b/i.test(
    headerValue(response.headers, 'X-Cache') ?? headerValue(response.headers, 'Cache-Status') ?? '',
  );
  const date = headerValue(response.headers, 'Date');
  const before = earlier.find(
    (one) =>
      one.request.url === exchange.request.url &&
      acceptOf(one) !== accept &&
      one.response !== null &&
      (age !== null ||
        isHit ||
        (date !== null && headerValue(one.response.headers, 'Date') === date && isOlder(date, exchange))) &&
      firstDifference(one.response.body, response.body) < 0,
  );
  return before
    ? { madeFor: acceptOf(before), age: age === null || !/^\d{1,9}$/.test(age) ? null : Number(age) }
    : null;
}

function acceptOf({ request }: Exchange): string {
  return headerValue(request.headers, 'Accept') ?? '';
}

/** Dates are of whole seconds: two answers of one second have the same without a cache. */
const LEAST_AGE_MS = 2000;

function isOlder(date: string, { timings }: Exchange): boolean {
  return Date.parse(timings.startedAt) - Date.parse(date) >= LEAST_AGE_MS;
}
