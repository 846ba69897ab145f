import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { assess } from '../../../lib/judges/assess.ts';
import { attributesAreNamedByTag } from '../../../lib/judges/json/shape.ts';
import { type ExpectedSearch, expectedSearch } from '../../../lib/judges/search/expected.ts';
import { assessFindings } from '../../../lib/judges/search/which-results.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { anInstance, at, attribute, json } from '../json-answers.ts';
import { ARCHIVE, IMAGE_1, IMAGE_2, INSTANCES_OF_SERIES, INSTANCES_OF_STUDY, REPORT } from '../searches.ts';

const BOTH = expectedSearch(ARCHIVE, INSTANCES_OF_SERIES);
const ALL_THREE = expectedSearch(ARCHIVE, INSTANCES_OF_STUDY);
const of = (uid: string) => ({ '00080018': attribute('UI', uid) });
const UNNAMED = { '00080060': attribute('CS', 'CT') };

function judged(answer: Exchange, expected: ExpectedSearch = BOTH) {
  let isExact: boolean | undefined;
  const finding = assess('QIDO-001', 'finds what is stored', [answer], (a) => {
    isExact = assessFindings(answer, expected, a);
  });
  return { finding, isExact };
}

test('a search is exact with each result once and no other', () => {
  assert.equal(judged(json([of(IMAGE_2), of(IMAGE_1)])).isExact, true);
  for (const answer of [
    json([of(IMAGE_1)]),
    json([of(IMAGE_1), of(IMAGE_1), of(IMAGE_2)]),
    json([of(IMAGE_1), of(IMAGE_2), of(REPORT)]),
    json([of(IMAGE_1), of(IMAGE_2), UNNAMED]),
    json([]),
    exchange({ status: 204 }),
    exchange({ status: 500 }),
    exchange({ body: '<html>' }),
    failed('reset', 'x'),
  ]) {
    assert.equal(judged(answer).isExact, false);
  }
});

test('a message in the place of the list shows neither that something is found nor that it is not', () => {
  for (const message of [{ error: 'search failed' }, 'search failed', { code: 7, detail: { of: 'it' } }]) {
    const { finding, isExact } = judged(json(message));
    assert.deepEqual([finding.verdict, finding.reason, isExact], ['incomplete', 'prerequisite-failed', false]);
    assert.equal(attributesAreNamedByTag(json(message)).verdict, 'incomplete');
  }
});

test('a result that does not say what it is about may be the one that is missed', () => {
  const unnamed = (index: number) =>
    breach('search-attribute-missing', at(`/${index}`), { tag: '00080018', level: 'instance' });
  expectFinding(judged(json([of(IMAGE_1), UNNAMED])).finding, 'QIDO-001', {
    verdict: 'fail',
    breaches: [unnamed(1)],
  });
  expectFinding(judged(json([UNNAMED])).finding, 'QIDO-001', {
    verdict: 'fail',
    breaches: [breach('search-misses-stored', at(''), { level: 'instance', uid: IMAGE_2, results: 1 }), unnamed(0)],
  });
});

test('an answer beyond the bounds of the harness is a breach only by the results that its beginning shows', () => {
  const cut = (text: string) => ({
    ...json(`[${text}`),
    failure: { code: 'too-large', message: 'more than 64 MiB' } as const,
  });
  const told = (answer: Exchange, expected = BOTH) =>
    judged(answer, expected).finding.breaches.map(({ code, parameters }) => [code, parameters]);
  const tooLong = { expected: 2, begun: 3 };
  assert.deepEqual(told(cut('{"a":[{}]},{"b":"{["},{"c":"\\"{')), [['search-answer-too-long', tooLong]]);
  for (const text of ['{},{}', ' '.repeat(10_000), '[{},{},{}]', '{"a":[{},{},{}]}'])
    assert.deepEqual(told(cut(text)), []);
  assert.deepEqual(told(cut('{},{},{}'), { ...BOTH, matches: [] }), []);
  assert.deepEqual(told(failed('too-large', 'more than 100 interim responses (1xx) before the answer')), []);
  assert.equal(judged(cut('{},{},{}')).isExact, false);
});

test('a list that its Warning calls a part misses nothing', () => {
  const headers = [
    ['Content-Type', 'application/dicom+json'],
    ['Warning', '299 server "2 more"'],
  ] as const;
  expectFinding(judged(json([of(IMAGE_1)], { headers }), ALL_THREE).finding, 'QIDO-001', {
    verdict: 'info',
    assertions: 5,
    remark: '2 results more than the server gives out at once, as its Warning says',
  });
});

test('fifty results may be a first page, unless nothing is missing', () => {
  const stored = Array.from({ length: 51 }, (_, index) => anInstance([], { instance: `1.2.3.4.${index}` }));
  const list = json(stored.slice(0, 50).map(({ instance }) => of(instance)));
  const whole = judged(list, expectedSearch(stored.slice(0, 50), INSTANCES_OF_SERIES)).finding;
  assert.deepEqual([whole.verdict, whole.remark], ['pass', undefined]);
  const part = judged(list, expectedSearch(stored, INSTANCES_OF_SERIES)).finding;
  assert.deepEqual(
    [part.verdict, part.reason, part.remark],
    ['incomplete', 'not-exercised', '50 results may be as many as the server gives out at once'],
  );
});
