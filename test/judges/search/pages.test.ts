import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breach } from '../../../lib/breaches/breach.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import {
  nothingIsBeyondTheEnd,
  orderIsStable,
  type Page,
  pagesFitTogether,
  remainderIsAnnounced,
} from '../../../lib/judges/search/pages.ts';
import { exchange, failed } from '../exchanges.ts';
import { expectFinding } from '../expect.ts';
import { at, attribute, json } from '../json-answers.ts';
import { deviating } from '../profiles.ts';

const list = (id: string, ...uids: readonly string[]): Exchange => ({
  ...json(uids.map((uid) => ({ '0020000D': attribute('UI', uid) }))),
  id,
});
const page = (limit: number, offset: number, ...uids: readonly string[]): Page => ({
  limit,
  offset,
  exchange: list(`P.${offset}`, ...uids),
});
const WHOLE = list('W', '1', '2', '3', '4', '5');

const TOO_FEW = { verdict: 'incomplete', reason: 'prerequisite-failed', assertions: 0 } as const;

test('QIDO-060: pages that fit together pass, in any order of the whole', () => {
  const pages = [page(2, 0, '5', '1'), page(2, 2, '3', '2'), page(2, 4, '4')];
  const finding = pagesFitTogether(WHOLE, 'study', pages, 5);
  expectFinding(finding, 'QIDO-060', { assertions: 8 });
  assert.equal(finding.claim, 'pages through the results by limit and offset');
  assert.deepEqual(finding.exchanges, ['W', 'P.0', 'P.2', 'P.4']);
  expectFinding(pagesFitTogether(WHOLE, 'study', [page(2, 7)], 5), 'QIDO-060', { assertions: 1 });
  expectFinding(
    pagesFitTogether(WHOLE, 'study', [{ limit: 2, offset: 9, exchange: exchange({ status: 204 }) }], 5),
    'QIDO-060',
    { assertions: 1 },
  );
});

test('QIDO-060: ignored limits, overlaps and foreign results fail', () => {
  expectFinding(pagesFitTogether(WHOLE, 'study', [page(2, 0, '1', '2', '3')], 5), 'QIDO-060', {
    verdict: 'fail',
    assertions: 4,
    breaches: [breach('page-longer-than-limit', { kind: 'exchange' }, { limit: 2, offset: 0, results: 3 })],
  });
  expectFinding(
    pagesFitTogether(WHOLE, 'study', [page(2, 0, '1', '2'), page(2, 2, '2', '9'), page(2, 4)], 5),
    'QIDO-060',
    {
      verdict: 'fail',
      assertions: 7,
      breaches: [
        breach('page-repeats-result', at('/0'), { limit: 2, offset: 2, results: 2, uid: '2' }),
        breach('page-foreign-result', at('/1'), { limit: 2, offset: 2, results: 2, uid: '9' }),
        breach('page-too-short', { kind: 'exchange' }, { limit: 2, offset: 4, results: 0, expected: 1 }),
      ],
    },
  );
});

test('QIDO-060: a last page of as many results as the limit, where fewer are left, is too long', () => {
  const finding = pagesFitTogether(WHOLE, 'study', [page(2, 4, '4', '5')], 5);
  const particulars = { limit: 2, offset: 4, results: 2, expected: 1 };
  expectFinding(finding, 'QIDO-060', {
    verdict: 'fail',
    assertions: 3,
    breaches: [breach('page-too-long', { kind: 'exchange' }, particulars)],
  });
});

test('QIDO-060: where the server cuts the list without paging, pages beyond its end are not judged', () => {
  const cut = list('W', '1', '2', '3');
  const beyond = [page(2, 0, '1', '2'), page(2, 2, '3', '4')];
  expectFinding(pagesFitTogether(cut, 'study', beyond, 4), 'QIDO-060', { assertions: 3 });
  assert.equal(pagesFitTogether(cut, 'study', beyond, 3).verdict, 'fail');
  assert.equal(pagesFitTogether(cut, 'study', [page(2, 0, '1', '9')], 4).verdict, 'fail');
});

test('QIDO-060: a list no longer than a page cannot tell', () => {
  expectFinding(pagesFitTogether(list('W', '1', '2'), 'study', [page(2, 0, '1', '2')], 5), 'QIDO-060', {
    ...TOO_FEW,
    remark: 'W has 2 results, too few to tell',
  });
  assert.equal(pagesFitTogether(WHOLE, 'study', [], 5).reason, 'not-exercised');
  const failing = { limit: 2, offset: 0, exchange: exchange({ status: 500 }) };
  assert.equal(pagesFitTogether(WHOLE, 'study', [failing, page(2, 2, '9')], 5).verdict, 'incomplete');
  assert.equal(pagesFitTogether(failed('reset', 'x'), 'study', [page(2, 0)], 5).remark, 'X.1: reset, x');
});

test('QIDO-061: the same order passes, another one fails at its first difference', () => {
  const finding = orderIsStable(WHOLE, WHOLE, 'study');
  expectFinding(finding, 'QIDO-061', { assertions: 1 });
  assert.equal(finding.claim, 'repeats a search with the same results in the same order');
  for (const [answer, seen] of [
    [list('O', '1', '3', '2', '4', '5'), breach('search-order-changes', at('/1'), { results: 5, index: 1 })],
    [list('O', '1', '2', '3', '4'), breach('search-repeated-differs', at('/4'), { results: 4, expected: 5 })],
    [list('O', '1', '2', '3', '4', '5', '6'), breach('search-repeated-differs', at('/5'), { results: 6, expected: 5 })],
  ] as const) {
    expectFinding(orderIsStable(WHOLE, answer, 'study'), 'QIDO-061', {
      verdict: 'fail',
      assertions: 1,
      breaches: [seen],
    });
  }
  expectFinding(orderIsStable(list('W', '1'), list('O', '1'), 'study'), 'QIDO-061', {
    ...TOO_FEW,
    remark: 'W has 1 result, too few to tell',
  });
  const untold = orderIsStable(WHOLE, exchange({ status: 500 }), 'study');
  assert.deepEqual([untold.verdict, untold.reason, untold.assertions], ['incomplete', 'prerequisite-failed', 0]);
});

test('QIDO-061: a product may document that its order changes, and not that its results do', () => {
  const profile = deviating('QIDO-061', 'Any order.');
  expectFinding(orderIsStable(WHOLE, list('O', '5', '3', '2', '4', '1'), 'study', profile), 'QIDO-061', {
    verdict: 'info',
    assertions: 1,
    remark: 'Any order.',
  });
  assert.equal(orderIsStable(WHOLE, WHOLE, 'study', profile).verdict, 'pass');
  assert.equal(orderIsStable(WHOLE, list('O', '1', '2', '3', '4'), 'study', profile).verdict, 'fail');
});

test('QIDO-061: results are told apart by the UID of their level', () => {
  const series = (...uids: string[]) =>
    json(uids.map((uid) => ({ '0020000D': attribute('UI', '1'), '0020000E': attribute('UI', uid) })));
  assert.equal(orderIsStable(series('1', '2'), series('2', '1'), 'series').verdict, 'fail');
  assert.equal(orderIsStable(series('1', '2'), series('2', '1'), 'study').verdict, 'pass');
  assert.equal(orderIsStable(json([{}, {}]), json([{}, {}]), 'study').verdict, 'pass');
});

test('QIDO-062: what remains beyond the page is announced', () => {
  const warned = (...warnings: string[]): Page => {
    const answer = page(1, 1, '2');
    const headers = [['Content-Type', 'application/dicom+json'], ...warnings.map((text) => ['Warning', text])] as [
      string,
      string,
    ][];
    const response = answer.exchange.response;
    return { ...answer, exchange: { ...answer.exchange, response: response && { ...response, headers } } };
  };
  const finding = remainderIsAnnounced(
    warned('299 server: There are 3 additional results that can be requested'),
    'study',
    5,
  );
  expectFinding(finding, 'QIDO-062', { assertions: 2 });
  assert.equal(finding.claim, 'announces the results beyond the page');
  assert.equal(remainderIsAnnounced(warned('199 x "1"', '299 x "3 more"'), 'study', 5).verdict, 'pass');
  for (const warnings of [[], ['199 server "3"'], ['2990 3']]) {
    expectFinding(remainderIsAnnounced(warned(...warnings), 'study', 5), 'QIDO-062', {
      verdict: 'warn',
      assertions: 1,
      breaches: [breach('page-without-warning', { kind: 'header', name: 'Warning' }, { remaining: 3 })],
    });
  }
  expectFinding(remainderIsAnnounced(warned('299 s "33 more"', '299 t'), 'study', 5), 'QIDO-062', {
    verdict: 'warn',
    assertions: 2,
    breaches: [
      breach(
        'page-warning-with-other-number',
        { kind: 'header', name: 'Warning' },
        { remaining: 3, warnings: ['299 s "33 more"', '299 t'] },
      ),
    ],
  });
  assert.equal(remainderIsAnnounced(warned('299 s "299 more"'), 'study', 301).verdict, 'pass');
  expectFinding(remainderIsAnnounced(page(1, 4, '5'), 'study', 5), 'QIDO-062', {
    verdict: 'incomplete',
    reason: 'not-exercised',
    assertions: 0,
    remark: 'no result remains beyond the page',
  });
  expectFinding(remainderIsAnnounced(page(1, 0), 'study', 5), 'QIDO-062', {
    ...TOO_FEW,
    remark: 'P.0 has 0 results, too few to tell',
  });
});

test('QIDO-063: nothing is beyond the end', () => {
  const finding = nothingIsBeyondTheEnd(json([]), 'study', WHOLE);
  expectFinding(finding, 'QIDO-063', { assertions: 2 });
  assert.equal(finding.claim, 'answers an offset past the end with nothing');
  assert.equal(nothingIsBeyondTheEnd(exchange({ status: 204 }), 'study', WHOLE).verdict, 'pass');
  expectFinding(nothingIsBeyondTheEnd(exchange({ status: 404 }), 'study', WHOLE), 'QIDO-063', {
    verdict: 'fail',
    assertions: 1,
    breaches: [breach('page-beyond-end-fails', { kind: 'status' }, { status: 404, expected: ['200', '204'] })],
  });
  expectFinding(nothingIsBeyondTheEnd(WHOLE, 'study', WHOLE), 'QIDO-063', {
    verdict: 'fail',
    assertions: 2,
    breaches: [breach('page-beyond-end-not-empty', at('/0'), { results: 5 })],
  });
  expectFinding(nothingIsBeyondTheEnd(json([]), 'study', json([])), 'QIDO-063', {
    ...TOO_FEW,
    remark: 'X.1 has 0 results, too few to tell',
  });
});
