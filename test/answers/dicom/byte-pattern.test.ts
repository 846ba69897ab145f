import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteDifference } from '../../../lib/answers/dicom/byte-pattern.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';

const STORED = Uint8Array.from({ length: 40 }, (_, index) => (index * 37 + 5) % 256);
const how = (actual: Uint8Array, expected: Uint8Array = STORED) =>
  byteDifference(memorySource(expected), memorySource(actual)).how;
const changed = (at: number, value: number, of: Uint8Array = STORED) => {
  const copy = Uint8Array.from(of);
  copy[at] = value;
  return copy;
};

test('how bytes were altered shows in the bytes', () => {
  assert.equal(how(Uint8Array.from(Buffer.from(STORED).swap16())), 'swapped');
  assert.equal(how(Uint8Array.from(Buffer.from(STORED).swap32())), 'reversed words');
  assert.equal(how(STORED.map((byte) => 255 - byte)), 'inverted');
  assert.equal(how(new Uint8Array(40)), 'zeros');
  assert.equal(how(Uint8Array.from([...STORED.subarray(0, 20), ...new Uint8Array(20)])), 'zeros from');
  assert.equal(how(STORED.subarray(0, 20)), 'cut');
  assert.equal(how(Uint8Array.from([...STORED, 1, 2, 3])), 'longer');
  assert.equal(how(Uint8Array.from([0, 0, ...STORED.subarray(0, 38)])), 'shifted');
  assert.equal(how(Uint8Array.from([...STORED.subarray(3), 9, 9, 9])), 'shifted');
  assert.equal(how(changed(20, 1)), 'some');
});

test('the last byte is the one before the byte that pads', () => {
  assert.equal(how(changed(39, 1)), 'last byte');
  const padded = Uint8Array.from([...STORED, 0]);
  assert.equal(how(changed(39, 1, padded), padded), 'last byte');
  assert.equal(how(changed(38, 1)), 'some');
});

test('a few bytes are alike by chance', () => {
  assert.equal(how(Uint8Array.from([0, 0]), Uint8Array.from([1, 0])), 'some');
  assert.deepEqual(byteDifference(memorySource(STORED), memorySource(changed(7, 0))), { how: 'some', same: 7 });
});
