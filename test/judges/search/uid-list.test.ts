import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import type { KeySearch } from '../../../lib/judges/search/keys.ts';
import { type OtherForm, uidListSelects } from '../../../lib/judges/search/uid-list.ts';
import { exchange } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { json, STUDY } from '../json-answers.ts';
import { deviating } from '../profiles.ts';
import { ARCHIVE, STUDIES, STUDY_RESULT } from '../searches.ts';

const expected = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const PLAIN: KeySearch[] = [{ key: '', expected, found: json([STUDY_RESULT], { id: 'P' }), notFound: json([]) }];
const search = (found: Exchange, notFound: Exchange = json([]), plain = PLAIN): KeySearch => ({
  ...{ key: 'a list', expected, plain, without: json([STUDY_RESULT]) },
  found,
  notFound,
});

const FOUND = search(json([STUDY_RESULT], { id: 'F' }));
const REFUSED = search(exchange({ id: 'R', status: 400 }));
const form = (other: KeySearch): OtherForm => ({ separator: '%2C', search: other });
const inAnotherForm = {
  verdict: 'warn',
  assertions: 1,
  breaches: [
    breach(
      'search-uid-list-in-another-form',
      { kind: 'exchange' },
      { key: '', level: 'study', value: '', form: '%2C' },
    ),
  ],
  remark: 'the list finds them in another form (F)',
} as const;

test('QIDO-042: a list that finds what it names passes, whatever other forms do', () => {
  for (const otherwise of [[], [form(REFUSED)], [form(FOUND)]]) {
    const finding = uidListSelects(FOUND, otherwise);
    assert.deepEqual([finding.requirement, finding.verdict, finding.exchanges], ['QIDO-042', 'pass', ['F', 'X.1']]);
  }
});

test('QIDO-042: a list that is understood in another form only is a warning, which names the form', () => {
  const finding = uidListSelects(REFUSED, [form(REFUSED), form(FOUND)]);
  expectFinding(finding, 'QIDO-042', inAnotherForm);
  assert.deepEqual(finding.exchanges, ['R', 'X.1', 'F']);
});

test('QIDO-042: a list that is ignored, where another form is understood, is warned of by that form alone', () => {
  const ignored = search(json([STUDY_RESULT], { id: 'I' }), json([STUDY_RESULT]));
  const finding = uidListSelects(ignored, [form(FOUND)]);
  expectFinding(finding, 'QIDO-042', inAnotherForm);
  assert.deepEqual(finding.exchanges, ['I', 'X.1', 'F']);
});

test('QIDO-042: a list that no form makes understood is a failure', () => {
  const ignored = search(json([STUDY_RESULT]), json([STUDY_RESULT]));
  for (const otherwise of [[], [form(REFUSED)], [form(ignored)]])
    assert.equal(uidListSelects(REFUSED, otherwise).verdict, 'fail');
  assert.equal(uidListSelects(ignored, [form(ignored)]).verdict, 'fail');
});

test('QIDO-042: a product may document that it takes no lists', () => {
  const profile = deviating('QIDO-042', 'One UID only.');
  assert.equal(uidListSelects(REFUSED, [], profile).remark, 'One UID only.');
});

test('QIDO-042: a key that does not select by one UID is not judged by a list of them', () => {
  const of = (found: Exchange, notFound: Exchange = json([])) => search(found, notFound, []);
  for (const plain of [of(json([])), of(json([STUDY_RESULT]), json([STUDY_RESULT])), of(exchange({ status: 400 }))]) {
    const finding = uidListSelects(search(exchange({ id: 'R', status: 400 }), json([]), [plain]), []);
    assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
    assert.match(finding.remark ?? '', /was not seen to select by a plain value \(X.1, X.1\)$/);
  }
});
