import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { coveragePage } from './coverage-page.ts';

const text = readFileSync('docs/coverage.md', 'utf8');

test('docs/coverage.md is what the register, the scenarios and the faults say', () => {
  assert.ok(text === coveragePage(), 'it is not: npm run coverage-page makes it again');
});

test('it has each requirement once, with a scenario of each that is judged', () => {
  for (const { id, unjudged } of allRequirements()) {
    const lines = text.split('\n').filter((line) => line.startsWith(`| **${id}** `));
    assert.equal(lines.length, 1, id);
    const judges = SCENARIOS.filter(({ covers }) => covers.includes(id)).map((scenario) => scenario.id);
    assert.equal(judges.length > 0, unjudged === undefined, id);
    assert.ok(judges.length === 0 || lines[0]?.includes(judges[0] ?? '?'), id);
  }
});

test('it names faults as proof of what can be wrong', () => {
  const proved = new Set(FAULTS.flatMap(({ requirements }) => requirements));
  const line = (id: string) => text.split('\n').find((one) => one.startsWith(`| **${id}** `)) ?? '';
  assert.match(line('COMMON-034'), /etag-never-matches/);
  assert.match(line('QIDO-041'), proved.has('QIDO-041') ? /\|/ : /— \|$/);
});
