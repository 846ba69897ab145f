import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keysAsked, lastKeyOf, levelAsked } from '../../../lib/judges/search/asked.ts';
import { exchange } from '../exchanges.ts';

const search = (path: string) => exchange({ url: `http://server/dicom-web/${path}` });

test('the keys of a search are known by keyword, and what selects nothing is none', () => {
  const query = [
    'limit=1',
    'offset=2',
    'includefield=all',
    'fuzzymatching=true',
    'accept=text/xml',
    'charset=utf-8',
    '00100020=A%2FB',
    '0020000d=1.2',
    'PatientName=Doe*',
    '00091001=x',
  ];
  assert.deepEqual(keysAsked(search(`studies?${query.join('&')}`)), [
    { key: 'PatientID', value: 'A/B' },
    { key: 'StudyInstanceUID', value: '1.2' },
    { key: 'PatientName', value: 'Doe*' },
    { key: '00091001', value: 'x' },
  ]);
  assert.deepEqual(lastKeyOf(search('studies?PatientID=1&Modality=CT&limit=1')), { key: 'Modality', value: 'CT' });
  assert.deepEqual(lastKeyOf(search('studies')), { key: '', value: '' });
});

test('the end of the path is the level that a search lists', () => {
  for (const [path, level] of [
    ['studies?limit=1', 'study'],
    ['series', 'series'],
    ['studies/1.2/series', 'series'],
    ['instances', 'instance'],
    ['studies/1.2/series/1.3/instances?limit=1', 'instance'],
    ['something', 'study'],
  ] as const) {
    assert.equal(levelAsked(search(path)), level, path);
  }
});
