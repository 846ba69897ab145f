import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialDataset } from '../../../fixtures/tutorial/index.ts';
import { breach } from '../../../lib/breaches/breach.ts';
import type { ByteWindow, Place } from '../../../lib/breaches/place.ts';
import { memorySource, readAll } from '../../../lib/bytes/byte-source.ts';
import type { Exchange, Header } from '../../../lib/http/exchange.ts';
import type { AnswerNode, AnswerView } from '../../../lib/results/answer-view.ts';
import { resultsProblems } from '../../../lib/results/read-results.ts';
import { answerViews } from '../../../lib/run/views/answer-views.ts';
import { exchange, finding, resultsOf, scenario } from '../../reports/fixtures.ts';

const JSON_TYPE: Header = ['Content-Type', 'application/dicom+json'];

/** The view of an answer with this body, of a breach at this place; undefined where there is none. */
function viewOf(
  body: string | Uint8Array,
  where: Place,
  header = JSON_TYPE,
  bytes?: ByteWindow,
): AnswerView | undefined {
  const seen = breach('value-differs', where, { tag: 'x', expected: 'a', actual: 'b' }, bytes);
  const record = exchange('T06.1');
  const results = resultsOf(
    [scenario('T06', [finding('JSON-001', 'fail', { breaches: [{ ...seen, grade: 'fail', exchange: 'T06.1' }] })])],
    [record],
  );
  const answers = answerViews(results, () => answerOf(body, header));
  assert.deepEqual(resultsProblems({ ...results, answers }), []);
  return answers[0];
}

function answerOf(body: string | Uint8Array, header: Header): Exchange {
  const response = {
    httpVersion: '1.1',
    status: 200,
    reason: 'OK',
    headers: [header],
    body: memorySource(typeof body === 'string' ? new TextEncoder().encode(body) : body),
  };
  const timings = { startedAt: new Date().toISOString(), sent: 0, firstByte: 0, end: 0 };
  const request = { method: 'GET', url: 'http://127.0.0.1/', headers: [], body: null };
  return { id: 'T06.1', operation: 'retrieve', request, response, failure: null, timings };
}

/** Labels from the root to the marked node. */
function pathToMark(node: AnswerNode): string[] | null {
  if (node.marked) return [node.label];
  for (const child of node.children ?? []) {
    const path = pathToMark(child);
    if (path) return [node.label, ...path];
  }
  return null;
}

function size(node: AnswerNode): number {
  return 1 + (node.children ?? []).reduce((sum, child) => sum + size(child), 0);
}

const MANY = JSON.stringify(
  Array.from({ length: 3_000 }, (_, index) => ({
    '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
    '00100010': { vr: 'PN', Value: [`Name ${index}`] },
    '00100020': { vr: 'LO', Value: [`ID ${index}`] },
  })),
);

test('a value in DICOM JSON is open and marked, with what stands beside it', () => {
  const tree = viewOf(MANY, { kind: 'json', pointer: '/2000/00100010/Value/0' })?.tree;
  assert.ok(tree);
  assert.deepEqual(pathToMark(tree), ['JSON', '[2000]', '00100010 PatientName', 'Value', '[0]']);
  assert.ok(size(tree) < 30, `${size(tree)} nodes`);
  assert.equal(tree.left, 2_993);
  assert.match(JSON.stringify(tree), /ID 2000/);
});

test('what an answer does not have stands where it would be', () => {
  const tree = viewOf(MANY, { kind: 'json', pointer: '/0/00100015' })?.tree;
  const dataSet = tree?.children?.[0];
  assert.deepEqual(
    dataSet?.children?.map(({ label, absent = false }) => [label, absent]),
    [
      ['00080005 SpecificCharacterSet', false],
      ['00100010 PatientName', false],
      ['00100015', true],
      ['00100020 PatientID', false],
    ],
  );
});

const PARTS: Header = ['Content-Type', 'multipart/related; type="application/dicom"; boundary=b'];

function multipart(): Uint8Array {
  const instance = readAll(tutorialDataset({ rows: 33, columns: 35 }).roles.target.source);
  const lines = '--b\r\nContent-Type: application/dicom\r\nX-Other: yes\r\n\r\n';
  return Buffer.concat([lines, instance, '\r\n', lines, instance, '\r\n--b--\r\n'].map((part) => Buffer.from(part)));
}

test('a data element of a part is open and marked', () => {
  const tree = viewOf(multipart(), { kind: 'element', path: '00100010', part: 1 }, PARTS)?.tree;
  assert.ok(tree);
  assert.deepEqual(pathToMark(tree), ['body', '[1]', '(0010,0010) PatientName']);
  assert.deepEqual(tree.children?.[0]?.children, undefined);
});

test('a header field of a part is marked, and shown as absent where it is', () => {
  const there = viewOf(multipart(), { kind: 'header', name: 'x-other', part: 0 }, PARTS)?.tree;
  assert.deepEqual(there && pathToMark(there), ['body', '[0]', 'X-Other']);
  const absent = viewOf(multipart(), { kind: 'header', name: 'Content-Location', part: 0 }, PARTS)?.tree;
  assert.match(JSON.stringify(absent), /"label":"content-location","text":"","marked":true,"absent":true/);
});

test('an offset is shown by its bytes and by the element in which it lies', () => {
  const where: Place = { kind: 'bytes', offset: 140, part: 0 };
  const view = viewOf(multipart(), where, PARTS);
  assert.deepEqual(view?.tree && pathToMark(view.tree), ['body', '[0]', '(0002,0000) FileMetaInformationGroupLength']);
  assert.equal(view?.bytes?.offset, 112);
  assert.match(view.bytes.hexadecimal, /^0{32}4449434d/);
  const compared = viewOf(multipart(), where, PARTS, { offset: 140, expected: '00', actual: '01' });
  assert.equal(compared?.bytes, undefined);
});

test('what is no JSON is shown by its bytes', () => {
  const view = viewOf('[{"a":1,}]', { kind: 'bytes', offset: 8 });
  assert.equal(view?.tree, undefined);
  assert.equal(Buffer.from(view?.bytes?.hexadecimal ?? '', 'hex').toString(), '[{"a":1,}]');
});

test('a hostile answer gives a small view', () => {
  const deep = `${'['.repeat(200)}1${']'.repeat(200)}`;
  const wide = JSON.stringify(
    Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 'v'.repeat(99)])),
  );
  const long = JSON.stringify({ ['n'.repeat(100_000)]: 'v'.repeat(100_000) });
  for (const [body, pointer] of [
    [deep, '/0'.repeat(200)],
    [wide, '/k25000'],
    [wide, ''],
    [long, `/${'n'.repeat(100_000)}`],
    [long, '/__proto__/constructor'],
  ] as const) {
    const view = viewOf(body, { kind: 'json', pointer });
    const length = JSON.stringify(view?.tree).length;
    assert.ok(length < 10_000, `${length} characters`);
  }
});

test('places outside a body, and bodies that were not kept, have no view', () => {
  assert.equal(viewOf('[]', { kind: 'status' }), undefined);
  assert.equal(viewOf('[]', { kind: 'header', name: 'Content-Type' }), undefined);
  assert.equal(viewOf('[]', { kind: 'bytes', offset: 10 }), undefined);
  const seen = { ...breach('json-malformed', { kind: 'json', pointer: '' }, { message: '', offset: 0 }) };
  const results = resultsOf(
    [scenario('T06', [finding('JSON-001', 'fail', { breaches: [{ ...seen, grade: 'fail', exchange: 'T06.1' }] })])],
    [exchange('T06.1')],
  );
  const gone = () => {
    throw new Error('the body was not kept');
  };
  assert.deepEqual(answerViews(results, gone), []);
});
