import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { lastFailed } from '../../lib/cli/runs/last-failed.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { narrowed } from '../../scenarios/selection/narrow-selection.ts';
import { SCENARIOS, SUITES } from '../../scenarios/suites.ts';
import { smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';

const idsWhere = (isWanted: (covers: readonly string[]) => boolean, among = SCENARIOS): readonly string[] =>
  among.filter(({ covers }) => isWanted(covers)).map(({ id }) => id);

describe('scenarios are narrowed', () => {
  test('by nothing where nothing is given', () => {
    assert.equal(narrowed([], {}), undefined);
  });

  test('by id and title, within the suites that are named', () => {
    assert.deepEqual(narrowed([], { grep: /^T0[12] / }), ['T01', 'T02']);
    assert.deepEqual(narrowed(['tutorial'], { grep: /^T0[12] /, scenario: ['T02'] }), ['T02']);
    assert.throws(() => narrowed([], { grep: /nothing like it/ }), /--grep: no scenario is like that/);
  });

  test('to what judges a requirement, in any suite', () => {
    const judging = idsWhere((covers) => covers.includes('QIDO-060'));
    assert.ok(judging.length > 0 && judging.length < SCENARIOS.length);
    assert.deepEqual(narrowed([], { only: ['qido-060'] }), judging);
    const together = narrowed([], { only: ['QIDO-049'] });
    for (const id of ['study-keys', 'several-keys', 'ct-study-keys']) assert.ok(together?.includes(id), id);
    assert.throws(() => narrowed([], { only: ['QIDO-999'] }), /--only: unknown requirement "QIDO-999"/);
  });

  test('to a clause and those below it', () => {
    const deleting = narrowed(['tutorial'], { clause: ['10.6'] });
    assert.ok(deleting && deleting.length > 0 && deleting.length < SUITES.tutorial.length);
    assert.throws(() => narrowed([], { clause: ['99'] }), /--clause: no requirement stands in "99"/);
    assert.throws(() => narrowed([], { clause: [''] }), /--clause: no requirement stands in ""/);
  });

  test('by what is left out, of the tutorial where nothing else is given', () => {
    const tutorial = SUITES.tutorial.map(({ id }) => id);
    assert.deepEqual(
      narrowed([], { exclude: ['T04'] }),
      tutorial.filter((id) => id !== 'T04'),
    );
    assert.deepEqual(narrowed([], { grep: /^T0[12] /, exclude: ['T01'] }), ['T02']);
    assert.throws(() => narrowed(['duties'], { failed: ['T18'] }), /--last-failed: T18 failed, and is not in duties/);
    assert.throws(() => narrowed([], { exclude: ['T99'] }), /--exclude: unknown scenario "T99"/);
    assert.throws(() => narrowed([], { scenario: ['T04'], exclude: ['T04'] }), /--scenario and --exclude: no scenario/);
  });
});

test('what would be judged is listed, and nothing is sent', async () => {
  const { code, stdout, stderr } = await programInProcess([
    ...['conformance', '--target', 'http://127.0.0.1:9/nobody', '--list', '--scenario', 'T04', '--scenario', 'paging'],
  ]);
  assert.equal(code, EXIT_CODES.conformant, stderr);
  assert.deepEqual(
    stdout.split('\n').map((line) => line.split(' ')[0]),
    ['T04', 'paging', ''],
  );
});

test('what is read only lists nothing that writes, and data that nothing is played on is refused', async () => {
  const list = (...flags: readonly string[]) => programInProcess(['conformance', '--list', ...flags]);
  const reading = await list('--read-only', '--target', 'http://127.0.0.1:9/nobody');
  assert.equal(reading.code, EXIT_CODES.conformant, reading.stderr);
  assert.doesNotMatch(reading.stdout, /^T0[123] |^T1[89] |^T20 /m);
  assert.match(reading.stdout, /^T04 /m);
  const idle = await list('--data', 'ct');
  assert.equal(idle.code, EXIT_CODES.usage);
  assert.match(idle.stderr, /--data: nothing that is chosen is played on data sets\n.*standard/);
  assert.equal((await list('standard', '--data', 'ct')).code, EXIT_CODES.conformant);
});

test('what failed in the newest conformance run is known by its id', async (t) => {
  const root = temporaryFolder(t);
  const [runs, dataset] = [join(root, 'runs'), join(root, 'study')];
  assert.throws(() => lastFailed(runs), /there is no conformance run below runs/);
  mkdirSync(dataset);
  smallStudy(dataset);
  const server = await startReferenceServer({ faults: ['search-ignores-limit'] });
  t.after(() => server.close());
  const played = async (folder: string, ...scenarios: readonly string[]) =>
    programInProcess([
      ...['conformance', '--target', server.baseUrl, '--dataset', dataset, '--out', join(runs, folder)],
      ...scenarios.flatMap((id) => ['--scenario', id]),
    ]);
  const { code, stderr } = await played('20260101-120000', 'T01', 'paging');
  assert.equal(code, EXIT_CODES.findings, stderr);
  mkdirSync(join(runs, '20260101-120001'));
  assert.deepEqual(lastFailed(runs), ['paging'], 'a folder without results is passed over');
  await played('20260101-120000-2', 'T01');
  assert.throws(() => lastFailed(runs), /--last-failed: nothing failed in .*20260101-120000-2/);
});
