import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonBodyOf } from '../../../lib/answers/json/body.ts';
import { compareValues, itemOrder } from '../../../lib/answers/stored/compare-values.ts';
import type { StoredAttribute } from '../../../lib/answers/stored/stored-attributes.ts';
import { json } from '../../judges/json-answers.ts';

const code = (value: string) => ({ '00080100': { vr: 'SH', Value: [value] } });
const storedCode = (value: string): StoredAttribute => ({
  ...{ tag: '00080100', vr: 'SH', values: [value], items: [], isEmpty: false },
  bytes: { length: 2, read: () => Buffer.from(value) },
});
const STORED: StoredAttribute = {
  ...{ tag: '00400260', vr: 'SQ', values: [], isEmpty: false },
  bytes: { length: 0, read: () => new Uint8Array() },
  items: ['A1', 'B1', 'C1'].map((value) => new Map([['00080100', storedCode(value)]])),
};

function sequence(...values: readonly string[]) {
  const { response } = json([{ '00400260': { vr: 'SQ', Value: values.map(code) } }]);
  assert.ok(response);
  const [attribute] = jsonBodyOf(response).dataSets[0]?.attributes ?? [];
  assert.ok(attribute);
  return attribute;
}

test('items in another order are one difference, and each is compared with the stored one that it is', () => {
  const turned = sequence('C1', 'B1', 'A1');
  assert.deepEqual(itemOrder(turned, STORED), [2, 1, 0]);
  const { kind, expected, actual } = compareValues(turned, STORED) ?? {};
  assert.deepEqual([kind, expected, actual], ['order', 'items in the order 1, 2, 3', 'items in the order 3, 2, 1']);
});

test('items are the same though the items in them are in another order', () => {
  const nested = (...values: readonly string[]) => ({ '00400008': { vr: 'SQ', Value: values.map(code) } });
  const of = (...values: readonly string[]): StoredAttribute => ({
    ...STORED,
    tag: '00400008',
    items: values.map((value) => new Map([['00080100', storedCode(value)]])),
  });
  const stored: StoredAttribute = {
    ...STORED,
    items: [of('A1', 'B1'), of('C1')].map((items) => new Map([['00400008', items]])),
  };
  const { response } = json([{ '00400260': { vr: 'SQ', Value: [nested('C1'), nested('B1', 'A1')] } }]);
  assert.ok(response);
  const [attribute] = jsonBodyOf(response).dataSets[0]?.attributes ?? [];
  assert.ok(attribute);
  assert.deepEqual(itemOrder(attribute, stored), [1, 0]);
});

test('items in their order, and items with other values, keep their places', () => {
  assert.equal(compareValues(sequence('A1', 'B1', 'C1'), STORED), null);
  assert.equal(compareValues(sequence('C1', 'B1', 'X1'), STORED), null);
  assert.deepEqual(itemOrder(sequence('C1', 'B1', 'X1'), STORED), [0, 1, 2]);
  assert.equal(compareValues(sequence('B1', 'A1'), STORED)?.kind, 'count');
});
