import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { assess } from '../../../lib/judges/assess.ts';
import { assessStatus, type StatusExpectation } from '../../../lib/judges/assess-status.ts';
import { completeResponse } from '../../../lib/judges/complete-response.ts';
import { answersCompletely } from '../../../lib/judges/http/complete-answer.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';

test('a complete answer passes, and its length is compared with the announced one', () => {
  const finding = answersCompletely(exchange({ headers: [['content-length', '3']], body: 'abc' }));
  expectFinding(finding, 'COMMON-001', { assertions: 3 });
  assert.equal(finding.claim, 'answers with a complete HTTP response');
  assert.deepEqual(finding.exchanges, ['X.1']);
});

for (const code of ['reset', 'truncated', 'malformed'] as const) {
  test(`${code} is a failure of the server`, () => {
    expectFinding(answersCompletely(failed(code, 'after 12 bytes')), 'COMMON-001', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('answer-incomplete', { kind: 'exchange' }, { failure: code, message: 'after 12 bytes' })],
    });
  });
}

test('a truncated body is a failure although a status came', () => {
  const partial = { ...exchange({ body: 'ab' }), failure: { code: 'truncated', message: 'at 2 of 3' } as const };
  const finding = answersCompletely(partial);
  assert.deepEqual([finding.verdict, finding.assertions], ['fail', 1]);
});

test('an exchange without response and without failure is no answer either', () => {
  const silent = { ...exchange(), response: null };
  expectFinding(answersCompletely(silent), 'COMMON-001', {
    verdict: 'fail',
    breaches: [breach('answer-incomplete', { kind: 'exchange' }, { failure: 'none', message: '' })],
  });
});

for (const [code, reason, remark] of [
  ['timed-out', 'timed-out', 'X.1: no answer within the configured wait, why'],
  ['too-large', 'over-limit', "X.1: over the harness's own limit, why"],
  ['aborted', 'not-exercised', 'X.1: the run was ended, why'],
  ['unreachable', 'prerequisite-failed', 'X.1: no connection, why'],
  ['tls', 'prerequisite-failed', 'X.1: no secure connection, why'],
  ['not-sent', 'unsafe', 'X.1: the harness did not send it, why'],
  ['not-followed', 'unsafe', 'X.1: the harness does not follow its redirect, why'],
] as const) {
  test(`${code} says nothing against the server`, () => {
    expectFinding(answersCompletely(failed(code, 'why')), 'COMMON-001', {
      verdict: 'incomplete',
      reason,
      assertions: 0,
      remark,
    });
  });
}

for (const [status, verdict] of [
  [199, 'fail'],
  [200, 'pass'],
  [599, 'pass'],
  [600, 'fail'],
  [200.5, 'fail'],
] as const) {
  test(`a status of ${status} is a ${verdict}`, () => {
    const finding = answersCompletely(exchange({ status, reason: 'So' }));
    expectFinding(finding, 'COMMON-001', {
      verdict,
      assertions: 2,
      breaches: verdict === 'pass' ? [] : [breach('status-out-of-range', { kind: 'status' }, { status })],
    });
  });
}

test('a Content-Length that is not the length of the body is named', () => {
  const wrong = exchange({ headers: [['Content-Length', '4']], body: 'abc' });
  expectFinding(answersCompletely(wrong), 'COMMON-001', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('content-length-wrong', { kind: 'header', name: 'Content-Length' }, { stated: '4', bytes: 3 })],
  });
});

for (const length of ['3x', 'x3', '', '+3', '0x3']) {
  test(`Content-Length "${length}" is no number`, () => {
    const odd = exchange({ headers: [['Content-Length', length]], body: 'abc' });
    assert.equal(answersCompletely(odd).verdict, 'fail');
  });
}

test('a transfer coding takes the place of Content-Length, and HEAD and 304 have no body to announce', () => {
  const headers = [['Content-Length', '4']] as const;
  const chunked = exchange({ headers: [...headers, ['Transfer-Encoding', 'chunked']], body: 'abc' });
  assert.equal(answersCompletely(chunked).verdict, 'pass');
  assert.equal(answersCompletely(exchange({ method: 'HEAD', headers })).verdict, 'pass');
  assert.equal(answersCompletely(exchange({ status: 304, headers })).verdict, 'pass');
});

for (const status of [204, 304]) {
  test(`a body after ${status} is a failure`, () => {
    expectFinding(answersCompletely(exchange({ status, body: 'a' })), 'COMMON-001', {
      verdict: 'fail',
      breaches: [breach('body-without-content', { kind: 'bytes', offset: 0 }, { status, bytes: 1 })],
    });
  });
}

test('204 announces no body: neither a length nor a coding', () => {
  const length = exchange({ status: 204, headers: [['Content-Length', '5']] });
  expectFinding(answersCompletely(length), 'COMMON-001', {
    verdict: 'fail',
    breaches: [
      breach(
        'no-content-announces-body',
        { kind: 'header', name: 'Content-Length' },
        { header: 'Content-Length', value: '5' },
      ),
    ],
  });
  const coding = exchange({ status: 204, headers: [['Transfer-Encoding', 'chunked']] });
  expectFinding(answersCompletely(coding), 'COMMON-001', {
    verdict: 'fail',
    breaches: [
      breach(
        'no-content-announces-body',
        { kind: 'header', name: 'Transfer-Encoding' },
        { header: 'Transfer-Encoding', value: 'chunked' },
      ),
    ],
  });
  expectFinding(answersCompletely(exchange({ status: 204, headers: [['Content-Length', '0']] })), 'COMMON-001', {
    assertions: 4,
  });
});

test('of several exchanges the one in question is named', () => {
  const finding = answersCompletely(
    exchange({ id: 'A.1' }),
    failed('reset', 'gone', 'A.2'),
    failed('timed-out', 'slow', 'A.3'),
  );
  expectFinding(finding, 'COMMON-001', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('answer-incomplete', { kind: 'exchange' }, { failure: 'reset', message: 'gone' })],
    remark: 'A.3: no answer within the configured wait, slow',
  });
  assert.deepEqual(finding.exchanges, ['A.1', 'A.2', 'A.3']);
});

test('each kind of breach names its exchange among several', () => {
  const good = exchange({ id: 'A.1' });
  const shown = (bad: Parameters<typeof exchange>[0]) =>
    shownBy(answersCompletely(good, exchange({ id: 'A.2', ...bad })))[0];
  assert.equal(shown({ status: 999 }), 'A.2 status-out-of-range');
  assert.equal(shown({ status: 204, body: 'abc' }), 'A.2 body-without-content');
  assert.equal(shown({ status: 204, headers: [['Content-Length', '1']] }), 'A.2 no-content-announces-body');
  assert.equal(shown({ headers: [['Content-Length', '1']] }), 'A.2 content-length-wrong');
});

test('nothing to judge is not exercised', () => {
  expectFinding(answersCompletely(), 'COMMON-001', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
});

function statusIs(requirement: string, claim: string, judgedExchange: Exchange, expectation: StatusExpectation) {
  return assess(requirement, claim, [judgedExchange], (a) => {
    const response = completeResponse(judgedExchange, a);
    if (response) assessStatus(response, expectation, a);
  });
}

const EXPECTATION = { pass: [200, 202], warn: { 204: 'an old reading' }, info: { 405: 'not offered' } };
const judged = (parts: Parameters<typeof exchange>[0]) =>
  statusIs('STOW-007', 'answers as told', exchange(parts), EXPECTATION);

test('a status that is expected passes', () => {
  const finding = judged({ status: 202 });
  expectFinding(finding, 'STOW-007', { assertions: 1 });
  assert.deepEqual([finding.claim, finding.exchanges], ['answers as told', ['X.1']]);
});

test('a status in no list fails, with what was expected', () => {
  expectFinding(judged({ status: 404, reason: 'Not Found' }), 'STOW-007', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('unexpected-status', { kind: 'status' }, { status: 404, expected: ['200', '202'] })],
  });
});

test('a status that is tolerated warns, and the reading is named', () => {
  expectFinding(judged({ status: 204 }), 'STOW-007', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('unexpected-status', { kind: 'status' }, { status: 204, expected: ['200', '202'] })],
    remark: '204: an old reading',
  });
});

test('a status that is left to the vendor is recorded', () => {
  expectFinding(judged({ status: 405 }), 'STOW-007', { verdict: 'info', assertions: 1, remark: '405: not offered' });
});

test('a server that asks to come back later is not judged', () => {
  for (const parts of [{ status: 429 }, { status: 503, headers: [['Retry-After', '1']] as const }]) {
    expectFinding(judged(parts), 'STOW-007', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `the server says that it is busy: ${parts.status}`,
    });
  }
  assert.equal(judged({ status: 503 }).verdict, 'fail');
  assert.equal(judged({ status: 404, headers: [['Retry-After', '1']] }).verdict, 'fail');
  assert.equal(statusIs('X', 'answers 429 to a flood', exchange({ status: 429 }), { pass: [429] }).verdict, 'pass');
});

test('a status that never came is not judged again', () => {
  expectFinding(statusIs('STOW-007', 'answers as told', failed('reset', 'gone'), EXPECTATION), 'STOW-007', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, gone',
  });
  const slow = statusIs('STOW-007', 'answers as told', failed('timed-out', 'slow'), EXPECTATION);
  assert.deepEqual([slow.verdict, slow.reason, slow.remark], ['incomplete', 'timed-out', 'X.1: timed-out, slow']);
  const silent = statusIs('STOW-007', 'answers as told', { ...exchange(), response: null }, EXPECTATION);
  assert.deepEqual([silent.reason, silent.remark], ['prerequisite-failed', 'X.1: no response was recorded']);
});

test('a message of a hostile length is cut', () => {
  const [found] = answersCompletely(failed('malformed', 'x'.repeat(1000))).breaches;
  assert.equal(found?.parameters.message, `${'x'.repeat(400)}…`);
});

test('lengths have as many digits as they need', () => {
  const body = 'x'.repeat(123);
  assert.equal(answersCompletely(exchange({ headers: [['Content-Length', '123']], body })).verdict, 'pass');
  const announced = (length: string) =>
    answersCompletely(exchange({ status: 204, headers: [['Content-Length', length]] }));
  assert.equal(announced('00').verdict, 'pass');
  assert.equal(announced('05').verdict, 'fail');
  assert.equal(announced('50').verdict, 'fail');
  const twice = [
    ['Content-Length', '5'],
    ['Content-Length', '6'],
  ] as const;
  assert.equal(answersCompletely(exchange({ status: 204, headers: twice })).breaches[0]?.parameters.value, '5, 6');
});

test('whether the status passed is told to whoever goes on', () => {
  const passes = (parts: Parameters<typeof exchange>[0]) => {
    const { response } = exchange(parts);
    assert.ok(response);
    let passed: boolean | undefined;
    assess('STOW-007', 'answers as told', [], (a) => {
      passed = assessStatus(response, EXPECTATION, a);
    });
    return passed;
  };
  assert.equal(passes({ status: 202 }), true);
  for (const status of [204, 405, 429, 500]) assert.equal(passes({ status }), false, `${status}`);
});
