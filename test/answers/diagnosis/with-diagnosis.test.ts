import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDiagnosis } from '../../../lib/answers/diagnosis/with-diagnosis.ts';
import { type Breach, breach, type Grade, type SeenBreach } from '../../../lib/breaches/breach.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { exchange } from '../../judges/exchanges.ts';

const page = exchange({
  id: 'P',
  url: 'http://server/studies/1.2/metadata',
  requestHeaders: [['Accept', 'application/dicom+json']],
  headers: [['Content-Type', 'text/html']],
  body: '<html><title>Sign in</title></html>',
});
const seen = (one: SeenBreach, grade: Grade = 'fail', id = 'P'): Breach => ({ ...one, grade, exchange: id });
const finding = (...breaches: Breach[]): Finding => ({
  requirement: 'WADO-RS-030',
  verdict: 'fail',
  claim: 'returns metadata',
  assertions: 3,
  breaches,
  breachCount: breaches.length,
  exchanges: ['P'],
});
const told = (...breaches: Breach[]) =>
  withDiagnosis(
    [finding(...breaches)],
    (id) => (id === 'P' ? page : undefined),
    () => ({ stored: [], isOurs: () => false, earlier: [] }),
  )[0];

const NOT_JSON = breach('metadata-not-json', { kind: 'exchange' }, { type: 'text/html', bytes: 9 });

test('breaches of an answer that is something else are told once as what it is, by the gravest grade', () => {
  const one = told(seen(NOT_JSON, 'warn'), seen(breach('retrieve-empty', { kind: 'exchange' }, { level: 'study' })));
  assert.deepEqual(
    one?.breaches.map(({ code, grade, exchange: id }) => [code, grade, id]),
    [['answer-is-login', 'fail', 'P']],
  );
  assert.equal(one?.breachCount, 1);
  assert.equal(one?.verdict, 'fail');
});

test('what does not follow from it stays: other answers, other fields, and what had to be refused', () => {
  const stays = [
    seen(NOT_JSON, 'fail', 'Q'),
    seen(breach('payload-without-length', { kind: 'header', name: 'Content-Length' }, {})),
    seen(breach('unknown-resource-success', { kind: 'status' }, { status: 200, expected: ['404'] })),
  ];
  assert.deepEqual(told(...stays)?.breaches, stays);
});
