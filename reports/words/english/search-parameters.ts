import type { SEARCH_PARAMETERS } from '../../../lib/breaches/kinds/search-parameters.ts';
import { counted, either } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { results } from './search-phrases.ts';

const NOTHING = 'A client with one more search field gets an error in the place of its results.';

export const SEARCH_PARAMETERS_ENGLISH: WordsFor<typeof SEARCH_PARAMETERS> = {
  'search-refuses-unknown-parameter': ({ status, expected }, { request, status: line }) => ({
    headline: `${request} with a parameter that the server does not know is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}, as without the parameter`,
    observed: `status ${line ?? status}`,
    effect: 'A newer client, or a proxy that adds a parameter, cannot search.',
    remedy: 'Ignore parameters that the server does not know.',
  }),
  'search-changed-by-unknown-parameter': ({ results: count, expected }, { request }) => ({
    headline: `A parameter that the server does not know changes the results: ${request} returns ${results(count)}, and without it ${expected}.`,
    expected: `${results(expected)}, as without the parameter`,
    observed: results(count),
    effect: 'A newer client, or a proxy that adds a parameter, sees another list.',
    remedy: 'Ignore parameters that the server does not know.',
  }),
  'search-fails-on-empty-key': ({ key, status }, { request, status: line }) => ({
    headline: `${request}?${key}= (a key without value) is answered ${line ?? status} instead of all results or 400.`,
    expected: 'what is found without the key, or 400',
    observed: `status ${line ?? status}`,
    effect: 'A search form with an empty field ends in an error of the server.',
    remedy: 'Ignore a key without value, or answer 400.',
  }),
  'search-finds-nothing-by-empty-key': ({ key }, { request }) => ({
    headline: `${request}?${key}= (a key without value) finds nothing instead of what it finds without the key.`,
    expected: 'what is found without the key, or 400',
    observed: 'no result',
    effect: 'A search form with an empty field shows no study at all.',
    remedy: 'Ignore a key without value, or answer 400.',
  }),
  'search-refuses-unsupported-key': ({ key, status, expected }, { request, status: line }) => ({
    headline: `${request} with ${key}, by which the server does not match, is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: 'the results without the key',
    observed: `status ${line ?? status}`,
    effect: NOTHING,
    remedy: 'Ignore attributes that are not supported as a key.',
  }),
  'search-changed-by-unsupported-key': ({ key, results: count, expected }, { request }) => ({
    headline: `${request} with ${key}, by which the server does not match, returns ${results(count)}, and without it ${expected}.`,
    expected: `${results(expected)}, as without the key`,
    observed: results(count),
    effect: 'A client with one more search field sees another list.',
    remedy: 'Ignore attributes that are not supported as a key, and match on them where they are.',
  }),
  'search-fails-on-key-of-no-value': ({ key, status, expected }, { request, status: line }) => ({
    headline: `${request} with ${key}, of which the stored study has no value, is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${line ?? status}`,
    effect: 'A search fails as soon as a study without that value is stored.',
    remedy: `Match studies without ${key} without an error, or leave them out.`,
  }),
  'fuzzymatching-refused': ({ value, status, expected }, { request, status: line }) => ({
    headline: `${request} with fuzzymatching=${value} is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${line ?? status}`,
    effect: 'A client that searches for similar names gets no results at all.',
    remedy: 'Accept fuzzymatching. Where it is not supported, match literally and add a Warning 299.',
  }),
  'fuzzymatching-loses-results': ({ value, results: count, expected }, { request }) => ({
    headline: `${request} with fuzzymatching=${value} returns ${results(count)} instead of the ${expected} that it returns without the parameter.`,
    expected: results(expected),
    observed: results(count),
    effect: 'A patient whose name is spelled correctly is not found.',
    remedy: 'Return exact matches whatever fuzzymatching says.',
  }),
  'fuzzymatching-ignored-silently': ({ tried }, { request }) => ({
    headline: `The search ignores fuzzymatching=true and does not say so: ${request} finds none of ${counted(tried, 'similar name')} and sends no Warning 299.`,
    expected: 'similar names, or a Warning 299',
    observed: 'neither',
    effect: 'A user believes that similar names were searched, and takes a patient for unknown.',
    remedy: 'Match similar names, or add a Warning 299 that says that only literal matching was done.',
  }),
};
