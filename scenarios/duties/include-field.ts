import { keywordOf } from '../../lib/dicom/dictionary.ts';
import { includesAll, includesInEachForm } from '../../lib/judges/search/include.ts';
import { attributesLeftOut, type Inclusion } from '../../lib/judges/search/included.ts';
import { isRelational } from '../../lib/judges/search/matches.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { relationalSearches, singleSearches } from '../steps/offered-search.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';

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
    const searches = Object.values(singleSearches(context));
    for (const { keys, expected } of [...searches, ...relationalSearches(context)]) {
      if (isNamed && isRelational(expected)) continue;
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
