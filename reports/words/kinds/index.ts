import type { CATALOGUE } from '../../../lib/breaches/catalogue.ts';
import type { WordsFor } from '../telling.ts';
import { DELETE_WORDS } from './delete/delete.ts';
import { ACCESS_WORDS } from './http/access.ts';
import { HTTP_ANSWERS_WORDS } from './http/answers.ts';
import { HTTP_CONTENT_WORDS } from './http/content.ts';
import { FAULTY_INPUT_WORDS } from './http/faulty-input.ts';
import { LINKS_WORDS } from './http/links.ts';
import { HTTP_METHODS_WORDS } from './http/methods.ts';
import { NEGOTIATION_WORDS } from './http/negotiation.ts';
import { SOMETHING_ELSE_WORDS } from './http/something-else.ts';
import { STATUS_WORDS } from './http/status.ts';
import { HTTP_TOLERANCE_WORDS } from './http/tolerance.ts';
import { JSON_ATTRIBUTES_WORDS } from './json/attributes.ts';
import { JSON_TEXT_WORDS } from './json/text.ts';
import { JSON_VALUE_FORMS_WORDS } from './json/value-forms.ts';
import { JSON_VALUES_WORDS } from './json/values.ts';
import { MULTIPART_WORDS } from './multipart/body.ts';
import { PART_WORDS } from './multipart/part.ts';
import { BULK_DATA_WORDS } from './retrieve/bulkdata.ts';
import { DATA_SET_WORDS } from './retrieve/data-set.ts';
import { FIDELITY_WORDS } from './retrieve/fidelity.ts';
import { FILE_META_WORDS } from './retrieve/file-meta.ts';
import { RETRIEVE_FORMS_WORDS } from './retrieve/forms.ts';
import { FRAME_REFUSALS_WORDS } from './retrieve/frame-refusals.ts';
import { FRAMES_WORDS } from './retrieve/frames.ts';
import { RETRIEVE_WORDS } from './retrieve/instances.ts';
import { METADATA_WORDS } from './retrieve/metadata.ts';
import { METADATA_XML_WORDS } from './retrieve/metadata-xml.ts';
import { PARTIAL_WORDS } from './retrieve/partial.ts';
import { RENDERED_WORDS } from './retrieve/rendered.ts';
import { RENDERING_WORDS } from './retrieve/rendering.ts';
import { RETRIEVE_TYPES_WORDS } from './retrieve/types.ts';
import { SEARCH_ATTRIBUTES_WORDS } from './search/attributes.ts';
import { SEARCH_INCLUDE_WORDS } from './search/include.ts';
import { SEARCH_KEYS_WORDS } from './search/keys.ts';
import { SEARCH_MATCHING_WORDS } from './search/matching.ts';
import { SEARCH_PAGES_WORDS } from './search/pages.ts';
import { SEARCH_PARAMETERS_WORDS } from './search/parameters.ts';
import { SEARCH_RESULTS_WORDS } from './search/results.ts';
import { SEARCH_TOLERANCE_WORDS } from './search/tolerance.ts';
import { STORE_FORMS_WORDS } from './store/forms.ts';
import { STORE_WORDS } from './store/instances.ts';
import { STORE_MALFORMED_WORDS } from './store/malformed.ts';
import { STORE_REFUSALS_WORDS } from './store/refusals.ts';
import { STORE_REPEATED_WORDS } from './store/repeated.ts';
import { STORE_RESPONSE_WORDS } from './store/response.ts';
import { STORE_RESPONSE_LISTS_WORDS } from './store/response-lists.ts';

/** Words for every kind of breach, in each language. */
export const WORDS: WordsFor<typeof CATALOGUE> = {
  ...HTTP_ANSWERS_WORDS,
  ...HTTP_CONTENT_WORDS,
  ...HTTP_METHODS_WORDS,
  ...NEGOTIATION_WORDS,
  ...FAULTY_INPUT_WORDS,
  ...HTTP_TOLERANCE_WORDS,
  ...STATUS_WORDS,
  ...SOMETHING_ELSE_WORDS,
  ...LINKS_WORDS,
  ...ACCESS_WORDS,
  ...JSON_TEXT_WORDS,
  ...JSON_ATTRIBUTES_WORDS,
  ...JSON_VALUE_FORMS_WORDS,
  ...JSON_VALUES_WORDS,
  ...MULTIPART_WORDS,
  ...PART_WORDS,
  ...RETRIEVE_WORDS,
  ...RETRIEVE_TYPES_WORDS,
  ...FIDELITY_WORDS,
  ...FILE_META_WORDS,
  ...DATA_SET_WORDS,
  ...FRAMES_WORDS,
  ...FRAME_REFUSALS_WORDS,
  ...RETRIEVE_FORMS_WORDS,
  ...METADATA_WORDS,
  ...METADATA_XML_WORDS,
  ...BULK_DATA_WORDS,
  ...PARTIAL_WORDS,
  ...RENDERED_WORDS,
  ...RENDERING_WORDS,
  ...SEARCH_RESULTS_WORDS,
  ...SEARCH_KEYS_WORDS,
  ...SEARCH_MATCHING_WORDS,
  ...SEARCH_ATTRIBUTES_WORDS,
  ...SEARCH_INCLUDE_WORDS,
  ...SEARCH_PAGES_WORDS,
  ...SEARCH_PARAMETERS_WORDS,
  ...SEARCH_TOLERANCE_WORDS,
  ...STORE_WORDS,
  ...STORE_REFUSALS_WORDS,
  ...STORE_MALFORMED_WORDS,
  ...STORE_FORMS_WORDS,
  ...STORE_REPEATED_WORDS,
  ...STORE_RESPONSE_WORDS,
  ...STORE_RESPONSE_LISTS_WORDS,
  ...DELETE_WORDS,
};
