import { SEARCH_ATTRIBUTES } from './search-attributes.ts';
import { SEARCH_INCLUDE } from './search-include.ts';
import { SEARCH_KEYS } from './search-keys.ts';
import { SEARCH_MATCHING } from './search-matching.ts';
import { SEARCH_PAGES } from './search-pages.ts';
import { SEARCH_PARAMETERS } from './search-parameters.ts';
import { SEARCH_RESULTS } from './search-results.ts';

/** Kinds of breaches of searches (PS3.18 §8.3.4, §10.6). */
export const SEARCH = {
  ...SEARCH_RESULTS,
  ...SEARCH_KEYS,
  ...SEARCH_MATCHING,
  ...SEARCH_ATTRIBUTES,
  ...SEARCH_INCLUDE,
  ...SEARCH_PAGES,
  ...SEARCH_PARAMETERS,
} as const;
