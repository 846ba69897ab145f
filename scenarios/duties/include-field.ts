import type { SearchLevel } from '../../lib/answers/levels.ts';
import { keywordOf } from '../../lib/dicom/dictionary.ts';
import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import { type ExpectedSearch, expectedSearch } from '../../lib/judges/search/expected.ts';
import { includesAll, includesInEachForm } from '../../lib/judges/search/include.ts';
import { attributesLeftOut, type Inclusion } from '../../lib/judges/search/included.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { firstThatFinds, searchPlaces } from '../steps/search-places.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

/** A search for one entity of the study, and what it finds. */
export interface SingleSearch {
  readonly keys: QueryParameters;
  readonly expected: ExpectedSearch;
}

/**
 * The target instance, its series and its study, each searched for by its UID where every server has to, or where else
 * it is found.
 */
export async function singleSearches(
  context: ScenarioContext,
): Promise<Readonly<Record<'study' | 'series' | 'instance', SingleSearch>>> {
  const single = async (level: SearchLevel): Promise<SingleSearch> => {
    const [first, ...others] = searchPlaces(context).filter((place) => place.level === level);
    if (!first) throw new RangeError(`no search finds a ${level}`);
    const { place } = await firstThatFinds(context, [first, ...others]);
    return { keys: place.keys, expected: expectedSearch(asHeld(context), place.resource, place.keys) };
  };
  return { study: await single('study'), series: await single('series'), instance: await single('instance') };
}

export const named = (tag: string): string => keywordOf(tag) ?? tag;

export const INCLUDE_FIELD: Scenario = {
  id: 'include-field',
  service: 'search',
  title: 'returns further attributes that includefield names',
  covers: [...EVERY_ANSWER, 'QIDO-031', 'QIDO-032'],
  proves: ['QIDO-032'],
  features: ['search'],
  obstacle: needsAny(ofTarget),
  async play(context) {
    let isNamed = false;
    for (const { keys, expected } of Object.values(await singleSearches(context))) {
      const without = await searchWhole(context, expected, keys);
      const search = (...fields: readonly string[]) =>
        context.dicomweb.search(expected.resource, [
          ...keys,
          ...fields.map((field) => ['includefield', field] as const),
        ]);
      const all = await search('all');
      context.judge(isProperAnswer(without, all), includesAll(all, without, expected, context.target.profile));
      const [first, second] = attributesLeftOut(without, expected);
      if (isNamed || !first || !second) continue;
      isNamed = true;
      const inclusions: Inclusion[] = [
        { form: 'by-keyword', tags: [first], exchange: await search(named(first)) },
        { form: 'by-tag', tags: [first], exchange: await search(first) },
        { form: 'in-one-list', tags: [first, second], exchange: await search(`${named(first)},${named(second)}`) },
        { form: 'in-two-parameters', tags: [first, second], exchange: await search(named(first), named(second)) },
      ];
      context.judge(
        isProperAnswer(...inclusions.map(({ exchange }) => exchange)),
        includesInEachForm({ without, all }, inclusions, expected, context.target.profile),
      );
    }
  },
};
