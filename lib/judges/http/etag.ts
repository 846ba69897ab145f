import { etagOf, isSuccess, mediaTypeOf, statusLine } from '../../answers/response.ts';
import { instancesIn } from '../../answers/sight.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange, ExchangeResponse } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/**
 * COMMON-034: GET with If-None-Match and the ETag of the first answer is answered 304 (RFC 9110 §13.1.2). No server needs an
 * ETag. One that sends another with the second answer says that the resource has changed.
 */
export function answers304ToItsETag(again: Exchange, first: Exchange): Finding {
  return assess('COMMON-034', 'answers 304 to If-None-Match with its ETag', [again, first], (a) => {
    const known = successfulResponse(first, a);
    if (!known) return;
    const etag = etagOf(known);
    if (etag === null) return a.cannot('not-exercised', `${first.id} has no ETag that a client can send back`);
    const response = completeResponse(again, a);
    if (!response) return;
    if (isSuccess(response) && etagOf(response) !== etag)
      return a.cannot('prerequisite-failed', `${again.id} does not have the ETag of ${first.id}`);
    assessStatus(response, { pass: [304], code: 'etag-not-matched' }, a);
  });
}

/** COMMON-034: GET with If-None-Match and another ETag than the first answer had is not answered 304. */
export function sendsAnswerToAnotherEtag(again: Exchange, first: Exchange, sent: string): Finding {
  return assess('COMMON-034', 'does not answer 304 to If-None-Match with another ETag', [again, first], (a) => {
    const known = successfulResponse(first, a);
    if (!known) return;
    if (etagOf(known) === null) return a.cannot('not-exercised', `${first.id} has no ETag that a client can send back`);
    const response = completeResponse(again, a);
    if (!response) return;
    if (!isSuccess(response) && response.status !== 304)
      return a.cannot('prerequisite-failed', `${again.id} is answered neither with the resource nor with 304`);
    a.must(response.status !== 304, () => breach('other-etag-matched', { kind: 'status' }, { sent }));
  });
}

/**
 * COMMON-034: one resource does not have the same strong ETag in two media types, nor with instances and without. A strong ETag
 * is unique across all representations of a resource over time (RFC 9110 §8.8.1); one that is not MUST be marked as weak (§8.8.3).
 * `other` is an earlier answer to the same URL.
 */
export function strongEtagIsOfOneRepresentation(exchange: Exchange, other: Exchange): Finding {
  const claim = 'gives a strong ETag to one representation only';
  return assess('COMMON-034', claim, [exchange, other], (a) => {
    const [etag, earlier] = [strongEtagOf(exchange, a), strongEtagOf(other, a)];
    if (etag === null || earlier === null) return;
    if (exchange.request.url !== other.request.url) return a.cannot('not-exercised', 'they are two resources');
    const types = [other, exchange].map(({ response }) => (response ? typeOf(response) : ''));
    const [left = '', right = ''] = types;
    const held = [other, exchange].map((one) => instancesIn(one)?.toSorted().join(' ') ?? null);
    const isChanged = left === right && held[0] !== null && held[1] !== null && held[0] !== held[1];
    if (left === right && !isChanged)
      return a.cannot('not-exercised', `${exchange.id} has the type and the instances of ${other.id}`);
    a.must(etag !== earlier, () =>
      isChanged
        ? breach('etag-outlives-change', ETAG_FIELD, { etag })
        : breach('etag-of-two-types', ETAG_FIELD, { etag, types }),
    );
  });
}

const ETAG_FIELD = { kind: 'header', name: 'ETag' } as const;

/** Whether an answer has an ETag that is not marked as weak. */
export function hasStrongEtag({ response }: Exchange): boolean {
  return response !== null && (etagOf(response)?.startsWith('"') ?? false);
}

/** The strong ETag of an answer of success; null after saying why there is none. */
function strongEtagOf(exchange: Exchange, a: Assessment): string | null {
  const response = completeResponse(exchange, a);
  if (!response) return null;
  if (response.status !== 200) a.cannot('prerequisite-failed', `${exchange.id} was answered ${statusLine(response)}`);
  else if (!hasStrongEtag(exchange)) a.cannot('not-exercised', `${exchange.id} has no strong ETag`);
  else return etagOf(response);
  return null;
}

/** The media type of an answer, with that of its parts. */
function typeOf(response: ExchangeResponse): string {
  const type = mediaTypeOf(response);
  const ofParts = type?.parameters.find(({ name }) => name === 'type')?.value.toLowerCase();
  return [type?.essence ?? '', ...(ofParts === undefined ? [] : [ofParts])].join(' of ');
}
