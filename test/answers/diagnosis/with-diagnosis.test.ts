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

test('what metadata lack since before says nothing of the values that they have', () => {
  const JSON_TYPE = 'application/dicom+json';
  const uid = { vr: 'UI', Value: ['1.2.3'] };
  const whole = { '00080018': uid, '00100010': { vr: 'PN' }, '00101010': { vr: 'AS', Value: ['042Y'] } };
  const thin = { '00080018': uid, '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Roe^Jane' }] } };
  const ask = (id: string, body: unknown) =>
    exchange({
      ...{ id, url: 'http://server/studies/1.2/metadata', requestHeaders: [['Accept', JSON_TYPE]] },
      ...{ headers: [['Content-Type', JSON_TYPE]], body: JSON.stringify([body]) },
    });
  const lacks = (tag: string) =>
    seen(breach('metadata-lacks-attribute', { kind: 'json', pointer: '/0' }, { tag, vr: 'AS' }));
  const differs = seen(
    breach(
      'value-differs',
      { kind: 'json', pointer: '/0/00100010/Value/0' },
      { tag: '00100010', expected: '"Doe^John"', actual: '"Roe^Jane"' },
    ),
  );
  const [one] = withDiagnosis(
    [finding(lacks('00101010'), differs, lacks('00101020'))],
    () => ask('P', thin),
    () => ({ stored: [], isOurs: () => false, earlier: [ask('A', whole)] }),
  );
  assert.deepEqual(
    one?.breaches.map(({ code, parameters: { tag } }) => [code, tag]),
    [
      ['answer-thinner-than-before', '00101010'],
      ['value-differs', '00100010'],
      ['metadata-lacks-attribute', '00101020'],
    ],
  );
});

test('what does not follow from it stays: other answers, other fields, and what had to be refused', () => {
  const stays = [
    seen(NOT_JSON, 'fail', 'Q'),
    seen(breach('payload-without-length', { kind: 'header', name: 'Content-Length' }, {})),
    seen(breach('unknown-resource-success', { kind: 'status' }, { status: 200, expected: ['404'] })),
  ];
  assert.deepEqual(told(...stays)?.breaches, stays);
});
