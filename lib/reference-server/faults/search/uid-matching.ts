import { keywordOf, tagOf } from '../../../dicom/dictionary.ts';
import type { Behaviour } from '../../behaviour.ts';
import { on } from '../../changes/answers.ts';
import { changeValues } from '../../changes/query.ts';
import { refuse } from '../../changes/refuse.ts';
import type { Instance } from '../../instance.ts';
import type { Level } from '../../message.ts';
import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

const LEVELS = [
  ['study', 'studies', 0],
  ['series', 'series', -1],
  ['instance', 'instances', 0],
] as const satisfies readonly (readonly [string, Level, number])[];

const isUidKey = (name: string): boolean => /InstanceUID$/.test(keywordOf(tagOf(name) ?? name.toUpperCase()) ?? '');

const KEYS: Readonly<Record<string, keyof Pick<Instance, 'study' | 'series' | 'instance'>>> = {
  StudyInstanceUID: 'study',
  SeriesInstanceUID: 'series',
  SOPInstanceUID: 'instance',
};

/** Searches in which a stored UID fits the one that is asked for in another way than by being it. */
function comparingUids(fits: (stored: string, asked: string) => boolean): Behaviour {
  return {
    handle(request, archive, next) {
      if (request.route.operation !== 'search') return next(request, archive);
      const query = request.query.map(([name, value]) => {
        const level = KEYS[name];
        const found = level && archive.select().find((one) => fits(one[level], value));
        return [name, found && level ? found[level] : value] as const;
      });
      return next({ ...request, query }, archive);
    },
  };
}

/** Faults of matching UIDs and lists of UIDs. */
export const SEARCH_UID_MATCHING: readonly Fault[] = [
  {
    id: 'search-uid-list-refused',
    title: 'answers 400 to a list of UIDs',
    scenarios: ['uid-list'],
    requirements: ['QIDO-042'],
    breach: 'search-refuses-uid-list',
    behaviour: () =>
      refuse(
        (request) =>
          request.route.operation === 'search' &&
          request.query.some(([, value]) => /^[\d.]+[,\\][\d.,\\]+$/.test(value)),
        400,
        'one UID only',
      ),
  },
  {
    id: 'search-compares-beginnings',
    title: 'matches every UID that begins with the one that is searched for',
    scenarios: ['T12', 'T14', 'T16'],
    requirements: ['QIDO-010', 'QIDO-011', 'QIDO-013'],
    breach: 'search-compares-beginning-of-uid',
    behaviour: () => comparingUids((stored, asked) => stored.startsWith(asked)),
  },
  {
    id: 'search-compares-in-part',
    title: 'compares only the first forty characters of UIDs',
    scenarios: ['T13', 'T15', 'T17'],
    requirements: ['QIDO-011', 'QIDO-013'],
    breach: 'search-compares-part-of-uid',
    behaviour: () => comparingUids((stored, asked) => asked.startsWith(stored.slice(0, 40))),
  },
  {
    id: 'search-uid-list-by-backslash',
    title: 'refuses lists of UIDs separated by commas',
    scenarios: ['uid-list'],
    requirements: ['QIDO-042'],
    breach: 'search-uid-list-in-another-form',
    behaviour: () => ({
      async handle(request, archive, next) {
        if (request.route.operation !== 'search') return next(request, archive);
        if (request.query.some(([, value]) => /^[\d.]+,[\d.,]+$/.test(value))) return textAnswer(400, 'one UID only');
        const query = request.query.map(([name, value]) => [name, value.replaceAll('\\', ',')] as const);
        return next({ ...request, query }, archive);
      },
    }),
  },
  // One fault for each level at which one UID of a list counts.
  ...LEVELS.map(
    ([name, level, at]): Fault => ({
      id: `${name}-search-reads-one-of-a-list`,
      title: `reads only the ${at === 0 ? 'first' : 'last'} UID of a list in searches at the ${name} level`,
      scenarios: ['uid-list'],
      requirements: ['QIDO-042'],
      breach: 'search-uid-list-misses',
      behaviour: () =>
        changeValues(on('search', level), (value, key) =>
          isUidKey(key) ? (value.split(/[,\\]/).at(at) ?? '') : value,
        ),
    }),
  ),
];
