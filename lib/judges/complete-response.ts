import { isSuccess, statusLine } from '../answers/response.ts';
import { BOUNDS } from '../bounds.ts';
import { decodedBody } from '../http/content.ts';
import type { Exchange, ExchangeResponse, TransportFailureCode } from '../http/exchange.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import type { Assessment } from './assess.ts';

/**
 * The response when it is complete. Otherwise null, and the assessment ends as incomplete: that an answer is missing
 * is graded once, by COMMON-001, and not again by everything that wanted to look at it.
 */
export function completeResponse(exchange: Exchange, a: Assessment): ExchangeResponse | null {
  const { response, failure } = exchange;
  if (response && !failure) return response;
  const why = failure ? `${failure.code}, ${failure.message}` : 'no response was recorded';
  a.cannot((failure && REASONS[failure.code]) ?? 'prerequisite-failed', `${exchange.id}: ${why}`);
  return null;
}

const REASONS: Partial<Record<TransportFailureCode, IncompleteReason>> = {
  'timed-out': 'timed-out',
  'too-large': 'over-limit',
  'refused-read-only': 'excluded',
};

/**
 * The complete response when its status is a success, with content codings undone; otherwise null as completeResponse.
 */
export function successfulResponse(exchange: Exchange, a: Assessment): ExchangeResponse | null {
  const response = completeResponse(exchange, a);
  if (!response) return null;
  if (isSuccess(response)) return decodedResponse(response, a);
  a.cannot('prerequisite-failed', `${exchange.id} was answered ${statusLine(response)}`);
  return null;
}

/** Largest body that is decoded, in bytes. No request asks for a coding, so only a breach of COMMON-019 is ever cut. */
export const MOST_DECODED = BOUNDS.decoded.limit;

const decoded = new WeakMap<ExchangeResponse, ExchangeResponse>();

/** The response with content codings undone, always the same object for the same response. Null when that fails: COMMON-019 grades it. */
export function decodedResponse(response: ExchangeResponse, a: Assessment): ExchangeResponse | null {
  const known = decoded.get(response);
  if (known) return known;
  const content = decodedBody(response, MOST_DECODED);
  if (!content.ok) {
    const reason = content.code === 'too-large' ? 'over-limit' : 'prerequisite-failed';
    a.cannot(reason, `the content coding cannot be undone: ${content.message}`);
    return null;
  }
  const plain = content.codings.length === 0 ? response : { ...response, body: content.body };
  decoded.set(response, plain);
  return plain;
}
