import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { fresh, load, resultsIn, typesOf } from './program.ts';
import { startUnhurriedServer } from './unhurried-server.ts';

/** One virtual user and small instances: what a load says and leaves does not depend on how heavy it is. */
const LIGHT = ['--vus', '1', '--size', '4KiB'];

/**
 * Before a load its ceiling is measured for as long as it is to last, on the whole processor: each of these lasts one
 * second, and shows several things.
 */
const SHORT = ['--duration', '1s', ...LIGHT];

test('without a target the embedded server is loaded, and everything is said, written and gone', async () => {
  const out = fresh();
  const { status, stdout, stderr } = await load([
    'durability',
    '--duration',
    '1s',
    '--instances',
    '20',
    // Every fifth second is said.
    '--wait',
    '5',
    '--vus',
    '1',
    '--size',
    '16KiB',
    '--seed',
    '5',
    '--out',
    out,
  ]);
  assert.equal(status, 0, stdout + stderr);
  assert.match(stderr, /k6 was not found: running the script on the embedded engine/);
  assert.match(stderr, /Stores synthetic CT of 16\.0 KiB on http:\/\/127\.0\.0\.1:\d+.*UIDs begin with 2\.25\./);
  assert.match(stderr, /^5 s · \d+ requests\/s /m);
  assert.match(stdout, /generator ceiling/);
  const { kind, load: result, summary, remains, run, target, scenarios } = resultsIn(out);
  assert.equal(kind, 'load');
  assert.equal(run.completeness, 'complete');
  assert.equal(summary.verdict, 'passed');
  assert.deepEqual(remains, []);
  assert.equal(target.embedded, true);
  assert.ok(result && result.series.length >= 5);
  assert.deepEqual([result.acknowledged, result.verified], [20, 20]);
  assert.equal(result.engine.name, 'embedded');
  assert.ok(result.generator.requestsPerSecond > 5 && result.generator.bytesPerSecond > 1e5);
  assert.equal(result.settings.seed, 5);
  assert.equal(result.settings.http, '1.1');
  assert.ok(scenarios.every(({ verdict }) => verdict !== 'fail'));
  for (const file of ['report.html', 'junit.xml']) assert.ok(existsSync(join(out, file)), file);
  assert.ok(!existsSync(join(out, 'stored-studies.txt')));
});

test('on another server what was stored is deleted afterwards, or listed with --keep; delete cleans it up', async () => {
  // No profile names every status that says that a study was deleted.
  const server = await startUnhurriedServer('delete-answers-200');
  const count = async (): Promise<number> => {
    const answer = await fetch(`${server.baseUrl}/studies`);
    return answer.status === 204 ? 0 : ((await answer.json()) as unknown[]).length;
  };
  try {
    const common = ['--target', server.baseUrl, ...SHORT, '--sample', '0'];
    const atRate = ['--rate', '10', '--allow-dropped'];
    const cleanedIn = fresh();
    const cleaned = await load(['stow', ...common, ...atRate, '--out', cleanedIn, '--json']);
    assert.equal(cleaned.status, 0, cleaned.stdout + cleaned.stderr);
    assert.match(cleaned.stderr, /Deleting \d+ studies/);
    assert.equal(await count(), 0);
    assert.ok((resultsIn(cleanedIn).load?.acknowledged ?? 0) > 0);
    assert.deepEqual(typesOf(cleaned.stdout), ['run', 'load', 'summary'], '--json has standard output to itself');
    assert.match(cleaned.stderr, /^Results in /m);

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

    const deleted = await load([
      'delete',
      '--target',
      server.baseUrl,
      '--ledger',
      ledger,
      '--duration',
      '1s',
      '--out',
      fresh(),
    ]);
    assert.equal(deleted.status, 0, deleted.stdout + deleted.stderr);
    assert.equal(await count(), 0);
  } finally {
    await server.close();
  }
});

test('credentials go to the server, and nowhere else; a threshold that breaks ends with 99, and says which', async () => {
  const secret = 'dont-write-this-down-4711';
  const server = await startUnhurriedServer();
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
  const threshold = ['--threshold', 'store_duration: p(95)<0.001'];
  const { status, stdout, stderr } = await load(['stow', '--target', url, ...SHORT, ...threshold, '--out', out], {
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
  const server = await startUnhurriedServer('store-answers-500');
  const refused = await load(['qido', '--target', server.baseUrl, ...SHORT, '--out', fresh()]);
  await server.close();
  assert.equal(refused.status, 3, refused.stdout + refused.stderr);
  assert.match(refused.stdout, /did not store the corpus: status 500/);
});
