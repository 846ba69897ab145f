import type { SEARCH_MATCHING } from '../../../lib/breaches/kinds/search-matching.ts';
import { either, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { results } from './search-phrases.ts';

/** What came instead of a result. */
function came({ results: count, status }: { readonly results: number; readonly status: number }): string {
  if (status !== 200 && status !== 204) return `status ${status}`;
  return count === 0 ? 'no result' : `${results(count)} without it`;
}

const PART = 'A user who searches with part of a value is told that there is nothing.';
const RANGE = 'A work list of a day or of some hours lacks studies.';

export const SEARCH_MATCHING_ENGLISH: WordsFor<typeof SEARCH_MATCHING> = {
  'search-takes-wildcards-literally': (seen, { request }) => ({
    headline: `The search does not understand wildcards: ${request} with ${seen.key}=${quoted(seen.value)} is answered with ${came(seen)} instead of what fits the pattern.`,
    expected: `what fits ${quoted(seen.value)}`,
    observed: came(seen),
    effect: PART,
    remedy: 'Translate * into any run of characters and ? into one character for the text keys.',
  }),
  'search-asterisk-needs-a-character': (seen, { request }) => ({
    headline: `An asterisk behind the whole value loses it: ${request} with ${seen.key}=${quoted(seen.value)} is answered with ${came(seen)} instead of the value itself.`,
    expected: `what begins with ${quoted(String(seen.value).replace(/\*$/, ''))}, itself included`,
    observed: came(seen),
    effect: 'A user who adds an asterisk to be safe loses the exact match.',
    remedy: 'Let * match any run of characters, an empty one included.',
  }),
  'search-wildcard-matches-too-much': ({ key, value, results: count }, { request }) => ({
    headline: `A wildcard matches too much: ${request} with ${key}=${quoted(value)} returns ${results(count)} that ${count === 1 ? 'does' : 'do'} not fit the pattern.`,
    expected: 'only what fits the pattern',
    observed: results(count),
    effect: 'A user is shown other patients or series than the pattern names.',
    remedy: 'Let ? match exactly one character and compare all other characters of the pattern.',
  }),
  'search-range-excludes-bound': (seen, { request }) => ({
    headline: `A range leaves out its bound: ${request} with ${seen.key}=${seen.value} is answered with ${came(seen)}, although the stored value is the bound.`,
    expected: 'what lies in the range, its bounds included',
    observed: came(seen),
    effect: `${RANGE} Those of its first or last day are lost.`,
    remedy: 'Compare with less-or-equal at both ends of a range.',
  }),
  'search-range-misses-inside': (seen, { request }) => ({
    headline: `A range does not find what lies inside it: ${request} with ${seen.key}=${seen.value} is answered with ${came(seen)}.`,
    expected: 'what lies in the range',
    observed: came(seen),
    effect: RANGE,
    remedy: 'Parse the three forms a-b, a- and -b, and compare dates and times by value.',
  }),
  'search-range-matches-outside': ({ key, value, form, side, results: count }, { request }) => ({
    headline: `A range ${formInWords(form)} finds what lies ${side} it: ${request} with ${key}=${value} returns ${results(count)} instead of none.`,
    expected: 'no result',
    observed: results(count),
    effect: 'A list of a day or of some hours shows studies of other times.',
    remedy: `Apply the ${side === 'before' ? 'start' : 'end'} of a range ${formInWords(form)}.`,
  }),
  'search-ignores-ranges': ({ key, value, results: count }, { request }) => ({
    headline: `The search ignores ranges: ${request} with ${key}=${value}, in which nothing lies, returns ${results(count)}, and so does every other range.`,
    expected: 'no result',
    observed: results(count),
    effect: 'A list of a day shows the studies of all days.',
    remedy: 'Parse the three forms a-b, a- and -b, and apply both bounds.',
  }),
  'search-refuses-uid-list': ({ key, status, expected }, { request, status: line }) => ({
    headline: `The search refuses a list of UIDs: ${request} with two values of ${key} is answered ${line ?? status} instead of ${either(expected)}.`,
    expected: 'each entity of the list',
    observed: `status ${line ?? status}`,
    effect: 'A viewer that loads several studies, series or images by one search shows none.',
    remedy: 'Split the value of a UID key at its commas and match any of the parts.',
  }),
  'search-uid-list-misses': ({ key, results: count, listed }, { request }) => ({
    headline: `A list of UIDs does not find all that it names: ${request} with ${listed} values of ${key} returns ${results(count)}, and a stored one is missing.`,
    expected: 'each stored entity of the list',
    observed: results(count),
    effect: 'A viewer that loads prior studies or key images by one search lacks some of them.',
    remedy: 'Split the value of a UID key at its commas and match any of the parts.',
  }),
  'search-uid-list-matches-others': ({ key, results: count }, { request }) => ({
    headline: `A list of UIDs finds what it does not name: ${request} with a list of ${key} returns ${results(count)} too many.`,
    expected: 'no entity beside those of the list',
    observed: results(count),
    effect: 'A user is shown studies, series or images of others.',
    remedy: 'Match each UID of the list as a whole, and apply the list as a filter.',
  }),
  'search-uid-list-in-another-form': ({ key, form }, { request }) => ({
    headline: `The search takes lists of ${key} only with ${form} between the UIDs and not with a comma: ${request} does not find what the list names.`,
    expected: 'UIDs separated by commas',
    observed: `a list that is understood with ${form}`,
    effect: 'Clients that write lists as the standard does find nothing.',
    remedy: 'Split the value of a UID key at its commas, whether they are percent-encoded or not.',
  }),
  'search-takes-percent-literally': (seen, { request }) => ({
    headline: `The search does not undo percent-encoding: ${request} with ${seen.key}=${seen.value} is answered with ${came(seen)}, and without the encoding it finds what is stored.`,
    expected: 'the same results as without the encoding',
    observed: came(seen),
    effect: 'Names and numbers with special characters cannot be found.',
    remedy: 'Undo the percent-encoding of names and values before keys are matched.',
  }),
  'search-takes-lower-case-percent-literally': (seen, { request }) => ({
    headline: `The search does not undo percent-encoding in lower case: ${request} with ${seen.key}=${seen.value} is answered with ${came(seen)}.`,
    expected: 'the same results as with the digits in upper case',
    observed: came(seen),
    effect: 'Clients that write %2f instead of %2F find nothing.',
    remedy: 'Take hexadecimal digits behind % in either case.',
  }),
  'search-ignores-encoded-value': ({ key, value, results: count }, { request }) => ({
    headline: `The search ignores a percent-encoded value: ${request} with ${key}=${value} returns ${results(count)} that ${count === 1 ? 'does' : 'do'} not have it.`,
    expected: 'no result beside what has the value',
    observed: results(count),
    effect: 'A user is shown other patients or series than were asked for.',
    remedy: 'Undo the percent-encoding of names and values, and apply the key.',
  }),
  'search-does-not-combine-keys': ({ keys, results: count, expected }, { request }) => ({
    headline: `The search does not combine its keys: ${request} with ${(keys ?? []).join(' and ')} does not return what has both values (${results(count)}, ${expected} expected).`,
    expected: 'what has the values of all keys',
    observed: results(count),
    effect: 'A user who narrows a search is shown other patients or series.',
    remedy: 'Join all keys of the query by AND, whatever their order.',
  }),
};

function formInWords(form: string): string {
  if (form === 'open-start') return 'without start';
  return form === 'open-end' ? 'without end' : 'of two bounds';
}
