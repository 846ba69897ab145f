import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withNeeded } from '../../lib/run/scenario.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
import { TUTORIAL } from '../../scenarios/tutorial/index.ts';
import { scenarioOf } from './scenarios.ts';

const CHAIN = [
  scenarioOf({ id: 'A' }),
  scenarioOf({ id: 'B', needs: ['A'] }),
  scenarioOf({ id: 'C' }),
  scenarioOf({ id: 'D', needs: ['B'] }),
];

function ids(selected: readonly string[]): string {
  return withNeeded(CHAIN, selected)
    .map(({ id }) => id)
    .join('');
}

test('what is needed by what is needed is played too, in its order, and nothing else', () => {
  assert.deepEqual([ids(['D']), ids(['C']), ids(['C', 'B']), ids([])], ['ABD', 'C', 'ABC', '']);
});

test('everything that is needed stands before what needs it, in the tutorial alone as well', () => {
  for (const scenarios of [TUTORIAL, SCENARIOS]) {
    const seen = new Set<string>();
    for (const { id, needs = [] } of scenarios) {
      for (const need of needs) assert.ok(seen.has(need), `${id} needs ${need}`);
      seen.add(id);
    }
  }
});

test('every scenario belongs to one suite and is played once', () => {
  const listed = Object.values(SUITES).flatMap((suite) => suite.map(({ id }) => id));
  assert.deepEqual(SCENARIOS.map(({ id }) => id).toSorted(), listed.toSorted());
  assert.equal(new Set(listed).size, listed.length);
});

test('every scenario but storing needs the study to be stored', () => {
  for (const { id } of SCENARIOS) {
    const played = withNeeded(SCENARIOS, [id]).map((scenario) => scenario.id);
    if (!['T01', 'T02', 'T03'].includes(id)) assert.deepEqual(played.slice(0, 3), ['T01', 'T02', 'T03'], id);
  }
});
