import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { ResourcePath } from '../../../lib/dicomweb/operations.ts';
import { type DeleteEvidence, deletesEveryLevelAlike } from '../../../lib/judges/delete/delete.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { dataSet, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';

const PATH: ResourcePath = { study: STUDY, series: SERIES, instance: INSTANCE };
const STUDY_PATH: ResourcePath = { study: STUDY };
const SERIES_PATH: ResourcePath = { study: STUDY, series: SERIES };
const CLAIMED = aProfile({ deleteStudy: 'yes', deleteSeries: 'yes', deleteInstance: 'yes' });
const UNKNOWN = aProfile();
const DISCLAIMED = aProfile({ deleteStudy: 'no', deleteSeries: 'no', deleteInstance: 'no' });
const STATUS = { kind: 'status' } as const;

/** A delete of something that was there, answered with that status. */
const atLevel = (path: ResourcePath, status: number): DeleteEvidence => ({
  path,
  members: [],
  deletion: exchange({ id: `D.${status}`, operation: 'delete', method: 'DELETE', status }),
  before: [json([dataSet()])],
  retrieved: [],
  searched: [],
  siblings: [],
});

test('DELETE-004: levels that are deleted alike pass', () => {
  const finding = deletesEveryLevelAlike(
    [atLevel(PATH, 204), atLevel(SERIES_PATH, 204), atLevel(STUDY_PATH, 200)],
    UNKNOWN,
  );
  expectFinding(finding, 'DELETE-004', { assertions: 3 });
  assert.equal(finding.claim, 'deletes studies, series and instances alike');
  assert.deepEqual(finding.exchanges, ['D.204', 'D.204', 'D.200']);
  assert.equal(deletesEveryLevelAlike([atLevel(PATH, 204), atLevel(SERIES_PATH, 409)], UNKNOWN).verdict, 'pass');
});

test('DELETE-004: a level that is missing among others fails, unless the product says so', () => {
  for (const status of [404, 405, 501]) {
    expectFinding(deletesEveryLevelAlike([atLevel(PATH, status), atLevel(STUDY_PATH, 204)], CLAIMED), 'DELETE-004', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('delete-refused', STATUS, { level: 'instance', status, expected: ['204'] })],
    });
    const without = aProfile({ deleteInstance: 'no' });
    const finding = deletesEveryLevelAlike(
      [atLevel(PATH, status), atLevel(SERIES_PATH, 204), atLevel(STUDY_PATH, 204)],
      without,
    );
    expectFinding(finding, 'DELETE-004', { assertions: 2 });
  }
});

test('DELETE-004: a level that nobody claims and that is refused as not offered is recorded; 404 for what is there is a warning', () => {
  for (const status of [405, 501]) {
    expectFinding(deletesEveryLevelAlike([atLevel(PATH, status), atLevel(STUDY_PATH, 204)], UNKNOWN), 'DELETE-004', {
      verdict: 'info',
      assertions: 2,
      remark: `deleting an instance is not offered: ${status}`,
    });
  }
  expectFinding(deletesEveryLevelAlike([atLevel(PATH, 404), atLevel(STUDY_PATH, 204)], UNKNOWN), 'DELETE-004', {
    verdict: 'warn',
    assertions: 2,
    breaches: [breach('delete-refused', STATUS, { level: 'instance', status: 404, expected: ['204'] })],
  });
});

test('DELETE-004: no level, or one level only, decides nothing', () => {
  expectFinding(deletesEveryLevelAlike([atLevel(PATH, 405), atLevel(STUDY_PATH, 405)], UNKNOWN), 'DELETE-004', {
    verdict: 'incomplete',
    reason: 'not-claimed',
    assertions: 0,
    remark: 'no level can be deleted',
  });
  expectFinding(deletesEveryLevelAlike([atLevel(PATH, 204), atLevel(PATH, 405)], UNKNOWN), 'DELETE-004', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'only the instance level was tried',
  });
  expectFinding(deletesEveryLevelAlike([atLevel(PATH, 204)], DISCLAIMED), 'DELETE-004', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  const unseen = deletesEveryLevelAlike([{ ...atLevel(PATH, 204), before: [] }, atLevel(STUDY_PATH, 404)], UNKNOWN);
  assert.deepEqual([unseen.verdict, unseen.assertions], ['incomplete', 0]);
});
