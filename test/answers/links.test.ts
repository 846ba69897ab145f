import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bulkDataReferences, retrieveUrlsOfResults, retrieveUrlsOfStore } from '../../lib/answers/links.ts';
import { exchange, failed } from '../judges/exchanges.ts';
import { anInstance, attribute, dataSet, INSTANCE, json, SERIES, STUDY } from '../judges/json-answers.ts';
import { BOTH_STORED, moduleOf, NONE_STORED, storeAnswer, storedItem } from '../judges/store-answers.ts';

const sample = anInstance();
const other = anInstance([], { instance: '1.9', name: 'other' });
const bulk = (uri: unknown, vr = 'OW') => ({ vr, BulkDataURI: uri });
const silent = [exchange({ body: 'no JSON' }), failed('reset', 'x'), json('[]')];

test('references of metadata are found with their paths, in the order of the text', () => {
  const sequence = (...items: readonly unknown[]) => ({ vr: 'SQ', Value: items });
  const answer = json([
    dataSet({ '00080018': attribute('UI', '1.9'), '7FE00010': bulk('http://h/9') }),
    dataSet({
      '00880200': sequence(
        { '00280010': attribute('US', 4) },
        { '7FE00010': bulk('http://h/icon'), '00420010': sequence({ '00420011': bulk('http://h/deep', 'OB') }) },
      ),
      '00091010': bulk(7),
      '7FE00010': bulk('http://h/pixels'),
    }),
  ]);
  const found = bulkDataReferences(answer, [sample, other]);
  assert.deepEqual(
    found.map(({ uri, path, stored }) => [uri, path, stored.name]),
    [
      ['http://h/9', '7FE00010', 'other'],
      ['http://h/icon', '00880200[2].7FE00010', 'sample'],
      ['http://h/deep', '00880200[2].00420010[1].00420011', 'sample'],
      ['http://h/pixels', '7FE00010', 'sample'],
    ],
  );
});

test('a data set of an instance that nobody stored hands out nothing to follow', () => {
  const answer = json([dataSet({ '7FE00010': bulk('http://h/1') })]);
  assert.deepEqual(bulkDataReferences(answer, [other]), []);
  assert.deepEqual(bulkDataReferences(json([{ '7FE00010': bulk('http://h/1') }]), [other]), []);
});

test('search results hand out one URL each, with the UID at the level of the search', () => {
  const url = (value: string) => ({ '00081190': attribute('UR', value) });
  const answer = json([
    dataSet(url('http://h/a')),
    dataSet(),
    dataSet(url('')),
    dataSet({ '00081190': attribute('UR') }),
    url('http://h/b'),
  ]);
  for (const [level, uid] of [
    ['study', STUDY],
    ['series', SERIES],
    ['instance', INSTANCE],
  ] as const) {
    assert.deepEqual(retrieveUrlsOfResults(answer, level), [
      { url: 'http://h/a', uid },
      { url: 'http://h/b', uid: '' },
    ]);
  }
});

test('a store response hands out the URL of the study and those of the instances', () => {
  const base = `http://server/studies/${STUDY}`;
  assert.deepEqual(retrieveUrlsOfStore(storeAnswer(BOTH_STORED)), [
    { url: base, uid: '' },
    { url: `${base}/series/${SERIES}/instances/1.1`, uid: '1.1' },
    { url: `${base}/series/${SERIES}/instances/1.2`, uid: '1.2' },
  ]);
  assert.deepEqual(retrieveUrlsOfStore(storeAnswer(NONE_STORED)), [{ url: base, uid: '' }]);
  const bare = moduleOf([storedItem('1.1', { '00081155': attribute('UI') }), storedItem('1.2', { '00081190': {} })]);
  assert.deepEqual(retrieveUrlsOfStore(storeAnswer({ ...bare, '00081190': attribute('UR') })), [
    { url: `${base}/series/${SERIES}/instances/1.1`, uid: '' },
  ]);
});

test('what is no DICOM JSON hands out nothing', () => {
  for (const one of silent) {
    assert.deepEqual(bulkDataReferences(one, [sample]), []);
    assert.deepEqual(retrieveUrlsOfResults(one, 'study'), []);
    assert.deepEqual(retrieveUrlsOfStore(one), []);
  }
});

test('a URL is handed out as it stands, without padding at its end only', () => {
  const answer = json([dataSet({ '00081190': attribute('UR', 'http://h/a b  ') })]);
  assert.equal(retrieveUrlsOfResults(answer, 'study')[0]?.url, 'http://h/a b');
});
