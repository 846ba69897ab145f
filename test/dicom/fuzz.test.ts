import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { memorySource, readAll } from '../../lib/bytes/byte-source.ts';
import { frame, frameCount } from '../../lib/dicom/frames.ts';
import { openInstance } from '../../lib/dicom/instance.ts';
import { toDicomJson } from '../../lib/dicom/json.ts';
import { Part10Error, readPart10 } from '../../lib/dicom/part10.ts';
import { restampUids } from '../../lib/dicom/restamp.ts';
import {
  DEFLATED,
  EXPLICIT,
  explicit,
  file,
  IDS,
  IMPLICIT,
  ITEM_END,
  implicit,
  item,
  RLE,
  SEQUENCE_END,
  UNDEFINED,
} from './raw-file.ts';

/** Small generator of pseudo-random numbers (mulberry32): a failing case can be made again. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sequence = explicit(
  '00081140',
  'SQ',
  Buffer.concat([
    item(explicit('00100020', 'LO', 'AB')),
    item(Buffer.concat([explicit('00081155', 'UI', '1.2.3.45'), ITEM_END]), UNDEFINED),
    SEQUENCE_END,
  ]),
  UNDEFINED,
);
const image = [
  explicit('00280002', 'US', [1, 0]),
  explicit('00280008', 'IS', '2 '),
  explicit('00280010', 'US', [2, 0]),
  explicit('00280011', 'US', [2, 0]),
  explicit('00280100', 'US', [8, 0]),
];
const content = Buffer.concat([
  explicit('00080005', 'CS', '\\ISO 2022 IR 87 '),
  IDS,
  sequence,
  explicit('00100010', 'PN', 'Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B'),
  explicit('0020000D', 'UI', '1.2.3.45'),
  explicit('0020000E', 'UI', '1.2.3.46'),
  ...image,
]);
const SEEDS: readonly Buffer[] = [
  file(
    [content, explicit('00720083', 'UV', Buffer.alloc(16, 0xff)), explicit('7FE00010', 'OB', [1, 2, 3, 4, 5, 6, 7, 8])],
    EXPLICIT,
  ),
  file(
    [
      implicit('00080018', '1.2.3.4\0'),
      implicit('00081140', Buffer.concat([item(implicit('00100020', 'AB')), SEQUENCE_END]), UNDEFINED),
      implicit('00280106', [1, 2]),
      implicit('7FE00010', [1, 2]),
    ],
    IMPLICIT,
  ),
  file(
    [
      content,
      explicit(
        '7FE00010',
        'OB',
        Buffer.concat([item([0, 0, 0, 0, 10, 0, 0, 0]), item([1, 2]), item([3, 4]), SEQUENCE_END]),
        UNDEFINED,
      ),
    ],
    RLE,
  ),
  file(deflateRawSync(content), DEFLATED),
];

function mutated(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const below = (limit: number) => Math.floor(random() * limit);
  const INTERESTING = [0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff];
  for (let change = below(6); change >= 0; change--) {
    const at = 128 + below(copy.length - 128);
    copy[at] = random() < 0.5 ? (INTERESTING[below(INTERESTING.length)] ?? 0) : below(256);
  }
  if (random() < 0.3) return copy.subarray(0, below(copy.length));
  if (random() < 0.2) return Buffer.concat([copy, copy.subarray(below(copy.length))]);
  return copy;
}

/** Everything that is done with bytes of unknown origin. Only Part10Error may come out. */
function exercise(bytes: Uint8Array): void {
  const attempts = [
    () => toDicomJson(readPart10(memorySource(bytes)).dataSet),
    () => openInstance(memorySource(bytes), 'fuzzed'),
    () => readAll(restampUids(memorySource(bytes), new Map([['1.2.3.45', '2.25.1']]))),
    () => {
      const { dataSet } = readPart10(memorySource(bytes));
      for (let number = 1; number <= Math.min(3, frameCount(dataSet)); number++) readAll(frame(dataSet, number));
    },
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch (error) {
      if (!(error instanceof Part10Error)) throw error;
    }
  }
}

describe('hostile bytes give a Part10Error or a data set', () => {
  for (const [index, bytes] of SEEDS.entries()) {
    test(`cut at every byte (${index})`, () => {
      for (let length = 0; length <= bytes.length; length++) exercise(bytes.subarray(0, length));
    });
    test(`with bytes changed (${index})`, () => {
      const random = randomNumbers(index + 1);
      for (let round = 0; round < 1500; round++) exercise(mutated(bytes, random));
    });
  }
});

describe('hostile lengths', () => {
  test('cost no more memory than the bytes that are there', () => {
    const claims = [
      explicit('00104000', 'UT', 'x', 0xfffffffe),
      explicit('7FE00010', 'OB', item('', 0xfffffff0), UNDEFINED),
      explicit('00081140', 'SQ', item('', 0xfffffffe), 0xfffffffe),
    ];
    const before = process.memoryUsage().arrayBuffers;
    for (const claim of claims) exercise(file([IDS, claim]));
    assert.ok(process.memoryUsage().arrayBuffers - before < 2 ** 24);
  });
  test('of a frame reach no further than the pixels', () => {
    const huge = [
      explicit('00280010', 'US', [255, 255]),
      explicit('00280011', 'US', [255, 255]),
      explicit('00280100', 'US', [255, 255]),
    ];
    exercise(
      file([
        IDS,
        explicit('00280002', 'US', [255, 255]),
        explicit('00280008', 'IS', '2147483647'),
        ...huge,
        explicit('7FE00010', 'OW', [1, 2]),
      ]),
    );
  });
  test('of millions of elements end the reading', () => {
    const elements = Buffer.alloc(8 * 2_100_000);
    const { defects, dataSet } = readPart10(
      memorySource(file([implicit('00080018', '1.2.3.4\0'), implicit('00081140', item(elements))], IMPLICIT)),
    );
    assert.equal(defects.at(-1)?.code, 'limit-reached');
    assert.ok(dataSet.elements.size > 0);
  });
});
