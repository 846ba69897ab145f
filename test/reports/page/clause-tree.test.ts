import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRequirements } from '../../../lib/requirements/register.ts';
import { UNTESTABLE } from '../../../lib/requirements/untestable.ts';
import { clauseTree } from '../../../reports/page/clause-tree.ts';
import { SECTION_TITLES } from '../../../reports/page/section-titles.ts';
import { registerEntries } from '../../../reports/register-entry.ts';
import { resultsOf } from '../fixtures.ts';
import { tenFaultsRun } from '../runs.ts';

const tree = clauseTree(registerEntries(resultsOf([])).values());

test('every requirement of the register and every untestable duty stands in the tree once', () => {
  const sections = tree.flatMap((document) => document.sections);
  assert.deepEqual(
    sections.flatMap(({ requirements }) => requirements.map(({ id }) => id)).sort(),
    allRequirements()
      .map(({ id }) => id)
      .sort(),
  );
  assert.equal(sections.flatMap(({ untestable }) => untestable).length, UNTESTABLE.length);
});

test('the order is that of the text: PS3.18 first, chapters by number, annexes after them', () => {
  assert.equal(tree[0]?.name, 'PS3.18');
  const numbers = tree[0]?.sections.map(({ number }) => number) ?? [];
  assert.ok(numbers.indexOf('8.7') < numbers.indexOf('10.4'));
  assert.ok(numbers.indexOf('10.6') < numbers.indexOf('F.2'));
  assert.deepEqual(new Set(numbers).size, numbers.length);
});

test('a table is filed under the section that it belongs to', () => {
  const row = allRequirements().find(({ clause }) => clause.startsWith('PS3.18 Table 10.6'));
  assert.ok(row);
  const section = tree[0]?.sections.find(({ requirements }) => requirements.some(({ id }) => id === row.id));
  assert.equal(section?.number, '10.6');
});

test('every section of PS3.18 has a title in two languages', () => {
  for (const { number } of tree[0]?.sections ?? []) {
    assert.equal(SECTION_TITLES[number]?.length, 2, `§${number} has no title`);
  }
});

test('a requirement that this register does not know is shown all the same', () => {
  const run = tenFaultsRun();
  const [first] = run.requirements;
  assert.ok(first);
  const entries = registerEntries({ ...run, requirements: [{ ...first, id: 'FUTURE-001', clause: 'PS3.18 §99.1' }] });
  assert.equal(entries.get('FUTURE-001')?.record?.id, 'FUTURE-001');
  assert.ok(clauseTree(entries.values())[0]?.sections.some(({ number }) => number === '99.1'));
});
