import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { BULK_DATA_JAPANESE } from './bulkdata.ts';
import { DELETE_JAPANESE } from './delete.ts';
import { FIDELITY_JAPANESE } from './fidelity.ts';
import { FRAMES_JAPANESE } from './frames.ts';
import { HTTP_JAPANESE } from './http.ts';
import { JSON_FORM_JAPANESE } from './json.ts';
import { JSON_VALUES_JAPANESE } from './json-values.ts';
import { LINKS_JAPANESE } from './links.ts';
import { METADATA_JAPANESE } from './metadata.ts';
import { MULTIPART_JAPANESE } from './multipart.ts';
import { NEGOTIATION_JAPANESE } from './negotiation.ts';
import { PART_JAPANESE } from './part.ts';
import { PART10_JAPANESE } from './part10.ts';
import { RENDERED_JAPANESE } from './rendered.ts';
import { RETRIEVE_JAPANESE } from './retrieve.ts';
import { RETRIEVE_TYPES_JAPANESE } from './retrieve-types.ts';
import { SEARCH_JAPANESE } from './search.ts';
import { STATUS_JAPANESE } from './status.ts';
import { STORE_JAPANESE } from './store.ts';
import { STORE_RESPONSE_JAPANESE } from './store-response.ts';

/** Japanese words for every kind of breach. */
export const JAPANESE: WordsFor<typeof CATALOGUE> = {
  ...BULK_DATA_JAPANESE,
  ...FIDELITY_JAPANESE,
  ...FRAMES_JAPANESE,
  ...METADATA_JAPANESE,
  ...PART10_JAPANESE,
  ...RENDERED_JAPANESE,
  ...RETRIEVE_JAPANESE,
  ...RETRIEVE_TYPES_JAPANESE,
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
};
