import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { columns } from '../../lib/cli/catalogue/columns.ts';
import { explained } from '../../lib/cli/catalogue/explained.ts';
import { listing } from '../../lib/cli/catalogue/listing.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { FAULTS } from '../../lib/reference-server/faults/index.ts';
import { allRequirements } from '../../lib/requirements/register.ts';
import { INCOMPLETE_REASONS, VERDICTS } from '../../lib/results/verdict.ts';
import { explanation } from '../../reports/parts/explanation.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { finding, resultsOf, scenario, violation } from '../reports/fixtures.ts';
import { programInProcess } from './program-in-process.ts';

const ids = (entries: readonly Readonly<Record<string, unknown>>[]) => entries.map(({ id }) => id);
const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;

describe('list', () => {
  test('has every requirement, scenario and fault', () => {
    assert.equal(listing('requirements', {}, 'en').length, allRequirements().length);
    assert.equal(listing('scenarios', {}, 'en').length, SCENARIOS.length);
    assert.equal(listing('faults', {}, 'en').length, FAULTS.length);
    assert.ok(listing('profiles', {}, 'en').some(({ name }) => name === 'azure-dicom'));
    assert.ok(listing('data', {}, 'en').some(({ name }) => name === 'tutorial'));
  });

  test('takes clause, service and level: a clause is not the beginning of a longer number', () => {
    const under = listing('requirements', { clause: '10.6.1' }, 'en');
    assert.ok(under.length >= 3);
    assert.ok(under.every(({ clause }) => /10\.6\.1(\D|$)/.test(String(clause))));
    const strict = listing('requirements', { service: 'Store', level: 'shall' }, 'en');
    assert.ok(strict.length > 5);
    assert.ok(strict.every(({ service, level }) => service === 'STOW-RS' && level === 'SHALL'));
    assert.ok(ids(listing('faults', { clause: '8.3.4' }, 'en')).includes('search-ignores-limit'));
    assert.ok(!ids(listing('faults', { service: 'store' }, 'en')).includes('search-ignores-limit'));
    assert.ok(ids(listing('scenarios', { service: 'search' }, 'en')).includes('paging'));
  });

  test('refuses a filter that fits nothing, or that does not apply', () => {
    assert.throws(() => listing('requirements', { service: 'stow' }, 'en'), { name: 'CommandError', hint: /STOW-RS/ });
    assert.throws(() => listing('profiles', { level: 'SHALL' }, 'en'), /does not apply/);
  });

  test('prints columns, or JSON', async () => {
    const { code, stdout } = await programInProcess(['list', 'scenarios', '--service', 'delete', '--json']);
    assert.equal(code, EXIT_CODES.conformant);
    assert.ok(ids(JSON.parse(stdout)).includes('T20'));
    assert.match((await programInProcess(['list', 'profiles'])).stdout, /^standard +/m);
  });
});

test('a list fits the terminal, in columns that kanji take two of', () => {
  const entries = [
    { id: 'T01', title: '検索', requirements: ['QIDO-001', 'QIDO-002'] },
    { id: 'paging', title: 'pages', requirements: [] },
  ];
  assert.equal(columns(entries), 'T01     検索   QIDO-001 QIDO-002\npaging  pages\n');
  assert.equal(columns(entries, 20), 'T01     検索   QIDO…\npaging  pages\n');
});

describe('explain', () => {
  const text = (name: string, language: 'en' | 'ja' = 'en') => explanation(explained(name), null, language);

  test('of every requirement: clause, statement, what judges it and what turns it red, in both languages', () => {
    for (const row of allRequirements()) {
      const told = text(row.id);
      assert.ok(told.includes(row.statement) && told.includes(row.link), row.id);
      assert.ok(row.disputed === undefined || told.includes(row.disputed), row.id);
      if (row.unjudged === undefined) assert.match(told, /Judged by the scenarios/, row.id);
      else assert.match(told, /Judged by no scenario/, row.id);
      assert.match(text(row.id, 'ja'), JAPANESE, row.id);
    }
    const paging = text('qido-060');
    assert.match(paging, /\n {2}paging /);
    assert.match(paging, /Judges: .*search\//);
    assert.match(paging, /search-ignores-limit +sends more results than limit allows/);
  });

  test('names a judge for nearly every requirement that is judged', () => {
    const without = allRequirements().filter(({ id, unjudged }) => {
      const found = explained(id);
      return unjudged === undefined && found.kind === 'requirement' && found.judges.length === 0;
    });
    assert.ok(without.length < 10, without.map(({ id }) => id).join(' '));
  });

  test('of a scenario, a fault, a breach and an exit code', () => {
    assert.match(text('t01'), /^T01 {2}.+[\s\S]*Judges\n {2}/);
    assert.match(text('search-ignores-limit'), /QIDO-060[\s\S]*Told as: page-longer-than-limit[\s\S]*Met by: paging/);
    assert.match(text('page-longer-than-limit'), /search-ignores-limit/);
    assert.match(text('99'), /the rate was not reached/);
    for (const code of Object.values(EXIT_CODES)) assert.match(text(String(code), 'ja'), JAPANESE);
    assert.match(text('not-exercised'), /^not-exercised: there was nothing to judge it on/);
    for (const word of [
      ...VERDICTS,
      ...INCOMPLETE_REASONS,
      'SHALL',
      'derived',
      'NOT DECIDED',
      'CONFORMANT IN WHAT WAS TESTED',
    ]) {
      assert.match(text(word, 'ja'), JAPANESE, word);
    }
    assert.throws(() => explained('STOW-3200'), { name: 'CommandError', hint: /did you mean STOW-/ });
  });

  test('says what a run saw of a requirement, and that it saw nothing of another', () => {
    const found = finding('QIDO-060', 'fail', { breaches: [violation()] });
    const run = resultsOf([scenario('paging', [found])]);
    assert.match(explanation(explained('QIDO-060'), run), /In the run of .*: FAIL[\s\S]* paging QIDO-060: /i);
    assert.match(explanation(explained('paging'), run), / paging QIDO-060: /);
    assert.match(explanation(explained(violation().code), run), / paging QIDO-060: /);
    assert.match(explanation(explained('STOW-001'), run), /says nothing of this/);
  });
});
