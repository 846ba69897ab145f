import type { SEARCH_PAGES } from '../../../lib/breaches/kinds/search-pages.ts';
import { either, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { results } from './search-phrases.ts';

const LOST = 'A user who pages through a list misses studies, series or images.';

export const SEARCH_PAGES_ENGLISH: WordsFor<typeof SEARCH_PAGES> = {
  'page-longer-than-limit': ({ limit, offset, results: count }, { request }) => ({
    headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)}, more than the limit.`,
    expected: `at most ${results(limit)}`,
    observed: results(count),
    effect: 'A client that asks for a page gets the whole archive, and may run out of memory or time.',
    remedy: 'Apply limit to every search, wherever it stands in the query.',
  }),
  'page-repeats-result': ({ limit, offset, uid }, { request }) => ({
    headline: `${request} with limit=${limit} and offset=${offset} returns ${quoted(uid)} again, which was on a page before.`,
    expected: 'results that no page before has',
    observed: `${quoted(uid)} again`,
    effect: LOST,
    remedy: 'Skip as many matches as offset says, in an order that is the same for each page.',
  }),
  'page-too-long': ({ limit, offset, results: count, expected }, { request }) => ({
    headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)}, although ${expected} ${expected === 1 ? 'is' : 'are'} left.`,
    expected: results(expected),
    observed: results(count),
    effect: 'A client that pages through a list never comes to its end, or shows entries twice.',
    remedy: 'Skip as many matches as offset says before the page is filled.',
  }),
  'page-too-short': ({ limit, offset, results: count, expected }, { request }) => ({
    headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)} instead of ${expected}.`,
    expected: results(expected),
    observed: results(count),
    effect: LOST,
    remedy: 'Count offset in results and not in pages, and fill each page up to limit.',
  }),
  'page-foreign-result': ({ limit, offset, uid }, { request }) => ({
    headline: `${request} with limit=${limit} and offset=${offset} returns ${quoted(uid)}, which the list without paging does not have.`,
    expected: 'a result of the whole list',
    observed: quoted(uid),
    effect: 'A user sees entries that the search did not ask for.',
    remedy: 'Apply the same path and keys whether a search has a limit or not.',
  }),
  'limit-counts-candidates': ({ level, uid }, { request }) => ({
    headline: `${request} with the UID of a stored ${level} and limit=1 returns nothing: the limit is applied before the key.`,
    expected: `the ${level} ${uid}`,
    observed: 'no result',
    effect: `Whether a stored ${level} is found depends on what else is in the archive.`,
    remedy: 'Match the keys first, and apply limit to what matches.',
  }),
  'search-order-changes': ({ index }, { request }) => ({
    headline: `The order of results changes: ${request} repeated returns another result at place ${index + 1}.`,
    expected: 'the same order each time',
    observed: `another result at place ${index + 1}`,
    effect: LOST,
    remedy: 'Sort results by a unique key, such as the UID, after any other key.',
  }),
  'search-repeated-differs': ({ results: count, expected }, { request }) => ({
    headline: `${request} repeated returns ${results(count)}, other ones than the ${expected} before, although nothing was changed.`,
    expected: 'the same results each time',
    observed: `other results, ${count} instead of ${expected}`,
    effect: 'What a user sees depends on chance.',
    remedy: 'Answer the same search on the same content with the same results.',
  }),
  'page-without-warning': ({ remaining }, { request }) => ({
    headline: `${request} leaves ${results(remaining)} out of the page and does not say so in a Warning 299.`,
    expected: `Warning 299 with the number ${remaining}`,
    observed: 'no Warning 299',
    effect: 'A user takes the page for the whole list.',
    remedy: 'Add a Warning field with the code 299 and the number of results that remain.',
  }),
  'page-warning-with-other-number': ({ remaining, warnings }, { request }) => ({
    headline: `${request} leaves ${results(remaining)} out of the page, and its Warning 299 says otherwise: ${(warnings ?? []).map(quoted).join(', ')}.`,
    expected: `the number ${remaining}`,
    observed: `Warning ${(warnings ?? []).map(quoted).join(', ')}`,
    effect: 'A user is told a wrong number of further results.',
    remedy: 'Put the number of results that remain beyond the page into the Warning.',
  }),
  'page-beyond-end-fails': ({ status, expected }, { request, status: line }) => ({
    headline: `${request} with an offset past the last result is answered ${line ?? status} instead of 200 with an empty list or 204.`,
    expected: `status ${either(expected)}`,
    observed: `status ${line ?? status}`,
    effect: 'A client that pages until nothing comes shows an error at the end of each list.',
    remedy: 'Answer an offset past the end with an empty list.',
  }),
  'page-beyond-end-not-empty': ({ results: count }, { request }) => ({
    headline: `${request} with an offset past the last result returns ${results(count)} instead of none.`,
    expected: 'no result',
    observed: results(count),
    effect: 'A client that pages until nothing comes never ends.',
    remedy: 'Skip as many matches as offset says, also where that leaves none.',
  }),
};
