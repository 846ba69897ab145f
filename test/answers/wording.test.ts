import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byteWindow, byteWindowFor, counted, quoted, tagName } from '../../lib/answers/wording.ts';
import { memorySource } from '../../lib/bytes/byte-source.ts';

test('text is quoted, with control characters escaped, and cut at a readable length', () => {
  assert.equal(quoted('a"b\n'), '"a\\"b\\n"');
  assert.equal(quoted(null), 'nothing');
  assert.equal(quoted('x'.repeat(120)), `"${'x'.repeat(120)}"`);
  assert.equal(quoted('x'.repeat(121)), `"${'x'.repeat(120)}"…`);
});

test('bytes are pairs of digits', () => {
  const window = byteWindowFor(Uint8Array.of(0, 10, 255), memorySource(new Uint8Array()), 0);
  assert.deepEqual([window.expected, window.actual], ['00 0a ff', '']);
});

test('a window shows sixteen bytes of both sides from one offset on', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);
  assert.deepEqual(byteWindow(memorySource(bytes), memorySource(bytes.subarray(0, 3)), 2), {
    offset: 2,
    expected: '02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10 11',
    actual: '02',
  });
  assert.deepEqual(byteWindowFor(Uint8Array.of(13, 10), memorySource(bytes), 1), {
    offset: 1,
    expected: '0d 0a',
    actual: '01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f 10',
  });
});

test('tags have their keyword where one is known, counts their noun in the right number', () => {
  assert.equal(tagName('00100010'), 'PatientName (0010,0010)');
  assert.equal(tagName('00291001'), '(0029,1001)');
  assert.deepEqual([counted(0, 'part'), counted(1, 'part'), counted(2, 'part')], ['0 parts', '1 part', '2 parts']);
});
