import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberLatest } from '../../lib/dicom/remember-latest.ts';

test('what was made of the things that were asked for last is made once, of others again', () => {
  const made: string[] = [];
  const remembered = rememberLatest(2, (thing: { readonly name: string }) => {
    made.push(thing.name);
    return [thing.name];
  });
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name }));
  assert.ok(a && b && c);
  assert.equal(remembered(a), remembered(a));
  remembered(b);
  remembered(a);
  remembered(c);
  assert.deepEqual(made, ['a', 'b', 'c']);
  remembered(a);
  remembered(c);
  assert.deepEqual(made, ['a', 'b', 'c'], 'what was used last was forgotten');
  remembered(b);
  assert.deepEqual(made, ['a', 'b', 'c', 'b'], 'more is remembered than may be');
});

test('the same name on another thing is another thing', () => {
  const remembered = rememberLatest(2, ({ name }: { readonly name: string }) => [name]);
  assert.notEqual(remembered({ name: 'a' }), remembered({ name: 'a' }));
});
