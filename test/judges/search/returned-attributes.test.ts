import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  countsAreRight,
  resultsHaveParentAttributes,
  resultsHaveRequiredAttributes,
} from '../../../lib/judges/search/returned-attributes.ts';
import { str } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import {
  ALL_INSTANCES,
  ALL_SERIES,
  ARCHIVE,
  IMAGE_1,
  IMAGE_2,
  INSTANCES_OF_SERIES,
  INSTANCES_OF_STUDY,
  imageResult,
  REPORT_SERIES_RESULT,
  SERIES_ATTRIBUTES,
  SERIES_OF_STUDY,
  SERIES_RESULT,
  STUDIES,
  STUDY_ATTRIBUTES,
  STUDY_RESULT,
} from '../searches.ts';

const STUDY_SEARCH = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const SERIES_SEARCH = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const IMAGE_SEARCH = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES);

const UNKNOWN = {
  verdict: 'incomplete',
  reason: 'prerequisite-failed',
  assertions: 0,
  remark: 'no result is about an entity that is known',
} as const;

const without = (result: Record<string, unknown>, ...tags: readonly string[]) =>
  Object.fromEntries(Object.entries(result).filter(([tag]) => !tags.includes(tag)));

test('complete results pass at every level', () => {
  const study = resultsHaveRequiredAttributes(json([STUDY_RESULT]), STUDY_SEARCH);
  expectFinding(study, 'QIDO-020', { assertions: 13 });
  assert.equal(study.claim, 'returns the required attributes of each study with the stored values');
  const series = resultsHaveRequiredAttributes(json([SERIES_RESULT, REPORT_SERIES_RESULT]), SERIES_SEARCH);
  expectFinding(series, 'QIDO-025', { assertions: 8 });
  const images = json([imageResult(IMAGE_1, 1), imageResult(IMAGE_2, 2)]);
  expectFinding(resultsHaveRequiredAttributes(images, IMAGE_SEARCH), 'QIDO-027', { assertions: 6 });
});

test('answers without a known entity show nothing', () => {
  for (const answer of [
    json([]),
    json([{}]),
    json([{ '0020000D': attribute('UI', '9') }]),
    exchange({ status: 204 }),
  ]) {
    expectFinding(resultsHaveRequiredAttributes(answer, STUDY_SEARCH), 'QIDO-020', UNKNOWN);
    expectFinding(countsAreRight(answer, STUDY_SEARCH), 'QIDO-024', UNKNOWN);
    assert.equal(resultsHaveParentAttributes(answer, STUDY_SEARCH).verdict, 'incomplete');
  }
  expectFinding(resultsHaveRequiredAttributes(exchange({ status: 404 }), STUDY_SEARCH), 'QIDO-020', {
    ...UNKNOWN,
    remark: 'no search result: 404, no body; no result is about an entity that is known'.split('; ')[0] ?? '',
  });
  assert.equal(resultsHaveRequiredAttributes(failed('reset', 'x'), STUDY_SEARCH).remark, 'X.1: reset, x');
});

test('QIDO-020: a known value has to be there and right', () => {
  const { '00100020': patientId, ...rest } = STUDY_RESULT;
  expectFinding(resultsHaveRequiredAttributes(json([rest]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    breaches: [breach('search-attribute-missing', at('/0/00100020'), { tag: '00100020', level: 'study' })],
  });
  assert.deepEqual(patientId, attribute('LO', 'ID1'));
  const wrong = { ...STUDY_RESULT, '00100020': attribute('LO', 'ID2'), '00080050': attribute('SH', 'A') };
  expectFinding(resultsHaveRequiredAttributes(json([wrong]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    breaches: [
      breach('search-value-differs', at('/0/00080050'), {
        tag: '00080050',
        level: 'study',
        expected: '',
        actual: '"A"',
      }),
      breach('search-value-differs', at('/0/00100020/Value/0'), {
        tag: '00100020',
        level: 'study',
        expected: '"ID1"',
        actual: '"ID2"',
      }),
    ],
  });
  const lost = { ...STUDY_RESULT, '00100020': attribute('LO') };
  expectFinding(resultsHaveRequiredAttributes(json([lost]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    breaches: [
      breach('search-attribute-without-value', at('/0/00100020'), {
        tag: '00100020',
        level: 'study',
        expected: '"ID1"',
      }),
    ],
  });
});

test('QIDO-020: an attribute that is empty or unknown may be left out with a warning', () => {
  expectFinding(resultsHaveRequiredAttributes(json([without(STUDY_RESULT, '00080050')]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'warn',
    assertions: 13,
    breaches: [breach('search-empty-attribute-missing', at('/0/00080050'), { tag: '00080050', level: 'study' })],
  });
  const bare = expectedSearch([anInstance()], STUDIES);
  const result = { '0020000D': attribute('UI', STUDY), '00201206': attribute('IS', 1), '00201208': attribute('IS', 1) };
  const finding = resultsHaveRequiredAttributes(json([{ ...result, '00100020': attribute('LO') }]), bare);
  assert.deepEqual([finding.verdict, finding.breachCount], ['warn', 9]);
  const last = finding.breaches.at(-1);
  assert.deepEqual([last?.code, last?.parameters.tag], ['search-empty-attribute-missing', '00080061']);
  const invented = resultsHaveRequiredAttributes(json([{ ...result, '00100020': attribute('LO', 'x') }]), bare);
  assert.deepEqual(invented.breaches[5], {
    code: 'search-value-differs',
    grade: 'fail',
    parameters: { tag: '00100020', level: 'study', expected: '', actual: '"x"' },
    where: at('/0/00100020'),
    exchange: 'X.1',
  });
  assert.equal(invented.verdict, 'fail');
});

test('QIDO-020: any of several stored values is right, a rounded number as well', () => {
  const two = [
    anInstance([str('00100020', 'LO', 'A'), str('00200010', 'SH', 'x')], { instance: '1.1' }),
    anInstance([str('00100020', 'LO', 'B')], { instance: '1.2' }),
  ];
  const search = expectedSearch(two, STUDIES);
  const of = (id: string) => {
    const result = { ...STUDY_RESULT, '00100020': attribute('LO', id), '00200010': attribute('SH', 'x') };
    const finding = resultsHaveRequiredAttributes(json([result]), search);
    return finding.breaches.flatMap(({ code, where, parameters }) =>
      parameters.tag === '00100020' ? [{ code, where, actual: parameters.actual }] : [],
    );
  };
  assert.deepEqual([of('A'), of('B')], [[], []]);
  assert.deepEqual(of('C'), [{ code: 'search-value-differs', where: at('/0/00100020/Value/0'), actual: '"C"' }]);
});

test('QIDO-020: counts have to be there; whether they are right is for QIDO-024', () => {
  const counts = { '00201206': attribute('IS', 7), '00201208': attribute('IS', 8), '00080061': attribute('CS', 'XX') };
  expectFinding(resultsHaveRequiredAttributes(json([{ ...STUDY_RESULT, ...counts }]), STUDY_SEARCH), 'QIDO-020', {
    assertions: 13,
  });
  expectFinding(
    resultsHaveRequiredAttributes(json([{ ...STUDY_RESULT, '00201206': attribute('IS') }]), STUDY_SEARCH),
    'QIDO-020',
    {
      verdict: 'fail',
      assertions: 13,
      breaches: [
        breach('search-attribute-without-value', at('/0/00201206'), { tag: '00201206', level: 'study', expected: '2' }),
      ],
    },
  );
  expectFinding(resultsHaveRequiredAttributes(json([without(STUDY_RESULT, '00201208')]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    breaches: [breach('search-attribute-missing', at('/0/00201208'), { tag: '00201208', level: 'study' })],
  });
});

test('QIDO-020: a profile excuses what is left out, never the UID or what is wrong', () => {
  const profile = deviating('QIDO-020', 'Fewer by default.');
  const few = json([without(STUDY_RESULT, '00100020', '00201206', '00080050')]);
  expectFinding(resultsHaveRequiredAttributes(few, STUDY_SEARCH, profile), 'QIDO-020', {
    verdict: 'info',
    assertions: 11,
    remark:
      'Fewer by default. Left out: AccessionNumber (0008,0050), PatientID (0010,0020), NumberOfStudyRelatedSeries (0020,1206)',
  });
  const wrong = json([{ ...STUDY_RESULT, '00100020': attribute('LO', 'x') }]);
  assert.equal(resultsHaveRequiredAttributes(wrong, STUDY_SEARCH, profile).verdict, 'fail');
  expectFinding(resultsHaveRequiredAttributes(json([STUDY_RESULT]), STUDY_SEARCH, profile), 'QIDO-020', {
    assertions: 13,
  });
});

test('QIDO-025: the count of a series is compared', () => {
  const answer = (count: unknown) => json([{ ...SERIES_RESULT, '00201209': count }]);
  expectFinding(resultsHaveRequiredAttributes(answer(attribute('IS', 3)), SERIES_SEARCH), 'QIDO-025', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('search-count-differs', at('/0/00201209'), {
        tag: '00201209',
        level: 'series',
        expected: '2',
        actual: '3',
      }),
    ],
  });
  expectFinding(resultsHaveRequiredAttributes(answer(attribute('IS')), SERIES_SEARCH), 'QIDO-025', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('search-attribute-without-value', at('/0/00201209'), { tag: '00201209', level: 'series', expected: '2' }),
    ],
  });
  for (const right of [attribute('IS', 2), attribute('IS', '2'), attribute('IS', ' 2 ')]) {
    assert.equal(resultsHaveRequiredAttributes(answer(right), SERIES_SEARCH).verdict, 'pass');
  }
  const decimal = json(JSON.stringify([{ ...SERIES_RESULT, '00201209': attribute('IS', 77) }]).replace('77', '2.0'));
  assert.equal(resultsHaveRequiredAttributes(decimal, SERIES_SEARCH).verdict, 'pass');
  assert.equal(
    resultsHaveRequiredAttributes(answer(attribute('IS', true)), SERIES_SEARCH).breaches[0]?.parameters.actual,
    'true',
  );
});

test('QIDO-027: the UIDs of instances have to be right', () => {
  const wrong = { ...imageResult(IMAGE_1, 1), '00080016': attribute('UI', '1.2'), '00200013': attribute('IS', 9) };
  expectFinding(resultsHaveRequiredAttributes(json([wrong]), IMAGE_SEARCH), 'QIDO-027', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      breach('search-value-differs', at('/0/00080016/Value/0'), {
        tag: '00080016',
        level: 'instance',
        expected: '"1.2.840.10008.5.1.4.1.1.7"',
        actual: '"1.2"',
      }),
      breach('search-value-differs', at('/0/00200013/Value/0'), {
        tag: '00200013',
        level: 'instance',
        expected: '"1"',
        actual: '9',
      }),
    ],
  });
});

test('QIDO-024: counts and modalities are those of what is stored', () => {
  const finding = countsAreRight(json([STUDY_RESULT]), STUDY_SEARCH);
  expectFinding(finding, 'QIDO-024', { assertions: 3 });
  assert.equal(finding.claim, 'counts the series, instances and modalities of each study');
  const stale = { '00201206': attribute('IS', 1), '00201208': attribute('IS', 2), '00080061': attribute('CS', 'CT') };
  expectFinding(countsAreRight(json([{ ...STUDY_RESULT, ...stale }]), STUDY_SEARCH), 'QIDO-024', {
    verdict: 'fail',
    assertions: 3,
    breaches: [
      breach('search-modalities-differ', at('/0/00080061'), { expected: ['CT', 'SR'], actual: ['CT'] }),
      {
        ...breach('search-count-too-small', at('/0/00201206'), {
          tag: '00201206',
          level: 'study',
          expected: '2',
          actual: '1',
        }),
        subjects: [STUDY],
      },
      {
        ...breach('search-count-too-small', at('/0/00201208'), {
          tag: '00201208',
          level: 'study',
          expected: '3',
          actual: '2',
        }),
        subjects: [STUDY],
      },
    ],
  });
  const absent = countsAreRight(json([{ '0020000D': attribute('UI', STUDY) }]), STUDY_SEARCH);
  expectFinding(absent, 'QIDO-024', { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 });
});

const SERIES_RELATIONAL = expectedSearch(ARCHIVE, ALL_SERIES, [['SeriesInstanceUID', SERIES]]);
const IMAGE_RELATIONAL = expectedSearch(ARCHIVE, ALL_INSTANCES, [['SOPInstanceUID', IMAGE_1]]);
const IMAGE_OF_STUDY = expectedSearch(ARCHIVE, INSTANCES_OF_STUDY, [['SOPInstanceUID', IMAGE_1]]);

test('QIDO-029: relational results carry the levels that the path leaves open', () => {
  const series = json([{ ...STUDY_ATTRIBUTES, ...SERIES_RESULT }]);
  const finding = resultsHaveParentAttributes(series, SERIES_RELATIONAL);
  expectFinding(finding, 'QIDO-029', { assertions: 13 });
  assert.equal(finding.claim, 'returns the attributes of the levels above in relational results');
  const image = json([{ ...STUDY_ATTRIBUTES, ...SERIES_ATTRIBUTES, ...imageResult(IMAGE_1, 1) }]);
  expectFinding(resultsHaveParentAttributes(image, IMAGE_RELATIONAL), 'QIDO-029', { assertions: 17 });
  expectFinding(resultsHaveParentAttributes(image, IMAGE_OF_STUDY), 'QIDO-029', { assertions: 4 });
  const nothing = { verdict: 'incomplete', reason: 'not-exercised', assertions: 0 } as const;
  expectFinding(resultsHaveParentAttributes(json([SERIES_RESULT]), SERIES_SEARCH), 'QIDO-029', nothing);
  expectFinding(resultsHaveParentAttributes(json([imageResult(IMAGE_1, 1)]), IMAGE_SEARCH), 'QIDO-029', nothing);
  expectFinding(resultsHaveParentAttributes(json([STUDY_RESULT]), STUDY_SEARCH), 'QIDO-029', nothing);
});

test('QIDO-029: parents without their attributes are a warning, without their UID a failure', () => {
  const uids = { '0020000D': attribute('UI', STUDY), '0020000E': attribute('UI', SERIES) };
  const image = { ...uids, ...imageResult(IMAGE_1, 1) };
  const poor = resultsHaveParentAttributes(json([image]), IMAGE_RELATIONAL);
  assert.deepEqual([poor.verdict, poor.breachCount, poor.assertions], ['warn', 15, 17]);
  assert.deepEqual([...new Set(poor.breaches.map(({ code }) => code))], ['search-lacks-parent-attributes']);
  assert.deepEqual(poor.breaches[0]?.parameters, { tag: '00080020', level: 'instance', parent: 'study' });
  expectFinding(resultsHaveParentAttributes(json([without(image, '0020000E')]), IMAGE_OF_STUDY), 'QIDO-029', {
    verdict: 'fail',
    assertions: 4,
    breaches: [
      breach('search-lacks-parent-attributes', at('/0/00080060'), {
        tag: '00080060',
        level: 'instance',
        parent: 'series',
      }),
      breach('search-attribute-missing', at('/0/0020000E'), { tag: '0020000E', level: 'series' }),
      breach('search-lacks-parent-attributes', at('/0/00200011'), {
        tag: '00200011',
        level: 'instance',
        parent: 'series',
      }),
      breach('search-lacks-parent-attributes', at('/0/00201209'), {
        tag: '00201209',
        level: 'instance',
        parent: 'series',
      }),
    ],
  });
  const wrong = json([{ ...image, ...SERIES_ATTRIBUTES, '00080060': attribute('CS', 'MR') }]);
  assert.equal(resultsHaveParentAttributes(wrong, IMAGE_OF_STUDY).verdict, 'fail');
  const excused = resultsHaveParentAttributes(
    json([without(image, '0020000E')]),
    IMAGE_OF_STUDY,
    deviating('QIDO-029'),
  );
  assert.deepEqual([excused.verdict, excused.breachCount], ['fail', 1]);
  assert.equal(resultsHaveParentAttributes(json([image]), IMAGE_OF_STUDY, deviating('QIDO-029')).verdict, 'info');
});

test('QIDO-029: a result without any attribute of its study was not joined with it; one of them shows that it was', () => {
  const expected = expectedSearch(ARCHIVE, ALL_SERIES, [['SeriesInstanceUID', SERIES]]);
  const codes = (more: object) =>
    resultsHaveParentAttributes(json([{ ...SERIES_RESULT, '0020000D': attribute('UI', STUDY), ...more }]), expected)
      .breaches.map(({ code }) => code)
      .filter((code) => code === 'search-lacks-parent-attributes').length;
  assert.ok(codes({}) > 0);
  assert.ok(codes({ '00201206': attribute('IS', 2) }) > 0, 'a count is made without joining');
  assert.equal(codes({ '00100010': attribute('PN', { Alphabetic: 'Anony^Mous' }) }), 0);
});
