import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { ignoresUnknownParameter, spellingsAgree } from '../../../lib/judges/search/parameters.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json } from '../json-answers.ts';
import { deviating } from '../profiles.ts';

const list = (id: string, ...uids: readonly string[]): Exchange => ({
  ...json(uids.map((uid) => ({ '0020000D': attribute('UI', uid) }))),
  id,
});
const WHOLE = list('W', '1', '2', '3', '4', '5');
const TOO_FEW = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;

const asked = (query: string, answer: Exchange): Exchange => ({
  ...answer,
  request: { ...answer.request, url: `http://server/studies?${query}` },
});

test('QIDO-048: spellings of an attribute agree', () => {
  const [keyword, tag, lower] = [
    asked('StudyInstanceUID=1', list('K', '1')),
    asked('0020000D=1', list('T', '1')),
    asked('0020000d=1', list('L', '1')),
  ];
  const spelled = (...byTag: readonly Exchange[]) =>
    spellingsAgree('study', { byKeyword: keyword, byTag, ofNothing: list('N') });
  const finding = spelled(tag, lower);
  expectFinding(finding, 'QIDO-048', { assertions: 3 });
  assert.equal(finding.claim, 'takes keyword and tag for the same attribute');
  assert.deepEqual(finding.exchanges, ['K', 'T', 'L', 'N']);
  expectFinding(spelled(asked('0020000D=1', WHOLE)), 'QIDO-048', {
    verdict: 'fail',
    assertions: 2,
    breaches: [
      breach('search-differs-by-spelling', at('/1'), {
        ...{ key: 'StudyInstanceUID', level: 'study', spelling: '0020000D' },
        ...{ results: 5, expected: 1 },
      }),
    ],
  });
  const refused = (query: string, verdict: 'fail' | 'warn') => {
    expectFinding(spelled(asked(query, { ...exchange({ status: 400 }), id: 'R' })), 'QIDO-048', {
      verdict,
      assertions: 2,
      breaches: [
        breach(
          'search-refuses-spelling',
          { kind: 'status' },
          {
            ...{ key: 'StudyInstanceUID', level: 'study', status: 400, expected: ['200'] },
            spelling: /([0-9a-fA-F]{8})=/.exec(query)?.[1] ?? '',
          },
        ),
      ],
    });
  };
  refused('0020000D=1', 'fail');
  refused('limit=1&0020000d=1', 'warn');
  refused('0020000d=1', 'warn');
  refused('00081a00=1', 'warn');
  refused('PatientID=1', 'fail');
  refused('StudyDate=1', 'fail');
  const ofNothing = list('N', '1', '2');
  expectFinding(spellingsAgree('study', { byKeyword: keyword, byTag: [tag], ofNothing }), 'QIDO-048', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-ignores-tags', at('/0'), { key: 'StudyInstanceUID', level: 'study', results: 2 })],
  });
  const refused404 = { ...exchange({ status: 404 }), id: 'N' };
  const untold = spellingsAgree('study', { byKeyword: keyword, byTag: [tag], ofNothing: refused404 });
  assert.deepEqual([untold.verdict, untold.reason, untold.assertions], ['incomplete', 'prerequisite-failed', 1]);
  expectFinding(spellingsAgree('study', { byKeyword: list('K'), byTag: [tag], ofNothing }), 'QIDO-048', {
    ...TOO_FEW,
    remark: 'K has 0 results, too few to tell',
  });
});

test('QIDO-048: keys that are ignored by keyword, or in any spelling', () => {
  const [keyword, tag] = [asked('StudyInstanceUID=1', list('K', '1')), asked('0020000D=1', list('T', '1'))];
  const of = (ofNothing: Exchange, ofNothingByKeyword: Exchange) =>
    spellingsAgree('study', { byKeyword: keyword, byTag: [tag], ofNothing, ofNothingByKeyword });
  expectFinding(of(list('N'), list('M', '1')), 'QIDO-048', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-ignores-keywords', at('/0'), { key: 'StudyInstanceUID', level: 'study', results: 1 })],
  });
  assert.equal(of(list('N'), list('M')).verdict, 'pass');
  assert.equal(of(list('N', '1'), list('M')).breaches[0]?.code, 'search-ignores-tags');
  expectFinding(of(list('N', '1'), list('M', '1')), 'QIDO-048', {
    verdict: 'incomplete',
    reason: 'prerequisite-failed',
    assertions: 0,
    remark: 'StudyInstanceUID was not seen to select in any spelling',
  });
});

test('COMMON-003: a parameter that is not known changes nothing', () => {
  const finding = ignoresUnknownParameter(list('U', '1'), list('P', '1'), 'study');
  expectFinding(finding, 'COMMON-003', { assertions: 2 });
  assert.equal(finding.claim, 'takes no notice of a parameter that it does not know');
  assert.deepEqual(finding.exchanges, ['U', 'P']);
  expectFinding(ignoresUnknownParameter(list('U'), list('P', '1'), 'study'), 'COMMON-003', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('search-changed-by-unknown-parameter', at('/0'), { results: 0, expected: 1 })],
  });
});

test('COMMON-003: to refuse it is a breach, unless the product documents that', () => {
  const refused = exchange({ id: 'U', status: 400 });
  expectFinding(ignoresUnknownParameter(refused, list('P', '1'), 'study'), 'COMMON-003', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('search-refuses-unknown-parameter', { kind: 'status' }, { status: 400, expected: ['200'] })],
  });
  const profile = deviating('COMMON-003', 'It is refused with 400.');
  expectFinding(ignoresUnknownParameter(refused, list('P', '1'), 'study', profile), 'COMMON-003', {
    verdict: 'info',
    assertions: 1,
    remark: 'It is refused with 400.',
  });
  for (const status of [404, 500]) {
    assert.equal(
      ignoresUnknownParameter(exchange({ status }), list('P', '1'), 'study', profile).verdict,
      'fail',
      `${status}`,
    );
  }
  assert.equal(ignoresUnknownParameter(list('U'), list('P', '1'), 'study', profile).verdict, 'fail');
});

test('COMMON-003: without results beside it nothing is judged', () => {
  for (const without of [list('P'), exchange({ id: 'P', status: 500 })]) {
    const finding = ignoresUnknownParameter(list('U', '1'), without, 'study');
    assert.deepEqual([finding.verdict, finding.reason, finding.assertions], ['incomplete', 'prerequisite-failed', 0]);
  }
  assert.equal(ignoresUnknownParameter(failed('reset', 'x'), list('P', '1'), 'study').remark, 'X.1: reset, x');
});
