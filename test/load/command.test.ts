import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Command, CommanderError } from 'commander';
import { loadCommand } from '../../lib/cli/load.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { Results } from '../../lib/results/results.ts';
import { writeResults } from '../../lib/results/write-results.ts';
import { latencies, loadOf, operationOf, resultsOf } from './samples.ts';

const work = mkdtempSync(join(tmpdir(), 'load-command-'));
after(() => rmSync(work, { recursive: true, force: true }));
let folders = 0;
const fresh = (): string => join(work, String(++folders));

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function load(
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly interruptOn?: readonly RegExp[] } = {},
) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/cli/main.ts', 'load', ...args], {
    env: { ...process.env, PATH: '/usr/bin:/bin', K6_BIN: undefined, NO_COLOR: '1', ...options.env },
  });
  let stdout = '';
  let stderr = '';
  const interruptOn = [...(options.interruptOn ?? [])];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
    if (!interruptOn[0]?.test(stderr)) return;
    interruptOn.shift();
    child.kill('SIGINT');
  });
  return new Promise<Outcome>((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
}

/** Runs the command in this process, up to the refusal that it has to end with; whether that is one of usage. */
async function refusal(args: readonly string[]): Promise<{ readonly usage: boolean; readonly said: string }> {
  let said = '';
  const quiet = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeErr: (text) => {
        said += text;
      },
    });
    command.commands.forEach(quiet);
  };
  const command = loadCommand();
  quiet(command);
  const path = process.env.PATH;
  process.env.PATH = '/usr/bin:/bin';
  try {
    await command.parseAsync([...args], { from: 'user' });
    return { usage: false, said };
  } catch (error) {
    if (error instanceof CommandError)
      return { usage: error.exitCode === 2, said: `${error.message} ${error.hint ?? ''}` };
    return { usage: error instanceof CommanderError, said };
  } finally {
    process.env.PATH = path;
  }
}

const resultsIn = (folder: string): Results =>
  JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;

/** The kind of each line of a run for machines; throws when a line is no JSON. */
const typesOf = (stdout: string): readonly string[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly type: string }).type);

test('--json has standard output to itself', async () => {
  const args = ['stow', '--duration', '1s', '--size', '4KiB', '--sample', '0', '--out', fresh(), '--json'];
  const { status, stdout, stderr } = await load(args);
  assert.ok(status === 0 || status === 5, stderr);
  assert.deepEqual(typesOf(stdout), ['run', 'load', 'summary']);
  assert.match(stderr, /^Results in /m);
});

test('without a target the embedded server is loaded, and everything is said, written and gone', async () => {
  const out = fresh();
  const { status, stdout, stderr } = await load([
    'stow',
    '--duration',
    '6s',
    '--size',
    '16KiB',
    '--seed',
    '5',
    '--out',
    out,
  ]);
  assert.equal(status, 0, stdout + stderr);
  assert.match(stderr, /No k6 was found: runs on the embedded engine/);
  assert.match(stderr, /Stores synthetic CT of 16\.0 KiB on http:\/\/127\.0\.0\.1:\d+.*UIDs beginning with 2\.25\./);
  assert.match(stderr, /5 s · \d+ requests\/s .* left/);
  assert.match(stdout, /generator ceiling/);
  const { kind, load: result, summary, remains, run, target, scenarios } = resultsIn(out);
  assert.equal(kind, 'load');
  assert.equal(run.completeness, 'complete');
  assert.equal(summary.verdict, 'passed');
  assert.deepEqual(remains, []);
  assert.equal(target.embedded, true);
  assert.ok(result && result.acknowledged > 0 && result.series.length >= 5);
  assert.equal(result.engine.name, 'embedded');
  assert.ok(result.generator.requestsPerSecond > 100 && result.generator.bytesPerSecond > 1e6);
  assert.equal(result.settings.seed, 5);
  assert.ok(scenarios.every(({ verdict }) => verdict !== 'fail'));
  for (const file of ['report.html', 'junit.xml']) assert.ok(existsSync(join(out, file)), file);
  assert.ok(!existsSync(join(out, 'stored-studies.txt')));
});

test('on another server what was stored is deleted afterwards, or listed with --keep; delete cleans it up', async () => {
  const server = await startReferenceServer();
  const count = async (): Promise<number> => {
    const answer = await fetch(`${server.baseUrl}/studies`);
    return answer.status === 204 ? 0 : ((await answer.json()) as unknown[]).length;
  };
  try {
    const common = ['--target', server.baseUrl, '--duration', '2s', '--size', '4KiB', '--sample', '0'];
    const cleaned = await load(['stow', ...common, '--out', fresh()]);
    assert.equal(cleaned.status, 0, cleaned.stdout + cleaned.stderr);
    assert.match(cleaned.stderr, /Deleting \d+ studies/);
    assert.equal(await count(), 0);

    const out = fresh();
    const kept = await load(['stow', ...common, '--keep', '--out', out]);
    assert.equal(kept.status, 0, kept.stderr);
    const ledger = join(out, 'stored-studies.txt');
    const listed = readFileSync(ledger, 'utf8').trim().split('\n');
    assert.match(kept.stdout, /What is still on the server: .*stored-studies\.txt/);
    assert.deepEqual(
      resultsIn(out)
        .remains.map(({ studyInstanceUid }) => studyInstanceUid)
        .sort(),
      [...listed].sort(),
    );
    assert.equal(await count(), listed.length);

    const deleted = await load(['delete', '--target', server.baseUrl, '--ledger', ledger, '--out', fresh()]);
    assert.equal(deleted.status, 0, deleted.stdout + deleted.stderr);
    assert.equal(await count(), 0);
  } finally {
    await server.close();
  }
});

test('credentials go to the server, and nowhere else', async () => {
  const secret = 'dont-write-this-down-4711';
  const server = await startReferenceServer();
  const seen: string[] = [];
  const { port, hostname } = new URL(server.baseUrl);
  const guard = createServer((request, response) => {
    seen.push(request.headers.authorization ?? 'none');
    const forwarded = new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)));
    });
    void forwarded.then(async (body) => {
      const { authorization: _, host: __, connection: ___, ...headers } = request.headers;
      const answer = await fetch(`http://${hostname}:${port}${request.url}`, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const content = Buffer.from(await answer.arrayBuffer());
      const type = answer.headers.get('content-type');
      response.writeHead(answer.status, {
        ...(type ? { 'Content-Type': type } : {}),
        'Content-Length': content.length,
      });
      response.end(content);
    });
  });
  await new Promise<void>((resolve) => guard.listen(0, '127.0.0.1', resolve));
  const out = fresh();
  const url = `http://127.0.0.1:${(guard.address() as AddressInfo).port}${new URL(server.baseUrl).pathname}`;
  const { stdout, stderr } = await load(['stow', '--target', url, '--duration', '1s', '--size', '4KiB', '--out', out], {
    env: { DICOMWEB_TOKEN: secret },
  });
  guard.close();
  guard.closeAllConnections();
  await server.close();
  assert.ok(seen.length > 5);
  assert.deepEqual([...new Set(seen)], [`Bearer ${secret}`]);
  for (const text of [
    stdout,
    stderr,
    readFileSync(join(out, 'results.json'), 'utf8'),
    readFileSync(join(out, 'report.html'), 'utf8'),
  ]) {
    assert.ok(!text.includes(secret));
  }
});

test('Ctrl-C keeps the results so far, marked partial, and cleans up', async () => {
  const server = await startReferenceServer();
  const out = fresh();
  const { status, stderr } = await load(
    ['stow', '--target', server.baseUrl, '--duration', '60s', '--size', '4KiB', '--out', out],
    { interruptOn: [/5 s · \d+ requests/] },
  );
  const left = await fetch(`${server.baseUrl}/studies`);
  await server.close();
  assert.equal(status, 105, stderr);
  const { run, load: result, summary } = resultsIn(out);
  assert.deepEqual([run.completeness, run.why], ['partial', 'interrupted']);
  assert.equal(summary.exitCode, 105);
  assert.ok((result?.acknowledged ?? 0) > 0);
  assert.ok(left.status === 204 || ((await left.json()) as unknown[]).length === 0);
});

test('a second Ctrl-C ends it at once, and says where the studies are named that may be left', async () => {
  const server = await startReferenceServer();
  const out = fresh();
  const { status, stderr } = await load(
    ['stow', '--target', server.baseUrl, '--duration', '60s', '--size', '4KiB', '--out', out],
    { interruptOn: [/5 s · \d+ requests/, /Stopping/] },
  );
  await server.close();
  assert.equal(status, 105, stderr);
  assert.match(
    stderr,
    /Ended at once, without results\.\nStudies that may still be on the server: .*stored-studies\.txt/,
  );
  assert.ok(readFileSync(join(out, 'stored-studies.txt'), 'utf8').length > 0);
  assert.ok(!existsSync(join(out, 'results.json')));
});

test('Ctrl-C before the load began ends it, whether the target answers or not', async () => {
  const server = await startReferenceServer();
  const mute = createServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const silent = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  for (const [target, interruptOn] of [
    [server.baseUrl, /UIDs beginning with/],
    [silent, /embedded engine/],
  ] as const) {
    const out = fresh();
    const began = Date.now();
    const { status, stderr } = await load(['stow', '--target', target, '--out', out], { interruptOn: [interruptOn] });
    assert.equal(status, 105, stderr);
    assert.match(stderr, /interrupted before the load began/);
    assert.ok(Date.now() - began < 20_000);
    assert.ok(!existsSync(join(out, 'stored-studies.txt')));
  }
  mute.closeAllConnections();
  mute.close();
  await server.close();
});

test('a threshold that breaks ends with 99, and says which', async () => {
  const out = fresh();
  const { status, stdout } = await load([
    'stow',
    '--duration',
    '2s',
    '--size',
    '4KiB',
    '--threshold',
    'store_duration: p(95)<0.001',
    '--out',
    out,
  ]);
  assert.equal(status, 99, stdout);
  assert.match(stdout, /store_duration p\(95\)<0\.001/);
  assert.deepEqual(
    resultsIn(out)
      .load?.thresholds.filter(({ holds }) => !holds)
      .map(({ metric }) => metric),
    ['store_duration'],
  );
});

test('a server that is not there, or takes nothing, ends with 3', async () => {
  const closed = await load(['stow', '--target', 'http://127.0.0.1:9/dicom-web', '--out', fresh()]);
  assert.equal(closed.status, 3, closed.stderr);
  assert.doesNotMatch(closed.stderr, /\n\s+at /);
  const server = await startReferenceServer({ faults: ['store-answers-500'] });
  const refused = await load(['wado', '--target', server.baseUrl, '--duration', '1s', '--out', fresh()]);
  await server.close();
  assert.equal(refused.status, 3, refused.stdout + refused.stderr);
  assert.match(refused.stdout, /did not store what is to be read: status 500/);
});

test('bad input is refused with exit code 2 and a word on what to do', async () => {
  const used = fresh();
  mkdirSync(used);
  writeFileSync(join(used, 'mine'), '');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /missing required argument/],
    [['fly'], /Allowed choices are stow, wado/],
    [['stow', '--shape', 'round'], /Allowed choices are smoke/],
    [['stow', '--vus', '0'], /whole number from 1/],
    [['stow', '--vus', '1.5'], /whole number/],
    [['stow', '--rate', 'fast'], /number from/],
    [['stow', '--duration', 'soon'], /no duration/],
    [['stow', '--duration', '10ms'], /at least one second/],
    [['stow', '--size', '1TB'], /size/],
    [['stow', '--mix', 'XX:1'], /no modality/],
    [['mixed', '--proportions', 'store:1'], /weights above 0 of store, retrieve, search/],
    [['mixed', '--proportions', 'store:1,retrieve:0,search:1'], /weights above 0/],
    [['stow', '--mix', 'CT:1,CT:2'], /twice/],
    [['stow', '--threshold', 'store_duration'], /names no metric/],
    [['stow', '--threshold', 'store_duration: fast'], /no threshold/],
    [['stow', '--sample', '2'], /number from 0 to 1/],
    [['stow', '--engine', 'k6'], /k6 was not found/],
    [['stow', '--engine', 'auto', '--out', used], /not empty/],
    [['stow', '--wrong'], /unknown option/],
    [['stow', '--target', 'archive'], /absolute URL/],
    [['stow', '--target', ''], /absolute URL/],
    [['stow', '--profile', 'nobody'], /nobody/],
    [['durability', '--rate', '5'], /no open model/],
    [['delete', '--target', 'http://127.0.0.1:9'], /needs --ledger/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', join(used, 'none')], /no such file/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', join(used, 'mine')], /names no study/],
    [['delete', '--target', 'http://127.0.0.1:9', '--ledger', 'package.json'], /"\{" is no UID/],
    [['stow', '--out', '/proc/self/made-by-a-test'], /cannot be made/],
    [['stow', '--kubernetes', fresh()], /needs --target/],
    [['merge', used], /results\.json|no run/i],
    [['compare', used, used], /results\.json|no run/i],
  ];
  for (const [args, says] of cases) {
    const { usage, said } = await refusal(args);
    assert.ok(usage, args.join(' '));
    assert.match(said, says, args.join(' '));
  }
  const { status, stderr } = await load(['stow', '--vus', '0']);
  assert.equal(status, 2);
  assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace is nothing for a user');
});

test('what is found as k6 and is none is refused', async () => {
  const { status, stderr } = await load(['stow', '--out', fresh()], { env: { K6_BIN: '/bin/true' } });
  assert.equal(status, 2);
  assert.match(stderr, /does not say that it is k6/);
});

test('merge joins runs and judges the whole; compare says what is worse', async () => {
  const thresholds = [{ metric: 'store_duration', expression: 'p(95)<100', holds: true, actual: 1 }];
  const [fast, slow] = [fresh(), fresh()];
  for (const [folder, median, seed] of [
    [fast, 10, 1],
    [slow, 300, 2],
  ] as const) {
    mkdirSync(folder);
    writeResults(folder, resultsOf(loadOf([operationOf('store', latencies(2000, median, seed))], { thresholds })));
  }
  const out = fresh();
  const merged = await load(['merge', fast, slow, '--out', out]);
  assert.equal(merged.status, 99, merged.stderr);
  assert.equal(resultsIn(out).load?.operations[0]?.requests, 4000);
  assert.match(merged.stdout, /store_duration/);
  const forMachines = await load(['merge', fast, slow, '--json', '--out', fresh()]);
  assert.equal(forMachines.status, 99, forMachines.stderr);
  assert.deepEqual(typesOf(forMachines.stdout), ['run', 'load', 'summary']);
  const twice = await load(['merge', fast, slow, `${fast}/`]);
  assert.deepEqual([twice.status, twice.stdout], [2, '']);
  assert.match(twice.stderr, /is named twice/);
  for (const [change, says] of [
    [(one: Results) => ({ ...one, target: { ...one.target, baseUrl: 'http://other.invalid' } }), /different targets/],
    [
      (one: Results) => ({
        ...one,
        run: { ...one.run, startedAt: '2099-01-01T00:00:00Z', finishedAt: '2099-01-01T00:01:00Z' },
      }),
      /did not go on together/,
    ],
  ] as const) {
    const unrelated = fresh();
    mkdirSync(unrelated);
    writeResults(unrelated, change(resultsIn(fast)));
    const { usage, said } = await refusal(['merge', fast, unrelated]);
    assert.ok(usage);
    assert.match(said, says);
  }
  const worse = await load(['compare', fast, slow]);
  assert.equal(worse.status, 1, worse.stderr);
  assert.match(worse.stdout, /^worse +store p50/m);
  const same = await load(['compare', fast, fast]);
  assert.equal(same.status, 0, same.stdout);
});
