import { kind } from '../../kind.ts';

type Of = { readonly tag: string; readonly level: string };

/** How includefield was written: `by-keyword`, `by-tag`, `in-one-list`, `in-two-parameters` or `all`. */
type Form = { readonly form: string };

/** Kinds of breaches of the includefield parameter. */
export const SEARCH_INCLUDE = {
  'includefield-refused': kind<Form & { readonly status: number; readonly expected: readonly string[] }>({
    harm: 'request-refused',
  }),
  'includefield-ignored': kind<Of & Form>({
    harm: 'attribute-empty',
    says: 'ignored',
    misreads: 'includefield',
  }),
  'includefield-form-ignored': kind<Of & Form>({
    harm: 'attribute-empty',
    identity: ['form'],
    says: 'ignored',
  }),
  /** What is returned without includefield is not returned with it. */
  'includefield-leaves-out': kind<Of & Form>({ harm: 'attribute-empty', says: 'absent' }),
  'includefield-value-differs': kind<Of & { readonly expected: string; readonly actual: string }>({
    harm: 'list-value-wrong',
    says: 'altered',
  }),
  /** `lower` is the level to which the attribute belongs. */
  'includefield-of-lower-level': kind<Of & { readonly lower: string }>({ harm: 'detail-differs' }),
  'includefield-fails-on-lower-level': kind<Of & { readonly status: number; readonly expected: readonly string[] }>({
    harm: 'request-refused',
  }),
  /** `above` is the level to which the attribute belongs. */
  'includefield-from-above-ignored': kind<Of & { readonly above: string }>({
    harm: 'attribute-empty',
    says: 'ignored',
  }),
} as const;
