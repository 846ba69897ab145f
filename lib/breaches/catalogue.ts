import type { Harm } from './harm.ts';
import type { Kind, Parameters } from './kind.ts';
import { DELETE } from './kinds/delete.ts';
import { LINKS } from './kinds/links.ts';
import { SEARCH } from './kinds/search.ts';
import { STATUS, type StatusParameters } from './kinds/status.ts';
import { STORE } from './kinds/store.ts';
import { STORE_RESPONSE } from './kinds/store-response.ts';
import { UNNAMED } from './kinds/unnamed.ts';

/** Every kind of breach by its code. A code is stable: baselines and comparisons go by it. */
export const CATALOGUE = {
  ...DELETE,
  ...LINKS,
  ...SEARCH,
  ...STATUS,
  ...STORE,
  ...STORE_RESPONSE,
  ...UNNAMED,
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
