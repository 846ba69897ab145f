import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteDifference } from '../../../lib/answers/dicom/byte-pattern.ts';
import { memorySource } from '../../../lib/bytes/byte-source.ts';

const [ROWS, COLUMNS] = [4, 6];
const COLOUR = { rows: ROWS, columns: COLUMNS, size: 3 };
const STORED = Uint8Array.from({ length: ROWS * COLUMNS * 3 }, (_, index) => (index * 37 + 5) % 256);
const how = (actual: Uint8Array, stored = STORED, shape = COLOUR) =>
  byteDifference(memorySource(stored), memorySource(actual), shape).how;
const moved = (from: (row: number, column: number, sample: number) => number) =>
  STORED.map((_, index) => {
    const pixel = Math.floor(index / 3);
    return STORED[from(Math.floor(pixel / COLUMNS), pixel % COLUMNS, index % 3)] ?? 0;
  });
const at = (row: number, column: number, sample: number) => (row * COLUMNS + column) * 3 + sample;

test('how pixels were altered shows in the pixels', () => {
  assert.equal(how(moved((row, column, sample) => at(row, column, 2 - sample))), 'red and blue');
  assert.equal(how(moved((row, column, sample) => at(row, COLUMNS - 1 - column, sample))), 'mirrored');
  assert.equal(how(moved((row, column, sample) => at(ROWS - 1 - row, column, sample))), 'upside down');
  assert.equal(how(moved((row, column, sample) => at(ROWS - 1 - row, COLUMNS - 1 - column, sample))), 'turned');
  const planes = [0, 1, 2].flatMap((sample) => [...STORED].filter((_, index) => index % 3 === sample));
  assert.equal(how(Uint8Array.from(planes)), 'by plane');
  assert.equal(how(STORED, Uint8Array.from(planes)), 'by pixel');
  assert.equal(how(STORED.map((byte) => byte & 0xfc)), 'lowest bits');
  assert.equal(how(STORED.map((byte, index) => Math.max(0, byte - (index % 4)))), 'nearly');
  assert.equal(how(Uint8Array.from(STORED).fill(99, 10, 20)), 'some');
});

const WORDS = Uint8Array.from(new Uint8Array(Uint16Array.from({ length: 24 }, (_, index) => index * 170).buffer));
const GREY = { rows: ROWS, columns: COLUMNS, size: 2 };

test('how words were altered shows in the words', () => {
  const negative = new Uint16Array(WORDS.buffer.slice(0)).map((word) => 4095 - word);
  assert.equal(how(new Uint8Array(negative.buffer), WORDS, GREY), 'negative');
  assert.equal(
    how(
      WORDS.filter((_, index) => index % 2 === 1),
      WORDS,
      GREY,
    ),
    'high bytes',
  );
  assert.equal(
    how(
      WORDS.filter((_, index) => index % 2 === 0),
      WORDS,
      GREY,
    ),
    'low bytes',
  );
});

test('the words of a short value that are swapped show it', () => {
  const short = Uint8Array.from([1, 2, 3, 4]);
  assert.equal(byteDifference(memorySource(short), memorySource(Uint8Array.from([2, 1, 4, 3]))).how, 'swapped');
});
