import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { createSpool } from '../../lib/http/spool.ts';
import { rawServer } from './raw-server.ts';
import { folderFor, get, targetAt, transportFor } from './support.ts';

/** Sends one text again and again, as fast as it is taken, until the client goes. */
function flood(text: string) {
  return ({ socket }: { socket: import('node:net').Socket }): void => {
    const piece = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
    const more = (): void => {
      while (!socket.destroyed && socket.write(piece));
      if (!socket.destroyed) socket.once('drain', more);
    };
    socket.on('error', () => {});
    more();
  };
}

test('a flood of interim responses ends the exchange, and says why', { timeout: 20_000 }, async (t) => {
  const server = await rawServer(t, flood('HTTP/1.1 102 Processing\r\n\r\n'));
  const { failure, response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.equal(failure?.code, 'too-large');
  assert.match(failure?.message ?? '', new RegExp(`more than ${BOUNDS.interimResponses.limit} interim responses`));
  assert.equal(response, null);
});

test('as many interim responses as are allowed are kept', async (t) => {
  const interim = 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(BOUNDS.interimResponses.limit);
  const server = await rawServer(t, ({ socket }) =>
    socket.write(`${interim}HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n`),
  );
  const { failure, response } = await get(transportFor(t, targetAt(server.url)), server.url);
  assert.deepEqual([failure, response?.interim?.length], [null, BOUNDS.interimResponses.limit]);
});

test('a body without end leaves no file, however often it is asked for', { timeout: 30_000 }, async (t) => {
  const server = await rawServer(t, ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n');
    flood('without end ')({ socket });
  });
  const spoolFolder = folderFor(t);
  const options = { spoolFolder, memoryLimitBytes: 10_000, maximumBodyBytes: 300_000 };
  const transport = transportFor(t, targetAt(server.url), options);
  for (let count = 0; count < 8; count++) {
    const { failure, response } = await get(transport, server.url);
    assert.equal(failure?.code, 'too-large');
    assert.ok((response?.body.length ?? 0) <= 10_000, 'no more than the beginning is kept');
    assert.equal(Buffer.from(response?.body.read(0, 7) ?? []).toString(), 'without');
  }
  assert.deepEqual(readdirSync(spoolFolder), []);
});

/** Pushes so many bytes to a new collector, or as many as it takes. */
function fill(
  spool: ReturnType<typeof createSpool>,
  bytes: number,
): { readonly taken: number; readonly why: string | null } {
  const collector = spool.collector('T01.1');
  const piece = Buffer.alloc(100);
  for (let taken = 0; taken < bytes; taken += piece.length) {
    const why = collector.refusal(piece.length);
    if (why !== null) {
      collector.cut(why);
      return { taken, why };
    }
    collector.push(piece);
  }
  return { taken: collector.finish().length, why: null };
}

test('bodies that were cut make the next ones shorter, and all files together have a bound', (t) => {
  const folder = folderFor(t);
  const spool = createSpool(folder, { inMemory: 500, body: 10_000, files: 25_000, wasted: 15_000, afterwards: 3_000 });
  t.after(() => spool.close());
  assert.equal(fill(spool, 9_000).why, null);
  assert.deepEqual([fill(spool, 20_000).taken, fill(spool, 20_000).taken], [10_000, 10_000]);
  const shorter = fill(spool, 20_000);
  assert.equal(shorter.taken, 3_000);
  assert.match(shorter.why ?? '', /larger than the limit of 3000 bytes/);
  for (let count = 0; count < 5; count++) assert.equal(fill(spool, 2_900).why, null);
  const full = fill(spool, 2_900);
  assert.match(full.why ?? '', /more than 25000 bytes of temporary files/);
  assert.equal(fill(spool, 400).why, null, 'a small body needs no file');
  const onDisk = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  assert.equal(onDisk, 9_000 + 5 * 2_900);
});
