import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptedTypes, listMembers, requestedTransferSyntaxes } from '../../lib/answers/accept.ts';
import { exchange } from '../judges/exchanges.ts';

const accepting = (...values: string[]) =>
  exchange({ requestHeaders: values.map((value) => ['accept', value] as const) });

test('a list is divided at its commas, not at those in quotation marks', () => {
  assert.deepEqual(listMembers('a, b ,c'), ['a', 'b', 'c']);
  assert.deepEqual(listMembers('a;x="1,2", b'), ['a;x="1,2"', 'b']);
  assert.deepEqual(listMembers('a;x="\\",", b'), ['a;x="\\","', 'b']);
  assert.deepEqual(listMembers('a;x="open, b'), ['a;x="open, b']);
  assert.deepEqual(listMembers(' , ,'), []);
  assert.deepEqual(listMembers(''), []);
});

test('accepted types are those of all fields, without q=0 and without what cannot be read', () => {
  const types = acceptedTypes(accepting('text/html;q=0, nonsense, application/dicom;q=0.1', 'image/*'));
  assert.deepEqual(
    types.map(({ essence }) => essence),
    ['application/dicom', 'image/*'],
  );
  assert.deepEqual(acceptedTypes(exchange()), []);
});

test('each range asks for a transfer syntax, for any, or for none', () => {
  const ranges =
    'multipart/related; type="application/dicom"; transfer-syntax=1.2, */*;transfer-syntax=*, application/dicom';
  assert.deepEqual(requestedTransferSyntaxes(accepting(ranges)), ['1.2', '*', null]);
});
