import { withoutDiscarded } from '../../lib/answers/stored/discarded.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import type { QueryParameters, SearchResource } from '../../lib/dicomweb/operations.ts';
import { expecting } from '../../lib/judges/search/expected.ts';
import { type KeyRequirement, keySelects } from '../../lib/judges/search/keys.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import type { Scenario } from '../../lib/run/scenario.ts';
import { asHeld, metadataSoFar } from '../steps/as-held.ts';
import { EVERY_ANSWER, isProperAnswer } from '../steps/proper-answer.ts';
import { searchWhole } from '../steps/search-whole.ts';

/** Keys that select some of what is stored, and others that differ in a value and select nothing. */
export interface Keys {
  /** What is tried, in words. */
  readonly key: string;
  readonly found: QueryParameters;
  readonly notFound: QueryParameters;
  readonly selects: (instance: StoredInstance) => boolean;
}

interface Matching {
  readonly id: string;
  readonly title: string;
  readonly requirement: KeyRequirement;
  readonly features?: Scenario['features'];
  readonly resource: (context: ScenarioContext) => SearchResource;
  /** None where the study has no value to search by. */
  readonly keys: (stored: readonly StoredInstance[], context: ScenarioContext) => readonly Keys[];
}

/** A scenario that searches by keys on one resource, each time for something and for nothing. */
export function matches({ id, title, requirement, features = ['search'], resource, keys }: Matching): Scenario {
  const storedIn = (context: ScenarioContext) => withoutDiscarded(asHeld(context), metadataSoFar(context));
  return {
    id,
    service: 'search',
    title,
    covers: [...EVERY_ANSWER, requirement],
    proves: [requirement],
    features,
    obstacle: (context) =>
      keys(storedIn(context), context).length > 0 ? null : 'what was stored has no value to search by',
    async play(context) {
      const stored = storedIn(context);
      for (const { key, found, notFound, selects } of keys(stored, context)) {
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
