import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  pathSelects,
  resultsAreDicomJson,
  resultsAreOneArray,
  searchBelowUnknownStudyIsEmpty,
  searchFindsExactly,
  searchForDeletedIsEmpty,
  searchWithoutMatchIsEmpty,
} from '../../../lib/judges/search/matches.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, DICOM_JSON, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile } from '../profiles.ts';
import {
  ALL_SERIES,
  ARCHIVE,
  REPORT_SERIES_RESULT,
  SERIES_OF_STUDY,
  SERIES_RESULT,
  STUDIES,
  STUDY_RESULT,
} from '../searches.ts';

const ONE_STUDY = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const TWO_SERIES = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const ONE_SERIES = expectedSearch(ARCHIVE, ALL_SERIES, [['SeriesInstanceUID', SERIES]]);
const NOTHING_STORED = expectedSearch([], STUDIES);
const foreign = { '0020000D': attribute('UI', '9') };

test('QIDO-001: a search finds exactly what is stored, in any order', () => {
  const finding = searchFindsExactly(json([REPORT_SERIES_RESULT, SERIES_RESULT]), TWO_SERIES);
  expectFinding(finding, 'QIDO-001', { assertions: 6 });
  assert.equal(finding.claim, 'finds exactly 2 results at series level');
  expectFinding(searchFindsExactly(json([STUDY_RESULT]), ONE_STUDY), 'QIDO-001', { assertions: 4 });
});

test('QIDO-001: more than can be read is not one result', () => {
  const finding = searchFindsExactly(json(`[${'{},'.repeat(1_000_000)}{}]`), ONE_STUDY);
  assert.deepEqual([finding.verdict, finding.breachCount], ['fail', 1]);
  assert.deepEqual(
    [finding.breaches[0]?.code, finding.breaches[0]?.parameters],
    ['search-answer-too-long', { expected: 1, begun: 349_525 }],
  );
});

test('QIDO-001: one result of more values than can be read, or among many spaces, is no breach', () => {
  for (const long of [
    `[{"00080018":{"vr":"UI","Value":[${'1,'.repeat(1_000_000)}1]}}]`,
    `[{}${' '.repeat(65 << 20)}]`,
  ]) {
    const finding = searchFindsExactly(json(long), ONE_STUDY);
    assert.deepEqual([finding.verdict, finding.reason, finding.breaches], ['incomplete', 'over-limit', []]);
  }
});

test('QIDO-002: relational resources are a requirement of their own', () => {
  const finding = searchFindsExactly(json([SERIES_RESULT]), ONE_SERIES);
  expectFinding(finding, 'QIDO-002', { assertions: 4 });
  assert.equal(finding.claim, 'finds exactly 1 result at series level');
});

test('QIDO-001: missing, repeated, foreign and unnamed results fail', () => {
  expectFinding(searchFindsExactly(json([SERIES_RESULT]), TWO_SERIES), 'QIDO-001', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('search-misses-stored', at(''), { level: 'series', uid: '1.2.3.5', results: 1 })],
  });
  expectFinding(searchFindsExactly(json([STUDY_RESULT, STUDY_RESULT]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('search-repeats-result', at(''), { level: 'study', uid: '1.2.3', times: 2 })],
  });
  expectFinding(searchFindsExactly(json([foreign, STUDY_RESULT, {}]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 6,
    breaches: [
      breach('search-finds-foreign', at('/0'), { level: 'study', uid: '9', expected: 1 }),
      breach('search-attribute-missing', at('/2'), { tag: '0020000D', level: 'study' }),
    ],
  });
});

test('QIDO-001: no list where something is stored fails', () => {
  for (const status of [404, 405, 501, 500]) {
    expectFinding(searchFindsExactly(exchange({ status }), ONE_STUDY), 'QIDO-001', {
      verdict: 'fail',
      assertions: 1,
      breaches: [
        status === 500
          ? breach('search-fails', { kind: 'status' }, { status, expected: ['200'] })
          : breach('search-not-offered', { kind: 'status' }, { status, expected: ['200'], resource: 'studies' }),
      ],
    });
  }
  expectFinding(searchFindsExactly(exchange({ status: 204 }), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      {
        ...breach('search-finds-nothing', { kind: 'status' }, { level: 'study', expected: 1, status: 204 }),
        subjects: ['1.2.3'],
      },
    ],
  });
  expectFinding(searchFindsExactly(json([]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      {
        ...breach('search-finds-nothing', at(''), { level: 'study', expected: 1, status: 200 }),
        subjects: ['1.2.3'],
      },
    ],
  });
  expectFinding(searchFindsExactly(exchange(), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-answer-not-json', { kind: 'exchange' }, { type: null, bytes: 0 })],
  });
  expectFinding(searchFindsExactly(json('[}'), ONE_STUDY), 'QIDO-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 2,
    remark: 'the body cannot be read as JSON: "}" is no value at byte 1',
  });
  expectFinding(searchFindsExactly(json([]), NOTHING_STORED), 'QIDO-001', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'nothing is stored that the search could find',
  });
  expectFinding(searchFindsExactly(failed('reset', 'x'), ONE_STUDY), 'QIDO-001', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'X.1: reset, x',
  });
});

test('QIDO-002: a product that does not claim relational search may refuse it', () => {
  const unclaimed = aProfile({ relationalSearch: 'no' });
  for (const status of [400, 404, 405, 501]) {
    expectFinding(searchFindsExactly(exchange({ status }), ONE_SERIES, unclaimed), 'QIDO-002', {
      verdict: 'incomplete',
      reason: 'not-claimed',
      assertions: 0,
      remark: `relational search is not claimed and was answered ${status}`,
    });
    assert.equal(searchFindsExactly(exchange({ status }), ONE_SERIES, aProfile()).verdict, 'fail');
    assert.equal(searchFindsExactly(exchange({ status }), ONE_STUDY, unclaimed).verdict, 'fail');
  }
  assert.equal(searchFindsExactly(exchange({ status: 500 }), ONE_SERIES, unclaimed).verdict, 'fail');
  assert.equal(searchFindsExactly(json([]), ONE_SERIES, unclaimed).verdict, 'fail');
});

test('QIDO-003: results are labelled application/dicom+json', () => {
  const where = { kind: 'header', name: 'Content-Type' } as const;
  const labelled = (type: string) => resultsAreDicomJson(json([STUDY_RESULT], { headers: [['Content-Type', type]] }));
  expectFinding(labelled(DICOM_JSON), 'QIDO-003', { assertions: 1 });
  expectFinding(labelled('application/json'), 'QIDO-003', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: 'application/json' })],
  });
  expectFinding(labelled('application/dicom'), 'QIDO-003', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: 'application/dicom' })],
  });
  expectFinding(resultsAreDicomJson(json([STUDY_RESULT], { headers: [] })), 'QIDO-003', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('json-labelled-otherwise', where, { type: null })],
  });
  for (const [answer, seen] of [
    [json([]), '200, 2 bytes of "application/dicom+json"'],
    [json([{}]), '200, 4 bytes of "application/dicom+json"'],
    [exchange(), '200, no body'],
    [exchange({ status: 204 }), '204, no body'],
    [exchange({ headers: [['Content-Type', 'text/html']], body: '<html>' }), '200, 6 bytes of "text/html"'],
    [json([STUDY_RESULT], { status: 500, body: 'x' }), '500, 1 byte of "application/dicom+json"'],
  ] as const) {
    expectFinding(resultsAreDicomJson(answer), 'QIDO-003', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: `no result to label: ${seen}`,
    });
  }
  assert.equal(resultsAreDicomJson(failed('reset', 'x')).reason, 'prerequisite-failed');
});

test('QIDO-005: the result is an array of objects', () => {
  expectFinding(resultsAreOneArray(json([STUDY_RESULT]), ONE_STUDY), 'QIDO-005', { assertions: 1 });
  const object = resultsAreOneArray(json({ '0020000D': attribute('UI', STUDY) }), ONE_STUDY);
  expectFinding(object, 'QIDO-005', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-results-not-array', at(''), { body: '{"0020000D":{"vr":"UI","Value":["1.2.3"]}}' })],
  });
  expectFinding(resultsAreOneArray(json([[STUDY_RESULT]]), ONE_STUDY), 'QIDO-005', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-result-not-data-set', at('/0'), {
        item: '[{"00080020":{"vr":"DA","Value":["20200922"]},"00080030":{"vr":"TM","Value":["120000"]},"00080050":{"vr":"SH"},"00080061…',
      }),
    ],
  });
  for (const [answer, expected] of [
    [json([]), ONE_STUDY],
    [exchange({ status: 204 }), ONE_STUDY],
    [json([STUDY_RESULT], { status: 404 }), ONE_STUDY],
    [json([STUDY_RESULT]), NOTHING_STORED],
  ] as const) {
    const finding = resultsAreOneArray(answer, expected);
    assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
    assert.match(finding.remark ?? '', /no match to look at: \d+, /);
  }
  assert.equal(resultsAreOneArray(failed('reset', 'x'), ONE_STUDY).remark, 'X.1: reset, x');
});

const TRUNCATED = { code: 'truncated', message: 'cut' } as const;
const TWIN = { ...json([STUDY_RESULT]), id: 'X.2' };
const withoutMatch = (notFound: Exchange, found: Exchange) =>
  searchWithoutMatchIsEmpty({ key: 'PatientID', found, notFound, expected: ONE_STUDY });

test('QIDO-006: no match is 204 without a body, or an empty list', () => {
  expectFinding(withoutMatch(exchange({ status: 204 }), TWIN), 'QIDO-006', { assertions: 2 });
  expectFinding(withoutMatch(json([]), TWIN), 'QIDO-006', { assertions: 2 });
  assert.deepEqual(withoutMatch(json([]), TWIN).exchanges, ['X.1', 'X.2']);
});

test('QIDO-006: anything else for no match fails', () => {
  const judged = (answer: ReturnType<typeof json>) => withoutMatch(answer, TWIN);
  for (const status of [404, 500, 206]) {
    expectFinding(judged(exchange({ status })), 'QIDO-006', {
      verdict: 'fail',
      assertions: 1,
      breaches: [breach('search-no-match-status', { kind: 'status' }, { status, expected: ['200', '204'] })],
    });
  }
  expectFinding(judged(exchange({ status: 204, body: 'abc' })), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-no-match-with-body', { kind: 'bytes', offset: 0 }, { bytes: 3 })],
  });
  expectFinding(judged(json([{}, foreign])), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-no-match-finds-others', at('/0'), { key: '', level: 'study', results: 2 })],
  });
  for (const [answer, body] of [
    [exchange(), ''],
    [json({}), '{}'],
    [json('['), '['],
  ] as const) {
    expectFinding(judged(answer), 'QIDO-006', {
      verdict: 'fail',
      assertions: 2,
      breaches: [breach('search-no-match-not-empty-list', { kind: 'exchange' }, { body })],
    });
  }
  assert.equal(judged(failed('reset', 'x')).reason, 'prerequisite-failed');
});

test('QIDO-006: a server that finds nothing at all has shown nothing', () => {
  for (const [twin, remark] of [
    [json([]), 'the same search with a known value (X.1) found nothing'],
    [exchange({ status: 204 }), 'the same search with a known value (X.1) found nothing'],
    [exchange({ status: 404 }), 'no search result: 404, no body'],
    [exchange(), 'no DICOM JSON in the answer: 200, no body'],
    [failed('reset', 'x'), 'X.1: reset, x'],
  ] as const) {
    const finding = withoutMatch(json([]), twin);
    assert.deepEqual([finding.verdict, finding.assertions, finding.remark], ['incomplete', 0, remark]);
  }
});

test('QIDO-006: what is found in the place of what was deleted was not asked for, unless the key was ignored before', () => {
  const stays = expectedSearch(ARCHIVE.slice(1), SERIES_OF_STUDY);
  const after = (...results: readonly unknown[]) => {
    const searched = json(results);
    const url = 'http://server/studies/1.2.3/series?SeriesInstanceUID=9';
    return searchForDeletedIsEmpty({ ...searched, request: { ...searched.request, url } }, TWIN, stays);
  };
  expectFinding(after(), 'QIDO-006', { assertions: 2 });
  expectFinding(after(REPORT_SERIES_RESULT), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('search-no-match-finds-others', at('/0'), { key: 'SeriesInstanceUID', level: 'series', results: 1 }),
    ],
  });
  const elsewhere = { ...stays, beyond: ['7'] };
  const other = json([{ '0020000E': attribute('UI', '7') }]);
  assert.equal(searchForDeletedIsEmpty(other, TWIN, elsewhere).breaches[0]?.code, 'search-ignores-path');
  assert.equal(searchForDeletedIsEmpty(json([]), json([]), stays).reason, 'prerequisite-failed');
  const ignoredBefore = json([SERIES_RESULT, REPORT_SERIES_RESULT]);
  assert.equal(searchForDeletedIsEmpty(other, ignoredBefore, stays).reason, 'prerequisite-failed');
  assert.equal(searchForDeletedIsEmpty(other, TWIN, stays, [json([])]).verdict, 'fail');
  assert.equal(searchForDeletedIsEmpty(other, TWIN, stays, [other]).reason, 'prerequisite-failed');
});

test('QIDO-007: a search below an unknown study may be not found as well', () => {
  expectFinding(searchBelowUnknownStudyIsEmpty(exchange({ status: 404 }), TWIN), 'QIDO-007', { assertions: 1 });
  expectFinding(searchBelowUnknownStudyIsEmpty(json([]), TWIN), 'QIDO-007', { assertions: 2 });
  assert.equal(searchBelowUnknownStudyIsEmpty(json([foreign]), TWIN).verdict, 'fail');
  expectFinding(searchBelowUnknownStudyIsEmpty(exchange({ status: 500 }), TWIN), 'QIDO-007', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-below-unknown-fails', { kind: 'status' }, { status: 500, expected: ['200', '204', '404'] }),
    ],
  });
  for (const cut of [failed('reset', 'x'), { ...exchange({ status: 404 }), failure: TRUNCATED }]) {
    assert.equal(searchBelowUnknownStudyIsEmpty(cut, TWIN).reason, 'prerequisite-failed');
  }
  assert.equal(searchBelowUnknownStudyIsEmpty(exchange({ status: 404 }), json([])).reason, 'prerequisite-failed');
});

test('QIDO-001 and -002: below another path nothing is found, or no such resource', () => {
  const search = { key: 'SeriesInstanceUID', found: json([SERIES_RESULT], { id: 'X.2' }), notFound: json([]) };
  const below = (answer: Exchange) => pathSelects(answer, { ...search, expected: TWO_SERIES });
  assert.equal(below(json([])).claim, 'finds nothing of it below another path');
  expectFinding(below(json([])), 'QIDO-001', { assertions: 2 });
  expectFinding(below(exchange({ status: 204 })), 'QIDO-001', { assertions: 2 });
  expectFinding(below(exchange({ status: 404 })), 'QIDO-001', { assertions: 1 });
  expectFinding(below(json([SERIES_RESULT])), 'QIDO-001', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-ignores-path', at('/0'), { level: 'study', results: 1 })],
  });
  assert.equal(below(exchange({ status: 500 })).verdict, 'fail');
  assert.equal(pathSelects(json([]), { ...search, expected: ONE_SERIES }).requirement, 'QIDO-002');
  const unfound = { ...search, found: json([]), expected: TWO_SERIES };
  assert.equal(pathSelects(exchange({ status: 404 }), unfound).reason, 'prerequisite-failed');
  const other = json([{ '0020000E': attribute('UI', '7') }]);
  assert.equal(below(other).breaches[0]?.code, 'search-no-match-finds-others');
  const ignored = { ...search, notFound: search.found, expected: TWO_SERIES };
  assert.equal(pathSelects(other, ignored).reason, 'prerequisite-failed');
});
