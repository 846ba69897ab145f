import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { blameSearch } from '../../../lib/judges/search/blame.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  emptyAsterisk,
  encodedValue,
  type KeyBlame,
  keysTogether,
  parentKey,
  plainKey,
  range,
  uidList,
  wildcard,
} from '../../../lib/judges/search/key-blame.ts';
import { anInstance, at } from '../json-answers.ts';
import {
  ALL_INSTANCES,
  ALL_SERIES,
  ARCHIVE,
  IMAGE_1,
  INSTANCES_OF_SERIES,
  INSTANCES_OF_STUDY,
  OTHER_SERIES,
  REPORT,
  SERIES_OF_STUDY,
  STUDIES,
} from '../searches.ts';

const STATUS = { kind: 'status' } as const;
const WHERE = at('/3');
const FIRST = at('/0');

test('a search resource that is missing is named; another error is one of the search', () => {
  for (const [resource, name] of [
    [STUDIES, 'studies'],
    [ALL_SERIES, 'across-studies'],
    [ALL_INSTANCES, 'across-studies'],
    [SERIES_OF_STUDY, 'series-of-study'],
    [INSTANCES_OF_STUDY, 'instances-of-study'],
    [INSTANCES_OF_SERIES, 'instances-of-series'],
  ] as const) {
    const blame = blameSearch(expectedSearch(ARCHIVE, resource));
    const seen = { expected: ['200'] };
    for (const status of [400, 404, 405, 410, 501]) {
      const offered = breach('search-not-offered', STATUS, { ...seen, status, resource: name });
      assert.deepEqual(blame.refused({ ...seen, status }), offered);
    }
    for (const status of [401, 500]) {
      assert.deepEqual(blame.refused({ ...seen, status }), breach('search-fails', STATUS, { ...seen, status }));
    }
  }
});

test('what lies below another path shows that the path is ignored, anything else is foreign', () => {
  const blame = blameSearch(expectedSearch(ARCHIVE, INSTANCES_OF_SERIES));
  const level = 'instance';
  assert.deepEqual(blame.foreign(REPORT, WHERE), breach('search-ignores-path', WHERE, { level, results: 1 }));
  const foreign = breach('search-finds-foreign', WHERE, { level, uid: '9', expected: 2 });
  assert.deepEqual(blame.foreign('9', WHERE), foreign);
  const nothing = breach('search-finds-nothing', WHERE, { level, expected: 2, status: 204 });
  assert.deepEqual(blame.nothing(204, WHERE), nothing);
  const missed = breach('search-misses-stored', WHERE, { level, uid: IMAGE_1, results: 1 });
  assert.deepEqual(blame.missed(IMAGE_1, 1, WHERE), missed);
});

test('the stored entities beyond the path are known, and none is beyond all studies', () => {
  const stored = [...ARCHIVE, anInstance([], { study: '9', series: '9.1', instance: '9.1.1' })];
  const beyond = (resource: Parameters<typeof expectedSearch>[1]) => expectedSearch(stored, resource).beyond;
  assert.deepEqual(beyond(INSTANCES_OF_SERIES), [REPORT, '9.1.1']);
  assert.deepEqual(beyond(INSTANCES_OF_STUDY), ['9.1.1']);
  assert.deepEqual(beyond(SERIES_OF_STUDY), ['9.1']);
  assert.deepEqual(beyond({ level: 'series', study: '9' }).includes(OTHER_SERIES), true);
  for (const resource of [STUDIES, ALL_SERIES, ALL_INSTANCES]) assert.deepEqual(beyond(resource), []);
});

const ASKED = { key: 'PatientID', level: 'study', value: 'P1' };

/** What each way of not selecting is: refused with 400, 204, one missing of three, a foreign result, five for none. */
function tell(blame: KeyBlame): readonly unknown[] {
  return [
    blame.refused({ status: 400, expected: ['200'] }),
    blame.nothing(204, WHERE),
    blame.missed('1.2', 3, WHERE),
    blame.foreign('1.9', WHERE),
    blame.ignored(5, 'none'),
  ];
}

test('a plain key that does not select', () => {
  const { key, level } = ASKED;
  const misses = (results: number) => breach('search-misses-by-key', WHERE, { ...ASKED, results });
  assert.deepEqual(tell(plainKey(ASKED)), [
    breach('search-refuses-key', STATUS, { key, level, status: 400, expected: ['200'] }),
    misses(0),
    misses(3),
    breach('search-finds-others-by-key', WHERE, { ...ASKED, uid: '1.9' }),
    breach('search-ignores-key', FIRST, { key, level, results: 5 }),
  ]);
  const encoded = plainKey({ ...ASKED, value: 'A/B' }).missed('1.2', 3, WHERE);
  assert.equal(encoded.code, 'search-misses-by-encoded-key');
  const parent = breach('search-ignores-parent-key', FIRST, { key, level, results: 5 });
  assert.deepEqual(parentKey(ASKED).ignored(5, 'none'), parent);
});

test('a wildcard that is taken literally, or for anything', () => {
  for (const [blame, code] of [
    [wildcard(ASKED), 'search-takes-wildcards-literally'],
    [emptyAsterisk(ASKED), 'search-asterisk-needs-a-character'],
  ] as const) {
    assert.deepEqual(tell(blame), [
      breach(code, STATUS, { ...ASKED, results: 0, status: 400 }),
      breach(code, WHERE, { ...ASKED, results: 0, status: 204 }),
      breach(code, WHERE, { ...ASKED, results: 3, status: 200 }),
      breach('search-wildcard-matches-too-much', WHERE, { ...ASKED, results: 1 }),
      breach('search-wildcard-matches-too-much', FIRST, { ...ASKED, value: 'none', results: 5 }),
    ]);
  }
});

test('a list of UIDs of which not all are found, or others', () => {
  const asked = { ...ASKED, value: '1.1,1.2,1.3' };
  const misses = (results: number) => breach('search-uid-list-misses', WHERE, { ...asked, results, listed: 3 });
  assert.deepEqual(tell(uidList(asked)), [
    breach('search-refuses-uid-list', STATUS, { ...asked, status: 400, expected: ['200'] }),
    misses(0),
    misses(3),
    breach('search-uid-list-matches-others', WHERE, { ...asked, results: 1 }),
    breach('search-uid-list-matches-others', FIRST, { ...asked, results: 5 }),
  ]);
});

test('a value of which every octet is encoded, in either case of the digits', () => {
  for (const [value, code] of [
    ['%50%31', 'search-takes-percent-literally'],
    ['%4A%4F', 'search-takes-percent-literally'],
    ['%4a%31', 'search-takes-lower-case-percent-literally'],
    ['%c3%a9', 'search-takes-lower-case-percent-literally'],
  ] as const) {
    const asked = { ...ASKED, value };
    assert.deepEqual(tell(encodedValue(asked)), [
      breach(code, STATUS, { ...asked, results: 0, status: 400 }),
      breach(code, WHERE, { ...asked, results: 0, status: 204 }),
      breach(code, WHERE, { ...asked, results: 3, status: 200 }),
      breach('search-ignores-encoded-value', WHERE, { ...asked, results: 1 }),
      breach('search-ignores-encoded-value', FIRST, { ...asked, results: 5 }),
    ]);
  }
});

test('several keys of which one counts alone', () => {
  const keys = ['PatientID', 'Modality'];
  const combined = (results: number, where = WHERE as typeof WHERE | typeof STATUS) =>
    breach('search-does-not-combine-keys', where, { keys, level: 'study', results, expected: 2 });
  assert.deepEqual(tell(keysTogether(keys, 'study', 2)), [
    combined(0, STATUS),
    combined(0),
    combined(3),
    combined(3),
    combined(5, FIRST),
  ]);
});

test('a range that misses what is in it, or finds what is not', () => {
  const asked = { key: 'StudyDate', level: 'study', value: '20200101-' };
  for (const [isBound, code] of [
    [true, 'search-range-excludes-bound'],
    [false, 'search-range-misses-inside'],
  ] as const) {
    const outside = { form: 'open-end', side: 'before' } as const;
    assert.deepEqual(tell(range(asked, { ...outside, isBound })), [
      breach(code, STATUS, { ...asked, results: 0, status: 400 }),
      breach(code, WHERE, { ...asked, results: 0, status: 204 }),
      breach(code, WHERE, { ...asked, results: 3, status: 200 }),
      breach('search-range-matches-outside', WHERE, { ...asked, ...outside, results: 1 }),
      breach('search-range-matches-outside', FIRST, { ...asked, value: 'none', ...outside, results: 5 }),
    ]);
  }
});
