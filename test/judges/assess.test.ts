import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../lib/breaches/breach.ts';
import { assess } from '../../lib/judges/assess.ts';
import { exchange } from './exchanges.ts';

const wrong = () => breach('unexpected-status', { kind: 'status' }, { status: 500, expected: ['200'] });

test('what is wrong in an answer that came through a cache may not be the fault of the server, and is told so', () => {
  const asked = exchange({ id: 'X.1' });
  const cached = exchange({ id: 'X.2', headers: [['age', '7']] });
  const remarkOn = (holds: boolean, ...exchanges: readonly ReturnType<typeof exchange>[]) =>
    assess('JSON-001', 'a claim', exchanges, (a) => a.must(holds, wrong)).remark;
  assert.equal(remarkOn(false, asked, cached), 'X.2 came through a cache, which may not have asked the server');
  assert.equal(remarkOn(true, asked, cached), undefined);
  assert.equal(remarkOn(false, asked), undefined);
});

test('the same remark is made once', () => {
  const { remark } = assess('JSON-001', 'a claim', [exchange()], (a) => {
    for (const text of ['one', 'two', 'one']) a.note(text);
  });
  assert.equal(remark, 'one; two');
});

test('only the first twenty remarks are kept', () => {
  const { remark, assertions } = assess('JSON-001', 'a claim', [exchange()], (a) => {
    for (let count = 1; count <= 21; count++) a.note(`remark ${count}`);
  });
  assert.deepEqual([remark?.split('; ').length, remark?.endsWith('remark 20'), assertions], [20, true, 21]);
});

test('ten breaches of a kind are kept, and forty of all kinds; all of them are counted', () => {
  const kinds = [
    (status: number) => breach('unexpected-status', { kind: 'status' }, { status, expected: ['200'] }),
    (status: number) => breach('search-fails', { kind: 'status' }, { status, expected: ['200'] }),
    (status: number) => breach('head-refused', { kind: 'status' }, { status, expected: ['200'] }),
    (status: number) => breach('xml-refused', { kind: 'status' }, { status, expected: ['200'] }),
    (status: number) => breach('store-refused', { kind: 'status' }, { status, expected: ['200'] }),
  ];
  const seen = (count: number, of = kinds) =>
    assess('JSON-001', 'a claim', [exchange()], (a) => {
      for (let status = 1; status <= count; status++) for (const kind of of) a.must(false, () => kind(status));
    });
  const [first, second] = kinds;
  assert.ok(first && second);
  const one = seen(11, [first]);
  assert.deepEqual([one.breachCount, one.breaches.length, one.breaches.at(-1)?.parameters.status], [11, 10, 10]);
  const two = seen(11, [first, second]);
  assert.deepEqual([two.breachCount, two.breaches.length], [22, 20]);
  const all = seen(11);
  assert.deepEqual([all.breachCount, all.breaches.length], [55, 40]);
});
