import type { Harm } from './harm.ts';
import type { Kind, Parameters } from './kind.ts';
import { BULK_DATA } from './kinds/bulkdata.ts';
import { DELETE } from './kinds/delete.ts';
import { FIDELITY } from './kinds/fidelity.ts';
import { FRAMES } from './kinds/frames.ts';
import { HTTP } from './kinds/http.ts';
import { JSON_FORM } from './kinds/json.ts';
import { JSON_VALUES } from './kinds/json-values.ts';
import { LINKS } from './kinds/links.ts';
import { METADATA } from './kinds/metadata.ts';
import { MULTIPART } from './kinds/multipart.ts';
import { NEGOTIATION } from './kinds/negotiation.ts';
import { PART } from './kinds/part.ts';
import { PART10 } from './kinds/part10.ts';
import { RENDERED } from './kinds/rendered.ts';
import { RETRIEVE } from './kinds/retrieve.ts';
import { RETRIEVE_TYPES } from './kinds/retrieve-types.ts';
import { SEARCH } from './kinds/search.ts';
import { STATUS, type StatusParameters } from './kinds/status.ts';
import { STORE } from './kinds/store.ts';
import { STORE_RESPONSE } from './kinds/store-response.ts';

/** Every kind of breach by its code. A code is stable: baselines and comparisons go by it. */
export const CATALOGUE = {
  ...BULK_DATA,
  ...DELETE,
  ...HTTP,
  ...JSON_FORM,
  ...JSON_VALUES,
  ...FIDELITY,
  ...FRAMES,
  ...LINKS,
  ...METADATA,
  ...PART10,
  ...RENDERED,
  ...RETRIEVE,
  ...RETRIEVE_TYPES,
  ...SEARCH,
  ...MULTIPART,
  ...NEGOTIATION,
  ...PART,
  ...STATUS,
  ...STORE,
  ...STORE_RESPONSE,
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
const UNKNOWN: Kind = { harm: 'some-clients-only' };

/** The kind of a code; results of another version may have codes that are not known here. */
export function kindOf(code: string): Kind {
  return Object.hasOwn(CATALOGUE, code) ? (CATALOGUE[code as BreachCode] as unknown as Kind) : UNKNOWN;
}

/** The harm that a breach with these parameters does. */
export function harmOf({ code, parameters }: { readonly code: string; readonly parameters: Parameters }): Harm {
  const { harm } = kindOf(code);
  return typeof harm === 'string' ? harm : harm(parameters);
}
