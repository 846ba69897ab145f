import type { Scenario } from '../../../lib/run/scenario.ts';
import { EXACT_VALUES } from '../../duties/exact-values.ts';
import { INCLUDE_FIELD } from '../../duties/include-field.ts';
import { KEYS } from '../../duties/keys.ts';
import { MATCHING } from '../../duties/matching.ts';
import { SEARCH } from '../../tutorial/search.ts';
import { onData } from '../on-data.ts';

/** Searches that say more on a study of two modalities with every key filled than on that of the tutorial. */
const TOLD_BY_CT = ['T12', 'T13', 'T15', 'study-keys', 'series-keys', 'time-range', 'include-field', 'exact-values'];

export const SEARCHES_ON_CT: readonly Scenario[] = [...SEARCH, ...KEYS, ...MATCHING, INCLUDE_FIELD, EXACT_VALUES]
  .filter(({ id }) => TOLD_BY_CT.includes(id))
  .map((scenario) => onData('ct', scenario));

/** NumberOfFrames is known of instances that have it. */
export const SEARCHES_ON_FRAMES: readonly Scenario[] = SEARCH.filter(({ id }) => id === 'T15').map((scenario) =>
  onData('multi-frame', scenario),
);
