import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { DELETE_JAPANESE } from './delete.ts';
import { HTTP_JAPANESE } from './http.ts';
import { JSON_FORM_JAPANESE } from './json.ts';
import { JSON_VALUES_JAPANESE } from './json-values.ts';
import { LINKS_JAPANESE } from './links.ts';
import { MULTIPART_JAPANESE } from './multipart.ts';
import { NEGOTIATION_JAPANESE } from './negotiation.ts';
import { PART_JAPANESE } from './part.ts';
import { SEARCH_JAPANESE } from './search.ts';
import { STATUS_JAPANESE } from './status.ts';
import { STORE_JAPANESE } from './store.ts';
import { STORE_RESPONSE_JAPANESE } from './store-response.ts';
import { UNNAMED_JAPANESE } from './unnamed.ts';

/** Japanese words for every kind of breach. */
export const JAPANESE: WordsFor<typeof CATALOGUE> = {
  ...DELETE_JAPANESE,
  ...HTTP_JAPANESE,
  ...JSON_FORM_JAPANESE,
  ...JSON_VALUES_JAPANESE,
  ...LINKS_JAPANESE,
  ...SEARCH_JAPANESE,
  ...MULTIPART_JAPANESE,
  ...NEGOTIATION_JAPANESE,
  ...PART_JAPANESE,
  ...STATUS_JAPANESE,
  ...STORE_JAPANESE,
  ...STORE_RESPONSE_JAPANESE,
  ...UNNAMED_JAPANESE,
};
