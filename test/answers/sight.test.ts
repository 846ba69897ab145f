import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instancesIn, sightOf } from '../../lib/answers/sight.ts';
import type { ResourcePath } from '../../lib/dicomweb/operations.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { file } from '../judges/dicom-bytes.ts';
import { DICOM, exchange, failed, multipart } from '../judges/exchanges.ts';
import { attribute, dataSet, INSTANCE, json, SERIES, STUDY } from '../judges/json-answers.ts';

const OF_STUDY: ResourcePath = { study: STUDY };
const OF_SERIES: ResourcePath = { study: STUDY, series: SERIES };
const OF_INSTANCE: ResourcePath = { study: STUDY, series: SERIES, instance: INSTANCE };
const PATHS = [OF_STUDY, OF_SERIES, OF_INSTANCE];
const OTHERS: ResourcePath[] = [
  { study: '9' },
  { study: STUDY, series: '9' },
  { study: STUDY, series: SERIES, instance: '9' },
];

const sights = (answer: Exchange, paths: readonly ResourcePath[] = PATHS) => paths.map((path) => sightOf(answer, path));
const all = (sight: string) => [sight, sight, sight];

test('an answer about a resource shows it and no other, whichever way it is asked for', () => {
  for (const answer of [
    json([dataSet()]),
    json(dataSet()),
    multipart(DICOM, [file([])]),
    exchange({ headers: [['Content-Type', DICOM]], body: file([]) }),
    json([{ '00080018': attribute('UI', '7') }, dataSet()]),
  ]) {
    assert.deepEqual(sights(answer), all('shown'));
    assert.deepEqual(sights(answer, OTHERS), all('absent'));
  }
});

test('a part shows what is in it, and leaves the rest open', () => {
  const part = json([dataSet()], { status: 206 });
  assert.deepEqual(sights(part), all('shown'));
  assert.deepEqual(sights(part, OTHERS), all('unclear'));
});

test('not found, gone, no content and empty lists are absence', () => {
  for (const answer of [
    exchange({ status: 404 }),
    exchange({ status: 410, body: 'gone' }),
    exchange({ status: 204 }),
    json([]),
    json([{ '00080018': attribute('UI', '7'), '0020000E': attribute('UI', '8'), '0020000D': attribute('UI', '9') }]),
  ]) {
    assert.deepEqual(sights(answer), all('absent'));
  }
});

test('refusals, errors and what cannot be read leave it open', () => {
  const broken = Buffer.from(file([]).subarray(0, 200));
  for (const answer of [
    exchange({ status: 401 }),
    exchange({ status: 500 }),
    exchange(),
    exchange({ headers: [['Content-Type', 'text/html']], body: '<p>' }),
    json('[{'),
    multipart(DICOM, [broken.subarray(0, 100)]),
    multipart('text/plain', ['x']),
    failed('reset', 'x'),
    { ...json([dataSet()]), failure: { code: 'truncated', message: 'x' } as const },
    { ...exchange(), response: null },
  ]) {
    assert.deepEqual(sights(answer), all('unclear'), answer.response?.status.toString());
  }
});

test('what does not name its study was asked for below it', () => {
  const answer = (url: string) => json([{ '00080060': attribute('CS', 'CT') }], { url });
  const below = `http://server/x/studies/${STUDY}/series`;
  assert.deepEqual(sights(answer(below)), ['shown', 'absent', 'absent']);
  assert.deepEqual(sights(answer(`${below}/${SERIES}/metadata?a=b`)), ['shown', 'shown', 'absent']);
  assert.deepEqual(sights(answer(`${below}/${SERIES}/instances/${INSTANCE}`)), all('shown'));
  assert.deepEqual(sights(answer(`http://server/studies/${STUDY}0/series`)), all('absent'));
  assert.deepEqual(sights(answer(`http://server/studies?StudyInstanceUID=/studies/${STUDY}/`)), all('absent'));
  assert.deepEqual(sights(answer('no url')), all('absent'));
});

test('results in which nothing is named by its tag may be about anything', () => {
  const url = 'http://server/instances';
  for (const results of [
    { results: [dataSet()] },
    [{ SOPInstanceUID: attribute('UI', INSTANCE) }],
    [{ '(0020,000D)': 1 }],
  ])
    assert.deepEqual(sights(json(results, { url })), all('unclear'));
  assert.deepEqual(sights(json([{ '00080060': attribute('CS', 'CT') }], { url })), all('absent'));
});

test('the instances in an answer are those that it names, all of them or none', () => {
  const [one, two] = [{ '00080018': attribute('UI', '1') }, { '00080018': attribute('UI', '2') }];
  assert.deepEqual(instancesIn(json([one, two])), ['1', '2']);
  assert.deepEqual(instancesIn(json([])), []);
  assert.deepEqual(instancesIn(multipart(DICOM, [file([])])), [INSTANCE]);
  assert.deepEqual(instancesIn(json([one, {}])), ['1'], 'a data set without attributes is about nothing');
  for (const answer of [
    json([one, { '0020000D': attribute('UI', '3') }]),
    json([one], { status: 206 }),
    json('['),
    exchange({ body: 'x' }),
    failed('reset', 'x'),
    { ...json([one]), failure: { code: 'truncated', message: 'x' } as const },
  ]) {
    assert.equal(instancesIn(answer), null);
  }
});

test('an error shows nothing of what its body speaks of', () => {
  for (const status of [300, 400, 409, 500]) {
    const error = json([dataSet()], { status });
    assert.deepEqual(sights(error), all('unclear'), `${status}`);
    assert.deepEqual(sights(error, OTHERS), all('unclear'), `${status}`);
  }
});
