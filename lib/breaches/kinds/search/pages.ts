import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** What was asked for, and the number of results that came. */
type Page = { readonly limit: number; readonly offset: number; readonly results: number };

/** Kinds of breaches of paging: limit, offset, order and the announcement of what remains. */
export const SEARCH_PAGES = {
  'page-longer-than-limit': kind<Page>({
    harm: 'some-clients-only',
    cause: 'limit-ignored',
    flaw: () => 'limit-ignored',
    follows: ['keys-not-combined'],
  }),
  'page-repeats-result': kind<Page & { readonly uid: string }>({
    harm: 'not-found-or-opened',
    cause: 'offset-ignored',
    follows: ['limit-ignored', 'order-changes', 'keys-not-combined'],
    unread: true,
  }),
  'page-too-long': kind<Page & { readonly expected: number }>({
    harm: 'not-found-or-opened',
    follows: ['offset-ignored', 'limit-ignored', 'keys-not-combined'],
  }),
  'page-too-short': kind<Page & { readonly expected: number }>({
    harm: 'not-found-or-opened',
    follows: ['keys-not-combined'],
  }),
  'page-foreign-result': kind<Page & { readonly uid: string }>({ harm: 'not-found-or-opened' }),
  /** limit=1 and a UID find nothing, although the entity is stored. */
  'limit-counts-candidates': kind<{ readonly level: string; readonly uid: string }>({
    harm: 'not-found-or-opened',
    follows: ['keys-not-combined'],
  }),
  'search-order-changes': kind<{ readonly results: number; readonly index: number }>({
    harm: 'not-found-or-opened',
    cause: 'order-changes',
  }),
  'search-repeated-differs': kind<{ readonly results: number; readonly expected: number }>({
    harm: 'not-found-or-opened',
  }),
  'page-without-warning': kind<{ readonly remaining: number }>({ harm: 'cosmetic', follows: ['limit-ignored'] }),
  'page-warning-with-other-number': kind<{ readonly remaining: number; readonly warnings: readonly string[] }>({
    harm: 'cosmetic',
  }),
  'page-beyond-end-fails': kind<{ readonly status: number; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
    follows: ['no-match-status'],
  }),
  'page-beyond-end-not-empty': kind<{ readonly results: number }>({
    harm: 'some-clients-only',
    follows: ['offset-ignored', 'everything-for-none', 'keys-not-combined'],
  }),
  'limit-zero-badly-refused': kind<StatusParameters>({ harm: 'some-clients-only' }),
} as const;
