import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  type BlameFor,
  emptyAsterisk,
  encodedValue,
  keysTogether,
  parentKey,
  plainKey,
  type RangeFacts,
  range,
  uidList,
  wildcard,
} from '../../../lib/judges/search/key-blame.ts';
import { type KeySearch, keySelects } from '../../../lib/judges/search/keys.ts';
import { keysSelect, rangesSelect } from '../../../lib/judges/search/values.ts';
import { exchange } from '../exchanges.ts';
import { at, attribute, json, STUDY } from '../json-answers.ts';
import { ARCHIVE, STUDIES, STUDY_RESULT } from '../searches.ts';

const EXPECTED = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const FOREIGN = { '0020000D': attribute('UI', '9') };
const asked = (query: string, answer: Exchange): Exchange => ({
  ...answer,
  request: { ...answer.request, url: `http://server/studies?${query}` },
});
const ALL = json([STUDY_RESULT]);
const NONE = json([]);
const REFUSED = exchange({ status: 400 });

interface Answers {
  readonly found?: Exchange;
  readonly notFound?: Exchange;
}

function searchBy(
  key: string,
  value: string,
  other: string,
  { found = ALL, notFound = NONE }: Answers = {},
): KeySearch {
  return {
    ...{ key, expected: EXPECTED, without: ALL },
    found: asked(`${key}=${value}`, found),
    notFound: asked(`${key}=${other}`, notFound),
  };
}

/** Code of the breach, with its particulars, that a search shows whose values are meant in this way. */
function told(means: BlameFor, value: string, answers: Answers) {
  const search = searchBy('PatientID', value, 'other', answers);
  const blame = means({ key: 'PatientID', level: 'study', value });
  const [seen] = keySelects('QIDO-044', { ...search, blame }).breaches;
  return [seen?.code, seen?.parameters];
}

test('percent-encoding is no reason for a value that is missed where another one that needs it is found', () => {
  const missed = searchBy('PatientName', 'A B', 'other', { found: NONE });
  const codes = (other: Answers) =>
    keysSelect('QIDO-010', [missed, searchBy('ReferringPhysicianName', 'C D', 'other', other)]).flatMap(
      ({ breaches }) => breaches.map(({ code }) => code),
    );
  assert.deepEqual(codes({}), ['search-misses-by-key']);
  assert.deepEqual(codes({ found: NONE }), ['search-misses-by-encoded-key', 'search-misses-by-encoded-key']);
});

const KEY = { key: 'PatientID', level: 'study' } as const;

test('what it means that a value does not select is told by how it is meant', () => {
  const empty = { found: NONE };
  const none = { results: 0, status: 200 };
  assert.deepEqual(told(plainKey, 'A', empty), ['search-misses-by-key', { ...KEY, value: 'A', results: 0 }]);
  assert.deepEqual(told(plainKey, 'A B', empty)[0], 'search-misses-by-encoded-key');
  assert.deepEqual(told(parentKey, 'A', { notFound: ALL }), ['search-ignores-parent-key', { ...KEY, results: 1 }]);
  assert.deepEqual(told(wildcard, 'A*', empty), ['search-takes-wildcards-literally', { ...KEY, value: 'A*', ...none }]);
  assert.deepEqual(told(wildcard, 'A*', { found: REFUSED })[1], { ...KEY, value: 'A*', results: 0, status: 400 });
  assert.deepEqual(told(emptyAsterisk, 'AB*', empty)[0], 'search-asterisk-needs-a-character');
  const tooMuch = ['search-wildcard-matches-too-much', { ...KEY, value: 'other', results: 1 }];
  assert.deepEqual(told(wildcard, 'A*', { notFound: ALL }), tooMuch);
  assert.deepEqual(told(wildcard, 'A*', { found: json([STUDY_RESULT, FOREIGN]) })[0], tooMuch[0]);
  assert.deepEqual(told(encodedValue, '%4F', empty)[0], 'search-takes-percent-literally');
  assert.deepEqual(told(encodedValue, '%4f', empty)[0], 'search-takes-lower-case-percent-literally');
  assert.deepEqual(told(encodedValue, '%4F', { notFound: ALL })[0], 'search-ignores-encoded-value');
  assert.deepEqual(told(uidList, '1,2', { found: REFUSED }), [
    'search-refuses-uid-list',
    { ...KEY, value: '1,2', status: 400, expected: ['200'] },
  ]);
  assert.deepEqual(told(uidList, '1,2', empty), [
    'search-uid-list-misses',
    { ...KEY, value: '1,2', results: 0, listed: 2 },
  ]);
  assert.deepEqual(told(uidList, '1,2', { notFound: ALL })[0], 'search-uid-list-matches-others');
  const together: BlameFor = ({ level }) => keysTogether(['PatientID', 'StudyID'], level, 1);
  const combined = { keys: ['PatientID', 'StudyID'], level: 'study', expected: 1 };
  assert.deepEqual(told(together, 'A', empty), ['search-does-not-combine-keys', { ...combined, results: 0 }]);
  assert.deepEqual(told(together, 'A', { notFound: ALL })[1], { ...combined, results: 1 });
  assert.deepEqual(told(together, 'A', { found: json([STUDY_RESULT, FOREIGN]) })[1], { ...combined, results: 2 });
});

const ranged = (facts: RangeFacts, answers: Answers): KeySearch => {
  const search = searchBy('StudyDate', '20200101-', '20200102-', answers);
  return { ...search, blame: range({ key: 'StudyDate', level: 'study', value: '20200101-' }, facts) };
};
const codesOf = (searches: readonly KeySearch[]) =>
  rangesSelect('QIDO-045', searches).map(({ breaches }) => breaches[0]?.code ?? 'none');
const BOUND: RangeFacts = { form: 'open-end', isBound: true, side: 'before' };
const INSIDE: RangeFacts = { ...BOUND, isBound: false };

test('a range that leaves out its bound is told from one that misses what lies inside', () => {
  assert.deepEqual(codesOf([ranged(BOUND, {}), ranged(INSIDE, {})]), ['none', 'none']);
  assert.deepEqual(codesOf([ranged(BOUND, { found: NONE })]), ['search-range-excludes-bound']);
  assert.deepEqual(codesOf([ranged(INSIDE, { found: NONE })]), ['search-range-misses-inside']);
});

test('a range that is not heeded is told by its form and side, and where all are ignored by that', () => {
  const ignored = ranged(BOUND, { notFound: ALL });
  const [one] = rangesSelect('QIDO-045', [ignored, ranged(INSIDE, {})]);
  assert.deepEqual(one?.breaches[0], {
    ...breach('search-range-matches-outside', at('/0'), {
      ...{ key: 'StudyDate', level: 'study', value: '20200102-' },
      ...{ form: 'open-end', side: 'before', results: 1 },
    }),
    ...{ grade: 'fail', exchange: 'X.1' },
  });
  assert.deepEqual(codesOf([ignored, ignored]), ['search-ignores-ranges', 'search-ignores-ranges']);
});

test('what an open search finds beside is no matter of its other keys', () => {
  const open = searchBy('StudyInstanceUID', '1', '2', { notFound: ALL });
  const more = json([STUDY_RESULT, FOREIGN]);
  const [uid, other] = keysSelect('QIDO-010', [open, searchBy('PatientID', 'A', 'B', { found: more })]);
  assert.equal(uid?.breaches[0]?.code, 'search-ignores-key');
  assert.deepEqual([other?.verdict, other?.reason], ['incomplete', 'prerequisite-failed']);
  const narrowed = searchBy('StudyInstanceUID', '1', '2');
  const judged = keysSelect('QIDO-010', [narrowed, searchBy('PatientID', 'A', 'B', { found: more })]);
  assert.equal(judged[1]?.breaches[0]?.code, 'search-finds-others-by-key');
  assert.deepEqual(keysSelect('QIDO-010', []), []);
});
