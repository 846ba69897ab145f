import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeRleFrame } from '../../../lib/answers/dicom/rle.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';
import { rleFrame } from '../../judges/rle-bytes.ts';

const gray = { pixels: 4, samples: 1, bytesPerSample: 1, planar: false };
const decode = (segments: readonly (readonly number[])[], shape = gray) =>
  decodeRleFrame(memorySource(rleFrame(segments)), shape);
const octets = (bytes: Uint8Array | null) => bytes && [...bytes];

test('literals and runs, in one segment', () => {
  assert.deepEqual(octets(decode([[3, 1, 2, 3, 4]])), [1, 2, 3, 4]);
  assert.deepEqual(octets(decode([[253, 7]])), [7, 7, 7, 7]);
  assert.deepEqual(octets(decode([[0, 1, 255, 2, 0, 3]])), [1, 2, 2, 3]);
  assert.deepEqual(octets(decode([[128, 3, 1, 2, 3, 4]])), [1, 2, 3, 4], 'the header 128 does nothing');
});

test('what goes beyond the frame is left out: runs and literals end with it', () => {
  assert.deepEqual(octets(decode([[129, 7]])), [7, 7, 7, 7]);
  assert.deepEqual(octets(decode([[5, 1, 2, 3, 4, 5, 6]])), [1, 2, 3, 4]);
  assert.deepEqual(octets(decode([[3, 1, 2, 3, 4, 0]])), [1, 2, 3, 4], 'a pad byte follows');
});

test('the most significant byte comes first', () => {
  const shape = { pixels: 2, samples: 1, bytesPerSample: 2, planar: false };
  assert.deepEqual(
    octets(
      decode(
        [
          [1, 0xa1, 0xa2],
          [1, 0xb1, 0xb2],
        ],
        shape,
      ),
    ),
    [0xb1, 0xa1, 0xb2, 0xa2],
  );
});

test('samples go pixel by pixel or plane by plane', () => {
  const segments = [
    [1, 1, 2],
    [1, 3, 4],
    [1, 5, 6],
  ];
  const shape = { pixels: 2, samples: 3, bytesPerSample: 1, planar: false };
  assert.deepEqual(octets(decode(segments, shape)), [1, 3, 5, 2, 4, 6]);
  assert.deepEqual(octets(decode(segments, { ...shape, planar: true })), [1, 2, 3, 4, 5, 6]);
  const deep = { pixels: 1, samples: 2, bytesPerSample: 2, planar: true };
  assert.deepEqual(
    octets(
      decode(
        [
          [0, 1],
          [0, 2],
          [0, 3],
          [0, 4],
        ],
        deep,
      ),
    ),
    [2, 1, 4, 3],
  );
  assert.deepEqual(
    octets(
      decode(
        [
          [0, 1],
          [0, 2],
          [0, 3],
          [0, 4],
        ],
        { ...deep, planar: false },
      ),
    ),
    [2, 1, 4, 3],
  );
});

test('bytes that are no such frame give nothing', () => {
  assert.equal(decodeRleFrame(memorySource(new Uint8Array(63)), gray), null);
  assert.equal(
    decode([
      [1, 1, 2],
      [1, 1, 2],
    ]),
    null,
    'more segments than the shape has',
  );
  assert.equal(decode([[3, 1, 2, 3]]), null, 'a literal that is cut');
  assert.equal(decode([[0, 1, 254]]), null, 'a run without its byte');
  assert.equal(decode([[0, 1]]), null, 'too few pixels');
  assert.equal(decode([[]]), null);
});

test('offsets outside of the frame give nothing', () => {
  const broken = (position: number, offset: number) => {
    const bytes = rleFrame([
      [1, 1, 2],
      [1, 3, 4],
    ]);
    bytes.writeUInt32LE(offset, position);
    return decodeRleFrame(memorySource(bytes), { pixels: 2, samples: 2, bytesPerSample: 1, planar: false });
  };
  assert.ok(broken(4, 64));
  assert.equal(broken(4, 63), null);
  assert.equal(broken(8, 63), null);
  assert.equal(broken(4, 1000), null);
  assert.equal(broken(8, 1000), null);
});

test('more segments than the header holds are none', () => {
  const shape = { pixels: 1, samples: 16, bytesPerSample: 1, planar: false };
  const bytes = Buffer.alloc(100);
  bytes.writeUInt32LE(16, 0);
  assert.equal(decodeRleFrame(memorySource(bytes), shape), null);
  const fifteen = { ...shape, samples: 15 };
  const segments = Array.from({ length: 15 }, (_, index) => [0, index]);
  assert.deepEqual(
    octets(decode(segments, fifteen)),
    Array.from({ length: 15 }, (_, index) => index),
  );
});

test('a segment does not go on into the next one', () => {
  const shape = { pixels: 2, samples: 2, bytesPerSample: 1, planar: false };
  assert.deepEqual(
    octets(
      decode(
        [
          [1, 1, 2],
          [1, 3, 4],
        ],
        shape,
      ),
    ),
    [1, 3, 2, 4],
  );
  assert.equal(
    decode(
      [
        [0, 1],
        [1, 3, 4],
      ],
      shape,
    ),
    null,
  );
});

test('a literal that begins within the frame ends with it', () => {
  assert.deepEqual(octets(decode([[0, 1, 5, 2, 3, 4, 5, 6, 7]])), [1, 2, 3, 4]);
});

test('a sixteenth segment has no place in the header, even where its offset could be read', () => {
  const bytes = Buffer.alloc(1300);
  bytes.writeUInt32LE(16, 0);
  for (let segment = 0; segment < 15; segment++) bytes.writeUInt32LE(64 + segment * 2, 4 + segment * 4);
  bytes.writeUInt32LE(0x500, 64);
  const shape = { pixels: 1, samples: 16, bytesPerSample: 1, planar: false };
  assert.equal(decodeRleFrame(memorySource(bytes), shape), null);
});
