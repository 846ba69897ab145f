import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters, SearchResource } from '../../lib/dicomweb/operations.ts';
import { expecting } from '../../lib/judges/expected-search.ts';
import { type KeyRequirement, keySelects } from '../../lib/judges/search.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../tutorial/answers.ts';
import { held, ofStudy } from '../tutorial/stored.ts';
import { searchWhole } from './search-whole.ts';
import { MODALITY, modalityOf, NO_MODALITY, seriesOfStudy, storedValue } from './stored-values.ts';

/** Keys that select some of what is stored, and others that differ in a value and select nothing. */
interface Keys {
  readonly found: QueryParameters;
  readonly notFound: QueryParameters;
  readonly selects: (instance: StoredInstance) => boolean;
}

interface Matching {
  readonly id: string;
  readonly title: string;
  readonly requirement: KeyRequirement;
  readonly key: string;
  readonly resource: (context: ScenarioContext) => SearchResource;
  /** None where the study has no value to search by. */
  readonly keys: (stored: readonly StoredInstance[], context: ScenarioContext) => readonly Keys[];
}

function matches({ id, title, requirement, key, resource, keys }: Matching): Scenario {
  const storedIn = (context: ScenarioContext) => held(context, ofStudy(context));
  return {
    id,
    service: 'search',
    title,
    covers: [...EVERY_ANSWER, requirement],
    proves: [requirement],
    features: ['search'],
    obstacle: (context) =>
      keys(storedIn(context), context).length > 0 ? null : 'what was stored has no value to search by',
    async play(context) {
      const stored = storedIn(context);
      for (const { found, notFound, selects } of keys(stored, context)) {
        const expected = expecting(stored, resource(context), stored.filter(selects));
        const something = await searchWhole(context, expected, found);
        const nothing = await context.dicomweb.search(expected.resource, notFound);
        context.judge(
          isProperAnswer(something, nothing),
          keySelects(requirement, { key, found: something, expected, notFound: nothing }, context.target.profile),
        );
      }
    },
  };
}

const STUDY_DATE = '00080020';

export const MATCHING: readonly Scenario[] = [
  matches({
    id: 'wildcards',
    title: 'takes wildcards in keys for what they stand for',
    requirement: 'QIDO-044',
    key: 'wildcards in Modality',
    resource: seriesOfStudy,
    keys(stored) {
      const modality = modalityOf(stored);
      if (modality === null) return [];
      const [start, end] = [modality.slice(0, 1), modality.slice(1)];
      return [
        {
          found: [['Modality', `${start}*`]],
          notFound: [['Modality', `${NO_MODALITY}*`]],
          selects: (instance) => storedValue(instance, MODALITY).startsWith(start),
        },
        {
          found: [['Modality', `?${end}`]],
          notFound: [['Modality', `?${modality}`]],
          selects: (instance) => storedValue(instance, MODALITY).slice(1) === end,
        },
      ];
    },
  }),
  matches({
    id: 'date-range',
    title: 'counts the bounds of a range of dates in',
    requirement: 'QIDO-045',
    key: 'a range of StudyDate',
    resource: () => ({ level: 'studies' }),
    keys(stored, { dataset }) {
      const dates = new Set(stored.map((instance) => storedValue(instance, STUDY_DATE)));
      const [date = ''] = dates;
      if (dates.size !== 1 || !/^[0-9]{8}$/.test(date)) return [];
      const inStudy = (range: string): QueryParameters => [
        ['StudyInstanceUID', dataset.study],
        ['StudyDate', range],
      ];
      return [`${date}-${date}`, `${date}-`, `-${date}`].map((range) => ({
        found: inStudy(range),
        notFound: inStudy('18000101-18000102'),
        selects: () => true,
      }));
    },
  }),
  matches({
    id: 'several-keys',
    title: 'finds what has the values of all keys',
    requirement: 'QIDO-049',
    key: 'SeriesInstanceUID and Modality together',
    resource: seriesOfStudy,
    keys(stored) {
      const [first] = stored;
      const modality = modalityOf(stored);
      if (!first || modality === null) return [];
      const series = ['SeriesInstanceUID', first.series] as const;
      const [own, foreign] = [['Modality', modality] as const, ['Modality', NO_MODALITY] as const];
      const selects = (instance: StoredInstance) => instance.series === first.series;
      return [
        { found: [series, own], notFound: [series, foreign], selects },
        { found: [own, series], notFound: [foreign, series], selects },
      ];
    },
  }),
];
