import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { decompressesFrames, sendsBareStreams } from '../../../lib/judges/retrieve/compressed-frames.ts';
import { encapsulated, file, JPEG, JPEG_XL, RLE, shape, stored } from '../dicom-bytes.ts';
import { exchange, failed, multipart, OCTETS } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { rleFrame } from '../rle-bytes.ts';

const STATUS = { kind: 'status' } as const;
const PART = { kind: 'part', part: 0 } as const;
const OF = { frame: 1, name: 'sample' } as const;
const TYPE = 'image/dicom-rle';
/** Two pixels, 7 and 9: as one literal run, and as a run of one and another. */
const STREAM = rleFrame([[1, 7, 9, 0]]);
const ANEW = rleFrame([[0, 7, 0, 9]]);
const instance = stored(file([...shape(1, 2), encapsulated(STREAM)], RLE));
const of = (syntax: string) => stored(file([...shape(1, 2), encapsulated(Buffer.of(1, 2, 3, 4))], syntax));
const octets = (...frames: readonly Uint8Array[]) => multipart(OCTETS, frames);
const stream = (...frames: readonly Uint8Array[]) => multipart(TYPE, frames);
const itemised = Buffer.concat([Buffer.of(0xfe, 0xff, 0x00, 0xe0, STREAM.length, 0, 0, 0), STREAM]);

describe('WADO-RS-046, a compressed frame as octets', () => {
  test('is its native pixels', () => {
    expectFinding(decompressesFrames(octets(Uint8Array.of(7, 9)), instance), 'WADO-RS-046', { assertions: 2 });
    const other = decompressesFrames(octets(Uint8Array.of(7, 8)), instance);
    assert.deepEqual([other.verdict, other.breachCount], ['fail', 1]);
  });

  test('is not the stream that was stored', () => {
    expectFinding(decompressesFrames(octets(STREAM), instance), 'WADO-RS-046', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('frame-sent-compressed', PART, OF)],
    });
  });

  test('may be refused by 406, which is warned of, and by nothing else', () => {
    const seen = (status: number) => [breach('frames-not-decompressed', STATUS, { status, expected: ['200'] })];
    expectFinding(decompressesFrames(exchange({ status: 406 }), instance), 'WADO-RS-046', {
      verdict: 'warn',
      assertions: 1,
      breaches: seen(406),
      remark: '406: refused, as by a server that cannot decompress what it stores',
    });
    for (const status of [400, 404, 410, 415, 500, 501])
      expectFinding(decompressesFrames(exchange({ status }), instance), 'WADO-RS-046', {
        verdict: 'fail',
        assertions: 1,
        breaches: seen(status),
      });
  });

  test('is not judged where nothing decodes it, where no part has it, or without an answer', () => {
    expectFinding(decompressesFrames(octets(Uint8Array.of(7, 9)), of(JPEG_XL)), 'WADO-RS-046', {
      verdict: 'incomplete',
      reason: 'not-exercised',
      assertions: 1,
      remark: 'nothing here decodes sample',
    });
    expectFinding(decompressesFrames(octets(), instance), 'WADO-RS-046', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 1,
      remark: 'there is no part with the frame',
    });
    assert.equal(decompressesFrames(failed('timed-out', 'slow'), instance).reason, 'timed-out');
  });
});

describe('WADO-RS-047, a compressed frame in its own media type', () => {
  const judged = (answer: ReturnType<typeof exchange>, one = instance) => sendsBareStreams(answer, one, TYPE);

  test('is the stream that was stored, or one of the same pixels', () => {
    expectFinding(judged(stream(STREAM)), 'WADO-RS-047', { assertions: 3 });
    expectFinding(judged(stream(ANEW)), 'WADO-RS-047', { assertions: 4 });
  });

  test('is another stream, has item tags, or is not there', () => {
    for (const [answer, seen] of [
      [stream(rleFrame([[1, 7, 8, 0]])), breach('compressed-frame-changed', PART, { ...OF, type: TYPE })],
      [stream(itemised), breach('frame-sent-with-item-tags', PART, OF)],
      [stream(), breach('frames-missing', { kind: 'exchange' }, { asked: 1, returned: 0 })],
    ] as const)
      expectFinding(judged(answer), 'WADO-RS-047', { verdict: 'fail', breaches: [seen] });
  });

  test('is not offered by a server that answers 406, which shows nothing', () => {
    expectFinding(judged(exchange({ status: 406 })), 'WADO-RS-047', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: '406: frames are not offered in the media type of their compression',
    });
  });

  test('is refused otherwise', () => {
    const seen = (status: number) => [
      breach('compressed-frames-badly-refused', STATUS, { status, expected: ['200', '406'] }),
    ];
    expectFinding(judged(exchange({ status: 400 })), 'WADO-RS-047', {
      verdict: 'warn',
      assertions: 1,
      breaches: seen(400),
      remark: '400: refused, but not with 406',
    });
    expectFinding(judged(exchange({ status: 500 })), 'WADO-RS-047', {
      verdict: 'fail',
      assertions: 1,
      breaches: seen(500),
    });
  });

  test('is not judged where another stream cannot be compared, or without an answer', () => {
    for (const [syntax, remark] of [
      [JPEG, 'another stream than was stored, of lossy compression'],
      [JPEG_XL, 'another stream than was stored, which nothing here decodes'],
    ] as const)
      expectFinding(judged(stream(Uint8Array.of(9, 9)), of(syntax)), 'WADO-RS-047', {
        verdict: 'incomplete',
        reason: 'not-exercised',
        assertions: 3,
        remark,
      });
    assert.equal(judged(failed('reset', 'gone')).reason, 'prerequisite-failed');
  });
});
