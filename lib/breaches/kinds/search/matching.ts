import { kind } from '../../kind.ts';
import { ofLooseKey } from './results.ts';

/** The key, the level that was searched, and the value as it was asked for. */
type Asked = { readonly key: string; readonly level: string; readonly value: string };

/** Number of results, and the status where there was no list. */
type Seen = { readonly results: number; readonly status: number };

/** Kinds of breaches of what values of keys stand for: wildcards, ranges, lists, percent-encoding, several keys. */
export const SEARCH_MATCHING = {
  'search-takes-wildcards-literally': kind<Asked & Seen>({
    harm: 'nothing-found',
    misreads: 'wildcard',
  }),
  /** An asterisk where no character is left. */
  'search-asterisk-needs-a-character': kind<Asked & Seen>({
    harm: 'nothing-found',
    says: 'absent',
  }),
  'search-wildcard-matches-too-much': kind<Asked & { readonly results: number }>({ harm: ofLooseKey }),
  'search-range-excludes-bound': kind<Asked & Seen>({ harm: 'list-incomplete', says: 'absent' }),
  'search-range-misses-inside': kind<Asked & Seen>({ harm: 'list-incomplete', misreads: 'range' }),
  /** `form` is `closed`, `open-start` or `open-end`; `side` is `before` or `after` the range. */
  'search-range-matches-outside': kind<
    Asked & { readonly form: string; readonly side: string; readonly results: number }
  >({ harm: 'list-not-narrowed', identity: ['form', 'side'], says: 'foreign' }),
  'search-ignores-ranges': kind<Asked & { readonly results: number }>({
    harm: 'list-not-narrowed',
    misreads: 'range',
  }),
  'search-refuses-uid-list': kind<Asked & { readonly status: number; readonly expected: readonly string[] }>({
    harm: 'nothing-found',
  }),
  'search-uid-list-misses': kind<Asked & { readonly results: number; readonly listed: number }>({
    harm: 'list-incomplete',
  }),
  'search-uid-list-matches-others': kind<Asked & { readonly results: number }>({ harm: 'others-found' }),
  /** `form` is the separator that works instead of a plain comma. */
  'search-uid-list-in-another-form': kind<Asked & { readonly form: string }>({ harm: 'search-depends' }),
  'search-takes-percent-literally': kind<Asked & Seen>({ harm: 'nothing-found', misreads: 'percent sign' }),
  'search-takes-lower-case-percent-literally': kind<Asked & Seen>({
    harm: 'search-depends',
    says: 'absent',
  }),
  'search-ignores-encoded-value': kind<Asked & { readonly results: number }>({ harm: ofLooseKey }),
  'search-does-not-combine-keys': kind<{
    readonly keys: readonly string[];
    readonly level: string;
    readonly results: number;
    readonly expected: number;
  }>({ harm: 'others-found', misreads: 'several parameters' }),
  /** `keys` with their values as they were asked for, such as `PatientName=Doe*`. */
  'search-badly-refused': kind<{
    readonly status: number;
    readonly expected: readonly string[];
    readonly keys: readonly string[];
  }>({ harm: 'request-refused' }),
  'search-finds-no-beginning-of-name': kind<{ readonly value: string }>({ harm: 'nothing-found' }),
  /** Ranges as they were asked for. */
  'search-parts-date-and-time': kind<{ readonly dates: string; readonly times: string }>({
    harm: 'nothing-found',
  }),
} as const;
