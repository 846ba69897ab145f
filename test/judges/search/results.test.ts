import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { announcedRemainders, listedUids, resultsAbout } from '../../../lib/judges/search/results.ts';
import { exchange, failed } from '../exchanges.ts';
import { attribute, json, STUDY } from '../json-answers.ts';
import { ARCHIVE, STUDIES, STUDY_RESULT } from '../searches.ts';

const LIST = json([STUDY_RESULT, { '0020000D': attribute('UI', '9') }, { '00100020': attribute('LO', 'x') }]);
const PAGE = exchange({ headers: [['Content-Type', 'text/html']], body: '<html>' });
const NO_LISTS = [
  failed('reset', 'x'),
  { ...LIST, failure: { code: 'truncated', message: 'cut' } } as const,
  json([STUDY_RESULT], { status: 206 }),
  json([STUDY_RESULT], { status: 404 }),
  PAGE,
];

test('a search lists the UIDs of its level; what is no list lists none', () => {
  assert.deepEqual(listedUids(LIST, 'study'), [STUDY, '9']);
  for (const answer of NO_LISTS) assert.deepEqual(listedUids(answer, 'study'), []);
});

test('results about what was stored are found in a list only', () => {
  const expected = expectedSearch(ARCHIVE, STUDIES);
  assert.deepEqual(
    resultsAbout(LIST, expected).map(({ match }) => match.uid),
    [STUDY],
  );
  for (const answer of [failed('reset', 'x'), json([STUDY_RESULT], { status: 404 }), PAGE])
    assert.deepEqual(resultsAbout(answer, expected), []);
});

test('the numbers of a warning are read without its code, its date and its address', () => {
  const announced = (...warnings: readonly string[]) => {
    const { response } = exchange({ headers: warnings.map((value) => ['Warning', value]) });
    return response && announcedRemainders(response);
  };
  assert.deepEqual(announced('299 server "3 more"'), [3]);
  assert.deepEqual(announced('299 pacs:8042 "There are 12 more" "Sat, 28 Nov 2026 12:00:00 GMT"'), [12]);
  assert.deepEqual(announced('299 server "more"', '199 server "7"'), []);
});
