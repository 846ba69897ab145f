import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { historyCommand } from '../../lib/cli/history.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { historyOf } from '../../lib/results/history.ts';
import { loadHistories } from '../../lib/results/load-history.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import type { Results } from '../../lib/results/results.ts';
import type { Verdict } from '../../lib/results/verdict.ts';
import { historyHtml } from '../../reports/history/html.tsx';
import { historyTerminal } from '../../reports/history/terminal.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { finding, resultsOf, scenario } from './fixtures.ts';
import { loadRun } from './runs.ts';

function runOf(day: number, version: string | null, verdicts: Readonly<Record<string, Verdict>>): Results {
  const findings = Object.entries(verdicts).map(([id, verdict]) => finding(id, verdict));
  const { run, target, ...rest } = resultsOf([scenario('T06', findings)]);
  const startedAt = `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
  const stated = version === null ? {} : { stated: { product: 'Archive', productVersion: version } };
  return { ...rest, run: { ...run, id: `run-${day}`, startedAt }, target: { ...target, ...stated } };
}

/** Given out of order: one mended, one broken later, one that changes within a version, one never breached. */
const RUNS = [
  runOf(3, '4.2', { 'JSON-001': 'pass', 'JSON-002': 'fail', 'JSON-018': 'fail', 'MP-001': 'pass' }),
  runOf(1, '4.1', { 'JSON-001': 'fail', 'JSON-002': 'pass', 'JSON-018': 'pass', 'MP-001': 'pass' }),
  runOf(2, '4.2', { 'JSON-001': 'incomplete', 'JSON-002': 'fail', 'JSON-018': 'pass', 'MP-001': 'pass' }),
];

test('first seen, fixed in and flaky are told in the order of time', () => {
  const { runs, rows, neverBreached } = historyOf(RUNS);
  assert.deepEqual(
    runs.map(({ run }) => run.id),
    ['run-1', 'run-2', 'run-3'],
  );
  const told = rows.map((row) => [row.requirement.id, row.firstSeen, row.fixedIn, row.flaky]);
  assert.deepEqual(
    new Set(told),
    new Set([
      ['JSON-001', 0, 2, false],
      ['JSON-002', 1, null, false],
      ['JSON-018', 2, null, true],
    ]),
  );
  assert.equal(rows.at(-1)?.requirement.id, 'JSON-001', 'what is mended comes last');
  assert.equal(neverBreached, 1);
});

test('what was not judged since is not fixed', () => {
  const [row] = historyOf([runOf(1, '1', { 'MP-001': 'fail' }), runOf(2, '2', { 'MP-001': 'incomplete' })]).rows;
  assert.equal(row?.fixedIn, null);
});

test('without versions it is flaky only where it came back', () => {
  const of = (...verdicts: Verdict[]) =>
    historyOf(verdicts.map((verdict, day) => runOf(day + 1, null, { 'MP-001': verdict }))).rows[0]?.flaky;
  assert.equal(of('fail', 'pass', 'pass'), false);
  assert.equal(of('fail', 'pass', 'fail'), true);
});

test('the command takes folders of runs or a folder that holds them, and writes one page', async () => {
  const parent = emptyFolder();
  for (const results of RUNS) renameSync(runFolder(results), join(parent, results.run.id));
  mkdirSync(join(parent, 'something-else'));
  const html = join(parent, 'history.html');
  const { exitCode, output } = await outcomeOf(historyCommand(), parent, '--html', html);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /JSON-001 +first seen in 4\.1, fixed in 4\.2 \(2026-03-03 09:00\)/);
  assert.match(output, /JSON-018 .*, breached now and then, flaky/);
  assert.ok(existsSync(html));
  const page = readFileSync(html, 'utf8');
  assert.equal(page, historyHtml(historyOf(RUNS), []));
  assert.equal(page.match(/<tr>/g)?.length, 4);
  assert.doesNotMatch(page, /several products/);
});

test('runs of several products have a history each, and one mends nothing of another', () => {
  const other = runOf(4, null, { 'JSON-002': 'pass', 'MP-001': 'fail' });
  const all = historyOf([...RUNS, other]);
  const page = historyHtml(all, []);
  assert.match(page, /several products/);
  assert.equal(page.match(/<table>/g)?.length, 2);
  assert.doesNotMatch(page, /<td>2026-03-04 09:00<\/td><td>2026/);
  const terminal = historyTerminal(all, []);
  assert.match(terminal, /== Archive 4\.2/);
  assert.match(terminal, /JSON-002 +first seen in 4\.2 \(2026-03-02 09:00\), open/);
  assert.equal(loadHistories([loadOfDay(1, 100), { ...loadOfDay(2, 100), target: other.target }]).length, 2);
});

test('what is met in some runs of a version only is not fixed', () => {
  const days = ['fail', 'pass'] as const;
  const [row] = historyOf(days.map((verdict, day) => runOf(day + 1, '1', { 'MP-001': verdict }))).rows;
  assert.deepEqual([row?.flaky, row?.fixedIn], [true, null]);
});

/** A load run of a day; `changes` make it another load, or another result. */
function loadOfDay(day: number, requestsPerSecond: number, changes: Partial<LoadResult> = {}): Results {
  const { load, run, target, ...rest } = loadRun();
  const [store] = load?.operations ?? [];
  assert.ok(load && store);
  const stated = { product: 'Archive', productVersion: `4.${day}` };
  return {
    ...rest,
    run: { ...run, id: `load-${day}`, startedAt: `2026-03-0${day}T09:00:00.000Z` },
    target: { ...target, stated },
    load: { ...load, lost: [], lostCount: 0, operations: [{ ...store, requestsPerSecond }], ...changes },
  };
}

const saturated = { requestsPerSecond: 1, bytesPerSecond: 1, saturated: true, why: 'at its ceiling' };

test('the figures of one load are followed in the order of time, and another load is a group of its own', () => {
  const settings = { ...loadOfDay(1, 1).load?.settings, size: '1MiB' };
  const histories = loadHistories([
    loadOfDay(3, 300, { lostCount: 2 }),
    loadOfDay(1, 100),
    loadOfDay(2, 999, { generator: saturated }),
    loadOfDay(4, 5, { settings }),
    ...RUNS,
  ]);
  assert.deepEqual(
    histories.map(({ runs }) => runs.map(({ run }) => run.id)),
    [['load-1', 'load-2', 'load-3'], ['load-4']],
  );
  assert.deepEqual(histories[0]?.operations[0]?.requestsPerSecond, [100, null, 300]);
  assert.deepEqual(histories[0]?.gone, [0, 0, 2]);
});

test('the page has small drawings of a load with each value in words, beside the requirements', async () => {
  const parent = emptyFolder();
  const all = [loadOfDay(1, 100), loadOfDay(2, 250), ...RUNS];
  for (const results of all) renameSync(runFolder(results), join(parent, results.run.id));
  const html = join(parent, 'history.html');
  mkdirSync(join(parent, 'broken'));
  writeFileSync(join(parent, 'broken', 'results.json'), '{}');
  const { exitCode, output } = await outcomeOf(historyCommand(), parent, '--html', html);
  assert.equal(exitCode, EXIT_CODES.conformant);
  assert.match(output, /^ {2}4\.1 +100 .*\n {2}4\.2 +250 /m);
  assert.match(output, /JSON-001 +first seen/);
  const page = readFileSync(html, 'utf8');
  assert.match(page, /<svg [^>]*aria-label="4\.1: 100; 4\.2: 250">/);
  assert.equal(page.match(/class="multiple"/g)?.length, 5);
  assert.doesNotMatch(page, /several products/);
});

test('load runs alone have a history, and a folder that was named has to be usable', async () => {
  const { output } = await outcomeOf(historyCommand(), runFolder(loadOfDay(1, 100)));
  assert.match(output, /mixed\.ts/);
  assert.doesNotMatch(output, /never breached/);
  assert.equal((await outcomeOf(historyCommand(), emptyFolder())).exitCode, EXIT_CODES.usage);
});
