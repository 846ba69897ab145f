import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { resultsHaveKnownAttributes } from '../../../lib/judges/search/returned-attributes.ts';
import { seq, str } from '../dicom-bytes.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile, deviating } from '../profiles.ts';
import {
  ARCHIVE,
  IMAGE_1,
  INSTANCES_OF_SERIES,
  imageResult,
  REPORT_SERIES_RESULT,
  SERIES_OF_STUDY,
  SERIES_RESULT,
  STUDIES,
  STUDY_RESULT,
} from '../searches.ts';

const STUDY_SEARCH = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const SERIES_SEARCH = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const IMAGE_SEARCH = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES);

const without = (result: Record<string, unknown>, ...tags: readonly string[]) =>
  Object.fromEntries(Object.entries(result).filter(([tag]) => !tags.includes(tag)));

test('QIDO-026: further attributes of a series are returned when they are known', () => {
  const finding = resultsHaveKnownAttributes(json([SERIES_RESULT, REPORT_SERIES_RESULT]), SERIES_SEARCH, aProfile());
  expectFinding(finding, 'QIDO-026', { assertions: 1 });
  assert.equal(finding.claim, 'returns further attributes of each series that are known');
  expectFinding(resultsHaveKnownAttributes(json([without(SERIES_RESULT, '0008103E')]), SERIES_SEARCH), 'QIDO-026', {
    verdict: 'warn',
    assertions: 1,
    breaches: [breach('search-attribute-missing', at('/0/0008103E'), { tag: '0008103E', level: 'series' })],
  });
  const wrong = { ...SERIES_RESULT, '0008103E': attribute('LO', 'Foot') };
  expectFinding(resultsHaveKnownAttributes(json([wrong]), SERIES_SEARCH), 'QIDO-026', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-value-differs', at('/0/0008103E/Value/0'), {
        tag: '0008103E',
        level: 'series',
        expected: '"Head"',
        actual: '"Foot"',
      }),
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
    breaches: [
      breach('search-value-differs', at('/0/00400275/Value/0/00400009/Value/0'), {
        tag: '00400009',
        level: 'series',
        expected: '"S1"',
        actual: '"S2"',
      }),
      breach('search-attribute-missing', at('/0/00400275/Value/0'), { tag: '00401001', level: 'series' }),
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
    breaches: [
      breach('search-attribute-missing', at('/0/00280010'), { tag: '00280010', level: 'instance' }),
      breach('search-attribute-missing', at('/0/00280011'), { tag: '00280011', level: 'instance' }),
      breach('search-value-differs', at('/0/00280100/Value/0'), {
        tag: '00280100',
        level: 'instance',
        expected: '"8"',
        actual: '16',
      }),
    ],
  });
  expectFinding(resultsHaveKnownAttributes(json([poor]), IMAGE_SEARCH, deviating('QIDO-028', 'None.')), 'QIDO-028', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('search-value-differs', at('/0/00280100/Value/0'), {
        tag: '00280100',
        level: 'instance',
        expected: '"8"',
        actual: '16',
      }),
    ],
    remark: 'None. Left out: Rows (0028,0010), Columns (0028,0011)',
  });
});
