import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { decodedBody } from '../../lib/http/content.ts';
import { redactorFor } from '../../lib/http/redaction.ts';
import { folderEvidence } from '../../lib/run/evidence.ts';
import { rawServer } from './raw-server.ts';
import { folderFor, get, targetAt, textOf, transportFor } from './support.ts';

const CODINGS = [
  { name: 'gzip', encode: gzipSync, decode: gunzipSync },
  { name: 'br', encode: brotliCompressSync, decode: brotliDecompressSync },
] as const;

/** A token that nothing but an echo can hold, and a password that is so short that only files hide it. */
const SECRETS = ['secret-bearer-token-0001', 'hunter2'];

for (const { name, encode, decode } of CODINGS) {
  for (const secret of SECRETS) {
    test(`${secret} in a ${name} body reaches no file, and a long one no judge`, async (t) => {
      const body = encode(Buffer.from(`{"error":"not for ${secret}"}`));
      const server = await rawServer(t, ({ socket }) => {
        socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${name}\r\nContent-Length: ${body.length}\r\n\r\n`);
        socket.end(body);
      });
      const target = targetAt(server.url, { credentials: { kind: 'bearer', token: secret } });
      const exchange = await get(transportFor(t, target), server.url);
      assert.ok(exchange.response);
      const decoded = decodedBody(exchange.response);
      assert.ok(decoded.ok);
      assert.equal(decoded.body.length, `{"error":"not for ${secret}"}`.length, 'offsets stay true');
      if (secret.length >= 16) assert.ok(!textOf(decoded.body).includes(secret));
      const run = folderFor(t);
      const record = folderEvidence(run, redactorFor(target)).keep(exchange);
      assert.equal(record.response?.body?.length, body.length);
      for (const file of readdirSync(join(run, 'evidence'))) {
        const bytes = readFileSync(join(run, 'evidence', file));
        assert.ok(!decode(bytes).includes(secret), file);
      }
    });
  }
}

test('a coded body without a secret is kept as it came', async (t) => {
  const body = gzipSync('{"error":"not found"}');
  const server = await rawServer(t, ({ socket }) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.end(body);
  });
  const target = targetAt(server.url, { credentials: { kind: 'bearer', token: SECRETS[0] ?? '' } });
  const exchange = await get(transportFor(t, target), server.url);
  const run = folderFor(t);
  const record = folderEvidence(run, redactorFor(target)).keep(exchange);
  assert.deepEqual(readFileSync(join(run, record.response?.body?.file ?? '')), body);
});
