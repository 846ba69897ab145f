import { kind } from '../../kind.ts';

type Of = { readonly tag: string; readonly level: string };

/** How includefield was written: `by-keyword`, `by-tag`, `in-one-list`, `in-two-parameters` or `all`. */
type Form = { readonly form: string };

/** Kinds of breaches of the includefield parameter. */
export const SEARCH_INCLUDE = {
  'includefield-refused': kind<Form & { readonly status: number; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
  }),
  'includefield-ignored': kind<Of & Form>({
    harm: 'some-clients-only',
    says: 'ignored',
    misreads: 'includefield',
  }),
  'includefield-form-ignored': kind<Of & Form>({
    harm: 'some-clients-only',
    identity: ['form'],
    says: 'ignored',
  }),
  'includefield-leaves-out': kind<Of>({ harm: 'some-clients-only', says: 'absent' }),
  'includefield-value-differs': kind<Of & { readonly expected: string; readonly actual: string }>({
    harm: 'altered',
    says: 'altered',
  }),
  /** `lower` is the level to which the attribute belongs. */
  'includefield-of-lower-level': kind<Of & { readonly lower: string }>({ harm: 'altered' }),
  'includefield-fails-on-lower-level': kind<Of & { readonly status: number; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
  }),
  /** `above` is the level to which the attribute belongs. */
  'includefield-from-above-ignored': kind<Of & { readonly above: string }>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
} as const;
