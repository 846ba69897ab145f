import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { drawingFrom, drawnHex } from '../../lib/bytes/drawn.ts';
import { isUid, newUid } from '../../lib/dicom/uid.ts';

test('values that follow from a seed are the same again, and differ by seed, purpose and turn', () => {
  const draw = (seed: string) => drawingFrom(seed, () => [drawnHex('a'), drawnHex('a'), drawnHex('b')]);
  const values = draw('one');
  assert.deepEqual(draw('one'), values);
  assert.equal(new Set([...values, ...draw('two'), drawnHex('a'), drawnHex('a')]).size, 8);
  for (const value of values) assert.match(value, /^[0-9a-f]{32}$/);
});

test('what is drawn for one purpose does not move what is drawn for another', () => {
  const plain = drawingFrom('seed', () => newUid());
  const after = drawingFrom('seed', () => {
    drawnHex('boundary');
    return newUid();
  });
  assert.equal(after, plain);
  assert.ok(isUid(plain) && plain.startsWith('2.25.'));
});

test('two pieces of work at once draw each from its own seed', async () => {
  const work = async () => {
    const first = drawnHex('uid');
    await setImmediate();
    return [first, drawnHex('uid')];
  };
  const both = await Promise.all([drawingFrom('x', work), drawingFrom('y', work)]);
  assert.deepEqual(both[0], await drawingFrom('x', work));
  assert.deepEqual(both[1], await drawingFrom('y', work));
});
