import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  answersADeleteAsDocumented,
  deletedIsGoneEverywhere,
  deleteIsRight,
  deletesEveryLevelAlike,
  deletesNothingElse,
  deletesWhatItNames,
} from '../../../lib/judges/delete/delete.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding, shownBy } from '../expect.ts';
import { dataSet, INSTANCE, SERIES, STUDY } from '../json-answers.ts';
import { CLAIMED, DISCLAIMED, deletion, evidence, gone, nothing, SIBLING, shown, UNKNOWN } from './evidence.ts';

const WHERE = { kind: 'exchange' } as const;

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
    breaches: [breach('deleted-still-retrieved', WHERE, { level: 'instance', operation: 'retrieve metadata' })],
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

test('a delete that removed nothing, or a part, is told apart from one that a single answer missed', () => {
  const all = evidence({ retrieved: [shown('R')], searched: [shown('S')] });
  const nothingGone = breach('delete-without-effect', WHERE, { level: 'instance', operation: 'retrieve metadata' });
  const noSearch = evidence({ retrieved: [shown('R')], searched: [exchange({ id: 'S', status: 404 })] });
  for (const kept of [all, noSearch]) {
    expectFinding(deletesWhatItNames(kept, CLAIMED), 'DELETE-001', {
      verdict: 'fail',
      assertions: 1,
      breaches: [nothingGone],
    });
    expectFinding(deletedIsGoneEverywhere(kept, CLAIMED), 'DELETE-005', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'nothing was deleted: DELETE-001 says so',
    });
  }
  const series = evidence({
    path: { study: STUDY, series: SERIES },
    members: [INSTANCE, '1.2.3.4.6'],
    before: [shown('B', [dataSet(), SIBLING])],
    retrieved: [shown('R', [SIBLING])],
    searched: [shown('S')],
  });
  expectFinding(deletesWhatItNames(series, CLAIMED), 'DELETE-001', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('delete-left-instances', WHERE, { level: 'series', left: 1, of: 2 })],
  });
});

test('an answer that does not tell speaks neither for a delete without effect nor against it', () => {
  const error = exchange({ id: 'M', status: 500 });
  const finding = deletesWhatItNames(evidence({ retrieved: [shown('R'), error], searched: [shown('S')] }), CLAIMED);
  assert.deepEqual(shownBy(finding), ['R delete-without-effect']);
});

test('one search of two that still lists what was deleted is a search that is late', () => {
  const finding = deletedIsGoneEverywhere(evidence({ searched: [nothing('S'), shown('T')] }), CLAIMED);
  assert.deepEqual(shownBy(finding), ['T deleted-still-found']);
});

test('what is left of a series is counted where the same was asked before the delete', () => {
  const [search, metadata] = ['http://server/instances', 'http://server/studies/1.2.3/metadata'];
  const at = (url: string, answer: Exchange) => ({ ...answer, request: { ...answer.request, url } });
  const series = evidence({
    path: { study: STUDY, series: SERIES },
    members: [INSTANCE, '1.2.3.4.6'],
    before: [at(search, shown('B')), at(metadata, shown('C', [dataSet(), SIBLING]))],
    retrieved: [at('http://server/frames/1', exchange({ id: 'F', status: 500 })), at(metadata, shown('R', [SIBLING]))],
  });
  expectFinding(deletesWhatItNames(series, CLAIMED), 'DELETE-001', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('delete-left-instances', WHERE, { level: 'series', left: 1, of: 2 })],
    remark: 'F does not tell whether the series is there',
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
    breaches: [
      breach('deleted-another', WHERE, {
        level: 'instance',
        operation: 'retrieve instance',
        gone: 1,
        of: 1,
        from: 'instance',
      }),
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

test('DELETE-002: one neighbour of two is gone; one that was not seen before is not counted', () => {
  const other = (instance: string) => ({ study: STUDY, series: SERIES, instance });
  const siblings = [
    { path: other('1.2.3.4.6'), before: shown('A1', [SIBLING]), after: gone('A2') },
    { path: other(INSTANCE), before: shown('B1'), after: shown('B2') },
    { path: other('1.2.3.4.7'), before: gone('C1'), after: gone('C2') },
  ];
  expectFinding(deletesNothingElse(evidence({ siblings }), CLAIMED), 'DELETE-002', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('deleted-another', WHERE, {
        level: 'instance',
        operation: 'retrieve instance',
        gone: 1,
        of: 2,
        from: 'instance',
      }),
    ],
    remark: 'the sibling was not seen before the delete (C1)',
  });
});

test('the level is named in words', () => {
  const series = evidence({ path: { study: STUDY, series: SERIES } });
  const study = evidence({ path: { study: STUDY } });
  assert.equal(deletesWhatItNames(series, CLAIMED).claim, 'deletes the series that is named');
  assert.equal(deletesWhatItNames(study, CLAIMED).claim, 'deletes the study that is named');
  assert.equal(deletedIsGoneEverywhere(study, CLAIMED).claim, 'shows the deleted study nowhere');
});

test('DELETE-003: 204 while every answer still shows it is a warning once it is gone; 202, or one answer without it, is none', () => {
  const judge = (status: number, atOnce: readonly Exchange[]) =>
    answersADeleteAsDocumented(evidence({ deletion: deletion({ status }), atOnce }), UNKNOWN);
  const late = judge(204, [shown('A'), shown('B')]);
  assert.equal(late.verdict, 'warn');
  assert.deepEqual(
    late.breaches.map(({ code, parameters }) => [code, parameters]),
    [['delete-enacted-later', { level: 'instance', status: 204 }]],
  );
  assert.equal(judge(202, [shown('A'), shown('B')]).verdict, 'pass');
  assert.equal(judge(204, [shown('A'), gone('B')]).verdict, 'pass');
});
