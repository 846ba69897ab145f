import { attributesOf } from '../../attributes-of.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import { changeValues, dropParameters } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Fault } from '../fault.ts';

/** A date range without its first and last day. */
function narrowed(value: string): string {
  const shift = (date: string, by: number): string => (date === '' ? '' : String(Number(date) + by));
  const [, from, to] = /^(\d{8}|)-(\d{8}|)$/.exec(value) ?? [];
  return from === undefined || to === undefined ? value : `${shift(from, 1)}-${shift(to, -1)}`;
}

/** What becomes of a range of dates or times: of a closed one, or of one that is open to a side. */
const READINGS = [
  ['upper-bound', 'ignores the end of a range', (from: string) => `${from}-`, isClosed],
  ['lower-bound', 'ignores the start of a range', (_: string, to: string) => `-${to}`, isClosed],
  [
    'all-but-start',
    'reads a range without an end as its start alone',
    (from: string) => from,
    (_: string, to: string) => to === '',
  ],
  ['open-start', 'ignores a range without a start', () => '', (from: string) => from === ''],
  ['open-end', 'ignores a range without an end', () => '', (_: string, to: string) => to === ''],
] as const satisfies readonly (readonly [
  string,
  string,
  (from: string, to: string) => string,
  (from: string, to: string) => boolean,
])[];

function isClosed(from: string, to: string): boolean {
  return from !== '' && to !== '';
}

/** Faults of matching values: exact texts, wildcards, fuzzy matching, ranges of dates and times. */
export const SEARCH_VALUE_MATCHING: readonly Fault[] = [
  {
    id: 'search-wildcards-literal',
    title: 'matches wildcards literally',
    scenarios: ['wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-takes-wildcards-literally',
    behaviour: () => changeValues(on('search'), (value) => value.replaceAll(/[*?]/g, '#')),
  },
  {
    id: 'search-asterisk-needs-a-character',
    title: 'matches an asterisk with one or more characters, not with none',
    scenarios: ['wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-asterisk-needs-a-character',
    behaviour: () => changeValues(on('search'), (value) => value.replaceAll('*', '?*')),
  },
  {
    id: 'study-search-takes-wildcards-literally',
    title: 'matches wildcards literally in searches for studies',
    scenarios: ['study-wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-takes-wildcards-literally',
    behaviour: () => changeValues(on('search', 'studies'), (value) => value.replaceAll(/[*?]/g, '#')),
  },
  {
    id: 'search-patterns-match-anywhere',
    title: 'finds what has the pattern of a key anywhere',
    scenarios: ['wildcards', 'study-wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-wildcard-matches-too-much',
    behaviour: () => changeValues(on('search'), (value) => (value.includes('*') ? `*${value}*` : value)),
  },
  {
    id: 'study-search-patterns-begin-anywhere',
    title: 'finds a study by PatientID=X* where X is anywhere in it',
    scenarios: ['study-wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-wildcard-matches-too-much',
    behaviour: () =>
      changeValues(on('search', 'studies'), (value, name) =>
        name === 'PatientID' && value.endsWith('*') ? `*${value}` : value,
      ),
  },
  {
    id: 'series-search-patterns-end-anywhere',
    title: 'finds a series by Modality=*X where X is anywhere in it',
    scenarios: ['wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-wildcard-matches-too-much',
    behaviour: () =>
      changeValues(on('search', 'series'), (value, name) =>
        name === 'Modality' && value.startsWith('*') ? `${value}*` : value,
      ),
  },
  {
    id: 'search-matches-beginnings-of-texts',
    title: 'finds every PatientID that begins with the one that is searched for',
    scenarios: ['exact-values'],
    requirements: ['QIDO-040'],
    breach: 'search-matches-beginning',
    behaviour: () => changeValues(on('search'), (value, name) => (name === 'PatientID' && value ? `${value}*` : value)),
  },
  {
    id: 'search-disregards-case',
    title: 'finds a PatientID whatever its case',
    scenarios: ['exact-values'],
    requirements: ['QIDO-040'],
    breach: 'search-disregards-case',
    behaviour: () =>
      changeRequest(on('search'), (request, archive) => {
        const stored = () => archive.select().map((instance) => String(attributesOf(instance)['00100020']?.Value?.[0]));
        const asStored = (value: string) => stored().find((id) => id.toLowerCase() === value.toLowerCase()) ?? value;
        return {
          ...request,
          query: request.query.map(([name, value]) => [name, name === 'PatientID' ? asStored(value) : value] as const),
        };
      }),
  },
  {
    id: 'search-fuzzy-matching-refused',
    title: 'answers 400 to fuzzymatching=true',
    scenarios: ['fuzzy-matching'],
    requirements: ['QIDO-054'],
    breach: 'fuzzymatching-refused',
    behaviour: () =>
      refuse(
        (request) => request.query.some(([name, value]) => name === 'fuzzymatching' && value === 'true'),
        400,
        'not supported',
      ),
  },
  {
    id: 'search-fuzzy-matching-ignored',
    title: 'ignores fuzzymatching=true without a warning',
    scenarios: ['fuzzy-matching'],
    requirements: ['QIDO-054'],
    breach: 'fuzzymatching-ignored-silently',
    behaviour: () => dropParameters(['fuzzymatching']),
  },
  {
    id: 'search-ignores-wildcards',
    title: 'ignores a key whose value has wildcards',
    scenarios: ['wildcards', 'study-wildcards'],
    requirements: ['QIDO-044'],
    breach: 'search-wildcard-matches-too-much',
    behaviour: () => changeValues(on('search'), (value) => (/[*?]/.test(value) ? '' : value)),
  },
  {
    id: 'search-ignores-ranges',
    title: 'ignores a key whose value is a range',
    scenarios: ['date-range', 'time-range'],
    requirements: ['QIDO-045', 'QIDO-046'],
    breach: 'search-ignores-ranges',
    behaviour: () => changeValues(on('search'), (value) => (/^\d*-\d*$/.test(value) ? '' : value)),
  },
  {
    id: 'search-range-bounds-excluded',
    title: 'leaves the bounds out of date ranges',
    scenarios: ['date-range'],
    requirements: ['QIDO-045'],
    breach: 'search-range-excludes-bound',
    behaviour: () => changeValues(on('search'), narrowed),
  },
  // One fault for each part of a range that a search may leave out of account.
  ...READINGS.map(
    ([name, title, read, isMet]): Fault => ({
      id: `search-ignores-${name}`,
      title,
      scenarios: ['date-range', 'time-range'],
      requirements: ['QIDO-045', 'QIDO-046'],
      breach: name === 'all-but-start' ? 'search-range-misses-inside' : 'search-range-matches-outside',
      behaviour: () =>
        changeValues(on('search'), (value) => {
          const [, from, to] = /^(\d{6,8}|)-(\d{6,8}|)$/.exec(value) ?? [];
          const isRange = from !== undefined && to !== undefined && value !== '-';
          return isRange && isMet(from, to) ? read(from, to) : value;
        }),
    }),
  ),
];
