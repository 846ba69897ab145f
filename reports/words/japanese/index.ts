import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { DELETE_JAPANESE } from './delete.ts';
import { LINKS_JAPANESE } from './links.ts';
import { SEARCH_JAPANESE } from './search.ts';
import { STATUS_JAPANESE } from './status.ts';
import { STORE_JAPANESE } from './store.ts';
import { STORE_RESPONSE_JAPANESE } from './store-response.ts';
import { UNNAMED_JAPANESE } from './unnamed.ts';

/** Japanese words for every kind of breach. */
export const JAPANESE: WordsFor<typeof CATALOGUE> = {
  ...DELETE_JAPANESE,
  ...LINKS_JAPANESE,
  ...SEARCH_JAPANESE,
  ...STATUS_JAPANESE,
  ...STORE_JAPANESE,
  ...STORE_RESPONSE_JAPANESE,
  ...UNNAMED_JAPANESE,
};
