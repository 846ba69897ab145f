import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { HARNESS } from '../../lib/harness.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import { commandLinesOf, type Ended, harness, smallStudy, start, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { allBytesIn, resultsOf } from './run-folder.ts';
import { instancesOn, referenceServer } from './servers.ts';

interface Run extends Ended {
  readonly out: string;
}

/** A run of the small study: `run` is the program, in this process unless its processes are looked at as well. */
async function conformance(t: TestContext, flags: readonly string[], run = programInProcess): Promise<Run> {
  const out = join(temporaryFolder(t), 'run');
  const args = ['conformance', '--dataset', smallStudy(temporaryFolder(t)), '--out', out, ...flags];
  return { ...(await run(args)), out };
}

const ESCAPE = String.fromCharCode(27);

describe('a run against a server without a fault', () => {
  test('is conformant, in every form in which it says so, leaves nothing on the server, and tells its token nowhere', async (t) => {
    const token = 'token-of-4711-secrets';
    const url = await referenceServer(t, { credentials: { kind: 'bearer', token } });
    const out = join(temporaryFolder(t), 'run');
    const flags = ['tutorial', '--target', url, '--fail-on', 'warn'];
    const args = ['conformance', '--dataset', smallStudy(temporaryFolder(t)), '--out', out, ...flags];
    const program = start(args, { env: { DICOMWEB_TOKEN: token } });
    await program.says(/T04/);
    const commandLines = commandLinesOf(program.child.pid);
    const run = await program.ended;
    assert.equal(run.code, EXIT_CODES.conformant, run.stdout);
    const results = resultsOf(out, run);
    assert.equal(results.summary.verdict, 'conformant');
    assert.deepEqual(
      results.scenarios.map(({ id, verdict }) => `${id} ${verdict}`),
      Array.from({ length: 20 }, (_, index) => `T${String(index + 1).padStart(2, '0')} pass`),
    );
    assert.deepEqual(results.run.command, ['dicomweb-harness', ...args]);
    assert.deepEqual(
      [results.run.harness.name, results.run.harness.version, results.run.harness.node],
      [HARNESS.name, HARNESS.version, process.version],
    );
    assert.deepEqual([results.remains, await instancesOn(url, token)], [[], []]);

    assert.equal(results.target.authentication, 'bearer');
    if (process.platform === 'linux') assert.ok(commandLines.length >= 3, 'Playwright and its worker are seen at work');
    for (const text of [run.stdout, run.stderr, ...commandLines]) assert.ok(!text.includes(token));
    const files = allBytesIn(out);
    assert.ok(files.length > 50);
    const encodings = [token, Buffer.from(token).toString('base64').replace(/=+$/, ''), encodeURIComponent(token)];
    for (const [path, text] of files) for (const secret of encodings) assert.ok(!text.includes(secret), path);
  });

  test('goes to a new folder under runs/; progress goes to standard error, the summary alone to standard output', async (t) => {
    const cwd = temporaryFolder(t);
    const dataset = smallStudy(temporaryFolder(t));
    const args = ['conformance', '--dataset', dataset, '--scenario', 'T01', '--verbose'];
    const ended = await harness(args, { cwd, env: { NO_COLOR: '1', npm_command: '' } });
    const { code, stdout, stderr } = ended;
    assert.equal(code, EXIT_CODES.conformant, stderr);
    assert.deepEqual(readdirSync(cwd), ['runs'], 'nothing else is left where the program was started');
    const [folder = ''] = readdirSync(join(cwd, 'runs'));
    resultsOf(join(cwd, 'runs', folder), ended);
    const where = join('runs', folder);
    const page = `Report: ${join(where, 'report.html')} (shown by: dicomweb-harness open ${where})`;
    const why = 'exit 0: no breach was found in what was tested';
    assert.ok(stdout.trimEnd().endsWith(`\nResults in ${where}\n${page}\n${why}`), stdout);
    assert.match(
      stderr,
      /^ {4}T01\.1 +POST http:\/\/127\.0\.0\.1:\d+\/.*studies → 200 OK, \d+ ms$/m,
      'as --verbose has it',
    );
    const progress = stderr.split('\n').filter((line) => / T\d\d /.test(line));
    assert.equal(progress.length, 1);
    for (const line of progress) assert.match(line, /^ +pass +T01 /);
    assert.doesNotMatch(stdout, / T01 /);
    assert.ok(!stdout.includes(ESCAPE) && !stderr.includes(ESCAPE), 'a pipe takes no colour codes');
  });
});

describe('a quiet run', () => {
  test('says one line: the verdict, why the exit code is what it is, and where the page is', async (t) => {
    const { code, stdout, stderr } = await conformance(t, ['--scenario', 'T01', '--quiet'], harness);
    assert.equal(code, EXIT_CODES.conformant, stderr);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^CONFORMANT[^·\n]* · exit 0: no breach was found in what was tested · [^·\n]*report\.html\n$/,
    );
  });
});

describe('a run for machines', () => {
  test('--json has standard output to itself: every line is JSON, and the last is the summary of results.json', async (t) => {
    const url = await referenceServer(t, { faults: ['store-answers-201'] });
    const run = await conformance(t, ['--target', url, '--scenario', 'T01', '--json'], harness);
    assert.equal(run.code, EXIT_CODES.findings, run.stderr);
    const results = JSON.parse(readFileSync(join(run.out, 'results.json'), 'utf8'));
    const lines = run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const {
      type: first,
      run: { id },
    } = lines[0];
    assert.deepEqual([first, id], ['run', results.run.id]);
    assert.deepEqual(lines.at(-1), { type: 'summary', ...results.summary });
    const failed = lines.filter(({ type, verdict }) => type === 'finding' && verdict === 'fail');
    assert.ok(failed.length > 0 && failed.length === results.summary.findings.fail);
    assert.match(run.stderr, /^Results in /m);
  });
});

describe('a run that selects scenarios', () => {
  test('judges all that were named and nothing else; what they build on is done and not judged', async (t) => {
    const url = await referenceServer(t);
    const run = await conformance(t, ['--target', url, '--scenario', 'T18', '--scenario', 'T05']);
    assert.equal(run.code, EXIT_CODES.conformant, run.stdout);
    const { scenarios, exchanges } = resultsOf(run.out, run);
    for (const { id, verdict, reason, findings } of scenarios) {
      const expected = ['T05', 'T18'].includes(id) ? ['pass', undefined] : ['incomplete', 'excluded'];
      assert.deepEqual([verdict, reason], expected, id);
      if (verdict === 'incomplete') assert.ok(findings.every((finding) => finding.reason === 'excluded'));
    }
    const played = new Set(exchanges.map(({ id }) => id.split('.')[0]));
    assert.deepEqual([...played], ['T01', 'T02', 'T03', 'T04', 'T09', 'T18']);
    assert.deepEqual(await instancesOn(url), []);
  });

  test('is not failed by what it builds on', async (t) => {
    const url = await referenceServer(t, { faults: ['store-answers-201'] });
    const run = await conformance(t, ['--target', url, '--scenario', 'T12']);
    const { scenarios } = resultsOf(run.out, run);
    assert.ok(scenarios.every(({ verdict }) => verdict !== 'fail'));
  });
});

describe('a run against a server with a fault', () => {
  const FAULT = 'metadata-value-changed';

  test('fails, and what gates is what the user chose', async (t) => {
    const url = await referenceServer(t, { faults: [FAULT] });
    const run = await conformance(t, ['--target', url]);
    assert.equal(run.code, EXIT_CODES.findings);
    const { summary, scenarios } = resultsOf(run.out, run);
    assert.equal(summary.verdict, 'not-conformant');
    assert.ok(scenarios.some(({ verdict }) => verdict === 'fail'));
    assert.ok(readdirSync(join(run.out, 'tickets')).length > 0);

    const never = await conformance(t, ['--target', url, '--fail-on', 'never', '--scenario', 'T10']);
    assert.equal(never.code, EXIT_CODES.conformant);
    assert.equal(resultsOf(never.out, never).summary.verdict, 'not-conformant', 'the verdict is the same');
  });

  test('a warning gates only where it was asked to', async (t) => {
    const url = await referenceServer(t, { faults: ['store-response-without-study-url'] });
    const flags = ['--target', url, '--scenario', 'T01'];
    const lenient = await conformance(t, flags);
    const { requirements, summary } = resultsOf(lenient.out, lenient);
    assert.ok(requirements.some(({ verdict }) => verdict === 'warn'));
    assert.ok(requirements.every(({ verdict }) => verdict !== 'fail'));
    assert.deepEqual([lenient.code, summary.verdict], [EXIT_CODES.conformant, 'conformant']);
    const strict = await conformance(t, [...flags, '--fail-on', 'warn']);
    assert.equal(strict.code, EXIT_CODES.findings);
    assert.equal(resultsOf(strict.out, strict).summary.verdict, 'failed');
  });
});

test('a run in which nothing was judged is not conformant', async (t) => {
  const standard = loadProfile('standard');
  const features = Object.fromEntries(Object.keys(standard.features).map((feature) => [feature, 'no']));
  const profile = join(temporaryFolder(t), 'nothing.json');
  writeFileSync(profile, JSON.stringify({ ...standard, name: 'nothing', features }));
  const run = await conformance(t, ['--profile', profile]);
  assert.equal(run.code, EXIT_CODES.notDecided, run.stdout);
  const { summary, scenarios } = resultsOf(run.out, run);
  assert.equal(summary.verdict, 'not-decided');
  assert.ok(scenarios.every(({ reason }) => reason === 'not-claimed'));
});
