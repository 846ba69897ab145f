import { kind } from '../../kind.ts';

type Refused = { readonly status: number; readonly expected: readonly string[] };

type Counts = { readonly results: number; readonly expected: number };

/** Kinds of breaches of parameters that a search has to tolerate: unknown ones, empty and unsupported keys, fuzzymatching. */
export const SEARCH_PARAMETERS = {
  'search-refuses-unknown-parameter': kind<Refused>({ harm: 'some-clients-only' }),
  'search-changed-by-unknown-parameter': kind<Counts>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'search-fails-on-empty-key': kind<Refused & { readonly key: string }>({ harm: 'some-clients-only' }),
  'search-finds-nothing-by-empty-key': kind<{ readonly key: string }>({ harm: 'some-clients-only' }),
  'search-refuses-unsupported-key': kind<Refused & { readonly key: string }>({
    harm: 'some-clients-only',
  }),
  'search-changed-by-unsupported-key': kind<Counts & { readonly key: string }>({
    harm: 'some-clients-only',
    says: 'ignored',
  }),
  'search-fails-on-key-of-no-value': kind<Refused & { readonly key: string }>({ harm: 'some-clients-only' }),
  /** `value` is that of fuzzymatching: `true` or `false`. */
  'fuzzymatching-refused': kind<Refused & { readonly value: string }>({ harm: 'some-clients-only' }),
  'fuzzymatching-loses-results': kind<Counts & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'fuzzymatching-ignored-silently': kind<{ readonly tried: number }>({
    harm: 'some-clients-only',
  }),
} as const;
