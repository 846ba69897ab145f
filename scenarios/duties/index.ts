import type { Scenario } from '../../lib/run/scenario.ts';
import { STORES } from '../steps/scenario-ids.ts';
import { foundByNoSearch } from '../steps/search-lags.ts';
import { ACCEPT } from './accept.ts';
import { ACCESS, ACCESS_STORE } from './access.ts';
import { METADATA_AS_XML, RESULTS_AS_XML } from './as-xml.ts';
import { CHALLENGE } from './challenge.ts';
import { CHOICE_OF_TYPE } from './choice-of-type.ts';
import { CONTENT_LOCATION } from './content-location.ts';
import { ENCODED_KEYS } from './encoded-keys.ts';
import { ETAG } from './etag.ts';
import { EXACT_VALUES } from './exact-values.ts';
import { FAULTY_PATH, FAULTY_SEARCH, FAULTY_STORE } from './faulty-requests.ts';
import { FUZZY_MATCHING } from './fuzzy-matching.ts';
import { HEAD } from './head.ts';
import { HTTP } from './http.ts';
import { INCLUDE_FIELD } from './include-field.ts';
import { INCLUDE_LEVELS } from './include-levels.ts';
import { KEYS } from './keys.ts';
import { LISTS } from './lists.ts';
import { MATCHING } from './matching.ts';
import { OTHER_PARENT } from './other-parent.ts';
import { PAGING } from './paging.ts';
import { RENDERED } from './rendered.ts';
import { RETRIEVED_TYPES } from './retrieved-types.ts';
import { RICH_INSTANCE } from './rich-instance.ts';
import { SEVERAL_TOGETHER } from './several-together.ts';
import { SPELLING } from './spelling.ts';
import { CHANGED_CONTENT } from './store/changed-content.ts';
import { MALFORMED_STORES } from './store/malformed-stores.ts';
import { PARTIAL_STORE, REFUSED_STORE } from './store/refused-stores.ts';
import { SEVERAL_STORES } from './store/several-stores.ts';
import { UNQUOTED_TYPE } from './store/unquoted-type.ts';
import { UNUSUAL_FRAMING } from './store/unusual-framing.ts';
import { TOLERATED_KEYS } from './tolerated-keys.ts';
import { UID_LIST } from './uid-list.ts';
import { UNACCEPTABLE } from './unacceptable.ts';
import { UNKNOWN_STUDY } from './unknown-study.ts';

/** Duties of the standard that the tutorial never asks for, each on the study that it stores. */
export const DUTIES: readonly Scenario[] = [
  SEVERAL_STORES,
  PARTIAL_STORE,
  REFUSED_STORE,
  FAULTY_STORE,
  MALFORMED_STORES,
  CHANGED_CONTENT,
  UNQUOTED_TYPE,
  UNUSUAL_FRAMING,
  CONTENT_LOCATION,
  CHOICE_OF_TYPE,
  RETRIEVED_TYPES,
  SEVERAL_TOGETHER,
  METADATA_AS_XML,
  RENDERED,
  OTHER_PARENT,
  FAULTY_PATH,
  LISTS,
  PAGING,
  SPELLING,
  ...KEYS,
  UID_LIST,
  ...MATCHING,
  ENCODED_KEYS,
  EXACT_VALUES,
  TOLERATED_KEYS,
  FUZZY_MATCHING,
  INCLUDE_FIELD,
  INCLUDE_LEVELS,
  UNKNOWN_STUDY,
  RESULTS_AS_XML,
  FAULTY_SEARCH,
  UNACCEPTABLE,
  ACCEPT,
  HEAD,
  ETAG,
  RICH_INSTANCE,
  HTTP,
  CHALLENGE,
  ACCESS,
  ACCESS_STORE,
].map((scenario) => ({
  ...scenario,
  needs: [...STORES, ...(scenario.needs ?? [])],
  obstacle: (context) =>
    scenario.obstacle(context) ?? (scenario.service === 'search' ? foundByNoSearch(context) : null),
}));
