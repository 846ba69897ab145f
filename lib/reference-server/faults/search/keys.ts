import { tagOf } from '../../../dicom/dictionary.ts';
import type { Behaviour } from '../../behaviour.ts';
import { changeRequest, on } from '../../changes/answers.ts';
import { NO_MATCH } from '../../changes/empty-search.ts';
import { changeQuery, dropParameters } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Level } from '../../message.ts';
import { type Request, textAnswer } from '../../message.ts';
import { MATCHING_KEYS } from '../../search/attributes.ts';
import { type Fault, TUTORIAL } from '../fault.ts';

/** Percent-encoded octets that a server leaves as they are: all, or those in the less usual case. */
const LITERAL = [
  ['percent', 'percent-encoded octets', /%(?=[0-9A-Fa-f]{2})/g],
  ['lower-case-percent', 'percent-encoded octets in lower case', /%(?=[0-9]?[a-f])/g],
] as const;

/** Keys that are no UIDs: name in the fault's id, keyword, where it is seen, which requirement asks for it. */
const KEYS = [
  ['study-date', 'StudyDate', ['study-keys', 'parent-keys', 'date-range', 'faulty-search'], 'QIDO-010'],
  ['study-time', 'StudyTime', ['study-keys', 'parent-keys', 'time-range'], 'QIDO-010'],
  ['modalities-in-study', 'ModalitiesInStudy', ['study-keys'], 'QIDO-010'],
  ['referring-physician-name', 'ReferringPhysicianName', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['patient-name', 'PatientName', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['patient-id', 'PatientID', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['study-id', 'StudyID', ['study-keys', 'parent-keys'], 'QIDO-010'],
  ['series-number', 'SeriesNumber', ['series-keys', 'parent-keys'], 'QIDO-011'],
  ['sop-class-uid', 'SOPClassUID', ['instance-keys'], 'QIDO-013'],
  ['instance-number', 'InstanceNumber', ['instance-keys'], 'QIDO-013'],
] as const satisfies readonly (readonly [string, string, readonly string[], string])[];

const PARENT_KEYS = new Set([...MATCHING_KEYS.studies, ...MATCHING_KEYS.series]);

/** Takes no notice of one key at some of the resources. */
function ignoring(tag: string, at: (route: Request['route']) => boolean): Behaviour {
  return changeQuery(
    ({ route }) => route.operation === 'search' && at(route),
    (query) => query.filter(([name]) => tagOf(name) !== tag),
  );
}

/** What is answered to a key without value: name in the fault's id, title, answer, breach. */
const ANSWERS = [
  ['finds-nothing', 'finds nothing when a key has no value', NO_MATCH, 'search-finds-nothing-by-empty-key'],
  ['answers-500', 'answers 500 when a key has no value', textAnswer(500, 'no value'), 'search-fails-on-empty-key'],
] as const;

function hasEmptyKey({ route, query }: Request): boolean {
  return route.operation === 'search' && query.some(([, value]) => value === '');
}

const SUPPORTED = new Set(Object.values(MATCHING_KEYS).flat());

const NOT_KEYS = new Set(['limit', 'offset', 'includefield', 'fuzzymatching', 'accept']);

/** Searches of a level, or of all, without any matching key. */
function ignoreKeys(level?: Level): Behaviour {
  return changeQuery(on('search', level), (query) => query.filter(([name]) => NOT_KEYS.has(name)));
}

/** Faults of matching keys: keys that are not read, or not in every spelling. */
export const SEARCH_KEYS: readonly Fault[] = [
  {
    id: 'study-search-ignores-keys',
    title: 'answers a search for studies with every study',
    scenarios: ['T12'],
    requirements: ['QIDO-010'],
    breach: 'search-ignores-key',
    behaviour: () => ignoreKeys('studies'),
  },
  {
    id: 'series-search-ignores-keys',
    title: 'answers a search for series with every series',
    scenarios: ['T13', 'T14'],
    requirements: ['QIDO-011'],
    breach: 'search-ignores-key',
    behaviour: () => ignoreKeys('series'),
  },
  {
    id: 'instance-search-ignores-keys',
    title: 'answers a search for instances with every instance',
    scenarios: ['T15', 'T16', 'T17'],
    requirements: ['QIDO-013'],
    breach: 'search-ignores-key',
    behaviour: () => ignoreKeys('instances'),
  },
  {
    id: 'search-ignores-accession-number',
    title: 'ignores AccessionNumber in a search for studies',
    scenarios: ['rich-instance'],
    requirements: ['QIDO-010'],
    breach: 'search-ignores-key',
    behaviour: () =>
      changeQuery(on('search', 'studies'), (query) => query.filter(([name]) => tagOf(name) !== '00080050')),
  },
  {
    id: 'search-ignores-every-key',
    title: 'answers every search with all that lies below its path',
    scenarios: [...TUTORIAL.search, ...TUTORIAL.delete, 'study-keys', 'series-keys', 'instance-keys', 'faulty-search'],
    requirements: ['QIDO-010', 'QIDO-011', 'QIDO-013'],
    breach: 'search-ignores-all-keys',
    behaviour: () => ignoreKeys(),
  },
  {
    id: 'search-ignores-all-but-last-key',
    title: 'ignores all matching keys but the last',
    scenarios: ['several-keys'],
    requirements: ['QIDO-049'],
    breach: 'search-does-not-combine-keys',
    behaviour: () => changeQuery(on('search'), (query) => query.slice(-1)),
  },
  {
    id: 'search-ignores-keys-beside-study-uid',
    title: 'ignores the other keys of a search that names a study',
    scenarios: ['study-keys'],
    requirements: ['QIDO-049'],
    breach: 'search-does-not-combine-keys',
    behaviour: () =>
      changeQuery(on('search', 'studies'), (query) => {
        const named = query.filter(([name]) => tagOf(name) === '0020000D');
        return named.length > 0 ? named : query;
      }),
  },
  {
    id: 'search-ignores-keywords',
    title: 'ignores matching keys that are written as keywords',
    scenarios: [...TUTORIAL.search, 'spelling'],
    requirements: ['QIDO-010', 'QIDO-011', 'QIDO-013', 'QIDO-048'],
    breach: 'search-ignores-keywords',
    behaviour: () => changeQuery(on('search'), (query) => query.filter(([name]) => tagOf(name) === null)),
  },
  {
    id: 'search-ignores-tags',
    title: 'ignores matching keys that are written as tags',
    scenarios: ['spelling'],
    requirements: ['QIDO-048'],
    breach: 'search-ignores-tags',
    behaviour: () => changeQuery(on('search'), (query) => query.filter(([name]) => !/^[0-9A-Fa-f]{8}$/.test(name))),
  },
  ...LITERAL.map(
    ([name, what, literal]): Fault => ({
      id: `search-takes-${name}-literally`,
      title: `does not decode ${what} in keys`,
      scenarios: ['encoded-keys'],
      requirements: ['COMMON-006'],
      breach: `search-takes-${name}-literally`,
      behaviour: () =>
        changeRequest(on('search'), (request) => ({
          ...request,
          query: request.rawQuery
            .split('&')
            .filter(Boolean)
            .map((pair) => {
              const [key = '', value = ''] = pair.split('=', 2);
              return [key, decodeURIComponent(value.replaceAll(literal, '%25'))] as const;
            }),
        })),
    }),
  ),
  // One fault for each key of Table 10.6.1-5 that a search takes no notice of.
  ...KEYS.map(
    ([name, keyword, scenarios, requirement]): Fault => ({
      id: `search-ignores-${name}`,
      title: `ignores ${keyword} as a key`,
      scenarios,
      requirements: [requirement],
      breach: 'search-ignores-key',
      behaviour: () => dropParameters([keyword]),
    }),
  ),
  {
    id: 'relational-search-ignores-parent-keys',
    title: 'ignores study and series keys in searches for all instances',
    scenarios: ['parent-keys'],
    requirements: ['QIDO-014'],
    breach: 'search-ignores-parent-key',
    behaviour: () =>
      changeQuery(
        ({ route }) => route.operation === 'search' && route.level === 'instances' && route.study === undefined,
        (query) => query.filter(([name]) => !PARENT_KEYS.has(tagOf(name) ?? '')),
      ),
  },
  {
    id: 'series-search-ignores-keys-in-sequences',
    title: 'ignores keys inside RequestAttributesSequence',
    scenarios: ['rich-instance'],
    requirements: ['QIDO-012'],
    breach: 'search-ignores-key',
    behaviour: () => changeQuery(on('search'), (query) => query.filter(([name]) => !name.includes('.'))),
  },
  {
    id: 'series-search-ignores-patient-id',
    title: 'ignores PatientID in searches for series across studies',
    scenarios: ['parent-keys'],
    requirements: ['QIDO-014'],
    breach: 'search-ignores-parent-key',
    behaviour: () => ignoring('00100020', ({ level, study }) => level === 'series' && study === undefined),
  },
  {
    id: 'instance-search-of-study-ignores-modality',
    title: 'ignores Modality in searches for the instances of a study',
    scenarios: ['parent-keys'],
    requirements: ['QIDO-014'],
    breach: 'search-ignores-parent-key',
    behaviour: () => ignoring('00080060', ({ level, study }) => level === 'instances' && study !== undefined),
  },
  // One fault for each way in which a key without value ends a search.
  ...ANSWERS.map(
    ([name, title, answer, breach]): Fault => ({
      id: `search-empty-key-${name}`,
      title,
      scenarios: ['tolerated-keys'],
      requirements: ['QIDO-043'],
      breach,
      behaviour: () => ({
        handle: async (request, archive, next) => (hasEmptyKey(request) ? answer : next(request, archive)),
      }),
    }),
  ),
  {
    id: 'search-refuses-unsupported-key',
    title: 'answers 400 to an attribute that it does not match on',
    scenarios: ['tolerated-keys'],
    requirements: ['QIDO-051'],
    breach: 'search-refuses-unsupported-key',
    behaviour: () =>
      refuse(
        (request) => request.query.some(([name]) => /^[0-9A-F]{8}$/.test(name) && !SUPPORTED.has(name)),
        400,
        'no such key',
      ),
  },
];
