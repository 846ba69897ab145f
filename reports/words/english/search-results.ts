import type { SEARCH_RESULTS } from '../../../lib/breaches/kinds/search-results.ts';
import { counted, either, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { asked, results } from './search-phrases.ts';

export const SEARCH_RESULTS_ENGLISH: WordsFor<typeof SEARCH_RESULTS> = {
  'search-not-offered': ({ status, expected }, seen) => ({
    headline: `${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}: this search is not offered.`,
    expected: `status ${either(expected)} with the stored entities`,
    observed: `status ${seen.status ?? status}`,
    effect: 'Users cannot list what is stored here, so a viewer cannot open it.',
    remedy: `Add the resource of ${seen.request} and answer 200 with what is stored.`,
  }),
  'search-fails': ({ status, expected }, seen) => ({
    headline: `A search fails: ${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A client takes the answer for an error, and the user sees no list of studies, series or images.',
    remedy: 'Find the error in the log of the server, and answer a search that succeeds with 200.',
  }),
  'search-answer-not-json': ({ type, bytes }, seen) => ({
    headline: `${seen.request} is answered ${seen.status ?? '200'} with ${bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${quoted(type ?? 'no media type')}`} instead of DICOM JSON.`,
    expected: 'a list of results in DICOM JSON',
    observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${quoted(type ?? 'no media type')}`,
    effect: 'No client can read the results, so nothing that is stored can be found here.',
    remedy:
      'Answer searches with application/dicom+json. Check that no proxy or start page answers in the place of the service.',
  }),
  'search-answer-too-long': ({ expected, bound }, seen) => ({
    headline: `${seen.request} is answered with more than can be read (${bound}) instead of ${results(expected)}.`,
    expected: results(expected),
    observed: `more than can be read: ${bound}`,
    effect: 'A client that reads the whole list runs out of memory or time.',
    remedy: 'Apply the keys of the search, and send each entity once.',
  }),
  'search-finds-nothing': ({ level, expected, status }, seen) => ({
    headline: `${asked(seen)} finds nothing (${status}) instead of ${counted(expected, `stored ${level}`, `stored ${plural(level)}`)}.`,
    expected: results(expected),
    observed: status === 204 ? 'status 204, no result' : 'an empty list',
    effect: 'What is stored cannot be found, so nobody can open it.',
    remedy: 'Add stored instances to the index that searches read, before the store is answered.',
  }),
  'search-misses-stored': ({ level, uid, results: count }, seen) => ({
    headline: `${asked(seen)} returns ${results(count)} without the stored ${level} ${uid}.`,
    expected: `one result for the ${level} ${uid}`,
    observed: `${results(count)}, none of them for it`,
    effect: `A user does not see this ${level} in the list and takes it for missing.`,
    remedy: `List every ${level} that lies below the path of the request.`,
  }),
  'search-repeats-result': ({ level, uid, times }, seen) => ({
    headline: `${asked(seen)} returns the ${level} ${uid} ${times} times instead of once.`,
    expected: `one result for the ${level} ${uid}`,
    observed: `${times} results for it`,
    effect: `A list shows the same ${level} several times, and counts made of it are wrong.`,
    remedy: `Return one result for each ${level}, for example by grouping joined rows by its UID.`,
  }),
  'search-finds-foreign': ({ level, uid, expected }, seen) => ({
    headline: `${asked(seen)} also returns the ${level} ${quoted(uid)}, which it does not ask for.`,
    expected: `only ${results(expected)}`,
    observed: `the ${level} ${quoted(uid)} as well`,
    effect: 'A user sees data that belong to something else, which may be another patient.',
    remedy: 'Return only what lies below the path and has the values of the keys.',
  }),
  'search-ignores-path': ({ results: count }, seen) => ({
    headline: `The search ignores its path: ${asked(seen)} returns ${results(count)} of another study or series.`,
    expected: 'only what lies below the study and series in the path',
    observed: `${results(count)} from elsewhere`,
    effect: 'Images of another study, perhaps of another patient, are shown in this one.',
    remedy: 'Restrict the search to the study and the series that the path names.',
  }),
  'search-results-not-array': ({ body }, seen) => ({
    headline: `${seen.request} is answered with a JSON value that is no array: ${quoted(body)}.`,
    expected: 'one array with an object for each match',
    observed: quoted(body),
    effect: 'Clients read a list, so a single match looks like none or causes an error.',
    remedy: 'Send an array always, with one object for each match, also for a single one.',
  }),
  'search-result-not-data-set': ({ item }, seen) => ({
    headline: `${seen.request} is answered with a list whose element is no data set: ${quoted(item)}.`,
    expected: 'an object for each match',
    observed: quoted(item),
    effect: 'Clients cannot read this match.',
    remedy: 'Send one array of objects, not an array within an array.',
  }),
  'search-no-match-status': ({ status, expected }, seen) => ({
    headline: `A search that matches nothing is answered ${seen.status ?? status} instead of 200 with an empty list or 204.`,
    expected: `status ${either(expected)}`,
    observed: `status ${seen.status ?? status}`,
    effect: 'A client tells its user that the server has an error, although there is only no match.',
    remedy: 'Answer 200 with [] or 204 without a body when nothing matches.',
  }),
  'search-no-match-with-body': ({ bytes }) => ({
    headline: `A search that matches nothing is answered 204 with a body of ${counted(bytes, 'byte')}.`,
    expected: 'no body after 204',
    observed: counted(bytes, 'byte'),
    effect: 'The bytes are read as the start of the next answer on the same connection.',
    remedy: 'Send no body with 204.',
  }),
  'search-no-match-not-empty-list': ({ body }) => ({
    headline: `A search that matches nothing is answered 200 with ${body === '' ? 'no body' : quoted(body)} instead of an empty list.`,
    expected: '[] or 204 without a body',
    observed: body === '' ? 'no body' : quoted(body),
    effect: 'A client shows an empty entry, or an error, where there is no match.',
    remedy: 'Send [] when nothing matches.',
  }),
  'search-no-match-finds-others': ({ level, key, results: count }, seen) => ({
    headline: `A search that matches nothing returns ${results(count)}: ${asked(seen)} with a value of ${key || 'a key'} that nothing has lists other ${plural(level)}.`,
    expected: 'no result',
    observed: results(count),
    effect: 'A user who looks for one patient sees others and may take them for the right one.',
    remedy: 'Return an empty list when nothing matches, never everything.',
  }),
  'search-below-unknown-fails': ({ status }, seen) => ({
    headline: `${seen.request} below a study or series that is not stored is answered ${seen.status ?? status} instead of an empty list or 404.`,
    expected: 'status 200 with [], 204 or 404',
    observed: `status ${seen.status ?? status}`,
    effect: 'A client that waits for a study to arrive takes the server for broken.',
    remedy: 'Answer a search below an unknown study with an empty list or 404.',
  }),
};

function plural(level: string): string {
  return level === 'study' ? 'studies' : level === 'instance' ? 'instances' : 'series';
}
