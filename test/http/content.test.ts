import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { type ByteSource, memorySource } from '../../lib/bytes/byte-source.ts';
import { decodedBody } from '../../lib/http/content.ts';
import type { ExchangeResponse } from '../../lib/http/exchange.ts';
import { textOf } from './support.ts';

function response(body: ByteSource, ...codings: string[]): ExchangeResponse {
  const headers = codings.map((coding) => ['content-encoding', coding] as const);
  return { httpVersion: '1.1', status: 200, reason: 'OK', headers, body };
}

const PLAIN = Buffer.from('[{"00080005":{"vr":"CS"}}]');

for (const [coding, encoded] of [
  ['gzip', gzipSync(PLAIN)],
  ['X-GZIP', gzipSync(PLAIN)],
  ['deflate', deflateSync(PLAIN)],
  ['br', brotliCompressSync(PLAIN)],
  ['gzip, br', brotliCompressSync(gzipSync(PLAIN))],
  ['identity', PLAIN],
] as const) {
  test(`undoes ${coding}`, () => {
    const decoded = decodedBody(response(memorySource(encoded), coding));
    assert.ok(decoded.ok);
    assert.equal(textOf(decoded.body), PLAIN.toString());
  });
}

test('undoes codings of several fields, the last one first', () => {
  const decoded = decodedBody(response(memorySource(brotliCompressSync(gzipSync(PLAIN))), 'gzip', 'br'));
  assert.ok(decoded.ok);
  assert.equal(textOf(decoded.body), PLAIN.toString());
});

test('hands an uncoded body through unread, however large', () => {
  const body: ByteSource = {
    length: 2 ** 40,
    read: () => {
      throw new Error('read');
    },
  };
  const decoded = decodedBody(response(body));
  assert.ok(decoded.ok && decoded.body === body);
});

test('tells corrupt, unknown and oversized codings apart', () => {
  const code = (decoded: ReturnType<typeof decodedBody>): string => (decoded.ok ? 'ok' : decoded.code);
  assert.equal(code(decodedBody(response(memorySource(PLAIN), 'gzip'))), 'corrupt');
  assert.equal(code(decodedBody(response(memorySource(gzipSync(PLAIN).subarray(0, 20)), 'gzip'))), 'corrupt');
  assert.equal(code(decodedBody(response(memorySource(deflateRawSync(PLAIN)), 'deflate'))), 'corrupt');
  assert.equal(code(decodedBody(response(memorySource(PLAIN), 'zstd'))), 'unsupported-coding');
  assert.equal(code(decodedBody(response(memorySource(PLAIN), 'gzip, gzip, gzip, gzip, gzip'))), 'unsupported-coding');
  const bomb = gzipSync(Buffer.alloc(1_000_000));
  assert.equal(code(decodedBody(response(memorySource(bomb), 'gzip'), 10_000)), 'too-large');
  assert.equal(code(decodedBody(response(memorySource(bomb), 'gzip'), 100)), 'too-large');
  assert.equal(code(decodedBody(response(memorySource(bomb), 'gzip'), 1_000_000)), 'ok');
});
