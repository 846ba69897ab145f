import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { frame, frameCount } from '../../lib/dicom/frames.ts';
import { Part10Error, readPart10 } from '../../lib/dicom/part10.ts';
import { BIG_ENDIAN, EXPLICIT, explicit, file, IDS, item, RLE, SEQUENCE_END, UNDEFINED } from './raw-file.ts';

interface Image {
  readonly frames?: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly samples?: number;
  readonly bits?: number;
  readonly photometric?: string;
}

function imageElements(
  { frames, rows = 2, columns = 3, samples = 1, bits = 8, photometric = 'MONOCHROME2 ' }: Image,
  bigEndian = false,
) {
  const us = (tag: string, value: number) =>
    explicit(tag, 'US', bigEndian ? [value >> 8, value] : [value, value >> 8], undefined, bigEndian);
  const text = (tag: string, vr: string, value: string) => explicit(tag, vr, value, undefined, bigEndian);
  return [
    us('00280002', samples),
    text('00280004', 'CS', photometric),
    ...(frames === undefined ? [] : [text('00280008', 'IS', String(frames).padEnd(2))]),
    us('00280010', rows),
    us('00280011', columns),
    us('00280100', bits),
  ];
}

const count = (length: number) => Array.from({ length }, (_, index) => index);

function native(image: Image, vr: string, pixels: readonly number[], tag = '7FE00010') {
  return readPart10(memorySource(file([IDS, ...imageElements(image), explicit(tag, vr, pixels)]))).dataSet;
}

function encapsulated(
  frames: number,
  fragments: readonly (readonly number[])[],
  table: readonly number[] = [],
  extended?: readonly number[],
) {
  const offsets = Buffer.alloc(table.length * 4);
  for (const [index, offset] of table.entries()) offsets.writeUInt32LE(offset, index * 4);
  const longOffsets = Buffer.alloc((extended?.length ?? 0) * 8);
  for (const [index, offset] of (extended ?? []).entries()) longOffsets.writeBigUInt64LE(BigInt(offset), index * 8);
  const pixels = Buffer.concat([item(offsets), ...fragments.map((bytes) => item(bytes)), SEQUENCE_END]);
  const more = extended ? [explicit('7FE00001', 'OV', longOffsets)] : [];
  return readPart10(
    memorySource(
      file([IDS, ...imageElements({ frames }), ...more, explicit('7FE00010', 'OB', pixels, UNDEFINED)], RLE),
    ),
  ).dataSet;
}

const bytesOf = (dataSet: Parameters<typeof frame>[0], number: number) => [...readAll(frame(dataSet, number))];

describe('native frames', () => {
  test('leave the padding out', () => {
    const dataSet = native({ rows: 1, columns: 3 }, 'OB', [1, 2, 3, 0]);
    assert.equal(frameCount(dataSet), 1);
    assert.deepEqual(bytesOf(dataSet, 1), [1, 2, 3]);
  });
  test('follow one another', () => {
    const dataSet = native({ frames: 3 }, 'OB', count(18));
    assert.equal(frameCount(dataSet), 3);
    assert.deepEqual(bytesOf(dataSet, 2), [6, 7, 8, 9, 10, 11]);
    assert.deepEqual(bytesOf(dataSet, 3), [12, 13, 14, 15, 16, 17]);
  });
  test('have samples and bits', () => {
    assert.equal(frame(native({ samples: 3, bits: 16 }, 'OW', count(36)), 1).length, 36);
    assert.equal(frame(native({ samples: 3, photometric: 'YBR_FULL_422', columns: 4 }, 'OB', count(16)), 1).length, 16);
    assert.equal(frame(native({}, 'OF', count(24), '7FE00008'), 1).length, 24);
    assert.equal(frame(native({}, 'OD', count(48), '7FE00009'), 1).length, 48);
  });
  test('of single bits start inside a byte', () => {
    const dataSet = native(
      { frames: 2, bits: 1, rows: 1, columns: 11 },
      'OB',
      [0b1010_1010, 0b1111_1101, 0b0000_0011, 0],
    );
    assert.deepEqual(bytesOf(dataSet, 1), [0b1010_1010, 0b101]);
    assert.deepEqual(bytesOf(dataSet, 2), [0b0111_1111, 0b000]);
  });
  test('in big endian come in little endian', () => {
    const pixels = explicit('7FE00010', 'OW', count(24), undefined, true);
    const elements = imageElements({ frames: 2, bits: 16 }, true);
    const { dataSet } = readPart10(memorySource(file([...elements, pixels], BIG_ENDIAN)));
    assert.deepEqual(bytesOf(dataSet, 2), [13, 12, 15, 14, 17, 16, 19, 18, 21, 20, 23, 22]);
  });
});

describe('encapsulated frames', () => {
  test('are all fragments of a single frame', () => {
    assert.deepEqual(
      bytesOf(
        encapsulated(1, [
          [1, 2],
          [3, 4],
        ]),
        1,
      ),
      [1, 2, 3, 4],
    );
  });
  test('are a fragment each', () => {
    assert.deepEqual(
      bytesOf(
        encapsulated(2, [
          [1, 2],
          [3, 4],
        ]),
        2,
      ),
      [3, 4],
    );
  });
  test('start where the basic offset table says', () => {
    const dataSet = encapsulated(
      2,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [0, 20],
    );
    assert.deepEqual(bytesOf(dataSet, 1), [1, 2, 3, 4]);
    assert.deepEqual(bytesOf(dataSet, 2), [5, 6]);
  });
  test('start where the extended offset table says', () => {
    const dataSet = encapsulated(
      2,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      [],
      [0, 10],
    );
    assert.deepEqual(bytesOf(dataSet, 2), [3, 4, 5, 6]);
  });
});

describe('frames that cannot be had', () => {
  const refused: readonly (readonly [string, () => unknown, string])[] = [
    ['frame 0', () => frame(native({}, 'OB', count(6)), 0), 'no-such-frame'],
    ['frame 2 of 1', () => frame(native({}, 'OB', count(6)), 2), 'no-such-frame'],
    ['half a frame', () => frame(native({}, 'OB', count(6)), 1.5), 'no-such-frame'],
    ['pixels that end early', () => frame(native({ frames: 2 }, 'OB', count(10)), 2), 'bad-pixel-data'],
    ['no rows', () => frame(native({ rows: 0 }, 'OB', count(10)), 1), 'bad-pixel-data'],
    ['no pixels', () => frame(readPart10(memorySource(file(IDS, EXPLICIT))).dataSet, 1), 'no-pixel-data'],
    [
      'fragments without table',
      () =>
        frame(
          encapsulated(2, [
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
          1,
        ),
      'bad-pixel-data',
    ],
    [
      'a table that points between fragments',
      () =>
        frame(
          encapsulated(
            2,
            [
              [1, 2],
              [3, 4],
              [5, 6],
            ],
            [0, 12],
          ),
          2,
        ),
      'bad-pixel-data',
    ],
  ];
  for (const [name, ask, code] of refused) {
    test(name, () => assert.throws(ask, (error) => error instanceof Part10Error && error.code === code));
  }
  test('are none in a data set without pixels', () => {
    assert.equal(frameCount(readPart10(memorySource(file(IDS, EXPLICIT))).dataSet), 0);
  });
});
