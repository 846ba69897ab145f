import { kind } from '../../kind.ts';

/** Kinds of breaches of parameters that a search may ignore, and may not fail on. */
export const SEARCH_TOLERANCE = {
  /** `parameter` is its name as it was sent. */
  'search-fails-on-parameter': kind<{
    readonly status: number;
    readonly expected: readonly string[];
    readonly parameter: string;
  }>({ harm: 'search-depends', identity: ['parameter'] }),
  'matching-parameter-ignored-silently': kind<{ readonly parameter: string }>({
    harm: 'search-depends',
    identity: ['parameter'],
    says: 'ignored',
  }),
} as const;
