import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { expectedSearch } from '../../../lib/judges/search/expected.ts';
import { type KeySearch, keySelects } from '../../../lib/judges/search/keys.ts';
import { keysSelect, valueSelects } from '../../../lib/judges/search/values.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json, SERIES, STUDY } from '../json-answers.ts';
import { aProfile, deviating } from '../profiles.ts';
import { ARCHIVE, REPORT_SERIES_RESULT, SERIES_OF_STUDY, SERIES_RESULT, STUDIES, STUDY_RESULT } from '../searches.ts';

const ONE_STUDY = expectedSearch(ARCHIVE, STUDIES, [['StudyInstanceUID', STUDY]]);
const TWO_SERIES = expectedSearch(ARCHIVE, SERIES_OF_STUDY);
const ONE_SERIES = expectedSearch(ARCHIVE, SERIES_OF_STUDY, [['SeriesInstanceUID', SERIES]]);
const NOTHING_STORED = expectedSearch([], STUDIES);
const foreign = { '0020000D': attribute('UI', '9') };
const TRUNCATED = { code: 'truncated', message: 'cut' } as const;
const asked = (query: string, answer: Exchange): Exchange => ({
  ...answer,
  request: { ...answer.request, url: `http://server/studies?${query}` },
});
const TWIN = asked('StudyInstanceUID=1.2.3', json([STUDY_RESULT], { id: 'X.2' }));
const OF_NONE = 'StudyInstanceUID=9';
const KEY = { key: 'StudyInstanceUID', level: 'study' } as const;

test('QIDO-010 and others: a key selects what has its value', () => {
  const search = { key: 'StudyInstanceUID', found: TWIN, expected: ONE_STUDY, notFound: json([]) };
  const finding = keySelects('QIDO-010', search);
  expectFinding(finding, 'QIDO-010', { assertions: 6 });
  assert.equal(finding.claim, 'selects by StudyInstanceUID');
  assert.deepEqual(finding.exchanges, ['X.2', 'X.1']);
  const others = keySelects('QIDO-013', { ...search, found: asked(`${OF_NONE}8`, json([STUDY_RESULT, foreign])) });
  expectFinding(others, 'QIDO-013', {
    verdict: 'fail',
    assertions: 5,
    breaches: [breach('search-finds-others-by-key', at('/1'), { ...KEY, value: '98', uid: '9' })],
    remark: 'the search for a stored value (X.1) did not find it',
  });
  const nothing = keySelects('QIDO-014', { ...search, expected: NOTHING_STORED });
  assert.deepEqual([nothing.verdict, nothing.reason, nothing.assertions], ['incomplete', 'not-exercised', 0]);
  assert.equal(keySelects('QIDO-010', { ...search, found: json([]) }).verdict, 'fail');
});

test('a key that is ignored is one breach, whether what it finds or what it does not find shows it', () => {
  const ignored = breach('search-ignores-key', at('/0'), { ...KEY, results: 1 });
  const notFound = asked(OF_NONE, json([STUDY_RESULT]));
  expectFinding(keySelects('QIDO-010', { key: '', found: TWIN, expected: ONE_STUDY, notFound }), 'QIDO-010', {
    verdict: 'fail',
    assertions: 6,
    breaches: [ignored],
  });
  const everything = json([STUDY_RESULT, foreign]);
  const search: KeySearch = {
    key: '',
    found: asked('StudyInstanceUID=1.2.3', everything),
    expected: ONE_STUDY,
    notFound: asked(OF_NONE, everything),
  };
  const { verdict, breaches } = keySelects('QIDO-010', search);
  assert.deepEqual(
    [verdict, breaches.map(({ code, parameters }) => [code, parameters])],
    ['fail', [['search-ignores-key', { ...KEY, results: 2 }]]],
  );
});

test('what is found beside what has the value, and is found without it too, was added: the key is heeded', () => {
  const added = json([foreign]);
  const found = asked('StudyInstanceUID=1.2.3', json([STUDY_RESULT, foreign]));
  const search: KeySearch = { key: '', found, expected: ONE_STUDY, notFound: asked(OF_NONE, added) };
  assert.deepEqual(
    keySelects('QIDO-010', search).breaches.map(({ code }) => code),
    ['search-finds-others-by-key'],
  );
});

test('a value that nothing has and that finds more than a stored one is no key that is ignored', () => {
  const search: KeySearch = {
    key: '',
    found: TWIN,
    expected: ONE_STUDY,
    notFound: asked(OF_NONE, json([STUDY_RESULT, foreign])),
  };
  expectFinding(keySelects('QIDO-010', search), 'QIDO-010', {
    verdict: 'fail',
    assertions: 6,
    breaches: [breach('search-no-match-finds-others', at('/0'), { ...KEY, results: 2 })],
  });
});

test('a UID that is nearly the stored one and finds it is told from a key that is ignored', () => {
  const search: KeySearch = {
    key: '',
    found: TWIN,
    expected: ONE_STUDY,
    notFound: asked(OF_NONE, json([STUDY_RESULT])),
  };
  const unlike = (answer: Exchange) =>
    keySelects('QIDO-010', { ...search, unlike: { nearly: 'its end', exchange: answer } }).breaches[0];
  assert.deepEqual(unlike(json([]))?.code, 'search-compares-part-of-uid');
  assert.deepEqual(unlike(json([]))?.parameters, KEY);
  const shorter = { nearly: 'its length', exchange: json([]) } as const;
  const { breaches } = keySelects('QIDO-010', { ...search, unlike: shorter });
  assert.deepEqual(breaches[0]?.code, 'search-compares-beginning-of-uid');
  assert.deepEqual(unlike(json([STUDY_RESULT]))?.code, 'search-ignores-key');
});

test('a result of another series is one of the path that is ignored', () => {
  const below = expectedSearch(ARCHIVE, { level: 'series', study: 'other' });
  assert.deepEqual(below.matches, []);
  const archive = { ...ONE_SERIES, beyond: ['7'] };
  const other = { '0020000E': attribute('UI', '7') };
  const search: KeySearch = {
    key: '',
    found: json([SERIES_RESULT, other]),
    expected: archive,
    notFound: json([other]),
  };
  assert.deepEqual(keySelects('QIDO-011', search).breaches[0]?.code, 'search-ignores-path');
  const clean = keySelects('QIDO-011', { ...search, found: json([SERIES_RESULT]) });
  assert.deepEqual(clean.breaches[0]?.code, 'search-ignores-path');
});

test('keys of a level that are all ignored are one breach, and one among others is its own', () => {
  const of = (name: string, found: Exchange, notFound: Exchange): KeySearch => ({
    key: name,
    expected: ONE_STUDY,
    found: asked(`${name}=1.2.3`, found),
    notFound: asked(`${name}=9`, notFound),
  });
  const [all, none] = [json([STUDY_RESULT]), json([])];
  const findings = keysSelect('QIDO-010', [of('StudyInstanceUID', all, all), of('PatientID', all, all)]);
  assert.equal(findings.length, 1);
  expectFinding(findings[0], 'QIDO-010', {
    verdict: 'fail',
    assertions: 1,
    breaches: [
      breach('search-ignores-all-keys', at('/0'), {
        keys: ['StudyInstanceUID', 'PatientID'],
        level: 'study',
        results: 1,
      }),
    ],
  });
  const one = keysSelect('QIDO-010', [of('StudyInstanceUID', all, none), of('PatientID', all, all)]);
  assert.deepEqual(
    one.map(({ verdict, breaches }) => [verdict, breaches[0]?.parameters.key]),
    [
      ['pass', undefined],
      ['fail', 'PatientID'],
    ],
  );
});

test('a resource that answers without a list says nothing of its keys, unless the search without the key has one', () => {
  const search = { key: 'PatientID', found: TWIN, expected: ONE_STUDY, notFound: json([]) };
  for (const requirement of ['QIDO-012', 'QIDO-014'] as const) {
    for (const status of [400, 404, 501, 500]) {
      const refused = { ...search, found: asked('PatientID=1', exchange({ status })) };
      expectFinding(keySelects(requirement, refused), requirement, {
        verdict: 'incomplete',
        reason: 'prerequisite-failed',
        assertions: 0,
        remark: `X.1 is no list of results: ${status}, no body`,
      });
      expectFinding(keySelects(requirement, { ...refused, without: TWIN }), requirement, {
        verdict: 'fail',
        assertions: 1,
        breaches: [
          breach(
            'search-refuses-key',
            { kind: 'status' },
            { key: 'PatientID', level: 'study', status, expected: ['200'] },
          ),
        ],
        remark: 'the search for a stored value (X.1) did not find it',
      });
      assert.equal(keySelects(requirement, { ...refused, without: exchange({ status }) }).verdict, 'incomplete');
    }
  }
});

test('a way of writing values is judged only where the plain key was seen to select', () => {
  const search: KeySearch = { key: 'PatientID=1*', found: TWIN, expected: ONE_STUDY, notFound: json([]) };
  const plain: KeySearch = { ...search, found: asked('PatientID=1', json([STUDY_RESULT], { id: 'P' })) };
  const beside = (...others: readonly KeySearch[]) => ({ ...search, plain: [plain, ...others], without: plain.found });
  assert.equal(valueSelects('QIDO-044', beside()).verdict, 'pass');
  assert.equal(valueSelects('QIDO-044', { ...beside(), found: json([]) }).verdict, 'fail');
  assert.equal(valueSelects('QIDO-044', { ...beside(), found: exchange({ status: 400 }) }).verdict, 'fail');
  for (const ignored of [
    { ...plain, notFound: json([STUDY_RESULT]) },
    { ...plain, found: asked('PatientID=1', json([], { id: 'P' })) },
  ]) {
    expectFinding(valueSelects('QIDO-044', { ...beside(ignored), found: json([]) }), 'QIDO-044', {
      verdict: 'incomplete',
      reason: 'prerequisite-failed',
      assertions: 0,
      remark: 'PatientID was not seen to select by a plain value (P, X.1)',
    });
  }
});

test('a key is not judged by what it does not find, unless it found what it should', () => {
  const search = { key: 'StudyInstanceUID', expected: ONE_STUDY, notFound: json([foreign], { id: 'N' }) };
  const skipped = 'the search for a stored value (X.1) did not find it';
  for (const [found, assertions] of [
    [exchange({ status: 204 }), 1],
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
    remark: 'X.1: reset, x',
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
  const search = { key: 'wildcards', expected: ONE_STUDY, notFound: json([]), without: TWIN };
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
  assert.deepEqual([finding.verdict, finding.breachCount, finding.assertions], ['fail', 2, 6]);
  assert.match(finding.remark ?? '', /did not find it$/);
});
