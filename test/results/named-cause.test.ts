import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breach as seen } from '../../lib/breaches/breach.ts';
import { namedCause, UnknownFinding } from '../../lib/results/named-cause.ts';
import type { Results } from '../../lib/results/results.ts';
import { seenAgain } from '../../lib/results/seen-again.ts';
import { exchange, finding, resultsOf, scenario } from '../reports/fixtures.ts';

const WHOLE = { kind: 'exchange' } as const;

/** A run in which searches by these keys are not selected by them. */
function ignoring(...keys: readonly string[]): Results {
  const findings = keys.map((key) => {
    const ignored = seen('search-ignores-key', WHOLE, { key, level: 'study', results: 1 });
    return finding('QIDO-010', 'fail', { breaches: [{ ...ignored, grade: 'fail', exchange: `T10.${key}` }] });
  });
  const url = 'http://127.0.0.1:8042/dicom-web/studies';
  const exchanges = keys.map((key) =>
    exchange(`T10.${key}`, { request: { method: 'GET', url, headers: [], body: null } }),
  );
  return resultsOf([scenario('T10', findings)], exchanges);
}

describe('a finding is named', () => {
  const results = ignoring('PatientID');
  for (const name of [
    '1',
    '001',
    'search-ignores-key.1',
    '001-search-ignores-key.1',
    'tickets/001-search-ignores-key.1.md',
    'QIDO-010',
  ])
    test(`by ${name}`, () => assert.equal(namedCause(results, name).lead.finding.requirement, 'QIDO-010'));

  test('and a name that none has is answered with the choices', () => {
    assert.throws(
      () => namedCause(results, '2'),
      new UnknownFinding('the run has no finding "2"; it has: 1 (QIDO-010 search-ignores-key.1)'),
    );
    assert.throws(() => namedCause(resultsOf([]), '1'), /the run has no findings/);
    assert.throws(() => namedCause(ignoring('PatientID', 'StudyDate'), 'QIDO-010'), /breached in 2 ways; name one: 1 /);
  });
});

describe('a breach that is looked for again', () => {
  const earlier = ignoring('PatientID');
  const { lead } = namedCause(earlier, '1');
  const again = (...findings: Parameters<typeof finding>[]) =>
    seenAgain(
      earlier,
      lead,
      resultsOf([
        scenario(
          'T10',
          findings.map((parts) => finding(...parts)),
        ),
      ]),
    );

  test('is still there with the same code and identity', () => {
    assert.equal(seenAgain(earlier, lead, ignoring('StudyDate', 'PatientID')).answer, 'still-broken');
  });

  test('is fixed where the requirement was judged and holds', () => {
    assert.equal(again(['QIDO-010', 'pass']).answer, 'fixed');
  });

  test('cannot be told where the requirement was not judged, or is breached in another way', () => {
    const unjudged = again(['QIDO-010', 'incomplete', { reason: 'prerequisite-failed', remark: 'nothing is stored' }]);
    assert.deepEqual(unjudged, {
      answer: 'cannot-tell',
      why: 'QIDO-010 was not judged again (prerequisite-failed: nothing is stored).',
    });
    assert.equal(again(['QIDO-011', 'pass']).answer, 'cannot-tell');
    assert.equal(seenAgain(earlier, lead, ignoring('StudyDate')).answer, 'cannot-tell');
    assert.equal(seenAgain(earlier, lead, resultsOf([])).answer, 'cannot-tell');
  });
});
