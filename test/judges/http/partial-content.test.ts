import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { locationsLeadBack } from '../../../lib/judges/multipart/content-location.ts';
import { returnsFrames } from '../../../lib/judges/retrieve/frames.ts';
import { returnsInstances } from '../../../lib/judges/retrieve/instances.ts';
import { metadataIsRight } from '../../../lib/judges/retrieve/metadata.ts';
import { retrieveUrlsLeadToTheirObjects } from '../../../lib/judges/retrieve/retrieve-url.ts';
import type { Finding } from '../../../lib/results/finding.ts';
import { EXPLICIT, file, stored } from '../dicom-bytes.ts';
import { DICOM, multipart, OCTETS } from '../exchanges.ts';
import { anInstance, dataSet, json } from '../json-answers.ts';

/** 206 answers to retrieves: a warning wherever the status is graded, and the content is judged as that of a 200. */
const [right, wrong] = [file([], EXPLICIT, '1.1'), file([], EXPLICIT, '1.2')];
const url = 'http://server/studies/1.2.3/series/1.2.3.4/instances/1.1';
const originals = [stored(right)];
const remark = '206: listed for Retrieve by Table 10.4.3-1, kept for Range requests by Table 8.5-1';

const judges: Readonly<Record<string, (answer: Exchange) => Finding>> = {
  instances: (answer) => returnsInstances(answer, 'study', originals),
  'a RetrieveURL': (answer) =>
    retrieveUrlsLeadToTheirObjects('QIDO-021', { url, base: url, exchange: answer, instances: ['1.1'] }),
  'a location': (answer) =>
    locationsLeadBack(multipart(DICOM, [right]), [{ part: 0, location: url, exchange: answer }]),
};

for (const [what, judge] of Object.entries(judges)) {
  test(`${what}: 206 with the right content warns, with another content fails, as 200 does`, () => {
    const complete = judge(multipart(DICOM, [right]));
    const partial = judge(multipart(DICOM, [right], { status: 206 }));
    assert.deepEqual([complete.verdict, partial.verdict, partial.breachCount], ['pass', 'warn', 1]);
    assert.equal(partial.assertions, complete.assertions);
    assert.ok(partial.remark?.endsWith(remark), partial.remark);
    assert.equal(partial.breaches[0]?.code, 'partial-content-without-range');
    assert.equal(judge(multipart(DICOM, [wrong], { status: 206 })).verdict, 'fail');
  });

  test(`${what}: another status fails alone`, () => {
    for (const status of [204, 207, 404]) {
      const finding = judge(multipart(DICOM, [wrong], { status }));
      assert.deepEqual([finding.verdict, finding.breachCount], ['fail', 1], `${status}`);
    }
  });
}

test('frames: 206 warns, and its parts are counted', () => {
  const answer = (count: number, status: number) =>
    returnsFrames(multipart(OCTETS, Array(count).fill('x'), { status }), [1]);
  assert.deepEqual([answer(1, 206).verdict, answer(1, 206).assertions], ['warn', 4]);
  assert.deepEqual([answer(2, 206).verdict, answer(2, 206).breachCount], ['fail', 2]);
  assert.deepEqual([answer(2, 404).verdict, answer(2, 404).breachCount], ['fail', 1]);
  assert.equal(answer(1, 200).verdict, 'pass');
});

test('metadata: 206 warns where the status is graded, and the rest is judged', () => {
  const stored = [anInstance()];
  const judged = (body: unknown) =>
    new Set(metadataIsRight(json(body, { status: 206 }), stored).map(({ verdict }) => verdict));
  assert.ok(judged([dataSet()]).has('warn'));
  assert.ok(!judged([dataSet()]).has('fail'));
  assert.ok(judged([dataSet(), {}]).has('fail'));
  const findings = metadataIsRight(json([dataSet()], { status: 206 }), stored);
  assert.deepEqual(
    findings.filter(({ verdict }) => verdict === 'pass').map(({ requirement }) => requirement),
    ['WADO-RS-031', 'WADO-RS-033', 'WADO-RS-034'],
  );
  const none = metadataIsRight(json([dataSet()], { status: 207 }), stored);
  assert.deepEqual(
    none.filter(({ verdict }) => verdict === 'pass'),
    [],
  );
});
