import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { DELETE_ENGLISH } from './delete.ts';
import { LINKS_ENGLISH } from './links.ts';
import { SEARCH_ENGLISH } from './search.ts';
import { STATUS_ENGLISH } from './status.ts';
import { STORE_ENGLISH } from './store.ts';
import { STORE_RESPONSE_ENGLISH } from './store-response.ts';
import { UNNAMED_ENGLISH } from './unnamed.ts';

/** English words for every kind of breach. */
export const ENGLISH: WordsFor<typeof CATALOGUE> = {
  ...DELETE_ENGLISH,
  ...LINKS_ENGLISH,
  ...SEARCH_ENGLISH,
  ...STATUS_ENGLISH,
  ...STORE_ENGLISH,
  ...STORE_RESPONSE_ENGLISH,
  ...UNNAMED_ENGLISH,
};
