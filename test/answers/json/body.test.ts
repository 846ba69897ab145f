import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdsDicomJson, jsonBodyOf } from '../../../lib/answers/json/body.ts';
import { describeBody } from '../../../lib/answers/response.ts';
import { exchange, type Parts } from '../../judges/exchanges.ts';
import { attribute, dataSet, json } from '../../judges/json-answers.ts';

function response(type: string | null, body: string, parts: Parts = {}) {
  const one = exchange({ headers: type === null ? [] : [['Content-Type', type]], body, ...parts }).response;
  assert.ok(one);
  return one;
}
const holds = (...answer: Parameters<typeof response>) => holdsDicomJson(response(...answer));

test('a label of JSON is believed, whatever the body', () => {
  for (const type of [
    'application/dicom+json',
    'application/json',
    'application/problem+json',
    'Application/JSON; charset=utf-8',
  ]) {
    assert.equal(holds(type, 'no JSON'), true, type);
    assert.equal(holds(type, ''), false, type);
  }
  for (const type of ['application/jsonx', 'x-application/json', 'application/+json', 'text/json', null]) {
    assert.equal(holds(type, 'no JSON'), false, `${type}`);
  }
});

test('without a label of JSON the beginning of the body tells', () => {
  for (const body of ['[]', '{', ' \t\r\n[', '\u00ef\u00bb\u00bf[', '\u00ef\u00bb\u00bf {']) {
    assert.equal(holds('text/plain', body), true, body);
  }
  for (const body of ['a [', '-', '"["', `${' '.repeat(64)}[`]) assert.equal(holds('text/plain', body), false, body);
});

test('of a refusal only the label of DICOM JSON is believed', () => {
  assert.equal(holds('application/dicom+json', '{}', { status: 409 }), true);
  assert.equal(holds('application/json', '{}', { status: 409 }), false);
  assert.equal(holds(null, '{}', { status: 404 }), false);
});

test('a body is read once, and its objects are data sets wherever they stand', () => {
  const answer = json([dataSet(), 7, { '00400275': { vr: 'SQ', Value: [{ '00400009': attribute('SH', 'x') }] } }]);
  assert.ok(answer.response);
  const body = jsonBodyOf(answer.response);
  assert.equal(jsonBodyOf(answer.response), body);
  assert.deepEqual(
    body.dataSets.map(({ pointer }) => pointer),
    ['/0', '/2'],
  );
  assert.deepEqual(
    body.attributes.slice(-2).map(({ pointer }) => pointer),
    ['/2/00400275', '/2/00400275/Value/0/00400009'],
  );
  assert.deepEqual(jsonBodyOf(response('application/json', '"text"')).dataSets, []);
});

test('a breach belongs to the innermost attribute around it', () => {
  const answer = json([{ '00400275': { vr: 'SQ', Value: [{ '00400009': attribute('SH', 7) }] } }]);
  assert.ok(answer.response);
  const breachesAt = jsonBodyOf(answer.response).breachesAt();
  assert.deepEqual(
    [...breachesAt].map(([pointer, found]) => [pointer, found.map(({ requirement }) => requirement)]),
    [
      ['/0/00400275', []],
      ['/0/00400275/Value/0/00400009', ['JSON-009']],
    ],
  );
});

test('an answer is described by status, size and type', () => {
  assert.equal(
    describeBody(response('text/html', 'x', { status: 404, reason: 'No' })),
    '404 No, 1 byte of "text/html"',
  );
  assert.equal(describeBody(response('text/html', '')), '200, no body');
  assert.equal(describeBody(response(null, 'xy')), '200, 2 bytes');
});
