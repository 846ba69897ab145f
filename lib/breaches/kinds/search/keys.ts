import { kind } from '../../kind.ts';
import { ofLooseKey } from './results.ts';

/** Keyword of a key, and the level of the resource that was searched by it. */
type Key = { readonly key: string; readonly level: string };

type Refused = Key & { readonly status: number; readonly expected: readonly string[] };

/** Keyword of the key that names one entity of a level. */
const UNIQUE_KEYS: Readonly<Record<string, string>> = {
  study: 'StudyInstanceUID',
  series: 'SeriesInstanceUID',
  instance: 'SOPInstanceUID',
};

/** Kinds of breaches of single keys, with a value that stands for itself. */
export const SEARCH_KEYS = {
  'search-ignores-key': kind<Key & { readonly results: number }>({
    harm: ofLooseKey,
    identity: ['key', 'level'],
    follows: ['everything-for-none', 'keywords-ignored', 'no {level} key is read', 'keys-not-combined'],
    flaw: ({ key, level }) => (key === UNIQUE_KEYS[level] ? 'unique-key-ignored' : null),
  }),
  /** All of the keys of a level that were tried, which one change would mend at each level. */
  'search-ignores-all-keys': kind<{
    readonly keys: readonly string[];
    readonly level: string;
    readonly results: number;
  }>({
    harm: 'others-found',
    explains: ['no {level} key is read'],
    flaw: () => 'keys-ignored',
    follows: ['everything-for-none', 'keywords-ignored'],
  }),
  'search-ignores-parent-key': kind<Key & { readonly results: number }>({
    harm: ofLooseKey,
    follows: ['everything-for-none', 'keys-not-combined'],
  }),
  'search-refuses-key': kind<Refused>({ harm: 'nothing-found', identity: ['key', 'level'], manyAreOne: true }),
  'search-misses-by-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'nothing-found',
    identity: ['key', 'level'],
    manyAreOne: true,
    follows: ['not-stored', 'keys-not-combined', '{level} search finds nothing'],
    unread: true,
  }),
  /** The value has characters that have to be percent-encoded. */
  'search-misses-by-encoded-key': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'nothing-found',
    identity: ['key', 'level'],
    explains: ['encoded keys'],
    follows: ['not-stored', 'percent-literal', 'keys-not-combined', '{level} search finds nothing'],
    unread: true,
  }),
  'search-finds-others-by-key': kind<Key & { readonly value: string; readonly uid: string }>({
    harm: ofLooseKey,
    identity: ['key', 'level'],
    manyAreOne: true,
    follows: ['path-ignored', 'keys-not-combined'],
  }),
  /** A UID with another end finds the stored one. */
  'search-compares-part-of-uid': kind<Key>({ harm: 'others-found', cause: 'uid-in-part' }),
  /** A UID of another length finds the stored one. */
  'search-compares-beginning-of-uid': kind<Key>({ harm: 'others-found', follows: ['uid-in-part'] }),
  'search-matches-beginning': kind<Key & { readonly value: string; readonly results: number }>({ harm: ofLooseKey }),
  'search-disregards-case': kind<Key & { readonly value: string; readonly results: number }>({
    harm: 'search-depends',
  }),
  'search-ignores-keywords': kind<Key & { readonly results: number }>({
    harm: 'others-found',
    cause: 'keywords-ignored',
  }),
  'search-ignores-tags': kind<Key & { readonly results: number }>({ harm: 'others-found' }),
  /** `spelling` is the key as it was written: eight hexadecimal digits. */
  'search-refuses-spelling': kind<Refused & { readonly spelling: string }>({ harm: 'search-depends' }),
  'search-differs-by-spelling': kind<
    Key & { readonly spelling: string; readonly results: number; readonly expected: number }
  >({ harm: 'search-depends', identity: ['spelling'] }),
} as const;
