import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { pictureFormat } from '../../../lib/answers/pictures/picture-format.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';

const format = (bytes: Uint8Array) => pictureFormat(memorySource(bytes));
const png = PNG.sync.write(new PNG({ width: 7, height: 5 }));
const jpeg = encode({ width: 7, height: 5, data: Buffer.alloc(140, 200) }, 90).data;
const gif = Buffer.from('GIF89a\x07\x00\x05\x00', 'latin1');

test('PNG, GIF and JPEG tell their size', () => {
  assert.deepEqual(format(png), { mediaType: 'image/png', width: 7, height: 5 });
  assert.deepEqual(format(gif), { mediaType: 'image/gif', width: 7, height: 5 });
  assert.deepEqual(format(Buffer.from('GIF87a\x00\x01\x02\x01', 'latin1')), {
    mediaType: 'image/gif',
    width: 256,
    height: 258,
  });
  assert.deepEqual(format(jpeg), { mediaType: 'image/jpeg', width: 7, height: 5, jpeg: { process: 0, bits: 8 } });
});

test('every JPEG process has its frame header', () => {
  const header = (marker: number, bits = 8) =>
    Buffer.of(0xff, 0xd8, 0xff, 0xff, 0xff, marker, 0, 11, bits, 1, 2, 3, 4, 0, 0, 0, 0);
  for (const process of [0, 1, 2, 3, 5, 6, 7, 9, 10, 11, 13, 14, 15]) {
    assert.deepEqual(format(header(0xc0 + process, 12)), {
      mediaType: 'image/jpeg',
      width: 772,
      height: 258,
      jpeg: { process, bits: 12 },
    });
  }
  for (const marker of [0xc4, 0xc8, 0xcc, 0xbf, 0xd0]) assert.equal(format(header(marker)), null);
});

test('segments before the frame header are skipped', () => {
  const comment = Buffer.of(0xff, 0xfe, 0, 4, 0xff, 0xc0);
  const frame = Buffer.of(0xff, 0xc2, 0, 11, 8, 0, 1, 0, 2, 1, 0);
  assert.deepEqual(format(Buffer.concat([Buffer.of(0xff, 0xd8), comment, frame])), {
    mediaType: 'image/jpeg',
    width: 2,
    height: 1,
    jpeg: { process: 2, bits: 8 },
  });
});

test('what is cut or is something else is no picture', () => {
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('hello'),
    png.subarray(0, 23),
    png.subarray(1),
    gif.subarray(0, 9),
    Buffer.from('xGIF89a\x07\x00\x05\x00', 'latin1'),
    Buffer.from('GIF88a\x07\x00\x05\x00', 'latin1'),
    Buffer.of(0xff, 0xd8),
    Buffer.of(0xff, 0xd9, ...jpeg.subarray(2)),
    Buffer.of(0xfe, 0xd8, ...jpeg.subarray(2)),
    Buffer.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0),
    Buffer.of(0xff, 0xd8, 0xfe, 0xc0, 0, 11, 8, 0, 1, 0, 2, 1),
  ]) {
    assert.equal(format(bytes), null, bytes.toString('hex'));
  }
  assert.notEqual(format(png.subarray(0, 24)), null);
  assert.notEqual(format(Buffer.of(0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 2)), null);
});

test('a segment of no length ends: the walk always moves on', () => {
  const empty = Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...Array.from({ length: 50 }, () => Buffer.of(0xff, 0xe0, 0, 0)),
  ]);
  assert.equal(format(empty), null);
});

test('one octet of the signature makes no PNG', () => {
  const bytes = Buffer.alloc(30);
  bytes[0] = 0x89;
  assert.equal(format(bytes), null);
});
