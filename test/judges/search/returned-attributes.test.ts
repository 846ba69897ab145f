import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import {
  countsAreRight,
  resultsHaveKnownAttributes,
  resultsHaveParentAttributes,
  resultsHaveRequiredAttributes,
} from '../../../lib/judges/search/returned-attributes.ts';
import { seq, str } from '../dicom-bytes.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile, deviating } from '../profiles.ts';
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
    violations: [{ expected: 'PatientID (0010,0020)', actual: 'the attribute is left out', where: at('/0/00100020') }],
  });
  assert.deepEqual(patientId, attribute('LO', 'ID1'));
  const wrong = { ...STUDY_RESULT, '00100020': attribute('LO', 'ID2'), '00080050': attribute('SH', 'A') };
  expectFinding(resultsHaveRequiredAttributes(json([wrong]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    violations: [
      { expected: 'AccessionNumber (0008,0050) no value', actual: '"A"', where: at('/0/00080050') },
      { expected: 'PatientID (0010,0020) "ID1"', actual: '"ID2"', where: at('/0/00100020/Value/0') },
    ],
  });
  const lost = { ...STUDY_RESULT, '00100020': attribute('LO') };
  expectFinding(resultsHaveRequiredAttributes(json([lost]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    violations: [{ expected: 'PatientID (0010,0020) "ID1"', actual: 'no value', where: at('/0/00100020') }],
  });
});

test('QIDO-020: an attribute that is empty or unknown may be left out with a warning', () => {
  expectFinding(resultsHaveRequiredAttributes(json([without(STUDY_RESULT, '00080050')]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'warn',
    assertions: 13,
    violations: [
      {
        expected: 'AccessionNumber (0008,0050), with its vr alone',
        actual: 'the attribute is left out',
        where: at('/0/00080050'),
      },
    ],
  });
  const bare = expectedSearch([anInstance()], STUDIES);
  const result = { '0020000D': attribute('UI', STUDY), '00201206': attribute('IS', 1), '00201208': attribute('IS', 1) };
  const finding = resultsHaveRequiredAttributes(json([{ ...result, '00100020': attribute('LO') }]), bare);
  assert.deepEqual([finding.verdict, finding.violationCount], ['warn', 9]);
  assert.equal(finding.violations.at(-1)?.expected, 'ModalitiesInStudy (0008,0061), with its vr alone');
  const invented = resultsHaveRequiredAttributes(json([{ ...result, '00100020': attribute('LO', 'x') }]), bare);
  assert.deepEqual(invented.violations[5], {
    expected: 'PatientID (0010,0020) no value',
    actual: '"x"',
    where: at('/0/00100020'),
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
    return finding.violations.filter(({ expected }) => expected.startsWith('PatientID'));
  };
  assert.deepEqual([of('A'), of('B')], [[], []]);
  assert.deepEqual(of('C'), [
    { expected: 'PatientID (0010,0020) "A"', actual: '"C"', where: at('/0/00100020/Value/0') },
  ]);
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
      violations: [
        {
          expected: 'a value for NumberOfStudyRelatedSeries (0020,1206)',
          actual: '{"vr":"IS"}',
          where: at('/0/00201206'),
        },
      ],
    },
  );
  expectFinding(resultsHaveRequiredAttributes(json([without(STUDY_RESULT, '00201208')]), STUDY_SEARCH), 'QIDO-020', {
    verdict: 'fail',
    assertions: 13,
    violations: [
      {
        expected: 'NumberOfStudyRelatedInstances (0020,1208)',
        actual: 'the attribute is left out',
        where: at('/0/00201208'),
      },
    ],
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
  const where = at('/0/00201209');
  expectFinding(resultsHaveRequiredAttributes(answer(attribute('IS', 3)), SERIES_SEARCH), 'QIDO-025', {
    verdict: 'fail',
    assertions: 4,
    violations: [{ expected: 'NumberOfSeriesRelatedInstances (0020,1209) 2', actual: '3', where }],
  });
  expectFinding(resultsHaveRequiredAttributes(answer(attribute('IS')), SERIES_SEARCH), 'QIDO-025', {
    verdict: 'fail',
    assertions: 4,
    violations: [{ expected: 'NumberOfSeriesRelatedInstances (0020,1209) 2', actual: 'no value', where }],
  });
  for (const right of [attribute('IS', 2), attribute('IS', '2'), attribute('IS', ' 2 ')]) {
    assert.equal(resultsHaveRequiredAttributes(answer(right), SERIES_SEARCH).verdict, 'pass');
  }
  const decimal = json(JSON.stringify([{ ...SERIES_RESULT, '00201209': attribute('IS', 77) }]).replace('77', '2.0'));
  assert.equal(resultsHaveRequiredAttributes(decimal, SERIES_SEARCH).verdict, 'pass');
  assert.equal(
    resultsHaveRequiredAttributes(answer(attribute('IS', true)), SERIES_SEARCH).violations[0]?.actual,
    'true',
  );
});

test('QIDO-027: the UIDs of instances have to be right', () => {
  const wrong = { ...imageResult(IMAGE_1, 1), '00080016': attribute('UI', '1.2'), '00200013': attribute('IS', 9) };
  expectFinding(resultsHaveRequiredAttributes(json([wrong]), IMAGE_SEARCH), 'QIDO-027', {
    verdict: 'fail',
    assertions: 3,
    violations: [
      {
        expected: 'SOPClassUID (0008,0016) "1.2.840.10008.5.1.4.1.1.7"',
        actual: '"1.2"',
        where: at('/0/00080016/Value/0'),
      },
      { expected: 'InstanceNumber (0020,0013) "1"', actual: '9', where: at('/0/00200013/Value/0') },
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
    violations: [
      { expected: 'ModalitiesInStudy (0008,0061) CT, SR', actual: 'CT', where: at('/0/00080061') },
      { expected: 'NumberOfStudyRelatedSeries (0020,1206) 2', actual: '1', where: at('/0/00201206') },
      { expected: 'NumberOfStudyRelatedInstances (0020,1208) 3', actual: '2', where: at('/0/00201208') },
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
  assert.deepEqual([poor.verdict, poor.violationCount, poor.assertions], ['warn', 15, 17]);
  assert.equal(poor.violations[0]?.expected, 'StudyDate (0008,0020)');
  expectFinding(resultsHaveParentAttributes(json([without(image, '0020000E')]), IMAGE_OF_STUDY), 'QIDO-029', {
    verdict: 'fail',
    assertions: 4,
    violations: [
      { expected: 'Modality (0008,0060)', actual: 'the attribute is left out', where: at('/0/00080060') },
      { expected: 'SeriesInstanceUID (0020,000E)', actual: 'the attribute is left out', where: at('/0/0020000E') },
      { expected: 'SeriesNumber (0020,0011)', actual: 'the attribute is left out', where: at('/0/00200011') },
      {
        expected: 'NumberOfSeriesRelatedInstances (0020,1209)',
        actual: 'the attribute is left out',
        where: at('/0/00201209'),
      },
    ],
  });
  const wrong = json([{ ...image, ...SERIES_ATTRIBUTES, '00080060': attribute('CS', 'MR') }]);
  assert.equal(resultsHaveParentAttributes(wrong, IMAGE_OF_STUDY).verdict, 'fail');
  const excused = resultsHaveParentAttributes(
    json([without(image, '0020000E')]),
    IMAGE_OF_STUDY,
    deviating('QIDO-029'),
  );
  assert.deepEqual([excused.verdict, excused.violationCount], ['fail', 1]);
  assert.equal(resultsHaveParentAttributes(json([image]), IMAGE_OF_STUDY, deviating('QIDO-029')).verdict, 'info');
});

test('QIDO-026: further attributes of a series are returned when they are known', () => {
  const finding = resultsHaveKnownAttributes(json([SERIES_RESULT, REPORT_SERIES_RESULT]), SERIES_SEARCH, aProfile());
  expectFinding(finding, 'QIDO-026', { assertions: 1 });
  assert.equal(finding.claim, 'returns further attributes of each series that are known');
  const where = at('/0/0008103E');
  expectFinding(resultsHaveKnownAttributes(json([without(SERIES_RESULT, '0008103E')]), SERIES_SEARCH), 'QIDO-026', {
    verdict: 'warn',
    assertions: 1,
    violations: [{ expected: 'SeriesDescription (0008,103E)', actual: 'the attribute is left out', where }],
  });
  const wrong = { ...SERIES_RESULT, '0008103E': attribute('LO', 'Foot') };
  expectFinding(resultsHaveKnownAttributes(json([wrong]), SERIES_SEARCH), 'QIDO-026', {
    verdict: 'fail',
    assertions: 1,
    violations: [
      { expected: 'SeriesDescription (0008,103E) "Head"', actual: '"Foot"', where: at('/0/0008103E/Value/0') },
    ],
  });
  expectFinding(resultsHaveKnownAttributes(json([REPORT_SERIES_RESULT]), SERIES_SEARCH), 'QIDO-026', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
  expectFinding(resultsHaveKnownAttributes(json([STUDY_RESULT]), STUDY_SEARCH), 'QIDO-026', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
  });
});

test('QIDO-026: the IDs of the request are in the items', () => {
  const request = seq('00400275', [[str('00400009', 'SH', 'S1'), str('00401001', 'SH', 'R1')]]);
  const search = expectedSearch([anInstance([request])], SERIES_OF_STUDY);
  const answer = (item: unknown) =>
    json([{ '0020000E': attribute('UI', SERIES), '00400275': { vr: 'SQ', Value: [item] } }]);
  const full = { '00400009': attribute('SH', 'S1'), '00401001': attribute('SH', 'R1') };
  expectFinding(resultsHaveKnownAttributes(answer(full), search), 'QIDO-026', { assertions: 3 });
  expectFinding(resultsHaveKnownAttributes(answer({ '00400009': attribute('SH', 'S2') }), search), 'QIDO-026', {
    verdict: 'fail',
    assertions: 3,
    violations: [
      {
        expected: 'ScheduledProcedureStepID (0040,0009) "S1"',
        actual: '"S2"',
        where: at('/0/00400275/Value/0/00400009/Value/0'),
      },
      {
        expected: 'RequestedProcedureID (0040,1001) in the item',
        actual: 'the attribute is left out',
        where: at('/0/00400275/Value/0'),
      },
    ],
  });
  const half = expectedSearch(
    [anInstance([seq('00400275', [[str('00400009', 'SH', 'S1'), str('00401001', 'SH', '')]])])],
    SERIES_OF_STUDY,
  );
  expectFinding(resultsHaveKnownAttributes(answer({ '00400009': attribute('SH', 'S1') }), half), 'QIDO-026', {
    assertions: 2,
  });
});

test('QIDO-028: image attributes are returned when the instance has them', () => {
  const finding = resultsHaveKnownAttributes(json([imageResult(IMAGE_1, 1)]), IMAGE_SEARCH);
  expectFinding(finding, 'QIDO-028', { assertions: 3 });
  assert.equal(finding.claim, 'returns further attributes of each instance that are known');
  const poor = { ...without(imageResult(IMAGE_1, 1), '00280010', '00280011'), '00280100': attribute('US', 16) };
  expectFinding(resultsHaveKnownAttributes(json([poor]), IMAGE_SEARCH), 'QIDO-028', {
    verdict: 'fail',
    assertions: 3,
    violations: [
      { expected: 'Rows (0028,0010)', actual: 'the attribute is left out', where: at('/0/00280010') },
      { expected: 'Columns (0028,0011)', actual: 'the attribute is left out', where: at('/0/00280011') },
      { expected: 'BitsAllocated (0028,0100) "8"', actual: '16', where: at('/0/00280100/Value/0') },
    ],
  });
  expectFinding(resultsHaveKnownAttributes(json([poor]), IMAGE_SEARCH, deviating('QIDO-028', 'None.')), 'QIDO-028', {
    verdict: 'fail',
    assertions: 2,
    violations: [{ expected: 'BitsAllocated (0028,0100) "8"', actual: '16', where: at('/0/00280100/Value/0') }],
    remark: 'None. Left out: Rows (0028,0010), Columns (0028,0011)',
  });
});
