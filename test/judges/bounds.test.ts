import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assess } from '../../lib/judges/assess.ts';
import { decodedResponse, MOST_DECODED } from '../../lib/judges/complete-response.ts';
import { privateAttributesHaveCreators } from '../../lib/judges/json/values.ts';
import { cpuMilliseconds } from '../support/cpu-time.ts';
import { exchange } from './exchanges.ts';
import { DICOM_JSON, json } from './json-answers.ts';

/** Options keep a test out of `npm run mutation`, where it would be repeated for every mutant that lives. */
const LONG = { timeout: 300_000 };

test('a million remarks become twenty', LONG, () => {
  const finding = assess('JSON-001', 'a claim', [exchange()], (a) => {
    for (let count = 0; count < 1_000_000; count++) a.note(`remark ${count}`);
  });
  assert.deepEqual([finding.assertions, finding.remark?.split('; ').length], [1_000_000, 20]);
  assert.ok(finding.remark?.endsWith('remark 19'));
});

test('private attributes without number are judged in time that grows with their number alone', LONG, () => {
  const attributes = Array.from({ length: 60_000 }, (_, index) => {
    return `"0011${(0x1000 + index).toString(16).toUpperCase().slice(-4)}":{"vr":"LO","Value":["x"]}`;
  });
  const milliseconds = cpuMilliseconds(() => {
    const finding = privateAttributesHaveCreators(json(`[{${attributes.join(',')}}]`));
    assert.deepEqual([finding.verdict, finding.breachCount], ['fail', 60_000]);
  });
  assert.ok(milliseconds < 15_000, 'a judge looks through all attributes for each of them');
});

test('a body that grows without bound when it is decoded is not decoded', () => {
  const body = gzipSync(Buffer.alloc(MOST_DECODED + 1));
  const answer = exchange({
    body,
    headers: [
      ['Content-Type', DICOM_JSON],
      ['Content-Encoding', 'gzip'],
    ],
  });
  const finding = assess('JSON-001', 'a claim', [answer], (a) => {
    assert.ok(answer.response);
    assert.equal(decodedResponse(answer.response, a), null);
  });
  assert.deepEqual([finding.verdict, finding.reason], ['incomplete', 'over-limit']);
});
