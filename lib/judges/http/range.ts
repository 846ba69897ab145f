import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import { type ByteSource, firstDifference, sliceSource } from '../../bytes/byte-source.ts';
import { type Exchange, type ExchangeResponse, headerValue } from '../../http/exchange.ts';
import type { Finding } from '../../results/finding.ts';
import { type Assessment, assess } from '../assess.ts';
import { assessStatus } from '../assess-status.ts';
import { completeResponse, decodedResponse, successfulResponse } from '../complete-response.ts';

/** Positions of bytes, from 0, both of them included. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/**
 * WADO-RS-020: bytes of a single-part payload are sent with 206 and say which they are, or the whole payload is with 200.
 * All or some of those that were asked for may be sent (RFC 9110 §15.3.7). `twin` asks for the whole of it.
 */
export function honoursRange(exchange: Exchange, twin: Exchange, asked: Range): Finding {
  return assess('WADO-RS-020', 'sends a range of bytes, or the whole', [exchange, twin], (a) => {
    const whole = wholePayload(twin, a);
    const answer = completeResponse(exchange, a);
    if (!whole || !answer) return;
    const expectation = { pass: [206, 200], info: { 416: 'no range is served' }, code: 'range-badly-refused' } as const;
    if (!assessStatus(answer, expectation, a)) return;
    const response = decodedResponse(answer, a);
    if (!response) return;
    if (response.status === 200) assessWhole(response, whole, a);
    else assessRange(response, whole, asked, a);
  });
}

/** WADO-RS-020: a range beyond the end is refused with 416, or not heeded. `twin` asks for the whole payload. */
export function refusesRangeBeyondTheEnd(exchange: Exchange, twin: Exchange): Finding {
  return assess('WADO-RS-020', 'refuses a range beyond the end, or sends the whole', [exchange, twin], (a) => {
    const whole = wholePayload(twin, a);
    const answer = completeResponse(exchange, a);
    if (!whole || !answer) return;
    if (!assessStatus(answer, { pass: [416, 200], code: 'range-badly-refused' }, a) || answer.status !== 200) return;
    const response = decodedResponse(answer, a);
    if (response) assessWhole(response, whole, a);
  });
}

/** The bytes of an answer that is not in parts; each answer in parts has another boundary, so no two can be compared. */
function wholePayload(twin: Exchange, a: Assessment): ByteSource | null {
  const response = successfulResponse(twin, a);
  if (!response) return null;
  if (mediaTypeOf(response)?.type !== 'multipart') return response.body;
  a.cannot('not-exercised', `${twin.id} is in parts, and the rule is about payloads that are not`);
  return null;
}

function assessWhole({ body }: ExchangeResponse, whole: ByteSource, a: Assessment): void {
  a.must(body.length === whole.length, () =>
    breach('range-sent-as-whole', { kind: 'exchange' }, { returned: body.length, length: whole.length }),
  );
  // A server may write a file anew for each answer, with the time in it: that is no matter of ranges.
  if (body.length === whole.length && firstDifference(whole, body) >= 0)
    a.cannot('prerequisite-failed', 'the two answers have other bytes, though they are of one length');
}

function assessRange(response: ExchangeResponse, whole: ByteSource, asked: Range, a: Assessment): void {
  const { body, headers } = response;
  const value = headerValue(headers, 'Content-Range');
  const told = value === null ? null : rangeTold(value, whole.length);
  const isAll = isSame(body, whole, asked);
  const isSome = told !== null && told.first >= asked.first && told.last <= asked.last && isSame(body, whole, told);
  // Where all that was asked for was sent and another range is told, the field alone is wrong.
  a.must(told !== null && (isSome || !isAll), () =>
    breach(
      'range-not-told',
      { kind: 'header', name: 'Content-Range' },
      { value, expected: `bytes ${asked.first}-${asked.last}/${whole.length}` },
    ),
  );
  a.must(isAll || isSome, () =>
    breach('range-of-other-bytes', { kind: 'bytes', offset: 0 }, { ...asked, returned: body.length }),
  );
}

/** The range that a Content-Range field tells of a payload of a length; null for one that no such payload has. */
function rangeTold(value: string, length: number): Range | null {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(value.trim()) ?? [];
  const range = { first: Number(first), last: Number(last) };
  const isRange = range.first <= range.last && range.last < length;
  return isRange && (total === '*' || Number(total) === length) ? range : null;
}

function isSame(body: ByteSource, whole: ByteSource, { first, last }: Range): boolean {
  return firstDifference(sliceSource(whole, first, last - first + 1), body) < 0;
}
