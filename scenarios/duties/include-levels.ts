import type { QueryParameters } from '../../lib/dicomweb/operations.ts';
import {
  type InclusionBeside,
  includesFromAbove,
  leavesLowerLevelsOut,
} from '../../lib/judges/search/include-levels.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';
import { needsAny, ofTarget } from '../steps/stored.ts';
import { MODALITY, storedValue } from '../steps/stored-values.ts';
import { named, type SingleSearch, singleSearches } from './include-field.ts';

const OF_STUDY = ['00100010', '00080020', '00100020', '00200010'];
const SERIES_NUMBER = '00200011';
const OF_INSTANCE = ['00280010', '00200013'];

export const INCLUDE_LEVELS: Scenario = {
  id: 'include-levels',
  service: 'search',
  title: 'returns attributes of the levels above that includefield names, and none of those below',
  covers: [...EVERY_ANSWER, 'QIDO-033', 'QIDO-034'],
  proves: ['QIDO-034'],
  features: ['search'],
  obstacle: (context) =>
    needsAny(ofTarget)(context) ?? (known(context, OF_STUDY) ? null : 'what was stored has no attribute of the study'),
  async play(context) {
    const { study, series, instance } = singleSearches(context);
    const above = [
      [series, 'study', known(context, OF_STUDY)],
      [instance, 'study', known(context, OF_STUDY)],
      [instance, 'series', known(context, [MODALITY])],
    ] as const;
    for (const [search, level, tag] of above) {
      if (!tag) continue;
      const inclusion = await including(context, search, tag);
      context.judge(
        isProperAnswer(inclusion.exchange, inclusion.without),
        includesFromAbove(inclusion, level, search.expected, context.target.profile),
      );
    }
    const below = [
      [[study], series, known(context, [SERIES_NUMBER])],
      [[study, series], instance, known(context, OF_INSTANCE)],
    ] as const;
    for (const [searches, lower, tag] of below) if (tag) await judgeLower(context, searches, lower, tag);
  },
};

/** Names an attribute of the lower level in searches for what is above it. */
async function judgeLower(
  context: ScenarioContext,
  searches: readonly SingleSearch[],
  lower: SingleSearch,
  tag: string,
): Promise<void> {
  const exchange = await searchWhole(context, lower.expected, query(lower, tag));
  context.judge(isProperAnswer(exchange));
  for (const search of searches) {
    const inclusion = await including(context, search, tag);
    context.judge(
      isProperAnswer(inclusion.exchange, inclusion.without),
      leavesLowerLevelsOut(inclusion, search.expected, { exchange, expected: lower.expected }),
    );
  }
}

const query = ({ keys }: SingleSearch, tag: string): QueryParameters => [...keys, ['includefield', named(tag)]];

/** The same search with and without an attribute that includefield names. */
async function including(context: ScenarioContext, search: SingleSearch, tag: string): Promise<InclusionBeside> {
  const without = await searchWhole(context, search.expected, search.keys);
  const exchange = await context.dicomweb.search(search.expected.resource, query(search, tag));
  return { form: 'by-keyword', tags: [tag], exchange, without };
}

/** The first of these attributes that the target has a value of. */
function known({ dataset }: ScenarioContext, tags: readonly string[]): string | undefined {
  return tags.find((tag) => storedValue(dataset.roles.target, tag) !== '');
}
