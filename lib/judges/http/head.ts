import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { showsIt } from '../assess-served.ts';
import { assessStatus } from '../assess-status.ts';
import { refusals } from '../beside-twin.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/** A HEAD request, and GET for the same, which shows what is stored at the path. */
interface Beheaded {
  readonly head: Exchange;
  readonly get: Exchange;
  readonly path: ResourcePath;
}

const NOT_OFFERED = 'HEAD is refused, which RFC 9110 §9.1 wants of every server';

/**
 * COMMON-033: HEAD is answered as GET is, without a body (RFC 9110 §9.3.2). Not to offer it is a warning, and so are
 * fields that speak of something else than GET sends.
 */
export function headIsGetWithoutBody(...pairs: readonly Beheaded[]): Finding {
  const all = pairs.flatMap(({ head, get }) => [head, get]);
  return assess('COMMON-033', 'answers HEAD as GET, without a body', all, (a) => {
    for (const pair of pairs) assessHead(pair, a);
  });
}

function assessHead({ head, get, path }: Beheaded, all: Assessment): void {
  const whole = showsIt(get, path, all) ? successfulResponse(get, all) : null;
  if (!whole || !get.response) return;
  const a = all.about(head);
  const hasBody = head.response !== null && head.failure?.code === 'malformed';
  a.must(!hasBody, () => breach('head-with-body', { kind: 'bytes', offset: 0 }, {}));
  const response = hasBody ? null : completeResponse(head, all);
  if (!response) return;
  const warn = { ...refusals(NOT_OFFERED), 405: NOT_OFFERED, 501: NOT_OFFERED };
  if (!assessStatus(response, { pass: [whole.status], warn, code: 'head-refused' }, a)) return;
  const type = mediaTypeOf(response)?.essence;
  const wanted = mediaTypeOf(whole)?.essence;
  if (type === undefined || type === wanted) a.holds();
  else {
    const where = { kind: 'header', name: 'Content-Type' } as const;
    a.should(false, () => breach('head-names-another-type', where, { type, expected: wanted ?? null }));
  }
  const length = headerValue(response.headers, 'Content-Length');
  const bytes = get.response.body.length;
  if (length === null || Number(length) === bytes) a.holds();
  else {
    const where = { kind: 'header', name: 'Content-Length' } as const;
    a.should(false, () => breach('head-names-another-length', where, { stated: length, bytes }));
  }
}
