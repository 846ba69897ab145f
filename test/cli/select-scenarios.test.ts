import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selectScenarios } from '../../scenarios/selection/select-scenarios.ts';
import { SUITES } from '../../scenarios/suites.ts';

const TUTORIAL = SUITES.tutorial.map(({ id }) => id);
const DUTIES = SUITES.duties.map(({ id }) => id);

function listed(...[named, ids]: Parameters<typeof selectScenarios>): readonly string[] {
  return selectScenarios(named, ids).scenarios.map(({ id }) => id);
}

test('where nothing is named the twenty operations of the tutorial are judged, and nothing else', () => {
  assert.equal(TUTORIAL.length, 20);
  assert.deepEqual(listed([]), TUTORIAL);
  assert.deepEqual(selectScenarios([]).selected, TUTORIAL);
});

test('suites that are named are judged in full, each once', () => {
  assert.deepEqual(listed(['duties']), DUTIES);
  assert.deepEqual(listed(['duties', 'tutorial', 'duties']), [...TUTORIAL, ...DUTIES]);
  assert.deepEqual(selectScenarios(['tutorial', 'duties']).selected, [...TUTORIAL, ...DUTIES]);
});

test('ids alone name their suites', () => {
  assert.deepEqual(listed([], ['T04']), TUTORIAL);
  assert.deepEqual(listed([], ['paging']), DUTIES);
  assert.deepEqual(listed([], ['paging', 'T04']), [...TUTORIAL, ...DUTIES]);
  assert.deepEqual(selectScenarios([], ['paging', 'T04']).selected, ['paging', 'T04']);
});

test('an id of another suite than the one that is named is unknown', () => {
  assert.throws(() => selectScenarios(['tutorial'], ['paging']), /unknown scenario "paging"/);
  assert.throws(() => selectScenarios(['duties'], ['T04']), /unknown scenario "T04"/);
});
