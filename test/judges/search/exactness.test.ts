import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { matchesWholeValues, type NearMisses } from '../../../lib/judges/search/exactness.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json } from '../json-answers.ts';

const some = (id: string) => json([{ '0020000D': attribute('UI', '1.2') }], { id });
const none = (id: string) => json([], { id });
const EXACT: NearMisses = {
  key: 'PatientID',
  found: some('F'),
  notFound: none('N'),
  beginning: none('B'),
  otherCase: none('C'),
};

test('QIDO-040: only the whole value finds', () => {
  const finding = matchesWholeValues('study', EXACT);
  expectFinding(finding, 'QIDO-040', { assertions: 2 });
  assert.equal(finding.claim, 'takes PatientID for a whole value');
  assert.deepEqual(finding.exchanges, ['B', 'C', 'F', 'N']);
  const bare = { ...EXACT, beginning: exchange({ status: 204 }), otherCase: null };
  expectFinding(matchesWholeValues('study', bare), 'QIDO-040', { assertions: 1 });
});

test('QIDO-040: a beginning that finds is a failure, another case a warning', () => {
  expectFinding(matchesWholeValues('study', { ...EXACT, beginning: some('B') }), 'QIDO-040', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('search-matches-beginning', at('/0'), { key: 'PatientID', level: 'study', value: '', results: 1 }),
    ],
  });
  expectFinding(matchesWholeValues('study', { ...EXACT, otherCase: some('C') }), 'QIDO-040', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('search-disregards-case', at('/0'), { key: 'PatientID', level: 'study', value: '', results: 1 })],
  });
});

test('QIDO-040: a key that finds nothing, or anything, says nothing of its values', () => {
  for (const broken of [
    { ...EXACT, found: none('F') },
    { ...EXACT, found: exchange({ status: 400 }) },
    { ...EXACT, notFound: exchange({ status: 500 }) },
    { ...EXACT, notFound: some('N'), beginning: some('B'), otherCase: some('C') },
  ]) {
    const finding = matchesWholeValues('study', broken);
    assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
  }
});
