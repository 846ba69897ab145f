import type { SEARCH } from '../../../lib/breaches/kinds/search.ts';
import type { WordsFor } from '../telling.ts';
import { SEARCH_ATTRIBUTES_JAPANESE } from './search-attributes.ts';
import { SEARCH_INCLUDE_JAPANESE } from './search-include.ts';
import { SEARCH_KEYS_JAPANESE } from './search-keys.ts';
import { SEARCH_MATCHING_JAPANESE } from './search-matching.ts';
import { SEARCH_PAGES_JAPANESE } from './search-pages.ts';
import { SEARCH_PARAMETERS_JAPANESE } from './search-parameters.ts';
import { SEARCH_RESULTS_JAPANESE } from './search-results.ts';

export const SEARCH_JAPANESE: WordsFor<typeof SEARCH> = {
  ...SEARCH_RESULTS_JAPANESE,
  ...SEARCH_KEYS_JAPANESE,
  ...SEARCH_MATCHING_JAPANESE,
  ...SEARCH_ATTRIBUTES_JAPANESE,
  ...SEARCH_INCLUDE_JAPANESE,
  ...SEARCH_PAGES_JAPANESE,
  ...SEARCH_PARAMETERS_JAPANESE,
};
