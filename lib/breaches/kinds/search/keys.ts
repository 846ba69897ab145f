import { kind } from '../../kind.ts';
import { harmOfKey } from './results.ts';

/** Keyword of a key, and the level of the resource that was searched by it. */
type Key = { readonly key: string; readonly level: string };

type Refused = Key & { readonly status: number; readonly expected: readonly string[] };

/** Kinds of breaches of single keys, with a value that stands for itself. */
export const SEARCH_KEYS = {
  'search-ignores-key': kind<Key & { readonly results: number }>({
    harm: harmOfKey,
    identity: ['key', 'level'],
    says: 'ignored',
  }),
  /** All of the keys of a level that were tried, which one change would mend at each level. */
  'search-ignores-all-keys': kind<{
    readonly keys: readonly string[];
    readonly level: string;
    readonly results: number;
  }>({
    harm: 'wrong-patient-or-image',
    misreads: 'key',
  }),
  'search-ignores-parent-key': kind<Key & { readonly results: number }>({
    harm: harmOfKey,
    says: 'ignored',
  }),
  'search-refuses-key': kind<Refused>({ harm: 'not-found-or-opened', identity: ['key', 'level'] }),
  'search-misses-by-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'not-found-or-opened',
    identity: ['key', 'level'],
    unread: true,
    says: 'absent',
  }),
  /** The value has characters that have to be percent-encoded. */
  'search-misses-by-encoded-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'not-found-or-opened',
    identity: ['key', 'level'],
    unread: true,
    says: 'absent',
  }),
  'search-finds-others-by-key': kind<Key & { readonly value: string; readonly uid: string }>({
    harm: harmOfKey,
    identity: ['key', 'level'],
    says: 'foreign',
  }),
  /** A UID with another end finds the stored one. */
  'search-compares-part-of-uid': kind<Key>({ harm: 'wrong-patient-or-image' }),
  /** A UID of another length finds the stored one. */
  'search-compares-beginning-of-uid': kind<Key>({ harm: 'wrong-patient-or-image' }),
  'search-matches-beginning': kind<Key & { readonly value: string; readonly results: number }>({ harm: harmOfKey }),
  'search-disregards-case': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'some-clients-only',
  }),
  'search-ignores-keywords': kind<Key & { readonly results: number }>({
    harm: 'wrong-patient-or-image',
    misreads: 'keyword',
  }),
  'search-ignores-tags': kind<Key & { readonly results: number }>({ harm: 'wrong-patient-or-image' }),
  /** `spelling` is the key as it was written: eight hexadecimal digits. */
  'search-refuses-spelling': kind<Refused & { readonly spelling: string }>({ harm: 'some-clients-only' }),
  'search-differs-by-spelling': kind<
    Key & { readonly spelling: string; readonly results: number; readonly expected: number }
  >({ harm: 'some-clients-only', identity: ['spelling'] }),
} as const;
