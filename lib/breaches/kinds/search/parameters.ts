import { kind } from '../../kind.ts';

type Refused = { readonly status: number; readonly expected: readonly string[] };

type Counts = { readonly results: number; readonly expected: number };

/** Kinds of breaches of parameters that a search has to tolerate: unknown ones, empty and unsupported keys, fuzzymatching. */
export const SEARCH_PARAMETERS = {
  'search-refuses-unknown-parameter': kind<Refused>({ harm: 'search-depends' }),
  'search-changed-by-unknown-parameter': kind<Counts>({
    harm: 'search-depends',
    says: 'ignored',
  }),
  'search-fails-on-empty-key': kind<Refused & { readonly key: string }>({ harm: 'search-depends' }),
  'search-finds-nothing-by-empty-key': kind<{ readonly key: string }>({ harm: 'search-depends' }),
  'search-refuses-unsupported-key': kind<Refused & { readonly key: string }>({
    harm: 'search-depends',
  }),
  'search-changed-by-unsupported-key': kind<Counts & { readonly key: string }>({
    harm: 'search-depends',
    says: 'ignored',
  }),
  'search-fails-on-key-of-no-value': kind<Refused & { readonly key: string }>({
    // 404 is how some servers say that they found nothing.
    harm: ({ status }) => (status === 404 ? 'mistake-unclear' : 'search-depends'),
  }),
  /** `value` is that of fuzzymatching: `true` or `false`. */
  'fuzzymatching-refused': kind<Refused & { readonly value: string }>({ harm: 'search-depends' }),
  'fuzzymatching-loses-results': kind<Counts & { readonly value: string }>({ harm: 'nothing-found' }),
  'fuzzymatching-ignored-silently': kind<{ readonly tried: number }>({
    harm: 'search-depends',
  }),
} as const;
