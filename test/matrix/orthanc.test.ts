import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningOrthanc, skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';
import { harnessErrors, type Judged, judgeServer } from './servers.ts';

/**
 * Failures and warnings on Orthanc 1.10 with its DICOMweb plug-in 1.7, each upheld by the clause that it cites; the
 * judgement of each stands in docs/orthanc.md. A verdict that joins or leaves this list is looked at by a person.
 */
const FAILS: readonly string[] = [
  ...['COMMON-004', 'COMMON-006', 'COMMON-029', 'QIDO-010', 'QIDO-012', 'STOW-007', 'STOW-009', 'STOW-010'],
];
const WARNS: readonly string[] = [
  ...['COMMON-007', 'COMMON-009', 'COMMON-010', 'COMMON-012', 'COMMON-013', 'COMMON-014', 'COMMON-017', 'COMMON-018'],
  ...['COMMON-020', 'COMMON-026', 'COMMON-033', 'MP-008', 'WADO-RS-014', 'WADO-RS-015', 'WADO-RS-063'],
  ...['QIDO-004', 'QIDO-008', 'QIDO-009', 'QIDO-026', 'QIDO-029', 'QIDO-032', 'QIDO-033', 'QIDO-040', 'QIDO-062'],
  ...['STOW-016', 'STOW-018', 'STOW-025', 'STOW-028'],
];

describe('a real server', { skip: skipWithoutOrthanc() }, () => {
  let orthanc: RunningOrthanc;
  let judged: Judged;

  before(async () => {
    orthanc = await startOrthanc();
    judged = await judgeServer(orthanc.baseUrl, { timeoutMs: 20_000, visibilityWindowMs: 5_000 });
  });

  after(() => orthanc.stop());

  test('the harness makes no error of its own', () => {
    assert.deepEqual(harnessErrors(judged), []);
  });

  test('every failure and every warning is one that was judged by a person', () => {
    const ids = (verdict: string) => judged.requirements.filter((record) => record.verdict === verdict);
    assert.deepEqual(
      ids('fail').map(({ id }) => id),
      FAILS,
    );
    assert.deepEqual(
      ids('warn').map(({ id }) => id),
      WARNS,
    );
  });

  test('store, retrieve and search are seen to work; delete and control of access are not claimed', () => {
    for (const { id, verdict, reason } of judged.scenarios) {
      const said = reason ?? verdict;
      if (['T18', 'T19', 'T20', 'challenge', 'access', 'access-store'].includes(id))
        assert.equal(said, 'not-claimed', id);
      // It does not find the name to begin with.
      else if (id === 'fuzzy-matching') assert.equal(said, 'prerequisite-failed', id);
      else if (
        [
          'partial-store',
          'faulty-store',
          'malformed-stores',
          'faulty-search',
          'encoded-keys',
          'study-keys',
          'rich-instance',
        ].includes(id)
      )
        assert.equal(said, 'fail', id);
      else assert.ok(['pass', 'warn'].includes(said), `${id} ${said}`);
    }
  });
});
