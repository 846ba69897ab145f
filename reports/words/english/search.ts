import type { SEARCH } from '../../../lib/breaches/kinds/search.ts';
import type { WordsFor } from '../telling.ts';
import { SEARCH_ATTRIBUTES_ENGLISH } from './search-attributes.ts';
import { SEARCH_INCLUDE_ENGLISH } from './search-include.ts';
import { SEARCH_KEYS_ENGLISH } from './search-keys.ts';
import { SEARCH_MATCHING_ENGLISH } from './search-matching.ts';
import { SEARCH_PAGES_ENGLISH } from './search-pages.ts';
import { SEARCH_PARAMETERS_ENGLISH } from './search-parameters.ts';
import { SEARCH_RESULTS_ENGLISH } from './search-results.ts';

export const SEARCH_ENGLISH: WordsFor<typeof SEARCH> = {
  ...SEARCH_RESULTS_ENGLISH,
  ...SEARCH_KEYS_ENGLISH,
  ...SEARCH_MATCHING_ENGLISH,
  ...SEARCH_ATTRIBUTES_ENGLISH,
  ...SEARCH_INCLUDE_ENGLISH,
  ...SEARCH_PAGES_ENGLISH,
  ...SEARCH_PARAMETERS_ENGLISH,
};
