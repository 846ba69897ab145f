import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { includesFromAbove, leavesLowerLevelsOut } from '../../../lib/judges/search/include-levels.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json, SERIES } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import {
  ARCHIVE,
  IMAGE_1,
  INSTANCES_OF_SERIES,
  imageResult,
  SERIES_OF_STUDY,
  SERIES_RESULT,
  STUDIES,
  STUDY_RESULT,
} from '../searches.ts';

const ROWS = '00280010';
const NAME = '00100010';
const STUDY_SEARCH = expectedSearch(ARCHIVE, STUDIES);
const SERIES_SEARCH = expectedSearch(ARCHIVE, SERIES_OF_STUDY, [['SeriesInstanceUID', SERIES]]);
const INSTANCE_SEARCH = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES, [['SOPInstanceUID', IMAGE_1]]);
const naming = (tag: string, answer: ReturnType<typeof json>) => ({
  form: 'by-keyword' as const,
  tags: [tag],
  exchange: answer,
  without: tag === ROWS ? json([STUDY_RESULT], { id: 'W' }) : json([SERIES_RESULT], { id: 'W' }),
});
const study = (more: Record<string, unknown> = {}) => json([{ ...STUDY_RESULT, ...more }], { id: 'S' });
const TWIN = { exchange: json([imageResult(IMAGE_1, 1)], { id: 'T' }), expected: INSTANCE_SEARCH };

test('QIDO-033: what belongs to an instance is not returned with a study', () => {
  const finding = leavesLowerLevelsOut(naming(ROWS, study()), STUDY_SEARCH, TWIN);
  expectFinding(finding, 'QIDO-033', { assertions: 2 });
  assert.equal(finding.claim, 'returns nothing of the instance with a study');
  const empty = naming(ROWS, study({ [ROWS]: attribute('US') }));
  expectFinding(leavesLowerLevelsOut(empty, STUDY_SEARCH, TWIN), 'QIDO-033', { assertions: 2 });
});

test('QIDO-033: it is a warning where it is, and recorded where the name is refused', () => {
  const one = naming(ROWS, study({ [ROWS]: attribute('US', 4) }));
  expectFinding(leavesLowerLevelsOut(one, STUDY_SEARCH, TWIN), 'QIDO-033', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('includefield-of-lower-level', at('/0/00280010'), { tag: '00280010', level: 'study', lower: 'instance' }),
    ],
  });
  expectFinding(leavesLowerLevelsOut(naming(ROWS, exchange({ status: 400 })), STUDY_SEARCH, TWIN), 'QIDO-033', {
    verdict: 'info',
    assertions: 1,
    remark: 'names of lower levels are refused: 400',
  });
});

test('QIDO-033: other errors fail; a server that does not know the attribute has left nothing out', () => {
  expectFinding(leavesLowerLevelsOut(naming(ROWS, exchange({ status: 500 })), STUDY_SEARCH, TWIN), 'QIDO-033', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach(
        'includefield-fails-on-lower-level',
        { kind: 'status' },
        { status: 500, expected: ['200'], tag: '00280010', level: 'study' },
      ),
    ],
  });
  const { [ROWS]: _, ...unknown } = imageResult(IMAGE_1, 1);
  const twin = { ...TWIN, exchange: json([unknown], { id: 'T' }) };
  expectFinding(leavesLowerLevelsOut(naming(ROWS, study()), STUDY_SEARCH, twin), 'QIDO-033', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'T does not have Rows (0028,0010) either',
  });
  for (const hollow of [json([]), exchange({ status: 404 })]) {
    const nothing = { exchange: hollow, expected: INSTANCE_SEARCH };
    assert.equal(leavesLowerLevelsOut(naming(ROWS, hollow), STUDY_SEARCH, nothing).verdict, 'incomplete');
  }
});

test('QIDO-034: what belongs to the study is returned with a series', () => {
  const answer = json([{ ...SERIES_RESULT, [NAME]: attribute('PN', { Alphabetic: 'Anony^Mous' }) }]);
  const finding = includesFromAbove(naming(NAME, answer), 'study', SERIES_SEARCH);
  expectFinding(finding, 'QIDO-034', { assertions: 3 });
  assert.equal(finding.claim, 'adds attributes of the study to each series');
});

test('QIDO-034: it is a warning to leave it out, and a failure to say something else or to refuse it', () => {
  expectFinding(includesFromAbove(naming(NAME, json([SERIES_RESULT])), 'study', SERIES_SEARCH), 'QIDO-034', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach('includefield-from-above-ignored', at('/0/00100010'), {
        tag: '00100010',
        level: 'series',
        above: 'study',
      }),
    ],
  });
  const wrong = json([{ ...SERIES_RESULT, [NAME]: attribute('PN', { Alphabetic: 'Other' }) }]);
  assert.equal(includesFromAbove(naming(NAME, wrong), 'study', SERIES_SEARCH).verdict, 'fail');
  const refused = naming(NAME, exchange({ status: 400 }));
  assert.equal(includesFromAbove(refused, 'study', SERIES_SEARCH).verdict, 'fail');
  assert.equal(includesFromAbove(refused, 'study', SERIES_SEARCH, deviating('QIDO-034')).verdict, 'info');
});

test('QIDO-034: without a result there is nothing to look at', () => {
  expectFinding(includesFromAbove(naming(NAME, json([])), 'study', SERIES_SEARCH), 'QIDO-034', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 1,
    remark: 'no result is about an entity that is known',
  });
});

test('QIDO-033, -034: where the plain search finds nothing, or an answer is missing, nothing is judged', () => {
  const open = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;
  const nothingKnown = 'no result is about an entity that is known';
  const full = study({ [ROWS]: attribute('US', 4) });
  const hollow = { ...naming(ROWS, full), without: json([]) };
  expectFinding(leavesLowerLevelsOut(hollow, STUDY_SEARCH, TWIN), 'QIDO-033', { ...open, remark: nothingKnown });
  const unknown = { ...TWIN, exchange: json([], { id: 'T' }) };
  expectFinding(leavesLowerLevelsOut(naming(ROWS, full), STUDY_SEARCH, unknown), 'QIDO-033', {
    ...open,
    remark: nothingKnown,
  });
  expectFinding(leavesLowerLevelsOut(naming(ROWS, failed('reset', 'x')), STUDY_SEARCH, TWIN), 'QIDO-033', {
    ...open,
    remark: 'X.1: reset, x',
  });
  const named = json([{ ...SERIES_RESULT, [NAME]: attribute('PN', { Alphabetic: 'Anony^Mous' }) }]);
  const above = { ...naming(NAME, named), without: json([]) };
  expectFinding(includesFromAbove(above, 'study', SERIES_SEARCH), 'QIDO-034', { ...open, remark: nothingKnown });
});
