import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../../lib/judges/assess.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { assessAnswered, assessIncluded, attributesLeftOut } from '../../../lib/judges/search/included.ts';
import { resultsAbout } from '../../../lib/judges/search/results.ts';
import { exchange, failed } from '../exchanges.ts';
import { attribute, json } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import { ARCHIVE, IMAGE_1, IMAGE_2, INSTANCES_OF_SERIES, imageResult } from '../searches.ts';

const ROWS = '00280010';
const COLUMNS = '00280011';
const EXPECTED = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES);
const { [ROWS]: _rows, ...WITHOUT_ROWS } = imageResult(IMAGE_1, 1);
const SECOND = imageResult(IMAGE_2, 2);

function included(...results: readonly unknown[]) {
  let isInEach: boolean | undefined;
  const finding = assess('QIDO-031', 'adds what is named', [exchange()], (a) => {
    isInEach = assessIncluded(ROWS, 'instance', resultsAbout(json(results), EXPECTED), a);
  });
  return [isInEach, finding.verdict, finding.assertions];
}

test('includefield is tried on what none of the results has', () => {
  assert.deepEqual(attributesLeftOut(json([WITHOUT_ROWS, SECOND]), EXPECTED), []);
  const { [ROWS]: _, [COLUMNS]: columns, ...without } = SECOND;
  assert.deepEqual(attributesLeftOut(json([WITHOUT_ROWS, without]), EXPECTED), [ROWS]);
});

test('an attribute is included where each result has a value of it; one without a value is none, and not a wrong one', () => {
  assert.deepEqual(included(imageResult(IMAGE_1, 1), SECOND), [true, 'pass', 2]);
  assert.deepEqual(included(WITHOUT_ROWS, SECOND), [false, 'pass', 1]);
  assert.deepEqual(included({ ...WITHOUT_ROWS, [ROWS]: attribute('US') }, SECOND), [false, 'pass', 1]);
  assert.deepEqual(included({ ...WITHOUT_ROWS, [ROWS]: attribute('US', 9) }, SECOND), [true, 'fail', 2]);
});

test('a search that did not end is not answered, whatever is documented', () => {
  for (const profile of [undefined, deviating('QIDO-031')]) {
    let isAnswered: boolean | undefined;
    const { verdict, remark } = assess('QIDO-031', 'adds what is named', [], (a) => {
      isAnswered = assessAnswered({ form: 'by-tag', exchange: failed('reset', 'x') }, 'QIDO-031', profile, a);
    });
    assert.deepEqual([isAnswered, verdict, remark], [false, 'incomplete', 'X.1: reset, x']);
  }
});
