import { DELETE_EXTENT } from './delete/extent.ts';
import { DELETE_OTHER_INSTANCES } from './delete/other-instances.ts';
import { DELETE_STATUS } from './delete/status.ts';
import { DELETE_STILL_ANSWERED } from './delete/still-answered.ts';
import type { Fault } from './fault.ts';
import { HTTP_ACCEPT } from './http/accept.ts';
import { HTTP_ACCESS } from './http/access.ts';
import { HTTP_PROTOCOL } from './http/protocol.ts';
import { HTTP_TOLERANCE } from './http/tolerance.ts';
import { METADATA_BULK_DATA } from './metadata/bulk-data.ts';
import { METADATA_CONTENT } from './metadata/content.ts';
import { METADATA_JSON_ATTRIBUTES } from './metadata/json-attributes.ts';
import { METADATA_JSON_TEXT } from './metadata/json-text.ts';
import { METADATA_JSON_VALUES } from './metadata/json-values.ts';
import { METADATA_RESPONSE } from './metadata/response.ts';
import { METADATA_XML } from './metadata/xml.ts';
import { RETRIEVE_DATA_SET } from './retrieve/data-set.ts';
import { RETRIEVE_FORMS } from './retrieve/forms.ts';
import { RETRIEVE_FRAMES } from './retrieve/frames.ts';
import { RETRIEVE_INSTANCES } from './retrieve/instances.ts';
import { RETRIEVE_MEDIA_TYPES } from './retrieve/media-types.ts';
import { RETRIEVE_MULTIPART } from './retrieve/multipart.ts';
import { RETRIEVE_PART10 } from './retrieve/part10.ts';
import { RETRIEVE_RENDERED } from './retrieve/rendered.ts';
import { RETRIEVE_RENDERING } from './retrieve/rendering.ts';
import { RETRIEVE_STATUS } from './retrieve/status.ts';
import { RETRIEVE_TRANSFER_SYNTAX } from './retrieve/transfer-syntax.ts';
import { SEARCH_DATA } from './search/data.ts';
import { SEARCH_INCLUDEFIELD } from './search/includefield.ts';
import { SEARCH_KEYS } from './search/keys.ts';
import { SEARCH_PAGING } from './search/paging.ts';
import { SEARCH_RESPONSE } from './search/response.ts';
import { SEARCH_RESULTS } from './search/results.ts';
import { SEARCH_RETURNED_ATTRIBUTES } from './search/returned-attributes.ts';
import { SEARCH_RETURNED_VALUES } from './search/returned-values.ts';
import { SEARCH_TOLERANCE } from './search/tolerance.ts';
import { SEARCH_UID_MATCHING } from './search/uid-matching.ts';
import { SEARCH_VALUE_MATCHING } from './search/value-matching.ts';
import { STORE_FAILURES } from './store/failures.ts';
import { STORE_FORMS } from './store/forms.ts';
import { STORE_KEPT_INSTANCES } from './store/kept-instances.ts';
import { STORE_MALFORMED } from './store/malformed.ts';
import { STORE_REQUESTS } from './store/requests.ts';
import { STORE_RESPONSE } from './store/response.ts';
import { STORE_URLS } from './store/urls.ts';

export type { Fault } from './fault.ts';

/** Every named fault, in the order in which they are listed. */
export const FAULTS: readonly Fault[] = [
  ...STORE_REQUESTS,
  ...STORE_RESPONSE,
  ...STORE_URLS,
  ...STORE_FAILURES,
  ...STORE_KEPT_INSTANCES,
  ...STORE_MALFORMED,
  ...STORE_FORMS,
  ...RETRIEVE_STATUS,
  ...RETRIEVE_MEDIA_TYPES,
  ...RETRIEVE_INSTANCES,
  ...RETRIEVE_MULTIPART,
  ...RETRIEVE_PART10,
  ...RETRIEVE_DATA_SET,
  ...RETRIEVE_FRAMES,
  ...RETRIEVE_FORMS,
  ...RETRIEVE_RENDERED,
  ...RETRIEVE_RENDERING,
  ...RETRIEVE_TRANSFER_SYNTAX,
  ...METADATA_RESPONSE,
  ...METADATA_JSON_TEXT,
  ...METADATA_JSON_ATTRIBUTES,
  ...METADATA_JSON_VALUES,
  ...METADATA_CONTENT,
  ...METADATA_BULK_DATA,
  ...METADATA_XML,
  ...SEARCH_RESPONSE,
  ...SEARCH_RESULTS,
  ...SEARCH_RETURNED_VALUES,
  ...SEARCH_RETURNED_ATTRIBUTES,
  ...SEARCH_INCLUDEFIELD,
  ...SEARCH_PAGING,
  ...SEARCH_KEYS,
  ...SEARCH_VALUE_MATCHING,
  ...SEARCH_TOLERANCE,
  ...SEARCH_UID_MATCHING,
  ...SEARCH_DATA,
  ...DELETE_STATUS,
  ...DELETE_EXTENT,
  ...DELETE_STILL_ANSWERED,
  ...DELETE_OTHER_INSTANCES,
  ...HTTP_ACCEPT,
  ...HTTP_PROTOCOL,
  ...HTTP_TOLERANCE,
  ...HTTP_ACCESS,
];
