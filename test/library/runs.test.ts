import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { CommandError, EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { runConformance } from '../../lib/library/conformance.ts';
import { runLoad } from '../../lib/library/load.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { baselineOf } from '../../lib/results/baseline.ts';
import { readResults } from '../../lib/results/read-results.ts';

const work = mkdtempSync(join(tmpdir(), 'library-'));
after(() => rmSync(work, { recursive: true, force: true }));

test('a conformance run leaves results and reports in the folder that is named, and prints nothing', async (t) => {
  const written = [t.mock.method(process.stdout, 'write'), t.mock.method(process.stderr, 'write')];
  const folder = join(work, 'run');
  const told: string[] = [];
  const results = await runConformance({ scenarios: ['T01'], folder, onProgress: (line) => told.push(line) });
  assert.deepEqual(
    results.scenarios.filter(({ id }) => id === 'T01').map(({ verdict }) => verdict),
    ['pass'],
  );
  assert.equal(readResults(folder).run.id, results.run.id);
  assert.ok(existsSync(join(folder, 'report.html')));
  assert.match(told.join('\n'), /^Target/);
  for (const { mock } of written) assert.deepEqual(mock.calls.map(({ arguments: [text] }) => text).filter(isOurs), []);
});

/** Of what is written, the test runner's own is none of ours. */
function isOurs(text: unknown): boolean {
  return typeof text === 'string' && /^(Target|Writes|Clean|Results| {2}(pass|fail))/.test(text);
}

test('a part of a run is chosen and repeated, what has to be judged is named, and known breaches are accepted', async (t) => {
  const server = await startReferenceServer({ faults: ['search-ignores-limit'] });
  t.after(() => server.close());
  const narrow = { target: server.baseUrl, only: ['QIDO-060'], exclude: ['T12'], require: ['QIDO-060'] } as const;
  const found = await runConformance(narrow);
  assert.equal(found.summary.exitCode, EXIT_CODES.findings, found.summary.sentence);
  assert.deepEqual(found.required, ['QIDO-060']);
  const baseline = join(work, 'baseline.json');
  writeFileSync(baseline, JSON.stringify(baselineOf(found, 'fail', 'known')));
  const accepted = await runConformance({ ...narrow, baseline, repeat: 2 });
  const [repeated] = accepted.requirements.filter(({ id }) => id === 'QIDO-060');
  assert.deepEqual(repeated?.repetitions, ['fail', 'fail']);
  assert.deepEqual([accepted.summary.verdict, accepted.summary.exitCode], ['accepted', EXIT_CODES.conformant]);
  await assert.rejects(runConformance({ only: ['QIDO-999' as 'QIDO-060'] }), /unknown requirement "QIDO-999"/);
  await assert.rejects(runConformance({ repeat: 0 }), /repeat: a whole number from 1 to 100/);
  await assert.rejects(runConformance({ baseline: join(work, 'none.json') }), /baseline: .*none\.json does not exist/);
});

test('a run that is ended says so, and one that cannot be meant does not begin', async () => {
  const signal = AbortSignal.abort();
  const { run } = await runConformance({ scenarios: ['T01'], signal });
  assert.equal(run.completeness, 'partial');
  await assert.rejects(runConformance({ scenarios: ['T1'] }), CommandError);
  await assert.rejects(runConformance({ target: 'not a URL' }), CommandError);
  await assert.rejects(runConformance({ folder: process.cwd() }), /not empty/);
  await assert.rejects(runConformance({ ...{ scenario: ['T01'] }, suites: [] }), /no option "scenario"/);
  await assert.rejects(runConformance({ suites: ['tutorail' as 'tutorial'] }), /unknown suite "tutorail"/);
});

test('a load run gives its results, and leaves nothing where no folder is named', async () => {
  const before = existsSync('runs');
  const { load, summary } = await runLoad({ script: 'stow', duration: '1s', virtualUsers: 1, size: '4KiB' });
  assert.ok((load?.operations.length ?? 0) > 0);
  // On a busy machine the generator may be at its limit, which leaves the run undecided.
  assert.ok(
    [EXIT_CODES.conformant, EXIT_CODES.notDecided].some((code) => code === summary.exitCode),
    summary.sentence,
  );
  assert.equal(existsSync('runs'), before);
});

test('an option of a load that cannot be meant is named', async () => {
  await assert.rejects(runLoad({ script: 'stow', size: 'huge' }), /size: "huge"/);
  await assert.rejects(runLoad({ script: 'stow', thresholds: ['fast'] }), /thresholds: /);
  await assert.rejects(runLoad({ script: 'stow', shape: 'smok' as 'smoke' }), /did you mean smoke/);
  await assert.rejects(runLoad({ script: 'durability', rate: 3 }), CommandError);
  await assert.rejects(runLoad({ script: 'stow', virtualUsers: -1 }), /virtualUsers: a whole number from 1/);
  await assert.rejects(runLoad({ script: 'stow', rate: Number.NaN }), /rate: a number from 0.1/);
  await assert.rejects(runLoad({ script: 'stow', duration: '0s' }), /duration: /);
  await assert.rejects(runLoad({ script: 'stwo' as 'stow' }), /script: "stwo" .*did you mean stow/);
  await assert.rejects(runLoad({ script: 'stow', ...{ vus: 4 } }), /no option "vus"/);
});
