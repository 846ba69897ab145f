import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledges, isFormatOfItsOwn, storeModuleOf } from '../../lib/answers/store-response.ts';
import type { Exchange, ExchangeResponse } from '../../lib/http/exchange.ts';
import { exchange, type Parts } from '../judges/exchanges.ts';
import { failedItem, moduleOf, NONE_STORED, ONE_STORED, storeAnswer, storedItem } from '../judges/store-answers.ts';

function responseOf({ response }: Exchange): ExchangeResponse {
  assert.ok(response);
  return response;
}

const answer = (parts: Parts) => responseOf(exchange(parts));

test('a store acknowledges an instance unless it tells of its failure, or of others only', () => {
  const { '00081155': _uid, ...unnamed } = failedItem('1.2');
  for (const [body, status, isAcknowledged] of [
    [ONE_STORED, 200, true],
    [moduleOf([storedItem('1.2')], [failedItem('1.1')]), 200, false],
    [moduleOf([storedItem('1.1')], [unnamed]), 200, false],
    [moduleOf([storedItem('1.2')]), 200, true],
    [moduleOf([storedItem('1.2')]), 202, false],
    [moduleOf([storedItem('1.2'), storedItem('1.1')]), 202, true],
    [ONE_STORED, 409, false],
  ] as const) {
    const response = responseOf(storeAnswer(body, { status }));
    assert.equal(acknowledges(response, '1.1'), isAcknowledged, `${status} ${JSON.stringify(body)}`);
  }
});

test('JSON in which nothing has the name of a tag is a format of its own, unless it is labelled as DICOM JSON', () => {
  const isOwn = (body: unknown, type = 'application/json') =>
    isFormatOfItsOwn(answer({ headers: [['Content-Type', type]], body: JSON.stringify(body) }));
  for (const body of [{ status: 'ok' }, { x00081190: {} }, { '000811901': {} }]) assert.equal(isOwn(body), true);
  for (const body of [{}, [], { status: 'ok', '00081190': {} }]) assert.equal(isOwn(body), false);
  assert.equal(isOwn({ status: 'ok' }, 'application/dicom+json'), false);
});

test('an error without a media type is read as the module where it begins as JSON does', () => {
  const text = JSON.stringify(NONE_STORED);
  const isModule = (parts: Parts) => storeModuleOf(answer({ status: 409, ...parts })) !== null;
  for (const body of [text, ` \r\n\t${text}`, `[${text}]`]) assert.equal(isModule({ body }), true, body.slice(0, 5));
  assert.equal(isModule({ body: `x${text}` }), false);
  for (const type of ['text/plain', 'application/octet-stream'])
    assert.equal(isModule({ body: text, headers: [['Content-Type', type]] }), false, type);
});
