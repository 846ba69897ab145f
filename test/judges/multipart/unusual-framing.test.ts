import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { copesWithUnusualFraming } from '../../../lib/judges/multipart/unusual-framing.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, dataSet, json } from '../json-answers.ts';
import { BOTH_STORED, ONE, storeAnswer } from '../store-answers.ts';

const shown = { ...json([dataSet({ '00080018': attribute('UI', ONE.instance) })]), id: 'L.1', operation: 'look' };
const absent = { ...exchange({ status: 404 }), id: 'L.2', operation: 'look' };
const STORED = { store: storeAnswer(BOTH_STORED), look: shown, instance: ONE };

test('MP-010: what is framed unusually and is there passes', () => {
  expectFinding(copesWithUnusualFraming(STORED, STORED), 'MP-010', { assertions: 2 });
});

test('MP-010: what is refused fails', () => {
  const refused = { store: storeAnswer(null, { status: 400 }), look: absent, instance: ONE };
  expectFinding(copesWithUnusualFraming(refused, STORED), 'MP-010', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('unusual-framing-refused', { kind: 'status' }, { status: 400, expected: ['200', '202'] })],
  });
});

test('MP-010: what is acknowledged and not there fails', () => {
  const lost = { store: storeAnswer(BOTH_STORED), look: absent, instance: ONE };
  expectFinding(copesWithUnusualFraming(lost, STORED), 'MP-010', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('unusual-framing-loses-store', { kind: 'exchange' }, { readable: true })],
  });
});
