import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ByteSource } from '../../lib/bytes/byte-source.ts';
import { openInstance } from '../../lib/dicom/instance.ts';
import type { Exchange, Header } from '../../lib/http/exchange.ts';
import { answersCompletely } from '../../lib/judges/http/complete-answer.ts';
import { declaresItsContentCoding } from '../../lib/judges/http/content-coding.ts';
import { describesItsBytes } from '../../lib/judges/http/content-type-parameters.ts';
import { framesItsPayloadOnce, locatesItsResource, namesItsMediaType } from '../../lib/judges/http/payload.ts';
import { multipartIsWellFormed } from '../../lib/judges/multipart/framing.ts';
import { renderedIs } from '../../lib/judges/rendered/picture.ts';
import { isServedAsOctetStream, referencesLeadToTheirValues } from '../../lib/judges/retrieve/bulkdata.ts';
import { framesAre } from '../../lib/judges/retrieve/frames.ts';
import { instancesAre } from '../../lib/judges/retrieve/instances.ts';
import { partsAreValidPart10 } from '../../lib/judges/retrieve/part10-validity.ts';
import { retrieveUrlsLeadToTheirObjects } from '../../lib/judges/retrieve/retrieve-url.ts';
import { transferSyntaxIsAsAsked } from '../../lib/judges/retrieve/transfer-syntax-choice.ts';
import type { Finding } from '../../lib/results/finding.ts';
import { encapsulated, file, RLE, raw, seq, shape, stored, str } from './dicom-bytes.ts';
import { DICOM, exchange, multipart, multipartBody, OCTETS } from './exchanges.ts';
import { rleFrame } from './rle-bytes.ts';

/** Options keep a test out of `npm run mutation`, where it would be repeated for every mutant that lives. */
const LONG = { timeout: 300_000 };
const PIXELS = [1, 2, 3, 4, 5, 6, 7, 8];
const elements = [
  str('00100010', 'PN', 'Doe^Jane=x'),
  seq('00400275', [[str('00400009', 'SH', 'A')], []], 'undefined'),
  ...shape(2, 4),
];
const native = file([...elements, raw('7FE00010', 'OW', PIXELS)]);
const packed = file([...elements, encapsulated(rleFrame([[7, ...PIXELS]]))], RLE);
const original = stored(native);

function judgeAll(one: Exchange): Finding[] {
  return [
    answersCompletely(one),
    namesItsMediaType(one),
    framesItsPayloadOnce(one),
    locatesItsResource(one),
    declaresItsContentCoding(one),
    describesItsBytes(one),
    ...multipartIsWellFormed(one),
    ...instancesAre(one, 'study', [original]),
    ...instancesAre(one, 'instance', [stored(packed)]),
    partsAreValidPart10(one, [original]),
    ...transferSyntaxIsAsAsked(one, [original]),
    ...framesAre(one, original, [1, 2]),
    referencesLeadToTheirValues({ stored: original, path: '7FE00010', exchange: one, base: one.request.url }),
    isServedAsOctetStream(one),
    retrieveUrlsLeadToTheirObjects('QIDO-021', { url: '/x', base: 'http://h/', exchange: one, instances: ['1.2'] }),
    ...renderedIs(one, original),
  ];
}

/** A small generator with a seed: the same damage in every run (xorshift). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

for (const [name, body] of [
  ['native', multipartBody([{ headers: [['Content-Type', DICOM]], body: native }])],
  ['RLE', multipartBody([{ headers: [['Content-Type', DICOM]], body: packed }])],
] as const) {
  test(`damaged bytes of a ${name} answer are judged without an error of the harness`, LONG, () => {
    const next = random(20_261_124);
    for (let round = 0; round < 250; round++) {
      const damaged = Buffer.from(body);
      for (let count = next(4) + 1; count > 0; count--) damaged[next(damaged.length)] = next(256);
      const cut = next(3) === 0 ? damaged.subarray(0, next(damaged.length)) : damaged;
      const findings = judgeAll(multipart(DICOM, [], { body: cut }));
      for (const { breaches } of findings) assert.ok(breaches.length <= 40);
    }
  });
}

test('damaged headers are judged without an error of the harness', LONG, () => {
  const next = random(7);
  const text = `multipart/related; type="${DICOM}"; boundary=b; transfer-syntax=*; charset="utf-8"`;
  const body = multipartBody([{ headers: [['Content-Type', DICOM]], body: native }]);
  for (let round = 0; round < 300; round++) {
    const letters = [...text];
    for (let count = next(3) + 1; count > 0; count--) letters[next(letters.length)] = String.fromCharCode(next(256));
    const headers: Header[] = [
      ['Content-Type', letters.join('')],
      ['Content-Length', letters.slice(0, next(5)).join('')],
      ...(next(4) === 0 ? [['Content-Encoding', letters.slice(0, 4).join('')] as const] : []),
    ];
    judgeAll(exchange({ headers, body }));
  }
});

test('bytes without any order are judged', LONG, () => {
  const next = random(99);
  for (let round = 0; round < 30; round++) {
    const bytes = Uint8Array.from({ length: next(2000) }, () => next(256));
    judgeAll(exchange({ headers: [['Content-Type', DICOM]], body: bytes }));
    judgeAll(multipart(OCTETS, [bytes, bytes]));
  }
});

/** Many zeros that take no memory, between two ends that do. */
function vast(head: Uint8Array, zeros: number, tail: Uint8Array): ByteSource {
  const nothing = new Uint8Array(2 << 20);
  const length = head.length + zeros + tail.length;
  return {
    length,
    read(offset, wanted) {
      const size = Math.max(0, Math.min(wanted, length - offset));
      if (offset >= head.length && offset + size <= head.length + zeros && size <= nothing.length) {
        return nothing.subarray(0, size);
      }
      const bytes = new Uint8Array(size);
      for (const [start, piece] of [
        [0, head],
        [head.length + zeros, tail],
      ] as const) {
        const from = Math.max(offset, start);
        const to = Math.min(offset + size, start + piece.length);
        if (from < to) bytes.set(piece.subarray(from - start, to - start), from - offset);
      }
      return bytes;
    },
  };
}

test('an instance of a gibibyte is judged in little memory', LONG, () => {
  const zeros = 1 << 30;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(zeros);
  const pixelData = Buffer.concat([Buffer.of(0xe0, 0x7f, 0x10, 0x00), Buffer.from('OW'), Buffer.alloc(2), length]);
  const start = Buffer.concat([file([...shape(32768, 32768)]), pixelData]);
  const head = Buffer.from(`--b\r\nContent-Type: ${DICOM}\r\n\r\n`, 'latin1');
  const one = exchange({ headers: [['Content-Type', `multipart/related; type="${DICOM}"; boundary=b`]] });
  const body = vast(Buffer.concat([head, start]), zeros, Buffer.from('\r\n--b--\r\n'));
  const answer: Exchange = { ...one, response: one.response && { ...one.response, body } };
  const big = openInstance(vast(start, zeros, new Uint8Array()), 'big');
  const before = process.memoryUsage();
  const findings = [...instancesAre(answer, 'instance', [big]), ...multipartIsWellFormed(answer)];
  const after = process.memoryUsage();
  const verdicts = findings.map(({ requirement, verdict }) => `${requirement} ${verdict}`);
  for (const id of ['WADO-RS-003', 'STOW-032', 'STOW-024', 'MP-004']) assert.ok(verdicts.includes(`${id} pass`), id);
  assert.ok(after.arrayBuffers - before.arrayBuffers < 64 * 2 ** 20, 'no copy of the pixel data is kept');
});
