import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { answersADeleteAsDocumented } from '../../../lib/judges/delete/delete.ts';
import { failed, type Parts } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { SERIES, STUDY } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';
import { CLAIMED, DISCLAIMED, deletion, evidence, gone, shown, UNKNOWN } from './evidence.ts';

const STATUS = { kind: 'status' } as const;
const judged = (profile: ReturnType<typeof aProfile>, parts: Parts) =>
  answersADeleteAsDocumented(evidence({ deletion: deletion(parts) }), profile);

test('DELETE-003: 204 without content passes', () => {
  for (const profile of [CLAIMED, UNKNOWN]) {
    const finding = judged(profile, {});
    expectFinding(finding, 'DELETE-003', { assertions: 2 });
    const claim = profile === CLAIMED ? '204' : '200 or 202 or 204';
    assert.equal(finding.claim, `answers ${claim} to a delete that succeeded`);
    assert.deepEqual(finding.exchanges, ['D', 'B']);
    assert.equal(judged(profile, { headers: [['Content-Length', '0']] }).verdict, 'pass');
    for (const [parts, bytes] of [
      [{ body: 'ok!' }, 3],
      [{ headers: [['Content-Length', '7']] }, 7],
    ] as [Parts, number][]) {
      expectFinding(judged(profile, parts), 'DELETE-003', {
        verdict: 'fail',
        assertions: 2,
        breaches: [breach('delete-content-with-204', { kind: 'bytes', offset: 0 }, { bytes })],
      });
    }
  }
});

test('DELETE-003: another success is a failure where delete is claimed, otherwise one of RFC 9110 will do', () => {
  for (const status of [200, 202]) {
    const breaches = [breach('delete-success-status', STATUS, { status, expected: ['204'] })];
    expectFinding(judged(CLAIMED, { status, reason: 'Why', body: '{}' }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      breaches,
    });
    expectFinding(judged(UNKNOWN, { status, reason: 'Why', body: 'deleted' }), 'DELETE-003', { assertions: 1 });
  }
  for (const status of [201, 206]) {
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('delete-success-status', STATUS, { status, expected: ['200', '202', '204'] })],
    });
  }
  const documented = aProfile({ deleteInstance: 'yes' }, { statuses: { store: [200], delete: [200, 204] } });
  const finding = judged(documented, { status: 200, body: 'deleted' });
  expectFinding(finding, 'DELETE-003', { assertions: 1 });
  assert.equal(finding.claim, 'answers 200 or 204 to a delete that succeeded');
  assert.deepEqual(judged(documented, { status: 202 }).breaches[0]?.parameters.expected, ['200', '204']);
});

test('DELETE-003: a claimed delete that is refused fails', () => {
  for (const status of [404, 405, 403, 500, 501]) {
    const particulars = { level: 'instance', status, expected: ['204'] };
    expectFinding(judged(CLAIMED, { status }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('delete-done-answered-failure', STATUS, particulars)],
    });
    const left = evidence({ deletion: deletion({ status }), retrieved: [shown('R')] });
    expectFinding(answersADeleteAsDocumented(left, CLAIMED), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('delete-refused', STATUS, particulars)],
    });
  }
});

test('DELETE-003: a delete of which nothing is said may be refused as such', () => {
  const particulars = { level: 'instance', expected: ['200', '202', '204'] };
  for (const status of [405, 501]) {
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: `the server does not delete: ${status}`,
    });
  }
  for (const status of [401, 403]) {
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `not permitted: ${status}`,
    });
  }
  for (const [status, verdict] of [
    [400, 'warn'],
    [499, 'warn'],
    [500, 'fail'],
    [502, 'fail'],
  ] as const) {
    const left = evidence({ deletion: deletion({ status }), retrieved: [shown('R')] });
    expectFinding(answersADeleteAsDocumented(left, UNKNOWN), 'DELETE-003', {
      verdict,
      assertions: 1,
      breaches: [breach('delete-refused', STATUS, { ...particulars, status })],
    });
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('delete-done-answered-failure', STATUS, { ...particulars, status })],
    });
  }
  for (const retrieved of [[], [gone('R'), shown('Q')]]) {
    const half = evidence({ deletion: deletion({ status: 404 }), retrieved });
    expectFinding(answersADeleteAsDocumented(half, UNKNOWN), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: 'the server does not delete: 404',
    });
  }
});

test('DELETE-003: what the product disclaims is not judged, and a busy server neither', () => {
  for (const status of [204, 405, 500]) {
    expectFinding(judged(DISCLAIMED, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: `deleting an instance is not claimed and was answered ${status}`,
    });
  }
  const series = evidence({ path: { study: STUDY, series: SERIES } });
  assert.equal(
    answersADeleteAsDocumented(series, DISCLAIMED).remark,
    'deleting a series is not claimed and was answered 204',
  );
  for (const profile of [CLAIMED, UNKNOWN]) {
    expectFinding(judged(profile, { status: 429 }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'the server says that it is busy: 429',
    });
  }
  assert.equal(
    answersADeleteAsDocumented(evidence({ deletion: failed('reset', 'x', 'D') }), CLAIMED).remark,
    'D: reset, x',
  );
});
