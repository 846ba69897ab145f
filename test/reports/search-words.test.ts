import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Parameters } from '../../lib/breaches/kind.ts';
import { WORDS } from '../../reports/words/kinds/index.ts';
import type { SeenIn, Telling } from '../../reports/words/telling.ts';

const SEEN: SeenIn = { request: 'GET /series', query: 'PatientID=ABC', status: '418 Teapot' };
/** Particulars of some kinds, and what a title has to say of them. */
const SAMPLES: readonly (readonly [keyof typeof WORDS, Parameters, readonly string[]])[] = [
  ['search-not-offered', { status: 418, expected: ['200'], resource: 'series' }, ['GET /series', '418 Teapot', '200']],
  ['search-ignores-key', { key: 'PatientID', level: 'study', results: 7 }, ['PatientID', '7']],
  ['search-ignores-all-keys', { keys: ['PatientID', 'StudyID'], level: 'study', results: 7 }, ['StudyID', '7']],
  ['search-misses-stored', { level: 'series', uid: '1.2.3', results: 4 }, ['PatientID=ABC', '1.2.3', '4']],
  [
    'search-value-differs',
    { tag: '00100020', level: 'study', expected: '"A"', actual: '"B"' },
    ['PatientID', '"A"', '"B"'],
  ],
  ['page-longer-than-limit', { limit: 2, offset: 0, results: 5 }, ['limit=2', 'offset=0', '5']],
  [
    'search-range-matches-outside',
    { key: 'StudyDate', level: 'study', value: '2020-', form: 'open-end', side: 'before', results: 3 },
    ['StudyDate=2020-', '3'],
  ],
];

test('titles of breaches of searches hold their particulars', () => {
  for (const [code, parameters, particulars] of SAMPLES) {
    for (const words of [WORDS[code].english, WORDS[code].japanese]) {
      const telling = (words as (all: Parameters, seen: SeenIn) => Telling)(parameters, SEEN);
      for (const particular of particulars) assert.ok(telling.headline.includes(particular), telling.headline);
    }
  }
});
