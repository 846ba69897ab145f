import { kind } from '../../kind.ts';
import { ofLooseKey } from './results.ts';

/** Keyword of a key, and the level of the resource that was searched by it. */
type Key = { readonly key: string; readonly level: string };

type Refused = Key & { readonly status: number; readonly expected: readonly string[] };

/** Kinds of breaches of single keys, with a value that stands for itself. */
export const SEARCH_KEYS = {
  'search-ignores-key': kind<Key & { readonly results: number }>({
    harm: ofLooseKey,
    identity: ['key', 'level'],
    says: 'ignored',
  }),
  /** All of the keys of a level that were tried, which one change would mend at each level. */
  'search-ignores-all-keys': kind<{
    readonly keys: readonly string[];
    readonly level: string;
    readonly results: number;
  }>({
    harm: 'others-found',
    misreads: 'key',
  }),
  'search-ignores-parent-key': kind<Key & { readonly results: number }>({
    harm: ofLooseKey,
    says: 'ignored',
  }),
  'search-refuses-key': kind<Refused>({ harm: 'nothing-found', identity: ['key', 'level'] }),
  'search-misses-by-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'nothing-found',
    identity: ['key', 'level'],
    says: 'absent',
    unread: true,
  }),
  /** The value has characters that have to be percent-encoded, and none such is found: one defect, whatever the key. */
  'search-misses-by-encoded-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'nothing-found',
    says: 'absent',
    unread: true,
  }),
  'search-finds-others-by-key': kind<Key & { readonly value: string; readonly uid: string }>({
    harm: ofLooseKey,
    identity: ['key', 'level'],
    says: 'foreign',
  }),
  /** A UID with another end finds the stored one. */
  'search-compares-part-of-uid': kind<Key>({ harm: 'others-found' }),
  /** A UID of another length finds the stored one. */
  'search-compares-beginning-of-uid': kind<Key>({ harm: 'others-found' }),
  'search-matches-beginning': kind<Key & { readonly value: string; readonly results: number }>({ harm: ofLooseKey }),
  'search-disregards-case': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'search-depends',
  }),
  'search-ignores-keywords': kind<Key & { readonly results: number }>({
    harm: 'others-found',
    misreads: 'keyword',
  }),
  'search-ignores-tags': kind<Key & { readonly results: number }>({ harm: 'others-found' }),
  /** `spelling` is the key as it was written: eight hexadecimal digits. */
  'search-refuses-spelling': kind<Refused & { readonly spelling: string }>({ harm: 'search-depends' }),
  'search-differs-by-spelling': kind<
    Key & { readonly spelling: string; readonly results: number; readonly expected: number }
  >({ harm: 'search-depends', identity: ['spelling'] }),
} as const;
