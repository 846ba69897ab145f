import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Verdict } from '../../lib/results/verdict.ts';
import { withNeeded } from '../../lib/run/scenario.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
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

/** The same of the suite `standard`, beside the stores that it builds on: pictures are compressed here, and nothing decodes JPEG 2000. */
const STANDARD_FAILS: readonly string[] = [
  ...[
    'COMMON-001',
    'COMMON-006',
    'WADO-RS-006',
    'WADO-RS-007',
    'WADO-RS-008',
    'WADO-RS-009',
    'WADO-RS-011',
    'WADO-RS-012',
  ],
  ...[
    'WADO-RS-021',
    'WADO-RS-033',
    'WADO-RS-046',
    'WADO-RS-051',
    'WADO-RS-060',
    'WADO-RS-065',
    'JSON-011',
    'JSON-015',
    'JSON-016',
  ],
  ...['JSON-018', 'JSON-019', 'JSON-024', 'QIDO-010', 'STOW-037'],
];
const STANDARD_WARNS: readonly string[] = [
  ...[
    'COMMON-017',
    'COMMON-018',
    'MP-008',
    'WADO-RS-017',
    'WADO-RS-035',
    'WADO-RS-047',
    'WADO-RS-049',
    'WADO-RS-061',
    'WADO-RS-069',
    'WADO-RS-072',
  ],
  ...['JSON-014', 'QIDO-008', 'QIDO-026', 'QIDO-029', 'QIDO-032', 'QIDO-040', 'QIDO-047', 'QIDO-056'],
  ...['STOW-018', 'STOW-028'],
];

const STANDARD = withNeeded(
  SCENARIOS,
  SUITES.standard.map(({ id }) => id),
);

const idsOf = ({ requirements }: Judged, verdict: Verdict) =>
  requirements.filter((record) => record.verdict === verdict).map(({ id }) => id);

describe('a real server', { skip: skipWithoutOrthanc() }, () => {
  let orthanc: RunningOrthanc;
  let judged: Judged;
  let second: RunningOrthanc;
  let onOtherData: Judged;

  before(async () => {
    orthanc = await startOrthanc();
    const patience = { timeoutMs: 20_000, visibilityWindowMs: 5_000 };
    judged = await judgeServer(orthanc.baseUrl, patience);
    // The tutorial keeps its UIDs where it is played here: another server, or each would find what the other stored.
    second = await startOrthanc();
    onOtherData = await judgeServer(second.baseUrl, patience, { played: STANDARD });
  });

  after(() => Promise.all([orthanc, second].map((one) => one.stop())));

  test('the harness makes no error of its own', () => {
    assert.deepEqual([...harnessErrors(judged), ...harnessErrors(onOtherData)], []);
  });

  test('every failure and every warning is one that was judged by a person', () => {
    assert.deepEqual(idsOf(judged, 'fail'), FAILS);
    assert.deepEqual(idsOf(judged, 'warn'), WARNS);
  });

  test('so is each of the suite standard', () => {
    assert.deepEqual(idsOf(onOtherData, 'fail'), STANDARD_FAILS);
    assert.deepEqual(idsOf(onOtherData, 'warn'), STANDARD_WARNS);
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
