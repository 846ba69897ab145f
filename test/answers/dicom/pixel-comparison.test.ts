import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePixels, type Pixels } from '../../../lib/answers/dicom/pixel-comparison.ts';
import {
  EXPLICIT,
  encapsulated,
  file,
  RLE,
  raw,
  shape,
  stored,
  str,
  type Write,
  words,
} from '../../judges/dicom-bytes.ts';
import { rleFrame } from '../../judges/rle-bytes.ts';

function pixels(transferSyntax: string, ...elements: readonly Write[]): Pixels {
  const { dataSet } = stored(file(elements, transferSyntax));
  const element = dataSet.elements.get('7FE00010');
  assert.ok(element);
  return { element, dataSet, transferSyntax };
}
const native = (...octets: number[]) => raw('7FE00010', 'OW', octets);
const packed = (...octets: number[]) => encapsulated(rleFrame([[octets.length - 1, ...octets]]));
const frames = (count: string) => str('00280008', 'IS', count);
const NATIVE = pixels(EXPLICIT, ...shape(1, 2), native(1, 2));
const UNDECIDED = 'pixel data were not compared: stored as';

test('equal pixels are equal in every form', () => {
  const other = encapsulated(rleFrame([[0, 1, 0, 2]]));
  for (const [left, right] of [
    [NATIVE, NATIVE],
    [NATIVE, pixels(RLE, ...shape(1, 2), packed(1, 2))],
    [pixels(RLE, ...shape(1, 2), packed(1, 2)), NATIVE],
    [pixels(RLE, ...shape(1, 2), packed(1, 2)), pixels(RLE, ...shape(1, 2), other)],
  ] as const) {
    assert.deepEqual(comparePixels(left, right), { kind: 'equal' });
  }
});

test('a decoded frame is not padded: a pixel more is a difference', () => {
  assert.deepEqual(comparePixels(NATIVE, pixels(RLE, ...shape(1, 3), packed(1, 2, 0))), {
    kind: 'different',
    expected: '2 bytes',
    actual: 'frame 1: 3 bytes, different from offset 2 on',
    offset: 2,
  });
});

test('frames larger than are decoded here are undecided, by samples and bytes a sample too', () => {
  for (const [rows, columns, samples, bits] of [
    [65535, 65535, 1, 8],
    [65535, 5000, 1, 16],
    [65535, 5000, 2, 8],
  ] as const) {
    const huge = pixels(RLE, ...shape(rows, columns, samples, bits), packed(1, 2));
    assert.deepEqual(comparePixels(NATIVE, huge), {
      kind: 'undecided',
      why: `${UNDECIDED} Explicit VR Little Endian (${EXPLICIT}), returned as RLE Lossless (${RLE})`,
    });
  }
});

test('RLE without a shape is undecided', () => {
  const shapeless = (...octets: number[]) =>
    pixels(RLE, words('00280010', 'US', 1), words('00280011', 'US', 2), packed(...octets));
  assert.deepEqual(comparePixels(shapeless(1, 2), shapeless(1, 3)), {
    kind: 'undecided',
    why: `${UNDECIDED} RLE Lossless (${RLE}), returned as RLE Lossless (${RLE}) with other bytes`,
  });
});

test('fragments that do not tell the frames apart cannot be decoded', () => {
  const two = pixels(EXPLICIT, ...shape(1, 2), frames('2'), native(1, 2, 3, 4));
  const fragments = encapsulated(Buffer.alloc(2), Buffer.alloc(2), Buffer.alloc(2));
  const confused = pixels(RLE, ...shape(1, 2), frames('2'), fragments);
  assert.deepEqual(comparePixels(two, confused), {
    kind: 'different',
    expected: '2 bytes in frame 1',
    actual: 'no frame that can be decoded',
  });
  assert.deepEqual(comparePixels(confused, two), {
    kind: 'undecided',
    why: 'frame 1 of what was stored cannot be decoded',
  });
});

test('native pixels that end early are undecided where they were stored', () => {
  const cut = pixels(EXPLICIT, ...shape(2, 2), native(1, 2));
  assert.equal(comparePixels(cut, pixels(RLE, ...shape(2, 2), packed(1, 2, 3, 4))).kind, 'undecided');
});
