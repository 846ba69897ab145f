import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Behaviour } from '../../lib/reference-server/behaviour.ts';
import { type RunningServer, startServer } from '../../lib/reference-server/listen.ts';
import { fresh, load, resultsIn } from './program.ts';
import { startUnhurriedServer } from './unhurried-server.ts';

/** A load that says each second, and lasts until it is interrupted: the server sees to that. */
const LASTING = ['--vus', '1', '--size', '4KiB', '--verbose'];
/** In the middle of its time. The ceiling is measured for as long, so of the others the time is over by then. */
const LONG = ['--duration', '3s'];
const SHORT = ['--duration', '1s'];
const UNDER_WAY = /2 s · \d+ requests/;

/** How many stores a server answers before it lets one wait for ever. */
const ANSWERED = 5;

/** Starts a server that answers some stores, and none after them. */
function startHoldingServer(): Promise<RunningServer> {
  let stores = 0;
  const holding: Behaviour = {
    handle: (request, archive, next) =>
      request.method === 'POST' && ++stores > ANSWERED ? new Promise(() => {}) : next(request, archive),
  };
  return startServer({ behaviours: [holding] });
}

test('Ctrl-C keeps the results so far, marked partial, and cleans up', async () => {
  const server = await startHoldingServer();
  const out = fresh();
  const { status, stderr } = await load(['stow', '--target', server.baseUrl, ...LASTING, ...LONG, '--out', out], {
    interruptOn: [UNDER_WAY],
  });
  const left = await fetch(`${server.baseUrl}/studies`);
  await server.close();
  assert.equal(status, 105, stderr);
  const { run, load: result, summary } = resultsIn(out);
  assert.deepEqual([run.completeness, run.why], ['partial', 'interrupted']);
  assert.equal(summary.exitCode, 105);
  assert.equal(result?.acknowledged, ANSWERED);
  assert.ok(left.status === 204 || ((await left.json()) as unknown[]).length === 0);
});

test('a second Ctrl-C ends it at once, and says where the studies are named that may be left', async () => {
  const server = await startHoldingServer();
  const out = fresh();
  const { status, stderr } = await load(['stow', '--target', server.baseUrl, ...LASTING, ...SHORT, '--out', out], {
    interruptOn: [UNDER_WAY, /Stopping/],
  });
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
  const server = await startUnhurriedServer();
  const mute = createServer(() => undefined);
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const silent = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
  for (const [target, interruptOn] of [
    [server.baseUrl, /UIDs begin with/],
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
