import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { BULK_DATA_ENGLISH } from './bulkdata.ts';
import { DELETE_ENGLISH } from './delete.ts';
import { FIDELITY_ENGLISH } from './fidelity.ts';
import { FRAMES_ENGLISH } from './frames.ts';
import { HTTP_ENGLISH } from './http.ts';
import { JSON_FORM_ENGLISH } from './json.ts';
import { JSON_VALUES_ENGLISH } from './json-values.ts';
import { LINKS_ENGLISH } from './links.ts';
import { METADATA_ENGLISH } from './metadata.ts';
import { MULTIPART_ENGLISH } from './multipart.ts';
import { NEGOTIATION_ENGLISH } from './negotiation.ts';
import { PART_ENGLISH } from './part.ts';
import { PART10_ENGLISH } from './part10.ts';
import { RENDERED_ENGLISH } from './rendered.ts';
import { RETRIEVE_ENGLISH } from './retrieve.ts';
import { RETRIEVE_TYPES_ENGLISH } from './retrieve-types.ts';
import { SEARCH_ENGLISH } from './search.ts';
import { STATUS_ENGLISH } from './status.ts';
import { STORE_ENGLISH } from './store.ts';
import { STORE_RESPONSE_ENGLISH } from './store-response.ts';

/** English words for every kind of breach. */
export const ENGLISH: WordsFor<typeof CATALOGUE> = {
  ...BULK_DATA_ENGLISH,
  ...FIDELITY_ENGLISH,
  ...FRAMES_ENGLISH,
  ...METADATA_ENGLISH,
  ...PART10_ENGLISH,
  ...RENDERED_ENGLISH,
  ...RETRIEVE_ENGLISH,
  ...RETRIEVE_TYPES_ENGLISH,
  ...DELETE_ENGLISH,
  ...HTTP_ENGLISH,
  ...JSON_FORM_ENGLISH,
  ...JSON_VALUES_ENGLISH,
  ...LINKS_ENGLISH,
  ...SEARCH_ENGLISH,
  ...MULTIPART_ENGLISH,
  ...NEGOTIATION_ENGLISH,
  ...PART_ENGLISH,
  ...STATUS_ENGLISH,
  ...STORE_ENGLISH,
  ...STORE_RESPONSE_ENGLISH,
};
