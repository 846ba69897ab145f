import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { searchFindsExactly } from '../../../lib/judges/search/matches.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { ARCHIVE, SERIES_OF_STUDY, SERIES_RESULT } from '../searches.ts';

const TWO_SERIES = expectedSearch(ARCHIVE, SERIES_OF_STUDY);

test('QIDO-001: what is left beyond the most that a server gives out at once is recorded, where its Warning counts it', () => {
  const warned = (...values: string[]) =>
    searchFindsExactly(
      json([SERIES_RESULT], {
        headers: [['Content-Type', 'application/dicom+json'], ...values.map((value) => ['Warning', value] as const)],
      }),
      TWO_SERIES,
    );
  for (const value of [
    '299 http://server: There are 1 additional results that can be requested',
    '299 - "There are 1 additional results that can be requested" "Tue, 03 Sep 2024 00:00:00 GMT"',
    '299 server "remaining: 1."',
  ]) {
    expectFinding(warned(value), 'QIDO-001', {
      verdict: 'info',
      assertions: 5,
      remark: '1 result more than the server gives out at once, as its Warning says',
    });
  }
  for (const value of [
    '299 http://server: There are 2 additional results that can be requested',
    '299 http://127.0.0.1:1/v1/1: fuzzymatching is not supported',
    '299 - "not supported" "Sun, 01 Sep 2024 01:00:00 GMT"',
    '199 - "There are 1 additional results"',
  ]) {
    assert.equal(warned(value).verdict, 'fail', value);
  }
});

test('QIDO-001: a round number of results without a Warning does not tell whether the rest would be found', () => {
  const study = Array.from({ length: 101 }, (_, index) => anInstance([], { instance: `1.2.${index + 1}` }));
  const expected = expectedSearch(study, { level: 'instances', study: STUDY, series: SERIES });
  const first = (count: number) =>
    searchFindsExactly(
      json(study.slice(0, count).map(({ instance }) => ({ '00080018': attribute('UI', instance) }))),
      expected,
    );
  const round = first(100);
  assert.deepEqual([round.verdict, round.reason, round.violationCount], ['incomplete', 'not-exercised', 0]);
  assert.equal(round.remark, '100 results may be as many as the server gives out at once');
  assert.equal(first(99).violationCount, 2);
  assert.equal(first(101).verdict, 'pass');
});
