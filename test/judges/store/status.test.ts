import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Whereabouts } from '../../../lib/answers/stored/whereabouts.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { failuresHaveAReason, moduleIsOneObject } from '../../../lib/judges/store/module.ts';
import {
  answers200WhenAllAreStored,
  answers202WhenPartIsStored,
  answers409WhenNothingIsStored,
  explainsARefusal,
  otherStudiesAreNotStored,
} from '../../../lib/judges/store/status.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, json } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';
import {
  BOTH_STORED,
  failedItem,
  moduleOf,
  NONE_STORED,
  ONE,
  ONE_STORED,
  SENT,
  storeAnswer,
  storedItem,
  TWO,
  WITH_WARNING,
} from '../store-answers.ts';

const STATUS = { kind: 'status' } as const;

test('STOW-006: 200 with a module that acknowledges everything passes', () => {
  const finding = answers200WhenAllAreStored(storeAnswer(BOTH_STORED), SENT);
  expectFinding(finding, 'STOW-006', { assertions: 1 });
  assert.equal(finding.claim, 'answers 200 when every instance was stored');
  expectFinding(answers200WhenAllAreStored(storeAnswer([BOTH_STORED]), SENT), 'STOW-006', { assertions: 1 });
});

test('STOW-006: a 200 that does not say what was stored shows nothing', () => {
  for (const [body, size] of [
    ['[]', 2],
    ['{}', 2],
    [JSON.stringify(ONE_STORED), JSON.stringify(ONE_STORED).length],
    [JSON.stringify(moduleOf([storedItem('1.1')])), JSON.stringify(moduleOf([storedItem('1.1')])).length],
    [JSON.stringify([BOTH_STORED, BOTH_STORED]), JSON.stringify([BOTH_STORED, BOTH_STORED]).length],
  ] as const) {
    expectFinding(answers200WhenAllAreStored(storeAnswer(body), SENT), 'STOW-006', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `the answer does not say that all was stored: 200, ${size} bytes of "application/dicom+json"`,
    });
  }
  assert.equal(answers200WhenAllAreStored(storeAnswer(''), SENT).verdict, 'incomplete');
  assert.equal(answers200WhenAllAreStored(storeAnswer(BOTH_STORED), []).verdict, 'incomplete');
  assert.equal(answers200WhenAllAreStored(exchange({ body: 'success' }), SENT).verdict, 'incomplete');
  assert.equal(answers200WhenAllAreStored(failed('reset', 'x'), SENT).remark, 'X.1: reset, x');
});

test('STOW-006: 202 without a warning is a warning, other statuses fail', () => {
  expectFinding(answers200WhenAllAreStored(storeAnswer(BOTH_STORED, { status: 202 }), SENT), 'STOW-006', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('store-202-without-warning', STATUS, {})],
  });
  for (const [status, body] of [
    [201, BOTH_STORED],
    [204, ''],
    [400, ''],
    [404, ''],
    [409, NONE_STORED],
    [500, 'x'],
    [202, ONE_STORED],
  ] as const) {
    expectFinding(answers200WhenAllAreStored(storeAnswer(body, { status, reason: 'Why' }), SENT), 'STOW-006', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach(status === 201 || status === 204 ? 'store-success-status' : 'store-refused', STATUS, {
          ...{ status, expected: ['200'] },
        }),
      ],
    });
  }
});

test('STOW-006: an answer without a module is judged by what was seen of the instances', () => {
  const judge = (status: number, body: string, whereabouts: readonly Whereabouts[]) =>
    answers200WhenAllAreStored(storeAnswer(body, { status }), SENT, undefined, whereabouts).verdict;
  const seen = SENT.map((instance) => {
    const exchange = json([{ '00080018': attribute('UI', instance.instance) }]);
    return { instance, looks: [{ exchange, path: instance }] };
  });
  assert.deepEqual([judge(200, '', seen), judge(202, '', seen), judge(201, '', seen)], ['pass', 'warn', 'fail']);
  assert.deepEqual([judge(200, '', []), judge(202, '', [])], ['incomplete', 'incomplete']);
  assert.equal(judge(200, '<DicomAttribute keyword="FailedSOPSequence"/>', seen), 'incomplete');
});

test('STOW-006: a store with warnings is another matter', () => {
  for (const status of [200, 202]) {
    expectFinding(answers200WhenAllAreStored(storeAnswer(WITH_WARNING, { status }), SENT), 'STOW-006', {
      verdict: 'info',
      assertions: 1,
      remark: `${status}: instances were stored with a warning, of which STOW-023 judges the status`,
    });
  }
  assert.equal(answers200WhenAllAreStored(storeAnswer(WITH_WARNING, { status: 201 }), SENT).verdict, 'fail');
  const partly = moduleOf([storedItem('1.1', { '00081196': { vr: 'US', Value: [45056] } })]);
  assert.equal(answers200WhenAllAreStored(storeAnswer(partly, { status: 202 }), SENT).verdict, 'fail');
  const noValue = moduleOf([storedItem('1.1', { '00081196': { vr: 'US' } }), storedItem('1.2')]);
  assert.equal(answers200WhenAllAreStored(storeAnswer(noValue), SENT).verdict, 'pass');
});

test('STOW-006: a product may document another status', () => {
  const profile = aProfile({}, { statuses: { store: [201], delete: [204] } });
  assert.equal(answers200WhenAllAreStored(storeAnswer(BOTH_STORED, { status: 201 }), SENT, profile).verdict, 'pass');
  expectFinding(answers200WhenAllAreStored(storeAnswer(BOTH_STORED), SENT, profile), 'STOW-006', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('store-success-status', STATUS, { status: 200, expected: ['201'] })],
  });
});

test('STOW-007: 202 with a module that names what was stored passes', () => {
  const finding = answers202WhenPartIsStored(storeAnswer(ONE_STORED, { status: 202 }), SENT, []);
  expectFinding(finding, 'STOW-007', { assertions: 1 });
  assert.equal(finding.claim, 'answers 202 when a part of the instances was stored');
  for (const body of ['', NONE_STORED]) {
    const nothing = answers202WhenPartIsStored(storeAnswer(body, { status: 202 }), SENT, []);
    assert.deepEqual([nothing.verdict, nothing.reason, nothing.assertions], ['incomplete', 'prerequisite-failed', 0]);
    assert.match(nothing.remark ?? '', /^the answer does not say that something was stored: 202, /);
  }
});

test('STOW-007: where every instance was seen to be stored, no part was', () => {
  const look = (instance: string) => json([{ '00080018': attribute('UI', instance) }]);
  const all = SENT.map(({ instance }) => look(instance));
  const stored = answers202WhenPartIsStored(storeAnswer('{"status":"success"}', { status: 200 }), SENT, all);
  assert.deepEqual([stored.verdict, stored.reason], ['incomplete', 'not-exercised']);
  assert.equal(stored.remark, 'every instance was seen to be stored: 200');
  const part = answers202WhenPartIsStored(storeAnswer('{"status":"success"}', { status: 200 }), SENT, all.slice(1));
  assert.equal(part.breaches[0]?.code, 'partial-store-answered-success');
  const together = json(SENT.map(({ instance }) => ({ '00080018': attribute('UI', instance) })));
  const once = answers202WhenPartIsStored(storeAnswer('{"status":"success"}', { status: 200 }), SENT, [together]);
  assert.equal(once.remark, 'every instance was seen to be stored: 200');
  const module = answers202WhenPartIsStored(storeAnswer(ONE_STORED, { status: 200 }), SENT, all);
  assert.equal(module.breaches[0]?.code, 'partial-store-answered-success');
});

test('STOW-007: refusing the whole is a warning, as long as nothing was stored', () => {
  for (const body of [NONE_STORED, '']) {
    expectFinding(answers202WhenPartIsStored(storeAnswer(body, { status: 409 }), SENT, []), 'STOW-007', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('partial-store-refused-whole', STATUS, { status: 409, expected: ['202'] })],
      remark: '409: the request was refused as a whole',
    });
  }
  const look = { ...json([{ '00080018': attribute('UI', ONE.instance) }]), id: 'L.1', operation: 'search' };
  const empty = { ...json([]), id: 'L.0', operation: 'metadata' };
  expectFinding(answers202WhenPartIsStored(storeAnswer('', { status: 409 }), SENT, [empty, look]), 'STOW-007', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('partial-store-answered-failure', STATUS, { status: 409, seenBy: 'search' })],
  });
  expectFinding(answers202WhenPartIsStored(storeAnswer(ONE_STORED, { status: 409 }), SENT, []), 'STOW-007', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('partial-store-answered-failure', STATUS, { status: 409, seenBy: null })],
  });
  for (const [status, body] of [
    [200, ONE_STORED],
    [200, NONE_STORED],
    [400, ''],
  ] as const) {
    const code = status === 200 ? 'partial-store-answered-success' : 'partial-store-status';
    expectFinding(answers202WhenPartIsStored(storeAnswer(body, { status }), SENT, []), 'STOW-007', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, STATUS, { status, expected: ['202'] })],
    });
  }
  assert.equal(answers202WhenPartIsStored(failed('reset', 'x'), SENT, []).reason, 'prerequisite-failed');
});

test('STOW-007: an answer that says that all was stored is judged by what was', () => {
  expectFinding(answers202WhenPartIsStored(storeAnswer(BOTH_STORED), SENT, []), 'STOW-007', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'the answer says that every instance was stored: 200',
  });
});

const TWIN = { ...storeAnswer(BOTH_STORED), id: 'S.0' };

test('STOW-008: 409 when nothing was stored passes, 400 is a warning, success fails', () => {
  const finding = answers409WhenNothingIsStored(storeAnswer(NONE_STORED, { status: 409 }), TWIN);
  expectFinding(finding, 'STOW-008', { assertions: 1 });
  assert.deepEqual(finding.exchanges, ['S.1', 'S.0']);
  assert.equal(finding.claim, 'answers 409 when no instance could be stored');
  expectFinding(answers409WhenNothingIsStored(storeAnswer('', { status: 400 }), TWIN), 'STOW-008', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('refused-store-status', STATUS, { status: 400, expected: ['409'] })],
    remark: '400: kept for bad syntax by Table 10.5.3-1',
  });
  for (const status of [200, 202, 500]) {
    expectFinding(answers409WhenNothingIsStored(storeAnswer(NONE_STORED, { status }), TWIN), 'STOW-008', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach(status === 500 ? 'refused-store-status' : 'refused-store-answered-success', STATUS, {
          status,
          expected: ['409'],
        }),
      ],
    });
  }
  assert.equal(answers409WhenNothingIsStored(failed('reset', 'x'), TWIN).reason, 'prerequisite-failed');
});

test('STOW-008 and -026: a server that refuses everything has shown nothing', () => {
  for (const judge of [answers409WhenNothingIsStored, explainsARefusal]) {
    for (const twin of [
      storeAnswer(NONE_STORED, { status: 409 }),
      storeAnswer(NONE_STORED),
      storeAnswer(BOTH_STORED, { status: 409 }),
    ]) {
      const finding = judge(storeAnswer(NONE_STORED, { status: 409 }), twin);
      assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
      assert.match(finding.remark ?? '', /^the valid request \(S\.1\) (was answered 409|stored no instance)$/);
    }
    assert.equal(judge(storeAnswer(NONE_STORED, { status: 409 }), failed('reset', 'x')).remark, 'X.1: reset, x');
  }
});

test('STOW-026: a 409 is explained by the module', () => {
  const finding = explainsARefusal(storeAnswer(NONE_STORED, { status: 409 }), TWIN);
  expectFinding(finding, 'STOW-026', { assertions: 1 });
  assert.equal(finding.claim, 'explains a 409 answer');
  const text = storeAnswer('wrong study', { status: 409, headers: [['Content-Type', 'text/plain']] });
  expectFinding(explainsARefusal(text, TWIN), 'STOW-026', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('refusal-unexplained', { kind: 'exchange' }, { type: 'text/plain', bytes: 11 })],
  });
  assert.equal(explainsARefusal(storeAnswer(moduleOf([storedItem('1.1')]), { status: 409 }), TWIN).verdict, 'warn');
  expectFinding(explainsARefusal(storeAnswer('', { status: 409 }), TWIN), 'STOW-026', {
    verdict: 'info',
    assertions: 1,
    remark: 'the 409 answer has no body',
  });
  expectFinding(
    explainsARefusal(storeAnswer(moduleOf([], [failedItem(ONE.instance)]), { status: 400 }), TWIN),
    'STOW-026',
    {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark: 'the answer is no 409: 400',
    },
  );
  assert.equal(explainsARefusal(failed('reset', 'x'), TWIN).reason, 'prerequisite-failed');
});

test('STOW-012: what belongs to another study is not found afterwards', () => {
  const look = (id: string, body: unknown) => ({ ...json(body), id, operation: 'search' });
  const shown = [{ '00080018': attribute('UI', '1.1') }];
  const finding = otherStudiesAreNotStored(ONE, [look('L.1', []), { ...exchange({ status: 404 }), id: 'L.2' }], TWIN);
  expectFinding(finding, 'STOW-012', { assertions: 2 });
  assert.equal(finding.claim, 'does not store an instance of another study');
  assert.deepEqual(finding.exchanges, ['L.1', 'L.2', 'S.0']);
  expectFinding(otherStudiesAreNotStored(ONE, [look('L.1', shown)], TWIN), 'STOW-012', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('stray-instance-stored', { kind: 'exchange' }, { instance: '1.1', name: 'one', operation: 'search' }),
    ],
  });
  expectFinding(otherStudiesAreNotStored(ONE, [{ ...exchange({ status: 500 }), id: 'L.1' }], TWIN), 'STOW-012', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'L.1 does not tell whether it was stored',
  });
  assert.equal(otherStudiesAreNotStored(ONE, [look('L.1', [])], storeAnswer('')).verdict, 'pass');
  assert.equal(otherStudiesAreNotStored(ONE, [look('L.1', [])], storeAnswer(NONE_STORED)).verdict, 'incomplete');
  assert.equal(otherStudiesAreNotStored(ONE, [], TWIN).reason, 'not-exercised');
});

test('STOW-006: an instance that is listed as stored and as failed is not acknowledged', () => {
  const both = moduleOf([storedItem('1.1'), storedItem('1.2')], [failedItem('1.2')]);
  expectFinding(answers200WhenAllAreStored(storeAnswer(both), SENT), 'STOW-006', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: answers200WhenAllAreStored(storeAnswer(both), SENT).remark ?? '',
  });
});

test('STOW-026 and -019: a module in an error that names no type is a module', () => {
  const unlabelled = storeAnswer(NONE_STORED, { status: 409, headers: [] });
  expectFinding(explainsARefusal(unlabelled, TWIN), 'STOW-026', { assertions: 1 });
  expectFinding(failuresHaveAReason(unlabelled), 'STOW-019', { assertions: 2 });
  expectFinding(moduleIsOneObject(unlabelled), 'STOW-014', { assertions: 1 });
  const own = storeAnswer({ Message: 'wrong study' }, { status: 409, headers: [] });
  assert.equal(explainsARefusal(own, TWIN).verdict, 'warn');
});

test('STOW-006: a failure that was none is told apart from a refusal', () => {
  const refused = storeAnswer('', { status: 500 });
  const shown = json([{ '00080018': attribute('UI', '1.1') }]);
  const at = (exchange: Exchange) => [{ instance: ONE, looks: [{ exchange, path: ONE }] }];
  for (const [look, code] of [
    [shown, 'store-done-answered-failure'],
    [exchange({ status: 404 }), 'store-refused'],
  ] as const) {
    expectFinding(answers200WhenAllAreStored(refused, [ONE], undefined, at(look)), 'STOW-006', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach(code, STATUS, { status: 500, expected: ['200'] })],
    });
  }
  const half = [...at(shown), { instance: TWO, looks: [{ exchange: exchange({ status: 404 }), path: TWO }] }];
  const finding = answers200WhenAllAreStored(refused, SENT, undefined, half);
  assert.equal(finding.breaches[0]?.code, 'store-refused', 'a part of what was refused was kept');
});

test('STOW-006: a transfer syntax that is kept off the web is not owed', () => {
  const implicit = { ...ONE, transferSyntax: '1.2.840.10008.1.2' };
  for (const [refusal, remark] of [
    [storeAnswer('', { status: 400 }), 'one is in a transfer syntax that is kept off the web'],
    [
      storeAnswer(moduleOf([], [failedItem('1.1', attribute('US', 272))]), { status: 409 }),
      'the server declines what it does not support, one first',
    ],
  ] as const) {
    expectFinding(answers200WhenAllAreStored(refusal, [implicit]), 'STOW-006', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 0,
      remark,
    });
  }
  for (const status of [204, 500])
    assert.equal(answers200WhenAllAreStored(storeAnswer('', { status }), [implicit]).verdict, 'fail');
  assert.equal(answers200WhenAllAreStored(storeAnswer('', { status: 400 }), [ONE]).verdict, 'fail');
});

test('STOW-008 and -026: a valid request without an answer shows nothing of a refusal', () => {
  const refused = storeAnswer(NONE_STORED, { status: 409 });
  for (const judge of [answers409WhenNothingIsStored, explainsARefusal]) {
    assert.equal(judge(refused, failed('reset', 'x')).assertions, 0);
  }
});
