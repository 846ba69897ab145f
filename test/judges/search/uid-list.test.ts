import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { uidListSelects } from '../../../lib/judges/search/uid-list.ts';
import { exchange } from '../exchanges.ts';
import { json, STUDY } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import { ARCHIVE, STUDIES, STUDY_RESULT } from '../searches.ts';

const expected = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const search = (found: Exchange, notFound: Exchange = json([])) => ({ key: 'a list', found, expected, notFound });

const FOUND = search(json([STUDY_RESULT], { id: 'F' }));
const REFUSED = search(exchange({ id: 'R', status: 400 }));

test('QIDO-042: a list that finds what it names passes, whatever other forms do', () => {
  for (const otherwise of [[], [REFUSED], [FOUND]]) {
    const finding = uidListSelects(FOUND, otherwise);
    assert.deepEqual([finding.requirement, finding.verdict, finding.exchanges], ['QIDO-042', 'pass', ['F', 'X.1']]);
  }
});

test('QIDO-042: a list that is understood in another form only is a warning, which names the form', () => {
  const finding = uidListSelects(REFUSED, [REFUSED, FOUND]);
  assert.equal(finding.verdict, 'warn');
  assert.match(finding.remark ?? '', /does not find what has it; the list finds them in another form \(F\)$/);
  assert.deepEqual(finding.exchanges, ['R', 'X.1', 'F']);
  assert.deepEqual(finding.violations, uidListSelects(REFUSED, []).violations);
});

test('QIDO-042: a list that is ignored, where another form is understood, is warned of by that form alone', () => {
  const ignored = search(json([STUDY_RESULT], { id: 'I' }), json([STUDY_RESULT]));
  const finding = uidListSelects(ignored, [FOUND]);
  assert.deepEqual(
    [finding.verdict, finding.remark, finding.exchanges],
    ['warn', 'the list finds them in another form (F)', ['I', 'X.1', 'F']],
  );
});

test('QIDO-042: a list that no form makes understood is a failure', () => {
  const ignored = search(json([STUDY_RESULT]), json([STUDY_RESULT]));
  for (const otherwise of [[], [REFUSED], [ignored]]) assert.equal(uidListSelects(REFUSED, otherwise).verdict, 'fail');
  assert.equal(uidListSelects(ignored, [ignored]).verdict, 'fail');
});

test('QIDO-042: a product may document that it takes no lists', () => {
  assert.equal(uidListSelects(REFUSED, [], deviating('QIDO-042', 'One UID only.')).remark, 'One UID only.');
});
