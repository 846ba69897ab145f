import assert from 'node:assert/strict';
import { test } from 'node:test';
import { servedType } from '../../lib/answers/served-type.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { assess } from '../../lib/judges/assess.ts';
import { showsIt } from '../../lib/judges/assess-served.ts';
import { DICOM, exchange, failed, multipart } from '../judges/exchanges.ts';
import { dataSet, json, STUDY } from '../judges/json-answers.ts';

const typeOf = ({ response }: Exchange) => response && servedType(response);
const labelled = (type: string | null, body = '') =>
  exchange({ headers: type === null ? [] : [['Content-Type', type]], body });

test('a payload is told by its media type, and DICOM JSON by itself under the label of plain JSON or none', () => {
  for (const [answer, type] of [
    [json([dataSet()]), 'application/dicom+json'],
    [json([dataSet()], { headers: [['Content-Type', 'application/json']] }), 'application/dicom+json'],
    [json([dataSet()], { headers: [] }), 'application/dicom+json'],
    [labelled('image/jpeg; q=1', 'x'), 'image/jpeg'],
    [labelled(null, 'x'), 'no media type'],
    [labelled('nonsense', 'x'), 'no media type'],
  ] as const) {
    assert.equal(typeOf(answer), type);
  }
});

test('a multipart payload is told by its first part, without one by its type parameter', () => {
  const part = { headers: [['Content-Type', 'image/jpeg']], body: 'x' } as const;
  for (const [answer, root] of [
    [multipart(DICOM, [part]), 'image/jpeg'],
    [multipart(DICOM, []), 'application/dicom'],
    [labelled(`multipart/related; type="${DICOM}"`), 'application/dicom'],
    [labelled('multipart/related; boundary=b', 'x'), 'no media type'],
    [labelled('multipart/related; type=nonsense; boundary=b', 'x'), 'no media type'],
  ] as const) {
    assert.equal(typeOf(answer), `multipart/related of ${root}`);
  }
});

test('what does not show the resource says why nothing can be told from it, once', () => {
  const shows = (answer: Exchange) => {
    let isShown: boolean | undefined;
    const { remark } = assess('COMMON-003', 'shows what is stored', [answer], (a) => {
      isShown = showsIt(answer, { study: STUDY }, a);
    });
    return [isShown, remark];
  };
  assert.deepEqual(shows(json([dataSet()])), [true, undefined]);
  assert.deepEqual(shows(exchange({ status: 404 })), [false, 'X.1 does not show what is stored: 404, no body']);
  assert.deepEqual(shows(failed('reset', 'x')), [false, 'X.1: reset, x']);
});
