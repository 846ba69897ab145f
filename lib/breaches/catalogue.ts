import { type Consequence, classOf } from './consequences.ts';
import type { Harm } from './harm.ts';
import type { Kind, Parameters, Spoilt } from './kind.ts';
import { DELETE } from './kinds/delete/delete.ts';
import { ACCESS } from './kinds/http/access.ts';
import { HTTP_ANSWERS } from './kinds/http/answers.ts';
import { HTTP_CONTENT } from './kinds/http/content.ts';
import { FAULTY_INPUT } from './kinds/http/faulty-input.ts';
import { LINKS } from './kinds/http/links.ts';
import { HTTP_METHODS } from './kinds/http/methods.ts';
import { NEGOTIATION } from './kinds/http/negotiation.ts';
import { SOMETHING_ELSE } from './kinds/http/something-else.ts';
import { STATUS, type StatusParameters } from './kinds/http/status.ts';
import { HTTP_TOLERANCE } from './kinds/http/tolerance.ts';
import { JSON_ATTRIBUTES } from './kinds/json/attributes.ts';
import { JSON_TEXT } from './kinds/json/text.ts';
import { JSON_VALUE_FORMS } from './kinds/json/value-forms.ts';
import { JSON_VALUES } from './kinds/json/values.ts';
import { MULTIPART } from './kinds/multipart/body.ts';
import { PART } from './kinds/multipart/part.ts';
import { BULK_DATA } from './kinds/retrieve/bulkdata.ts';
import { DATA_SET } from './kinds/retrieve/data-set.ts';
import { FIDELITY } from './kinds/retrieve/fidelity.ts';
import { FILE_META } from './kinds/retrieve/file-meta.ts';
import { RETRIEVE_FORMS } from './kinds/retrieve/forms.ts';
import { FRAME_REFUSALS } from './kinds/retrieve/frame-refusals.ts';
import { FRAMES } from './kinds/retrieve/frames.ts';
import { RETRIEVE } from './kinds/retrieve/instances.ts';
import { METADATA } from './kinds/retrieve/metadata.ts';
import { METADATA_XML } from './kinds/retrieve/metadata-xml.ts';
import { PARTIAL } from './kinds/retrieve/partial.ts';
import { RENDERED } from './kinds/retrieve/rendered.ts';
import { RENDERING } from './kinds/retrieve/rendering.ts';
import { RETRIEVE_TYPES } from './kinds/retrieve/types.ts';
import { SEARCH_ATTRIBUTES } from './kinds/search/attributes.ts';
import { SEARCH_INCLUDE } from './kinds/search/include.ts';
import { SEARCH_KEYS } from './kinds/search/keys.ts';
import { SEARCH_MATCHING } from './kinds/search/matching.ts';
import { SEARCH_PAGES } from './kinds/search/pages.ts';
import { SEARCH_PARAMETERS } from './kinds/search/parameters.ts';
import { SEARCH_RESULTS } from './kinds/search/results.ts';
import { SEARCH_TOLERANCE } from './kinds/search/tolerance.ts';
import { STORE_FORMS } from './kinds/store/forms.ts';
import { STORE } from './kinds/store/instances.ts';
import { STORE_MALFORMED } from './kinds/store/malformed.ts';
import { STORE_REFUSALS } from './kinds/store/refusals.ts';
import { STORE_REPEATED } from './kinds/store/repeated.ts';
import { STORE_RESPONSE } from './kinds/store/response.ts';
import { STORE_RESPONSE_LISTS } from './kinds/store/response-lists.ts';

/** Every kind of breach by its code. A code is stable: baselines and comparisons go by it. */
export const CATALOGUE = {
  ...HTTP_ANSWERS,
  ...HTTP_CONTENT,
  ...HTTP_METHODS,
  ...NEGOTIATION,
  ...FAULTY_INPUT,
  ...HTTP_TOLERANCE,
  ...STATUS,
  ...SOMETHING_ELSE,
  ...LINKS,
  ...ACCESS,
  ...JSON_TEXT,
  ...JSON_ATTRIBUTES,
  ...JSON_VALUE_FORMS,
  ...JSON_VALUES,
  ...MULTIPART,
  ...PART,
  ...RETRIEVE,
  ...RETRIEVE_TYPES,
  ...FIDELITY,
  ...FILE_META,
  ...DATA_SET,
  ...FRAMES,
  ...FRAME_REFUSALS,
  ...RETRIEVE_FORMS,
  ...METADATA,
  ...METADATA_XML,
  ...BULK_DATA,
  ...PARTIAL,
  ...RENDERED,
  ...RENDERING,
  ...SEARCH_RESULTS,
  ...SEARCH_KEYS,
  ...SEARCH_MATCHING,
  ...SEARCH_ATTRIBUTES,
  ...SEARCH_INCLUDE,
  ...SEARCH_PAGES,
  ...SEARCH_PARAMETERS,
  ...SEARCH_TOLERANCE,
  ...STORE,
  ...STORE_REFUSALS,
  ...STORE_MALFORMED,
  ...STORE_FORMS,
  ...STORE_REPEATED,
  ...STORE_RESPONSE,
  ...STORE_RESPONSE_LISTS,
  ...DELETE,
} as const;

export type BreachCode = keyof typeof CATALOGUE;

/** Codes of the kinds that tell of a wrong status. */
export type StatusCode = {
  [Code in BreachCode]: ParametersOf<(typeof CATALOGUE)[Code]> extends StatusParameters
    ? StatusParameters extends ParametersOf<(typeof CATALOGUE)[Code]>
      ? Code
      : never
    : never;
}[BreachCode];

/** Type of the parameters of a kind. */
export type ParametersOf<K> = K extends Kind<infer P> ? P : never;

/** What is taken for a kind that this version of the harness does not know. */
const UNKNOWN: Kind = { harm: 'strict-clients-refuse' };

/** The kind of a code; results of another version may have codes that are not known here. */
export function kindOf(code: string): Kind {
  return Object.hasOwn(CATALOGUE, code) ? (CATALOGUE[code as BreachCode] as unknown as Kind) : UNKNOWN;
}

/** What a breach with these parameters keeps from being read. */
export function spoiltBy({
  code,
  parameters,
}: {
  readonly code: string;
  readonly parameters: Parameters;
}): Spoilt | null {
  const { spoils = null } = kindOf(code);
  return typeof spoils === 'function' ? spoils(parameters) : spoils;
}

/** What a breach with these parameters does. */
export function consequenceOf(breach: { readonly code: string; readonly parameters: Parameters }): Consequence {
  const { harm } = kindOf(breach.code);
  return typeof harm === 'string' ? harm : harm(breach.parameters);
}

/** The class of harm of a breach with these parameters. */
export function harmOf(breach: { readonly code: string; readonly parameters: Parameters }): Harm {
  return classOf(consequenceOf(breach));
}
