import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  failureReasonFits,
  goesByTheFile,
  recordsPreamble,
  refusesUnknownClass,
  takesImplicitVr,
  takesSinglePart,
} from '../../../lib/judges/store/forms.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, dataSet, json } from '../json-answers.ts';
import { BOTH_STORED, ONE, storeAnswer } from '../store-answers.ts';

const STATUS = { kind: 'status' } as const;
const SHOWN = { ...json([dataSet({ '00080018': attribute('UI', ONE.instance) })]), id: 'L.1', operation: 'look' };
const ABSENT = exchange({ status: 404, id: 'L.2', operation: 'look' });
const TWIN = { store: storeAnswer(BOTH_STORED), look: SHOWN, instance: ONE };
const of = (store: Exchange, look: Exchange) => ({ store, looks: [look], instance: ONE });
const acknowledged = storeAnswer(BOTH_STORED);
const refused = (status: number) => of(storeAnswer(null, { status }), ABSENT);
const failedFor = (reason: number) =>
  storeAnswer(
    {
      '00081198': {
        vr: 'SQ',
        Value: [
          {
            '00081150': { vr: 'UI', Value: [ONE.sopClass] },
            '00081155': { vr: 'UI', Value: [ONE.instance] },
            '00081197': { vr: 'US', Value: [reason] },
          },
        ],
      },
    },
    { status: 409 },
  );

for (const [judge, requirement, form] of [
  [takesSinglePart, 'STOW-011', 'single-part'],
  [takesImplicitVr, 'STOW-036', 'implicit-vr'],
] as const) {
  test(`${requirement}: the server may take it or refuse it, and may not fail or lose it`, () => {
    assert.equal(judge(of(acknowledged, SHOWN), TWIN).verdict, 'info');
    for (const status of [400, 409, 415, 501]) assert.equal(judge(refused(status), TWIN).verdict, 'info');
    expectFinding(judge(refused(500), TWIN), requirement, {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        breach('store-form-badly-refused', STATUS, { form, status: 500, expected: ['200', '400', '409', '415'] }),
      ],
    });
    expectFinding(judge(of(acknowledged, ABSENT), TWIN), requirement, {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('store-form-lost', STATUS, { form, status: 200 })],
    });
  });
}

test('STOW-037: the file decides; a refusal is a warning', () => {
  expectFinding(goesByTheFile(of(acknowledged, SHOWN), TWIN), 'STOW-037', { assertions: 1 });
  assert.equal(goesByTheFile(refused(409), TWIN).verdict, 'warn');
  assert.equal(goesByTheFile(refused(500), TWIN).verdict, 'fail');
  assert.equal(goesByTheFile(of(acknowledged, ABSENT), TWIN).verdict, 'fail');
});

test('STOW-039: a private class is stored, or refused as one that is not supported', () => {
  assert.equal(refusesUnknownClass(of(acknowledged, SHOWN), TWIN).verdict, 'info');
  assert.equal(refusesUnknownClass(of(failedFor(0x0122), ABSENT), TWIN).verdict, 'pass');
  assert.equal(refusesUnknownClass(refused(501), TWIN).verdict, 'pass');
  const general = refusesUnknownClass(of(failedFor(0x0110), ABSENT), TWIN);
  assert.deepEqual(
    [general.verdict, general.remark?.split(': ').at(-1)],
    ['info', 'FailureReason 272, where 290 says that the class is not supported'],
  );
  for (const status of [400, 500]) assert.equal(refusesUnknownClass(refused(status), TWIN).verdict, 'fail');
});

test('STOW-020: a reason of the table that is not why misleads; general ones and those of the vendor do not', () => {
  const verdict = (reason: number) => failureReasonFits(failedFor(reason), ONE).verdict;
  for (const reason of [0x0110, 0xc000, 45070]) assert.equal(verdict(reason), 'pass', String(reason));
  for (const reason of [0x0122, 0xc122, 0xa700]) assert.equal(verdict(reason), 'fail', String(reason));
  assert.equal(verdict(0xa900), 'warn');
  expectFinding(failureReasonFits(failedFor(0x0122), ONE), 'STOW-020', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'failure-reason-misleads',
        { kind: 'json', pointer: '/00081198/Value/0/00081197' },
        { reason: 0x0122, means: 'sop-class' },
      ),
    ],
  });
  const unlisted = failureReasonFits(acknowledged, ONE);
  assert.deepEqual([unlisted.verdict, unlisted.reason], ['incomplete', 'prerequisite-failed']);
});

test('STOW-040: what became of the preamble is recorded', () => {
  const sent = Buffer.concat([Buffer.from('II*'), Buffer.alloc(125)]);
  const file = (preamble: Uint8Array) => Buffer.concat([preamble, Buffer.from('DICM')]);
  const said = (body: Uint8Array | null) => {
    const { verdict, remark } = recordsPreamble(exchange(), body, sent);
    return [verdict, remark];
  };
  assert.deepEqual(said(file(sent)), ['info', 'the preamble is kept']);
  assert.deepEqual(said(file(Buffer.alloc(128))), ['info', 'the preamble is cleared']);
  assert.deepEqual(said(file(Buffer.alloc(128, 1))), ['info', 'the preamble is another one']);
  for (const none of [null, Buffer.alloc(200)]) assert.equal(said(none)[0], 'incomplete');
});
