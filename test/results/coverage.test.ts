import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageOf } from '../../lib/results/coverage.ts';
import { requirementRecords } from '../../lib/results/rollup.ts';
import { coverageLine } from '../../reports/coverage-words.ts';
import { resultsOf } from '../reports/fixtures.ts';
import { finding, incomplete, requirement, scenario } from './findings.ts';

const rows = ['A-001', 'A-002', 'A-003', 'A-004', 'A-005', 'A-006'].map((id) => requirement(id));

test('every row of the register is counted once', () => {
  const played = [scenario([finding({}), incomplete('unsafe'), incomplete('over-limit', 'A-002')], ['A-003'])];
  const suites = { first: ['A-001', 'A-002', 'A-003', 'A-004'], second: ['A-004', 'A-005'] };
  const coverage = coverageOf(requirementRecords(played, rows), rows, suites);
  assert.deepEqual(coverage, {
    rows: 6,
    judged: 1,
    notJudged: { 'not-exercised': 1, 'over-limit': 1 },
    elsewhere: { first: 1, second: 1 },
    nowhere: 1,
  });
});

test('a run without scenarios judges nothing, and says where each row stands all the same', () => {
  assert.deepEqual(coverageOf([], rows, {}), { rows: 6, judged: 0, notJudged: {}, elsewhere: {}, nowhere: 6 });
});

test('the line says all four counts, with reasons and suites', () => {
  const coverage = {
    rows: 10,
    judged: 4,
    notJudged: { 'not-exercised': 1, 'over-limit': 2 },
    elsewhere: { duties: 2 },
    nowhere: 1,
  };
  assert.equal(
    coverageLine(resultsOf([], [], { coverage })),
    'Of 10 requirements in the register: 4 judged; 3 not judged in this run (2 over-limit, 1 not-exercised); 2 judged by the other suites only (2 duties); 1 judged by none.',
  );
  const { coverage: _, ...load } = resultsOf([]);
  assert.equal(coverageLine(load), '');
});
