import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withNeeded } from '../../lib/run/scenario.ts';
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

test('in the tutorial everything that is needed stands before what needs it', () => {
  const seen = new Set<string>();
  for (const { id, needs = [] } of TUTORIAL) {
    for (const need of needs) assert.ok(seen.has(need), `${id} needs ${need}`);
    seen.add(id);
  }
});

test('every operation of the tutorial but storing needs the study to be stored', () => {
  for (const { id } of TUTORIAL) {
    const played = withNeeded(TUTORIAL, [id]).map((scenario) => scenario.id);
    if (!['T01', 'T02', 'T03'].includes(id)) assert.deepEqual(played.slice(0, 3), ['T01', 'T02', 'T03'], id);
  }
});
