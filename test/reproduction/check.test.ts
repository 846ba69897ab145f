import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Breach } from '../../lib/breaches/breach.ts';
import { checkOf } from '../../lib/reproduction/check.ts';
import type { KeptBodies } from '../../lib/reproduction/evidence.ts';
import type { Sighting } from '../../lib/results/first-cause.ts';
import { exchange } from '../reports/fixtures.ts';

const kept: KeptBodies = { open: () => null };
const facts = {
  exchanges: [exchange('T10.1', {})],
  target: { baseUrl: 'http://127.0.0.1:8042/dicom-web', authentication: 'none' },
} as const;

function checkFor(breach: Pick<Breach, 'code' | 'where'>) {
  const sighting = { breach: { parameters: {}, exchange: 'T10.1', ...breach }, finding: { exchanges: ['T10.1'] } };
  return checkOf(facts, sighting as unknown as Sighting, kept);
}

test('a VR under which values are wrong is looked at with them: under another VR the same values are right', () => {
  const check = checkFor({
    code: 'json-binary-as-values',
    where: { kind: 'json', pointer: '/0/00290010/Value' },
  } as Breach);
  assert.ok(typeof check !== 'string');
  assert.deepEqual(check.words.slice(0, 2), ['judge_json', '/0/00290010']);
});

test('what is answered so now and then has no script: one request would show nothing', () => {
  const check = checkFor({ code: 'answer-flaps', where: { kind: 'status' } } as Breach);
  assert.match(String(check), /now and then/);
});
