import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dicer } from '@fastify/busboy';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { readMultipart } from '../../lib/http/multipart.ts';
import { writeMultipart } from '../../lib/http/multipart-writer.ts';
import { textOf } from './support.ts';

/** A small generator of its own: the same cases in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface ReadPart {
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

/** The parts as an independent reader sees them, or null when it finds the body broken. */
function readByDicer(body: Buffer, boundary: string): Promise<ReadPart[] | null> {
  return new Promise((resolve) => {
    const parts: { headers: Record<string, string[]>; chunks: Buffer[] }[] = [];
    const dicer = new Dicer({ boundary });
    dicer.on('part', (part) => {
      const read: (typeof parts)[number] = { headers: {}, chunks: [] };
      parts.push(read);
      part.on('header', (headers) => {
        read.headers = headers as Record<string, string[]>;
      });
      part.on('data', (chunk) => read.chunks.push(Buffer.from(chunk)));
      part.on('error', () => resolve(null));
    });
    dicer.on('error', () => resolve(null));
    dicer.on('finish', () =>
      resolve(parts.map(({ headers, chunks }) => ({ headers, body: Buffer.concat(chunks).toString('latin1') }))),
    );
    dicer.end(body);
  });
}

/** Octets that are rich in what a multipart reader stumbles over. */
function trickyBody(random: (below: number) => number, boundary: string): Buffer {
  const pieces = ['\r\n', '\n', '\r', '-', '--', `--${boundary.slice(0, -1)}`, 'a', '\0', '\xff', ' \t', ':', boundary];
  let text = '';
  for (let count = random(30); count > 0; count--) text += pieces[random(pieces.length)];
  return Buffer.from(text.replaceAll(`--${boundary}`, '-'), 'latin1');
}

test('agrees with an independent reader on well-formed bodies', async () => {
  const random = randomFrom(20_261_124);
  for (let round = 0; round < 400; round++) {
    const boundary = `bnd${random(1_000)}`;
    const parts = Array.from({ length: 1 + random(4) }, (_, index) => ({
      headers: [
        ['Content-Type', 'application/dicom'] as const,
        ['Content-Location', `/part/${index}`] as const,
        ...(random(2) ? [['X-Empty', ''] as const] : []),
      ],
      body: memorySource(trickyBody(random, boundary)),
    }));
    const message = writeMultipart('application/dicom', parts, boundary);
    const body = Buffer.from(readAll(message.body));
    const ours = readMultipart(message.body, boundary);
    assert.deepEqual(ours.defects, [], body.toString('latin1'));
    assert.deepEqual(
      ours.parts.map((part) => textOf(part.body)),
      parts.map((part) => textOf(part.body)),
    );
    const theirs = await readByDicer(body, boundary);
    assert.deepEqual(
      theirs?.map((part) => part.body),
      ours.parts.map((part) => textOf(part.body)),
      body.toString('latin1'),
    );
    assert.deepEqual(
      theirs?.map((part) => part.headers['content-location']),
      ours.parts.map(({ headers }) =>
        headers.filter(([name]) => name === 'Content-Location').map(([, value]) => value),
      ),
    );
  }
});

test('a body that is damaged by one octet never reads as the same body without a defect', () => {
  const random = randomFrom(7);
  const parts = ['first', 'second'].map((text) => ({
    headers: [['Content-Type', 'text/plain'] as const],
    body: memorySource(Buffer.from(text)),
  }));
  const message = writeMultipart('text/plain', parts, 'boundary');
  const whole = Buffer.from(readAll(message.body));
  const seen = (body: Buffer): string => {
    const { parts: read, defects, preamble, epilogue } = readMultipart(memorySource(body), 'boundary');
    return JSON.stringify([
      read.map((part) => [part.headers, textOf(part.body)]),
      defects,
      textOf(preamble),
      textOf(epilogue),
    ]);
  };
  const intact = seen(whole);
  for (let at = 0; at < whole.length; at++) {
    const removed = Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]);
    // The space behind a colon is optional, and so is the line break behind the closing delimiter.
    const optional = whole[at] === 0x20 || at >= whole.length - 2;
    if (!optional) assert.notEqual(seen(removed), intact, `octet ${at} removed`);
    const changed = Buffer.from(whole);
    changed[at] = ((whole[at] ?? 0) + 1 + random(254)) % 256;
    if (!(whole[at] === 0x20 && changed[at] === 0x09)) assert.notEqual(seen(changed), intact, `octet ${at} changed`);
  }
});

test('reads any octets without an exception, and hands out ranges of them only', () => {
  const random = randomFrom(99);
  const pieces = ['--b', '--', '\r\n', '\n', '\r', 'A: b', ':', ' ', 'x', '--b--', '--b\r\n', '\r\n\r\n', '\0'];
  for (let round = 0; round < 20_000; round++) {
    let text = '';
    for (let count = random(16); count > 0; count--) text += pieces[random(pieces.length)];
    const { parts, preamble, epilogue } = readMultipart(memorySource(Buffer.from(text, 'latin1')), 'b');
    const total = [preamble, epilogue, ...parts.map(({ body }) => body)].reduce((sum, { length }) => sum + length, 0);
    assert.ok(total <= text.length, JSON.stringify(text));
    for (const { body, offset } of parts) {
      assert.equal(textOf(body).length, body.length);
      assert.ok(offset <= text.length);
    }
  }
});
