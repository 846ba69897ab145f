import { etagOf, isSuccess } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { assess } from '../assess.ts';
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
