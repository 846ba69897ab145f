import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scoreboardCommand } from '../../lib/cli/scoreboard.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import type { Results } from '../../lib/results/results.ts';
import { scoreboardOf } from '../../lib/results/scoreboard.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { scoreboardHtml } from '../../reports/scoreboard/html.tsx';
import { scoreboardMarkdown } from '../../reports/scoreboard/markdown.ts';
import { scoreboardTerminal } from '../../reports/scoreboard/terminal.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { finding, resultsOf, scenario } from './fixtures.ts';
import { HOSTILE_TEXTS } from './hostile.ts';
import { loadRun } from './runs.ts';

function server(name: string, verdicts: Readonly<Record<string, Verdict>>): Results {
  const findings = Object.entries(verdicts).map(([id, verdict]) => finding(id, verdict));
  const results = resultsOf([scenario('T06', findings)]);
  return { ...results, run: { ...results.run, id: `run-${name}` }, target: { ...results.target, names: [name] } };
}

const ONE = server('One', { 'JSON-001': 'fail', 'JSON-002': 'pass', 'MP-001': 'pass', 'JSON-018': 'incomplete' });
const TWO = server('Two', { 'JSON-001': 'pass', 'JSON-002': 'info', 'MP-001': 'pass' });
const BOARD = scoreboardOf([TWO, ONE]);

test('each requirement of either server is one row, with what became of it on each, in the order given', () => {
  const told = BOARD.rows.map(({ requirement, cells, state }) => [
    requirement.id,
    cells.map((cell) => cell?.verdict ?? null),
    state,
  ]);
  assert.deepEqual(
    new Set(told),
    new Set([
      ['JSON-001', ['pass', 'fail'], 'breached'],
      ['JSON-002', ['info', 'pass'], 'differs'],
      ['MP-001', ['pass', 'pass'], 'alike'],
      ['JSON-018', [null, 'incomplete'], 'alike'],
    ]),
  );
  assert.equal(BOARD.rows.find(({ requirement }) => requirement.id === 'JSON-001')?.cells[1]?.breach?.grade, 'fail');
});

test('no form adds anything up', () => {
  const forms = [scoreboardTerminal(BOARD, { color: false }), scoreboardMarkdown(BOARD), scoreboardHtml(BOARD)];
  for (const form of forms) {
    for (const name of ['One', 'Two', 'JSON-001', 'JSON-002']) assert.ok(form.includes(name), name);
    assert.doesNotMatch(form, /\d+ %|\bscore\b|rank(?!ed)|<td[^>]*>\d+<|\| \d+ \|/i);
  }
  assert.equal(scoreboardHtml(BOARD).match(/data-requirement=/g)?.length, 4);
});

test('servers that were not judged alike are said to be so, in every form', () => {
  assert.deepEqual(BOARD.differ, []);
  const azure = { ...ONE, target: { ...ONE.target, profile: { name: 'azure-dicom', title: 'Azure' } } };
  const board = scoreboardOf([azure, TWO]);
  assert.deepEqual(board.differ, ['profile']);
  const more = resultsOf([scenario('T06', []), scenario('paging', [])]);
  assert.deepEqual(scoreboardOf([ONE, more]).differ, ['scenarios']);
  for (const form of [scoreboardTerminal(board, { color: false }), scoreboardMarkdown(board), scoreboardHtml(board)]) {
    assert.match(form, /were not judged alike\. What differs: profile\./);
  }
});

test('servers of one name stay apart', () => {
  const again = { ...ONE, run: { ...ONE.run, id: 'run-again', startedAt: '2026-04-01T10:00:00.000Z' } };
  for (const runs of [
    [ONE, again],
    [ONE, { ...ONE, run: { ...ONE.run, id: 'run-twin' } }],
  ]) {
    const page = scoreboardHtml(scoreboardOf(runs));
    const heads = [...page.matchAll(/<th scope="col">([^<]*)</g)].map(([, name]) => name).slice(0, 2);
    assert.equal(new Set(heads).size, 2, heads.join());
  }
});

test('a hostile name stays a text', () => {
  const boardOf = (name: string) => scoreboardOf([server(name, { 'JSON-001': 'fail' }), TWO]);
  const lines = (name: string) => scoreboardMarkdown(boardOf(name)).split('\n').length;
  for (const text of HOSTILE_TEXTS) {
    assert.equal(scoreboardHtml(boardOf(text)).match(/<script/g)?.length, 1, text);
    assert.equal(lines(text), lines('harmless'), text);
  }
});

test('with --lang ja every form is written in Japanese, and the page opens in it', async () => {
  const folder = emptyFolder();
  const [html, markdown] = [join(folder, 'servers.html'), join(folder, 'servers.md')];
  const files = ['--html', html, '--markdown', markdown];
  const { output } = await outcomeOf(scoreboardCommand(), runFolder(ONE), runFolder(TWO), ...files, '--lang', 'ja');
  assert.match(output, /^JSON-001 +不適合 +適合/m);
  assert.match(readFileSync(markdown, 'utf8'), /^### 少なくとも 1 つのサーバーで違反/m);
  assert.match(readFileSync(html, 'utf8'), /<html lang="en" data-language="ja">/);
});

test('the command writes every form, and wants two conformance runs', async () => {
  const folder = emptyFolder();
  const [html, markdown] = [join(folder, 'servers.html'), join(folder, 'servers.md')];
  const folders = [runFolder(ONE), runFolder(TWO)];
  const made = await outcomeOf(scoreboardCommand(), ...folders, '--html', html, '--markdown', markdown);
  assert.equal(made.exitCode, EXIT_CODES.conformant);
  assert.match(made.output, /^JSON-001 +fail +pass/m);
  assert.equal(readFileSync(html, 'utf8'), scoreboardHtml(scoreboardOf([ONE, TWO])));
  assert.equal(readFileSync(markdown, 'utf8'), scoreboardMarkdown(scoreboardOf([ONE, TWO])));
  const alone = await outcomeOf(scoreboardCommand(), runFolder(ONE), runFolder(loadRun()));
  assert.equal(alone.exitCode, EXIT_CODES.usage);
  assert.match(alone.error, /two conformance runs/);
});
