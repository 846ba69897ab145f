import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningOrthanc, skipWithoutOrthanc, startOrthanc } from '../support/orthanc.ts';
import { harnessErrors, type Judged, judgeServer } from './servers.ts';

/**
 * Failures and warnings on Orthanc 1.10 with its DICOMweb plug-in 1.7, each upheld by the clause that it cites; the
 * judgement of each stands in docs/orthanc.md. A verdict that joins or leaves this list is looked at by a person.
 */
const FAILS: readonly string[] = [];
const WARNS: readonly string[] = ['COMMON-018', 'MP-008', 'JSON-025', 'QIDO-029', 'STOW-018', 'STOW-028'];

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

  test('store, retrieve and search are seen to work; delete is not claimed', () => {
    const verdicts = Object.fromEntries(judged.scenarios.map(({ id, verdict, reason }) => [id, reason ?? verdict]));
    for (const id of ['T18', 'T19', 'T20']) assert.equal(verdicts[id], 'not-claimed', id);
    for (const [id, verdict] of Object.entries(verdicts)) {
      if (!['T18', 'T19', 'T20'].includes(id)) assert.ok(['pass', 'warn'].includes(verdict), `${id} ${verdict}`);
    }
  });
});
