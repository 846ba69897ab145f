import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ByteSource, chunks, memorySource } from '../../lib/bytes/byte-source.ts';
import { occurs, unusedBoundary, writeMultipart } from '../../lib/http/multipart-writer.ts';
import { textOf } from './support.ts';

const part = (text: string) => ({
  headers: [['Content-Type', 'application/dicom'] as const],
  body: memorySource(Buffer.from(text)),
});

test('writes one message octet for octet', () => {
  const { body, contentType } = writeMultipart('application/dicom', [part('one'), part('')], 'bound');
  assert.equal(contentType, 'multipart/related; type="application/dicom"; boundary=bound');
  assert.equal(
    textOf(body),
    '--bound\r\nContent-Type: application/dicom\r\n\r\none\r\n--bound\r\nContent-Type: application/dicom\r\n\r\n\r\n--bound--\r\n',
  );
});

test('without parts it writes the closing delimiter alone', () => {
  assert.equal(textOf(writeMultipart('application/dicom', [], 'bound').body), '--bound--\r\n');
});

test('knows its length and reads through to the parts without copying them', () => {
  const payload = Buffer.alloc(5_000_000, 1);
  const counted: number[] = [];
  const source: ByteSource = {
    length: payload.length,
    read(offset, length) {
      counted.push(length);
      return payload.subarray(offset, offset + length);
    },
  };
  const { body } = writeMultipart('application/dicom', [{ headers: [], body: source }], 'bound');
  let total = 0;
  let shared = 0;
  for (const chunk of chunks(body)) {
    total += chunk.length;
    if (chunk.buffer === payload.buffer) shared++;
  }
  assert.equal(total, body.length);
  assert.ok(shared >= 3);
  assert.ok(Math.max(...counted) <= 1 << 20);
});

test('passes over boundaries that occur in a part', () => {
  const offered = ['taken', 'also-taken', 'free'];
  let next = 0;
  const boundary = unusedBoundary([part('x\r\n--taken\r\n'), part('also-taken')], () => offered[next++] ?? 'none left');
  assert.equal(boundary, 'free');
});

test('draws a boundary that is a token of at most 70 characters', () => {
  const boundary = unusedBoundary([part('x')]);
  assert.match(boundary, /^[0-9A-Za-z-]{1,70}$/);
  assert.notEqual(boundary, unusedBoundary([part('x')]));
});

test('finds octets at every place of a chunked source', () => {
  const needle = Buffer.from('needle');
  for (const at of [0, 1, (1 << 20) - 6, (1 << 20) - 5, (1 << 20) - 1, 1 << 20, (2 << 20) - 3, (2 << 20) + 94]) {
    const bytes = Buffer.alloc((2 << 20) + 100);
    needle.copy(bytes, at);
    assert.ok(occurs(memorySource(bytes), needle), String(at));
  }
  assert.ok(!occurs(memorySource(Buffer.alloc((2 << 20) + 100)), needle));
});
