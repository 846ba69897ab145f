import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { honoursRange, refusesRangeBeyondTheEnd } from '../../../lib/judges/http/range.ts';
import { DICOM, exchange, failed, multipart } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';

const BYTES = Uint8Array.from({ length: 200 }, (_, index) => index);
const ASKED = { first: 130, last: 149 };
const FIELD = { kind: 'header', name: 'Content-Range' } as const;
const START = { kind: 'bytes', offset: 0 } as const;

const whole = exchange({ id: 'X.0', body: BYTES });
const part = (contentRange: string | null, first: number, last: number) =>
  exchange({
    status: 206,
    headers: contentRange === null ? [] : [['Content-Range', contentRange]],
    body: BYTES.slice(first, last + 1),
  });
const honours = (answer: ReturnType<typeof exchange>, twin = whole) => honoursRange(answer, twin, ASKED);
const otherBytes = (returned: number) => breach('range-of-other-bytes', START, { ...ASKED, returned });
const notTold = (value: string | null) => breach('range-not-told', FIELD, { value, expected: 'bytes 130-149/200' });

test('a range is sent with 206, in full or in part, or the whole is with 200', () => {
  for (const right of [
    part('bytes 130-149/200', 130, 149),
    part('bytes 130-149/*', 130, 149),
    part('bytes 130-139/200', 130, 139),
    part('bytes 140-149/200', 140, 149),
  ])
    expectFinding(honours(right), 'WADO-RS-020', { assertions: 3 });
  expectFinding(honours(exchange({ body: BYTES })), 'WADO-RS-020', { assertions: 2 });
});

test('other bytes than were asked for fail, whatever is told of them', () => {
  for (const [told, first, last] of [
    ['bytes 130-149/200', 131, 150],
    ['bytes 130-139/200', 131, 140],
    ['bytes 131-150/200', 131, 150],
    ['bytes 120-149/200', 120, 149],
    ['bytes 130-149/200', 130, 139],
  ] as const)
    expectFinding(honours(part(told, first, last)), 'WADO-RS-020', {
      verdict: 'fail',
      assertions: 3,
      breaches: [otherBytes(last - first + 1)],
    });
});

test('the right bytes with no range, or another one, fail by the field alone', () => {
  for (const value of [null, 'bytes 0-19/200', 'bytes 130-149/9999', 'bytes 149-130/200', 'items 130-149/200', ''])
    expectFinding(honours(part(value, 130, 149)), 'WADO-RS-020', {
      verdict: 'fail',
      assertions: 3,
      breaches: [notTold(value)],
    });
  const both = honours(part(null, 0, 19));
  assert.deepEqual(
    both.breaches.map(({ code }) => code),
    ['range-not-told', 'range-of-other-bytes'],
  );
});

test('200 with less than the whole fails, for a range and for one beyond the end', () => {
  for (const [body, returned] of [
    [BYTES.slice(130, 150), 20],
    ['', 0],
  ] as const) {
    const wrong = exchange({ body });
    const breaches = [breach('range-sent-as-whole', { kind: 'exchange' }, { returned, length: 200 })];
    for (const finding of [honours(wrong), refusesRangeBeyondTheEnd(wrong, whole)])
      expectFinding(finding, 'WADO-RS-020', { verdict: 'fail', assertions: 2, breaches });
  }
});

test('200 with other bytes of the same length does not tell', () => {
  const anew = exchange({ body: BYTES.map((byte) => byte ^ 1) });
  for (const finding of [honours(anew), refusesRangeBeyondTheEnd(anew, whole)])
    expectFinding(finding, 'WADO-RS-020', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 2,
      remark: 'the two answers have other bytes, though they are of one length',
    });
});

test('a range beyond the end is refused with 416, or the whole is sent', () => {
  expectFinding(refusesRangeBeyondTheEnd(exchange({ status: 416 }), whole), 'WADO-RS-020', { assertions: 1 });
  expectFinding(refusesRangeBeyondTheEnd(exchange({ body: BYTES }), whole), 'WADO-RS-020', { assertions: 2 });
  for (const status of [206, 500]) {
    expectFinding(refusesRangeBeyondTheEnd(exchange({ status }), whole), 'WADO-RS-020', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('range-badly-refused', { kind: 'status' }, { status, expected: ['416', '200'] })],
    });
  }
});

test('that no range is served is the choice of the server; an error is none', () => {
  expectFinding(honours(exchange({ status: 416 })), 'WADO-RS-020', {
    verdict: 'info',
    assertions: 1,
    remark: '416: no range is served',
  });
  assert.equal(honours(exchange({ status: 500 })).breaches[0]?.code, 'range-badly-refused');
});

test('without a whole payload to compare with, nothing is told', () => {
  for (const judge of [honours, refusesRangeBeyondTheEnd]) {
    expectFinding(judge(part('bytes 130-149/200', 130, 149), multipart(DICOM, [BYTES], { id: 'X.0' })), 'WADO-RS-020', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'X.0 is in parts, and the rule is about payloads that are not',
    });
    expectFinding(judge(exchange({ body: BYTES }), exchange({ id: 'X.0', status: 404 })), 'WADO-RS-020', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'X.0 was answered 404',
    });
    assert.equal(judge(failed('reset', 'gone'), whole).verdict, 'incomplete');
  }
});
