import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  keySelects,
  pathSelects,
  resultsAreDicomJson,
  resultsAreOneArray,
  searchBelowUnknownStudyIsEmpty,
  searchFindsExactly,
  searchWithoutMatchIsEmpty,
} from '../../../lib/judges/search/matches.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, DICOM_JSON, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile, deviating } from '../profiles.ts';
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
  assert.deepEqual([finding.verdict, finding.violationCount], ['fail', 1]);
  assert.equal(finding.violations[0]?.expected, '1 result');
  assert.match(finding.violations[0]?.actual ?? '', /: more than the 1000000 values that the harness reads$/);
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
    violations: [{ expected: 'one result for the series 1.2.3.5', actual: 'none among 1 result', where: at('') }],
  });
  expectFinding(searchFindsExactly(json([STUDY_RESULT, STUDY_RESULT]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 5,
    violations: [{ expected: 'one result for the study 1.2.3', actual: '2 of them', where: at('') }],
  });
  expectFinding(searchFindsExactly(json([foreign, STUDY_RESULT, {}]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 6,
    violations: [
      { expected: 'only 1 result, that the search asks for', actual: 'the study "9" as well', where: at('/0') },
      {
        expected: 'only 1 result, that the search asks for',
        actual: 'a result without UID of the study',
        where: at('/2'),
      },
    ],
  });
});

test('QIDO-001: no list where something is stored fails', () => {
  for (const status of [404, 405, 501, 500]) {
    expectFinding(searchFindsExactly(exchange({ status }), ONE_STUDY), 'QIDO-001', {
      verdict: 'fail',
      assertions: 1,
      violations: [{ expected: 'status 200', actual: String(status), where: { kind: 'status' } }],
    });
  }
  expectFinding(searchFindsExactly(exchange({ status: 204 }), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 1,
    violations: [{ expected: '1 result', actual: 'none: 204', where: { kind: 'status' } }],
  });
  expectFinding(searchFindsExactly(json([]), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 3,
    violations: [{ expected: 'one result for the study 1.2.3', actual: 'none among 0 results', where: at('') }],
  });
  expectFinding(searchFindsExactly(exchange(), ONE_STUDY), 'QIDO-001', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'search results in DICOM JSON', actual: '200, no body', where: { kind: 'exchange' } }],
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
    violations: [{ expected: DICOM_JSON, actual: '"application/json"', where }],
  });
  expectFinding(labelled('application/dicom'), 'QIDO-003', {
    verdict: 'fail',
    assertions: 1,
    violations: [{ expected: DICOM_JSON, actual: '"application/dicom"', where }],
  });
  expectFinding(resultsAreDicomJson(json([STUDY_RESULT], { headers: [] })), 'QIDO-003', {
    verdict: 'fail',
    assertions: 1,
    violations: [{ expected: DICOM_JSON, actual: 'no media type', where }],
  });
  for (const [answer, seen] of [
    [json([]), '200, 2 bytes of "application/dicom+json"'],
    [json([{}]), '200, 4 bytes of "application/dicom+json"'],
    [exchange(), '200, no body'],
    [exchange({ status: 204 }), '204, no body'],
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
    violations: [
      {
        expected: 'one array at the top with a data set for each match',
        actual: '{"0020000D":{"vr":"UI","Value":["1.2.3"]}}',
        where: at(''),
      },
    ],
  });
  expectFinding(resultsAreOneArray(json([[STUDY_RESULT]]), ONE_STUDY), 'QIDO-005', {
    verdict: 'fail',
    assertions: 1,
    violations: [
      {
        expected: 'a data set object as array element',
        actual: resultsAreOneArray(json([[STUDY_RESULT]]), ONE_STUDY).violations[0]?.actual ?? '',
        where: at('/0'),
      },
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

test('QIDO-006: no match is 204 without a body, or an empty list', () => {
  expectFinding(searchWithoutMatchIsEmpty(exchange({ status: 204 }), TWIN), 'QIDO-006', { assertions: 2 });
  expectFinding(searchWithoutMatchIsEmpty(json([]), TWIN), 'QIDO-006', { assertions: 2 });
  assert.deepEqual(searchWithoutMatchIsEmpty(json([]), TWIN).exchanges, ['X.1', 'X.2']);
});

test('QIDO-006: anything else for no match fails', () => {
  const judged = (answer: ReturnType<typeof json>) => searchWithoutMatchIsEmpty(answer, TWIN);
  for (const status of [404, 500, 206]) {
    expectFinding(judged(exchange({ status })), 'QIDO-006', {
      verdict: 'fail',
      assertions: 1,
      violations: [{ expected: 'status 200 or 204', actual: String(status), where: { kind: 'status' } }],
    });
  }
  expectFinding(judged(exchange({ status: 204, body: 'abc' })), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'no body after 204', actual: '3 bytes', where: { kind: 'bytes', offset: 0 } }],
  });
  expectFinding(judged(json([{}, foreign])), 'QIDO-006', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'an empty list, []', actual: '2 results', where: at('/0') }],
  });
  for (const [answer, seen] of [
    [exchange(), '200, no body'],
    [json({}), '200, 2 bytes of "application/dicom+json"'],
    [json('['), '200, 1 byte of "application/dicom+json"'],
  ] as const) {
    expectFinding(judged(answer), 'QIDO-006', {
      verdict: 'fail',
      assertions: 2,
      violations: [{ expected: 'an empty list, []', actual: seen, where: { kind: 'exchange' } }],
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
    const finding = searchWithoutMatchIsEmpty(json([]), twin);
    assert.deepEqual([finding.verdict, finding.assertions, finding.remark], ['incomplete', 0, remark]);
  }
});

test('QIDO-007: a search below an unknown study may be not found as well', () => {
  expectFinding(searchBelowUnknownStudyIsEmpty(exchange({ status: 404 }), TWIN), 'QIDO-007', { assertions: 1 });
  expectFinding(searchBelowUnknownStudyIsEmpty(json([]), TWIN), 'QIDO-007', { assertions: 2 });
  assert.equal(searchBelowUnknownStudyIsEmpty(json([foreign]), TWIN).verdict, 'fail');
  expectFinding(searchBelowUnknownStudyIsEmpty(exchange({ status: 500 }), TWIN), 'QIDO-007', {
    verdict: 'fail',
    assertions: 1,
    violations: [{ expected: 'status 200 or 204 or 404', actual: '500', where: { kind: 'status' } }],
  });
  for (const cut of [failed('reset', 'x'), { ...exchange({ status: 404 }), failure: TRUNCATED }]) {
    assert.equal(searchBelowUnknownStudyIsEmpty(cut, TWIN).reason, 'prerequisite-failed');
  }
  assert.equal(searchBelowUnknownStudyIsEmpty(exchange({ status: 404 }), json([])).reason, 'prerequisite-failed');
});

test('QIDO-001 and -002: below another path nothing is found, or no such resource', () => {
  const below = (answer: Exchange) => pathSelects(answer, TWIN, TWO_SERIES);
  assert.equal(below(json([])).claim, 'finds nothing of it below another path');
  expectFinding(below(json([])), 'QIDO-001', { assertions: 2 });
  expectFinding(below(exchange({ status: 204 })), 'QIDO-001', { assertions: 2 });
  expectFinding(below(exchange({ status: 404 })), 'QIDO-001', { assertions: 1 });
  expectFinding(below(json([SERIES_RESULT])), 'QIDO-001', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'an empty list, []', actual: '1 result', where: at('/0') }],
  });
  assert.equal(below(exchange({ status: 500 })).verdict, 'fail');
  assert.equal(pathSelects(json([]), TWIN, ONE_SERIES).requirement, 'QIDO-002');
  assert.equal(pathSelects(exchange({ status: 404 }), json([]), TWO_SERIES).reason, 'prerequisite-failed');
});

test('QIDO-010 and others: a key selects what has its value', () => {
  const search = { key: 'SeriesInstanceUID', found: TWIN, expected: ONE_STUDY, notFound: json([]) };
  const finding = keySelects('QIDO-010', search);
  expectFinding(finding, 'QIDO-010', { assertions: 6 });
  assert.equal(finding.claim, 'selects by SeriesInstanceUID');
  assert.deepEqual(finding.exchanges, ['X.2', 'X.1']);
  expectFinding(keySelects('QIDO-011', { ...search, notFound: json([foreign]) }), 'QIDO-011', {
    verdict: 'fail',
    assertions: 6,
    violations: [{ expected: 'an empty list, []', actual: '1 result', where: at('/0') }],
  });
  const ignored = keySelects('QIDO-013', { ...search, found: json([STUDY_RESULT, foreign]) });
  expectFinding(ignored, 'QIDO-013', {
    verdict: 'fail',
    assertions: 5,
    violations: [
      { expected: 'only 1 result, that the search asks for', actual: 'the study "9" as well', where: at('/1') },
    ],
    remark: 'a value that is stored (X.1) does not find what has it',
  });
  const nothing = keySelects('QIDO-014', { ...search, expected: NOTHING_STORED });
  assert.deepEqual([nothing.verdict, nothing.reason, nothing.assertions], ['incomplete', 'not-exercised', 0]);
  assert.equal(keySelects('QIDO-010', { ...search, found: json([]) }).verdict, 'fail');
});

test('QIDO-014: a server without relational search is warned of, and by no other key', () => {
  const search = { key: 'StudyInstanceUID', found: TWIN, expected: ONE_STUDY, notFound: json([]) };
  expectFinding(keySelects('QIDO-014', search), 'QIDO-014', { assertions: 6 });
  for (const status of [404, 501]) {
    const refused = { ...search, found: exchange({ status }) };
    expectFinding(keySelects('QIDO-014', refused), 'QIDO-014', {
      verdict: 'warn',
      assertions: 1,
      violations: [{ expected: 'status 200', actual: String(status), where: { kind: 'status' } }],
      remark: `${status}: no relational search; a value that is stored (X.1) does not find what has it`,
    });
    assert.equal(keySelects('QIDO-012', refused).verdict, 'fail');
  }
});

test('a key is not judged by what it does not find, unless it found what it should', () => {
  const search = { key: 'StudyInstanceUID', expected: ONE_STUDY, notFound: json([foreign], { id: 'N' }) };
  const skipped = 'a value that is stored (X.1) does not find what has it';
  for (const [found, assertions] of [
    [exchange({ status: 204 }), 1],
    [exchange({ status: 500 }), 1],
    [exchange({ body: 'no JSON' }), 2],
    [json('[{'), 2],
    [json([]), 3],
    [json([STUDY_RESULT, STUDY_RESULT]), 5],
  ] as const) {
    const finding = keySelects('QIDO-010', { ...search, found });
    assert.equal(finding.assertions, assertions, finding.remark);
    assert.ok(finding.remark?.endsWith(skipped), finding.remark);
  }
  const silent = keySelects('QIDO-010', { ...search, found: failed('reset', 'x') });
  expectFinding(silent, 'QIDO-010', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: `X.1: reset, x; ${skipped}`,
  });
  const nothing = keySelects('QIDO-010', { ...search, found: json([]), expected: NOTHING_STORED });
  expectFinding(nothing, 'QIDO-010', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: `nothing is stored that the search could find; ${skipped}`,
  });
});

test('a product may document that it refuses a key or finds nothing by it, and not that it finds something else', () => {
  const search = { key: 'wildcards', expected: ONE_STUDY, notFound: json([]) };
  const profile = deviating('QIDO-044', 'Wildcards are taken literally.');
  for (const found of [exchange({ status: 400 }), exchange({ status: 204 }), json([])]) {
    expectFinding(keySelects('QIDO-044', { ...search, found }, profile), 'QIDO-044', {
      verdict: 'info',
      assertions: 1,
      remark: 'Wildcards are taken literally.',
    });
    assert.equal(keySelects('QIDO-044', { ...search, found }, aProfile()).verdict, 'fail');
    assert.equal(keySelects('QIDO-042', { ...search, found }, profile).verdict, 'fail');
  }
  const refusals = [exchange({ status: 500 }), json([], { status: 500 })];
  for (const found of [json([foreign]), ...refusals, exchange({ body: 'no JSON' }), json({})]) {
    assert.equal(keySelects('QIDO-044', { ...search, found }, profile).verdict, 'fail');
  }
  assert.equal(keySelects('QIDO-044', { ...search, found: TWIN }, profile).verdict, 'pass');
  for (const found of [failed('reset', 'x'), { ...exchange({ status: 400 }), failure: TRUNCATED }]) {
    assert.equal(keySelects('QIDO-044', { ...search, found }, profile).verdict, 'incomplete');
  }
});

test('one entity in the place of another is neither found nor asked for', () => {
  const two = json([REPORT_SERIES_RESULT, REPORT_SERIES_RESULT]);
  const finding = keySelects('QIDO-011', { key: 'Modality', found: two, expected: TWO_SERIES, notFound: json([]) });
  assert.deepEqual([finding.verdict, finding.violationCount, finding.assertions], ['fail', 2, 6]);
  assert.match(finding.remark ?? '', /does not find what has it$/);
});
