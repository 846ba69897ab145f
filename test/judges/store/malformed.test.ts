import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  refusesCutStore,
  refusesOrKeepsUnbounded,
  refusesOrKeepsUnclosed,
  refusesOrKeepsUnlabelled,
  refusesOrKeepsUnlisted,
} from '../../../lib/judges/store/malformed.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, dataSet, json } from '../json-answers.ts';
import { BOTH_STORED, NONE_STORED, ONE, storeAnswer } from '../store-answers.ts';

const STATUS = { kind: 'status' } as const;
const SHOWN = { ...json([dataSet({ '00080018': attribute('UI', ONE.instance) })]), id: 'L.1', operation: 'look' };
const ABSENT = exchange({ status: 404, id: 'L.2', operation: 'look' });
const UNCLEAR = exchange({ status: 500, id: 'L.3', operation: 'look' });
const TWIN = { store: storeAnswer(BOTH_STORED), look: SHOWN, instance: ONE };
const of = (store: Exchange, look: Exchange) => ({ store, looks: [look], instance: ONE });
const refused = (status: number) => storeAnswer(null, { status });
const acknowledged = storeAnswer(BOTH_STORED);
const TAKEN = 'the server takes it all the same, and has the instance';
const KEPT = breach('refused-store-kept', { kind: 'exchange' }, { status: 400, name: 'one' });

for (const [judge, requirement, status] of [
  [refusesCutStore, 'STOW-009', 400],
  [refusesOrKeepsUnclosed, 'STOW-009', 400],
  [refusesOrKeepsUnbounded, 'STOW-009', 400],
  [refusesOrKeepsUnlisted, 'STOW-010', 415],
  [refusesOrKeepsUnlabelled, 'STOW-010', 400],
] as const) {
  test(`${judge.name}: what is refused and nowhere passes`, () => {
    expectFinding(judge(of(refused(status), ABSENT), TWIN), requirement, { assertions: 2 });
    expectFinding(judge(of(refused(status), UNCLEAR), TWIN), requirement, { assertions: 1 });
  });

  test(`${judge.name}: nothing is told where the usual store shows nothing`, () => {
    expectFinding(judge(of(refused(status), ABSENT), { ...TWIN, look: ABSENT }), requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'L.2 does not show what is stored: 404, no body',
    });
  });
}

test('STOW-009: a cut store that is acknowledged fails, whether something of it is there or not', () => {
  for (const look of [SHOWN, ABSENT])
    expectFinding(refusesCutStore(of(acknowledged, look), TWIN), 'STOW-009', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('cut-store-acknowledged', STATUS, { status: 200, expected: ['400'] })],
    });
});

test('STOW-009: a cut store that is answered 200 with lists that do not name it misleads by its status alone', () => {
  const named = storeAnswer({ '00081198': { vr: 'SQ' }, '00081199': { vr: 'SQ' } });
  expectFinding(refusesCutStore(of(named, ABSENT), TWIN), 'STOW-009', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('unreadable-store-not-refused', STATUS, { status: 200, expected: ['400'] })],
  });
});

test('STOW-009: a store that is refused and kept fails', () => {
  expectFinding(refusesCutStore(of(refused(400), SHOWN), TWIN), 'STOW-009', {
    verdict: 'fail',
    assertions: 2,
    breaches: [KEPT],
  });
});

test('STOW-009: another refusal is a warning, and so is a success that tells of the failure', () => {
  const wrong = (status: number) => breach('unreadable-store-not-refused', STATUS, { status, expected: ['400'] });
  expectFinding(refusesCutStore(of(refused(409), ABSENT), TWIN), 'STOW-009', {
    verdict: 'warn',
    assertions: 2,
    breaches: [wrong(409)],
    remark: '409: kept for instances that could not be stored',
  });
  expectFinding(refusesCutStore(of(storeAnswer(NONE_STORED), ABSENT), TWIN), 'STOW-009', {
    verdict: 'warn',
    assertions: 2,
    breaches: [wrong(200)],
    remark: '200: the answer says that the instance was not stored',
  });
});

test('STOW-009, STOW-010: what is taken though it need not be is noted where it is there', () => {
  for (const [judge, requirement] of [
    [refusesOrKeepsUnclosed, 'STOW-009'],
    [refusesOrKeepsUnbounded, 'STOW-009'],
    [refusesOrKeepsUnlisted, 'STOW-010'],
    [refusesOrKeepsUnlabelled, 'STOW-010'],
  ] as const) {
    expectFinding(judge(of(acknowledged, SHOWN), TWIN), requirement, { verdict: 'info', assertions: 1, remark: TAKEN });
    expectFinding(judge(of(acknowledged, UNCLEAR), TWIN), requirement, {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'no answer tells whether one is there',
    });
  }
});

test('STOW-009: a store without closing delimiter that is acknowledged and lost is as one that was cut', () => {
  expectFinding(refusesOrKeepsUnclosed(of(acknowledged, ABSENT), TWIN), 'STOW-009', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('cut-store-acknowledged', STATUS, { status: 200, expected: ['400'] })],
  });
});

test('STOW-010: what is taken and lost fails', () => {
  expectFinding(refusesOrKeepsUnlisted(of(acknowledged, ABSENT), TWIN), 'STOW-010', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('unsupported-store-not-refused', STATUS, { status: 200, expected: ['415'] })],
  });
});
