import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange, Header } from '../../../lib/http/exchange.ts';
import { headIsGetWithoutBody } from '../../../lib/judges/http/head.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { dataSet, json, STUDY } from '../json-answers.ts';

const JSON_TYPE: Header = ['Content-Type', 'application/dicom+json'];
const path = { study: STUDY };
const get = { ...json([dataSet()]), id: 'G' };
const SIZE = String(get.response?.body.length);
const head = (headers: readonly Header[], status = 200): Exchange =>
  exchange({ id: 'H', method: 'HEAD', headers, status });
const judge = (answer: Exchange, of = get) => headIsGetWithoutBody({ head: answer, get: of, path });

test('COMMON-033: the fields of GET pass, and so do fewer', () => {
  const finding = judge(head([JSON_TYPE, ['Content-Length', SIZE]]));
  expectFinding(finding, 'COMMON-033', { assertions: 4 });
  assert.deepEqual(finding.exchanges, ['H', 'G']);
  expectFinding(judge(head([])), 'COMMON-033', { assertions: 4 });
  const spelled: Header = ['content-type', 'Application/DICOM+JSON; charset=utf-8'];
  expectFinding(judge(head([spelled])), 'COMMON-033', { assertions: 4 });
});

test('COMMON-033: other fields than those of GET warn', () => {
  expectFinding(judge(head([['Content-Type', 'text/html']])), 'COMMON-033', {
    verdict: 'warn',
    assertions: 4,
    breaches: [
      breach(
        'head-names-another-type',
        { kind: 'header', name: 'Content-Type' },
        { type: 'text/html', expected: 'application/dicom+json' },
      ),
    ],
  });
  const unlabelled = { ...json([dataSet()], { headers: [] }), id: 'G' };
  assert.deepEqual(judge(head([['Content-Type', 'text/html']]), unlabelled).breaches[0]?.parameters, {
    type: 'text/html',
    expected: null,
  });
  expectFinding(judge(head([['Content-Length', '0']])), 'COMMON-033', {
    verdict: 'warn',
    assertions: 4,
    breaches: [
      breach('head-names-another-length', { kind: 'header', name: 'Content-Length' }, { stated: '0', bytes: 193 }),
    ],
  });
});

test('COMMON-033: to refuse HEAD warns, and any other status fails', () => {
  for (const status of [404, 405, 501]) {
    expectFinding(judge(head([], status)), 'COMMON-033', {
      verdict: 'warn',
      assertions: 2,
      breaches: [breach('head-refused', { kind: 'status' }, { status, expected: ['200'] })],
      remark: `H: ${status}: HEAD is refused, which RFC 9110 §9.1 wants of every server`,
    });
  }
  for (const status of [204, 500]) assert.equal(judge(head([], status)).verdict, 'fail', String(status));
});

test('COMMON-033: a body fails', () => {
  const malformed = failed('malformed', 'bytes follow the end of the response', 'H');
  expectFinding(judge({ ...malformed, response: head([]).response }), 'COMMON-033', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('head-with-body', { kind: 'bytes', offset: 0 }, {})],
  });
});

test('COMMON-033: without GET, or an answer to HEAD, nothing can be said', () => {
  for (const nothing of [exchange({ id: 'G', status: 404 }), { ...json([]), id: 'G' }]) {
    const { verdict, reason, assertions } = judge(head([], nothing.response?.status), nothing);
    assert.deepEqual([verdict, reason, assertions], ['incomplete', 'prerequisite-failed', 0]);
  }
  const unread = judge(failed('malformed', 'the status line cannot be read', 'H'));
  assert.deepEqual(
    [unread.verdict, unread.assertions, unread.remark],
    ['incomplete', 1, 'H: malformed, the status line cannot be read'],
  );
  const late = judge(failed('timed-out', 'no byte', 'H'));
  assert.deepEqual([late.verdict, late.reason], ['incomplete', 'timed-out']);
});
