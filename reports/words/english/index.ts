import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { SEARCH_ENGLISH } from './search.ts';
import { STATUS_ENGLISH } from './status.ts';
import { UNNAMED_ENGLISH } from './unnamed.ts';

/** English words for every kind of breach. */
export const ENGLISH: WordsFor<typeof CATALOGUE> = {
  ...SEARCH_ENGLISH,
  ...STATUS_ENGLISH,
  ...UNNAMED_ENGLISH,
};
