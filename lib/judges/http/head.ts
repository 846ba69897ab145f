import { mediaTypeOf } from '../../answers/response.ts';
import { quoted } from '../../answers/wording.ts';
import type { ResourcePath } from '../../dicomweb/operations.ts';
import { type Exchange, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { showsIt } from '../assess-served.ts';
import { assessStatus } from '../assess-status.ts';
import { refusals } from '../beside-twin.ts';
import { completeResponse, successfulResponse } from '../complete-response.ts';

/** A HEAD request, and GET for the same, which shows what is stored at the path. */
export interface Beheaded {
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

function assessHead({ head, get, path }: Beheaded, a: Assessment): void {
  const whole = showsIt(get, path, a) ? successfulResponse(get, a) : null;
  if (!whole || !get.response) return;
  const prefix = `${head.id}: `;
  const hasBody = head.response !== null && head.failure?.code === 'malformed';
  a.must(!hasBody, () => ({
    expected: 'no body after the fields',
    actual: `${prefix}bytes follow them`,
    where: { kind: 'bytes', offset: 0 },
  }));
  const response = hasBody ? null : completeResponse(head, a);
  if (!response) return;
  const warn = { ...refusals(NOT_OFFERED), 405: NOT_OFFERED, 501: NOT_OFFERED };
  if (!assessStatus(response, { pass: [whole.status], warn }, prefix, a)) return;
  const type = mediaTypeOf(response)?.essence;
  const wanted = mediaTypeOf(whole)?.essence;
  a.should(type === undefined || type === wanted, () => ({
    expected: `Content-Type ${quoted(wanted ?? null)}, as GET has it`,
    actual: `${prefix}${quoted(type ?? null)}`,
    where: { kind: 'header', name: 'Content-Type' },
  }));
  const length = headerValue(response.headers, 'Content-Length');
  const size = get.response.body.length;
  a.should(length === null || Number(length) === size, () => ({
    expected: `Content-Length ${size}, as long as the body of GET, or none`,
    actual: `${prefix}${quoted(length)}`,
    where: { kind: 'header', name: 'Content-Length' },
  }));
}
