import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baselineCommand } from '../../lib/cli/baseline/baseline.ts';
import { type Baseline, baselineOf } from '../../lib/results/baseline.ts';
import { readBaseline } from '../../lib/results/read-baseline.ts';
import { titledBaseline } from '../../reports/parts/titled-baseline.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { finding, resultsOf, scenario } from './fixtures.ts';

const before = resultsOf([scenario('T06', [finding('JSON-018', 'fail')])]);
const after = resultsOf([scenario('T06', [finding('JSON-018', 'pass'), finding('JSON-001', 'fail')])]);

test('a baseline is printed of a run, for a reason', async () => {
  const run = runFolder(before);
  const { exitCode, output } = await outcomeOf(baselineCommand(), run, '--reason', 'known');
  assert.equal(exitCode, 0);
  const printed = JSON.parse(output) as Baseline;
  assert.deepEqual(printed, titledBaseline(baselineOf(before, 'fail', 'known'), before));
  assert.match(printed.entries[0]?.verdict === 'fail' ? (printed.entries[0].title ?? '') : '', /\w .*\w/);
  const file = join(emptyFolder(), 'baseline.json');
  const owned = await outcomeOf(
    baselineCommand(),
    run,
    '--reason',
    'known',
    '--owner',
    'Ada',
    '--expires',
    '2999-01-31',
  );
  writeFileSync(file, owned.output);
  assert.deepEqual(
    readBaseline(file).entries,
    printed.entries.map((entry) => ({ ...entry, owner: 'Ada', expires: '2999-01-31' })),
  );
  assert.match((await outcomeOf(baselineCommand(), run)).error, /say why/);
});

test('a baseline that could not be used, or would accept nothing, is not printed', async () => {
  const run = runFolder(before);
  assert.match((await outcomeOf(baselineCommand(), run, '--reason', 'known', '--owner', '')).error, /--owner: nobody/);
  const past = await outcomeOf(baselineCommand(), run, '--reason', 'known', '--expires', '2020-01-01');
  assert.match(past.error, /--expires: 2020-01-01 is past/);
});

test('baseline update proposes, and writes only with --yes', async () => {
  const run = runFolder(after);
  const file = join(emptyFolder(), 'baseline.json');
  writeFileSync(file, JSON.stringify(baselineOf(before, 'fail', 'known')));
  const update = (...flags: readonly string[]) =>
    outcomeOf(baselineCommand(), 'update', run, '--baseline', file, ...flags);
  const entries = () =>
    JSON.parse(readFileSync(file, 'utf8')).entries.map((one: { requirement: string }) => one.requirement);

  const proposed = await update();
  assert.equal(proposed.exitCode, 1, proposed.error);
  assert.match(proposed.output, /^- JSON-018 in T06 {2}removed: it is met$/m);
  assert.match(proposed.output, /^! JSON-001 in T06 {2}not accepted/m);
  assert.match(proposed.output, /Nothing was written/);
  assert.deepEqual(entries(), ['JSON-018']);

  const accepted = await update('--reason', 'new', '--owner', 'Ada', '--expires', '2999-01-31', '--yes');
  assert.equal(accepted.exitCode, 0, accepted.error);
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')).entries, [
    { ...titledBaseline(baselineOf(after, 'fail', 'new'), after).entries[0], owner: 'Ada', expires: '2999-01-31' },
  ]);
  assert.equal((await update()).output, 'The baseline fits the run.\n');
  assert.match((await update('--owner', 'Ada')).error, /need a --reason/);
  assert.match((await update('--reason', 'x', '--expires', '2027-02-30')).error, /is no day/);
});
