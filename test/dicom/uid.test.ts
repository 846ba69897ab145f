import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUid, newUid } from '../../lib/dicom/uid.ts';

test('tells UIDs from other text', () => {
  for (const uid of ['1.2', '0.0', '2.25.329800735698586629295641978511506172918', `1.${'2'.repeat(62)}`]) {
    assert.ok(isUid(uid), uid);
  }
  for (const text of [
    '',
    '1',
    '1.',
    '.1',
    '1..2',
    '1.02',
    '3.1',
    '1.2 ',
    '1.2\0',
    '1.a',
    '1.2\n',
    `1.${'2'.repeat(63)}`,
  ]) {
    assert.ok(!isUid(text), text);
  }
});

test('makes UIDs that are legal, below 2^128 and never the same', () => {
  const uids = Array.from({ length: 2000 }, newUid);
  assert.equal(new Set(uids).size, uids.length);
  for (const uid of uids) {
    assert.ok(isUid(uid));
    assert.ok(BigInt(uid.slice('2.25.'.length)) < 2n ** 128n);
  }
});
