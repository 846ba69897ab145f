import type { SEARCH_KEYS } from '../../../lib/breaches/kinds/search-keys.ts';
import { either, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { results } from './search-phrases.ts';

const OTHERS = 'A user who searches for one patient or study is shown others, and may open the wrong one.';
const PART = 'A study, series or image is shown under the UID of another one.';
const NOT_FOUND = 'A user who searches with a value that is stored is told that there is nothing.';

export const SEARCH_KEYS_ENGLISH: WordsFor<typeof SEARCH_KEYS> = {
  'search-ignores-key': ({ key, results: count }, seen) => ({
    headline: `The search ignores ${key}: ${seen.request} with a value that nothing has returns ${results(count)}.`,
    expected: 'no result',
    observed: results(count),
    effect: OTHERS,
    remedy: `Apply ${key} in the query of this search; every key of Table 10.6.1-5 has to select.`,
  }),
  'search-ignores-all-keys': ({ keys, level, results: count }, seen) => ({
    headline: `The search ignores all keys of the ${level} level: ${seen.request} with a value that nothing has returns ${results(count)}, whether the key is ${either(keys)}.`,
    expected: 'no result',
    observed: results(count),
    effect: OTHERS,
    remedy: 'Read the keys of the query and apply them; every key of Table 10.6.1-5 has to select.',
  }),
  'search-ignores-parent-key': ({ key, level, results: count }, seen) => ({
    headline: `The search ignores a key of a level above: ${seen.request} with a value of ${key} that nothing has returns ${results(count)}.`,
    expected: 'no result',
    observed: results(count),
    effect: `A user who lists the ${level === 'instance' ? 'instances' : 'series'} of one patient is shown those of others.`,
    remedy:
      'Join each entity with its study and series, and match on the keys of all levels that the path leaves open.',
  }),
  'search-refuses-key': ({ key, status, expected }, seen) => ({
    headline: `The search refuses the key ${key}: ${seen.request} with a stored value is answered ${seen.status ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)} with what has the value`,
    observed: `status ${seen.status ?? status}`,
    effect: `A user cannot search by ${key}.`,
    remedy: `Support ${key} as a key of this search, as Table 10.6.1-5 demands.`,
  }),
  'search-misses-by-key': ({ key, value, results: count }, seen) => ({
    headline: `The search by ${key} does not find what is stored: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} without it.`,
    expected: `what has ${key} ${quoted(value)}`,
    observed: `${results(count)} without it`,
    effect: NOT_FOUND,
    remedy: `Index ${key} when an instance is stored, and compare the stored value with the key.`,
  }),
  'search-misses-by-encoded-key': ({ key, value, results: count }, seen) => ({
    headline: `The search by ${key} does not find a value that has to be percent-encoded: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} without it.`,
    expected: `what has ${key} ${quoted(value)}`,
    observed: `${results(count)} without it`,
    effect: NOT_FOUND,
    remedy: `Index ${key}, undo the percent-encoding of the query once, and then compare.`,
  }),
  'search-finds-others-by-key': ({ key, value, uid }, seen) => ({
    headline: `The search by ${key} finds too much: ${seen.request} with ${key}=${quoted(value)} also returns ${quoted(uid)}, which has another value.`,
    expected: `only what has ${key} ${quoted(value)}`,
    observed: `${quoted(uid)} as well`,
    effect: OTHERS,
    remedy: `Compare the whole value of ${key}, and apply all keys of the query together.`,
  }),
  'search-compares-part-of-uid': ({ key }, seen) => ({
    headline: `The search compares only part of a UID: ${seen.request} finds a stored ${key} by a UID with another end.`,
    expected: 'no result for a UID that nothing has',
    observed: 'the entity whose UID begins alike',
    effect: PART,
    remedy: 'Keep all 64 characters of a UID, and compare all of them.',
  }),
  'search-compares-beginning-of-uid': ({ key }, seen) => ({
    headline: `The search takes the beginning of a UID for the whole: ${seen.request} finds a stored ${key} by a UID of another length.`,
    expected: 'no result for a UID that nothing has',
    observed: 'the entity whose UID begins alike',
    effect: PART,
    remedy: 'Compare UIDs as a whole: a UID matches only if it has the same length.',
  }),
  'search-matches-beginning': ({ key, value, results: count }, seen) => ({
    headline: `The search takes the beginning of ${key} for the whole: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} with a longer value.`,
    expected: 'no result for the beginning of a value',
    observed: results(count),
    effect: 'A user who types patient 12 is also shown patients 120 and 123.',
    remedy: 'Compare whole values, and match beginnings only where the key has an asterisk.',
  }),
  'search-disregards-case': ({ key, value, results: count }, seen) => ({
    headline: `The search disregards case in ${key}: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} with the value in another case.`,
    expected: 'no result for the value in another case',
    observed: results(count),
    effect: 'Two identifiers that differ in case alone are taken for one.',
    remedy: 'Compare keys that are no names with a case-sensitive collation.',
  }),
  'search-ignores-keywords': ({ key, results: count }, seen) => ({
    headline: `The search ignores keys that are named by keyword: ${seen.request}?${key}= with a value that nothing has returns ${results(count)}, and with the tag none.`,
    expected: 'the same result by keyword as by tag',
    observed: `${results(count)} by keyword, none by tag`,
    effect: OTHERS,
    remedy: 'Resolve keywords such as PatientID to their tag before the search runs.',
  }),
  'search-ignores-tags': ({ key, results: count }, seen) => ({
    headline: `The search ignores keys that are named by tag: ${seen.request} with the tag of ${key} and a value that nothing has returns ${results(count)}.`,
    expected: 'no result, as by keyword',
    observed: results(count),
    effect: OTHERS,
    remedy: 'Take eight hexadecimal digits in the query for the tag of an attribute.',
  }),
  'search-refuses-spelling': ({ key, spelling, status, expected }, seen) => ({
    headline: `The search refuses ${key} written as ${spelling}: ${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}.`,
    expected: 'the same results as by keyword',
    observed: `status ${seen.status ?? status}`,
    effect: 'Clients that name keys by tag cannot search.',
    remedy: 'Take eight hexadecimal digits, in upper and lower case, for the tag of an attribute.',
  }),
  'search-differs-by-spelling': ({ key, spelling, results: count, expected }, seen) => ({
    headline: `The search by ${key} written as ${spelling} returns ${results(count)} instead of the ${expected} that ${seen.request} returns by keyword.`,
    expected: results(expected),
    observed: results(count),
    effect: 'What a user finds depends on which client is used.',
    remedy: 'Resolve keyword and tag, in upper and lower case, to the same attribute before matching.',
  }),
};
