import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isUid, likeUid, newUid } from '../../lib/dicom/uid.ts';

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

test('makes UIDs like another one that are legal and not that one', () => {
  const long = '1.2.826.0.1.3680043.8.498.13230779778012324449356534479549187420';
  assert.equal(likeUid(long, 'its length'), long.slice(0, -12));
  for (const [uid, start] of [
    [long, long.slice(0, -12)],
    ['1.2.3', '1.2.3'],
    ['1.2.0', '1.2.0.1'],
    ['1.2.840.113619.2.55.3.604688119.971.1234567890.1', '1.2.840.113619.2.55.3.604688119.971.1234567890.1'],
    [`1.${'2'.repeat(20)}.${'3'.repeat(22)}`, `1.${'2'.repeat(20)}.${'3'.repeat(22)}`],
    [`${'1.'.repeat(29)}12345`, '2.25.'],
  ] as const) {
    for (const unlike of ['its end', 'its length'] as const) {
      const like = likeUid(uid, unlike);
      assert.ok(isUid(like) && like !== uid && like.startsWith(start), `${uid}: ${like}`);
    }
  }
});
