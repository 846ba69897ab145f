import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ResourcePath } from '../../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  answersADeleteAsDocumented,
  type DeleteEvidence,
  deletedIsGoneEverywhere,
  deletedStaysAway,
  deleteIsRight,
  deletesEveryLevelAlike,
  deletesNothingElse,
  deletesWhatItNames,
} from '../../../lib/judges/delete/delete.ts';
import { exchange, failed, type Parts } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { attribute, dataSet, INSTANCE, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';

const PATH: ResourcePath = { study: STUDY, series: SERIES, instance: INSTANCE };
const CLAIMED = aProfile({ deleteStudy: 'yes', deleteSeries: 'yes', deleteInstance: 'yes' });
const UNKNOWN = aProfile();
const DISCLAIMED = aProfile({ deleteStudy: 'no', deleteSeries: 'no', deleteInstance: 'no' });

const shown = (id: string, body: unknown = [dataSet()]): Exchange => ({
  ...json(body),
  id,
  operation: 'retrieve metadata',
});
const gone = (id: string): Exchange => ({ ...exchange({ status: 404 }), id, operation: 'retrieve instance' });
const nothing = (id: string): Exchange => ({ ...json([]), id, operation: 'search' });
const deletion = (parts: Parts = {}): Exchange =>
  exchange({ id: 'D', operation: 'delete', method: 'DELETE', status: 204, ...parts });
const SIBLING = dataSet({ '00080018': attribute('UI', '1.2.3.4.6') });

function evidence(more: Partial<DeleteEvidence> = {}): DeleteEvidence {
  return {
    path: PATH,
    deletion: deletion(),
    before: [shown('B')],
    retrieved: [gone('R')],
    searched: [nothing('S')],
    siblings: [
      {
        path: { study: STUDY, series: SERIES, instance: '1.2.3.4.6' },
        before: shown('SB', [SIBLING]),
        after: shown('SA', [SIBLING]),
      },
    ],
    ...more,
  };
}

test('a right delete passes everything', () => {
  for (const profile of [CLAIMED, UNKNOWN]) {
    assert.deepEqual(
      deleteIsRight(evidence(), profile).map(({ requirement, verdict }) => [requirement, verdict]),
      ['DELETE-001', 'DELETE-002', 'DELETE-003', 'DELETE-005'].map((id) => [id, 'pass']),
    );
  }
});

const HOLLOW: readonly (readonly [string, (id: string) => Exchange])[] = [
  ['200 []', nothing],
  ['404', gone],
  ['409', (id) => exchange({ id, status: 409 })],
  ['204', (id) => exchange({ id, status: 204 })],
  ['500', (id) => exchange({ id, status: 500 })],
  ['html', (id) => exchange({ id, body: '<html>' })],
  ['closed', (id) => failed('truncated', 'half-way', id)],
];

for (const [name, answer] of HOLLOW) {
  test(`a server that answers ${name} to all passes nothing`, () => {
    const hollow = evidence({
      deletion: answer('D'),
      before: [answer('B')],
      retrieved: [answer('R')],
      searched: [answer('S')],
      siblings: [{ path: { study: '9' }, before: answer('SB'), after: answer('SA') }],
    });
    for (const profile of [CLAIMED, UNKNOWN, DISCLAIMED]) {
      const findings = [...deleteIsRight(hollow, profile), deletesEveryLevelAlike([hollow, hollow], profile)];
      assert.deepEqual(
        findings.filter(({ verdict }) => verdict !== 'incomplete'),
        [],
      );
    }
  });
}

const UNSEEN = {
  verdict: 'incomplete',
  reason: 'prerequisite-failed',
  assertions: 0,
  remark: 'the instance was not seen before the delete',
} as const;

test('a delete of what was not seen before is not judged', () => {
  for (const finding of deleteIsRight(evidence({ before: [nothing('B'), gone('B2')] }), CLAIMED)) {
    expectFinding(finding, finding.requirement, UNSEEN);
  }
  assert.equal(deletesWhatItNames(evidence({ before: [gone('B'), shown('B2')] }), CLAIMED).verdict, 'pass');
});

test('DELETE-001: what was deleted is gone', () => {
  const finding = deletesWhatItNames(evidence(), CLAIMED);
  expectFinding(finding, 'DELETE-001', { assertions: 1 });
  assert.equal(finding.claim, 'deletes the instance that is named');
  assert.deepEqual(finding.exchanges, ['D', 'B', 'R', 'S']);
  expectFinding(deletesWhatItNames(evidence({ retrieved: [shown('R'), gone('M')] }), CLAIMED), 'DELETE-001', {
    verdict: 'fail',
    assertions: 2,
    violations: [
      {
        expected: 'retrieve metadata (R) without the instance',
        actual: 'it is still there',
        where: { kind: 'exchange' },
      },
    ],
  });
  expectFinding(
    deletesWhatItNames(evidence({ retrieved: [exchange({ id: 'R', status: 500 })] }), CLAIMED),
    'DELETE-001',
    {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'R does not tell whether the instance is there',
    },
  );
  expectFinding(deletesWhatItNames(evidence({ retrieved: [] }), CLAIMED), 'DELETE-001', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('DELETE-001, -002, -005: without a success nothing was deleted', () => {
  for (const judge of [deletesWhatItNames, deletesNothingElse, deletedIsGoneEverywhere]) {
    for (const [status, profile, reason] of [
      [405, UNKNOWN, 'not-claimed'],
      [501, DISCLAIMED, 'not-claimed'],
      [405, CLAIMED, 'prerequisite-failed'],
      [404, UNKNOWN, 'prerequisite-failed'],
      [500, CLAIMED, 'prerequisite-failed'],
      [300, CLAIMED, 'prerequisite-failed'],
    ] as const) {
      const finding = judge(evidence({ deletion: deletion({ status }) }), profile);
      assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', reason, 0]);
      assert.equal(finding.remark, `nothing was deleted: ${status}`);
    }
    assert.equal(judge(evidence({ deletion: failed('reset', 'x', 'D') }), CLAIMED).remark, 'D: reset, x');
  }
  assert.equal(deletesWhatItNames(evidence({ deletion: deletion({ status: 200 }) }), CLAIMED).verdict, 'pass');
});

test('DELETE-002: siblings stay', () => {
  const finding = deletesNothingElse(evidence(), CLAIMED);
  expectFinding(finding, 'DELETE-002', { assertions: 1 });
  assert.equal(finding.claim, 'deletes nothing but the instance that is named');
  assert.deepEqual(finding.exchanges, ['D', 'B', 'SB', 'SA']);
  const sibling = (before: Exchange, after: Exchange) => ({
    siblings: [{ path: { study: STUDY, series: SERIES, instance: '1.2.3.4.6' }, before, after }],
  });
  expectFinding(deletesNothingElse(evidence(sibling(shown('SB', [SIBLING]), gone('SA'))), CLAIMED), 'DELETE-002', {
    verdict: 'fail',
    assertions: 1,
    violations: [
      { expected: 'retrieve instance (SA) with the instance', actual: 'it is gone', where: { kind: 'exchange' } },
    ],
  });
  expectFinding(deletesNothingElse(evidence(sibling(gone('SB'), gone('SA'))), CLAIMED), 'DELETE-002', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'the sibling was not seen before the delete (SB)',
  });
  expectFinding(deletesNothingElse(evidence({ siblings: [] }), CLAIMED), 'DELETE-002', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  assert.equal(
    deletesNothingElse(evidence(sibling(shown('SB', [SIBLING]), failed('reset', 'x', 'SA'))), CLAIMED).remark,
    'SA does not tell whether the instance is there',
  );
});

test('the level is named in words', () => {
  const series = evidence({ path: { study: STUDY, series: SERIES } });
  const study = evidence({ path: { study: STUDY } });
  assert.equal(deletesWhatItNames(series, CLAIMED).claim, 'deletes the series that is named');
  assert.equal(deletesWhatItNames(study, CLAIMED).claim, 'deletes the study that is named');
  assert.equal(deletedIsGoneEverywhere(study, CLAIMED).claim, 'shows the deleted study nowhere');
});

const STATUS = { kind: 'status' } as const;
const judged = (profile: ReturnType<typeof aProfile>, parts: Parts) =>
  answersADeleteAsDocumented(evidence({ deletion: deletion(parts) }), profile);

test('DELETE-003: 204 without content passes', () => {
  for (const profile of [CLAIMED, UNKNOWN]) {
    const finding = judged(profile, {});
    expectFinding(finding, 'DELETE-003', { assertions: 2 });
    assert.equal(finding.claim, 'answers 204 to a delete that succeeded');
    assert.deepEqual(finding.exchanges, ['D', 'B']);
    assert.equal(judged(profile, { headers: [['Content-Length', '0']] }).verdict, 'pass');
    for (const [parts, actual] of [
      [{ body: 'ok!' }, '3 bytes'],
      [{ headers: [['Content-Length', '7']] }, '7 bytes'],
    ] as [Parts, string][]) {
      expectFinding(judged(profile, parts), 'DELETE-003', {
        verdict: 'fail',
        assertions: 2,
        violations: [{ expected: 'no content with 204', actual, where: { kind: 'bytes', offset: 0 } }],
      });
    }
  }
});

test('DELETE-003: another success is a failure where delete is claimed, otherwise a warning', () => {
  for (const status of [200, 202]) {
    const violations = [{ expected: 'status 204', actual: `${status} Why`, where: STATUS }];
    expectFinding(judged(CLAIMED, { status, reason: 'Why', body: '{}' }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      violations,
    });
    expectFinding(judged(UNKNOWN, { status, reason: 'Why' }), 'DELETE-003', {
      verdict: 'warn',
      assertions: 1,
      violations,
    });
  }
  const documented = aProfile({ deleteInstance: 'yes' }, { statuses: { store: [200], delete: [200, 204] } });
  const finding = judged(documented, { status: 200, body: 'deleted' });
  expectFinding(finding, 'DELETE-003', { assertions: 1 });
  assert.equal(finding.claim, 'answers 200 or 204 to a delete that succeeded');
  assert.equal(judged(documented, { status: 202 }).violations[0]?.expected, 'status 200 or 204');
});

test('DELETE-003: a claimed delete that is refused fails', () => {
  for (const status of [404, 405, 403, 500, 501]) {
    expectFinding(judged(CLAIMED, { status }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      violations: [{ expected: 'status 204', actual: String(status), where: STATUS }],
    });
  }
});

test('DELETE-003: a delete of which nothing is said may be refused as such', () => {
  const expected = '204 for what is there, or 405';
  for (const status of [405, 501]) {
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: `the server does not delete: ${status}`,
    });
  }
  for (const status of [401, 403]) {
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `not permitted: ${status}`,
    });
  }
  for (const [status, verdict] of [
    [404, 'warn'],
    [400, 'warn'],
    [499, 'warn'],
    [500, 'fail'],
    [502, 'fail'],
  ] as const) {
    const left = evidence({ deletion: deletion({ status }), retrieved: [shown('R')] });
    expectFinding(answersADeleteAsDocumented(left, UNKNOWN), 'DELETE-003', {
      verdict,
      assertions: 1,
      violations: [{ expected, actual: String(status), where: STATUS }],
    });
    expectFinding(judged(UNKNOWN, { status }), 'DELETE-003', {
      verdict: 'fail',
      assertions: 1,
      violations: [{ expected, actual: `${status}, and it is gone all the same`, where: STATUS }],
    });
  }
  for (const retrieved of [[], [gone('R'), shown('Q')]]) {
    const half = evidence({ deletion: deletion({ status: 404 }), retrieved });
    assert.equal(answersADeleteAsDocumented(half, UNKNOWN).verdict, 'warn', 'it was not seen to be gone');
  }
});

test('DELETE-003: what the product disclaims is not judged, and a busy server neither', () => {
  for (const status of [204, 405, 500]) {
    expectFinding(judged(DISCLAIMED, { status }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: `deleting an instance is not claimed and was answered ${status}`,
    });
  }
  for (const profile of [CLAIMED, UNKNOWN]) {
    expectFinding(judged(profile, { status: 429 }), 'DELETE-003', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'the server says that it is busy: 429',
    });
  }
  assert.equal(
    answersADeleteAsDocumented(evidence({ deletion: failed('reset', 'x', 'D') }), CLAIMED).remark,
    'D: reset, x',
  );
});

test('DELETE-005: what was deleted is gone from search and from retrieve', () => {
  const finding = deletedIsGoneEverywhere(evidence(), CLAIMED);
  expectFinding(finding, 'DELETE-005', { assertions: 2 });
  expectFinding(deletedIsGoneEverywhere(evidence({ searched: [shown('S')] }), CLAIMED), 'DELETE-005', {
    verdict: 'fail',
    assertions: 2,
    violations: [
      {
        expected: 'retrieve metadata (S) without the instance',
        actual: 'it is still there',
        where: { kind: 'exchange' },
      },
    ],
  });
  for (const half of [{ searched: [] }, { retrieved: [] }]) {
    expectFinding(deletedIsGoneEverywhere(evidence(half), CLAIMED), 'DELETE-005', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 1,
      remark: 'the resource was not looked for by both search and retrieve',
    });
  }
  assert.equal(deletedIsGoneEverywhere(evidence({ searched: [], retrieved: [shown('R')] }), CLAIMED).verdict, 'fail');
});

test('DELETE-005: frames and bulk data of what was deleted are gone as well', () => {
  const frames = (answer: Exchange) => deletedIsGoneEverywhere(evidence({ values: [answer] }), CLAIMED);
  expectFinding(frames(gone('F')), 'DELETE-005', { assertions: 3 });
  expectFinding(frames(failed('reset', 'x', 'F')), 'DELETE-005', { assertions: 2 });
  expectFinding(frames({ ...exchange({ body: 'pixels' }), id: 'F', operation: 'retrieve frames' }), 'DELETE-005', {
    verdict: 'fail',
    assertions: 3,
    violations: [{ expected: 'retrieve frames (F) without a value of the instance', actual: '200', where: STATUS }],
  });
});

test('DELETE-005: what was deleted does not come back with another store or delete', () => {
  const later = (answer: Exchange, more: Partial<DeleteEvidence> = {}) =>
    deletedStaysAway(evidence(more), [answer], CLAIMED);
  expectFinding(later(nothing('L')), 'DELETE-005', { verdict: 'pass', assertions: 1 });
  expectFinding(later(shown('L')), 'DELETE-005', {
    verdict: 'fail',
    assertions: 1,
    violations: [
      {
        expected: 'retrieve metadata (L) without the instance',
        actual: 'it is there again',
        where: { kind: 'exchange' },
      },
    ],
  });
  expectFinding(later(shown('L'), { retrieved: [shown('R')] }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the instance was not seen to be gone',
  });
  expectFinding(later(shown('L'), { deletion: deletion({ status: 405 }) }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'nothing was deleted: 405',
  });
  expectFinding(later(shown('L'), { before: [nothing('B')] }), 'DELETE-005', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    remark: 'the instance was not seen before the delete',
  });
});
