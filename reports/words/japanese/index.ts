import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { SEARCH_JAPANESE } from './search.ts';
import { STATUS_JAPANESE } from './status.ts';
import { UNNAMED_JAPANESE } from './unnamed.ts';

/** Japanese words for every kind of breach. */
export const JAPANESE: WordsFor<typeof CATALOGUE> = {
  ...SEARCH_JAPANESE,
  ...STATUS_JAPANESE,
  ...UNNAMED_JAPANESE,
};
