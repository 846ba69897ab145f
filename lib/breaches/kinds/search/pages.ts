import { kind } from '../../kind.ts';

/** What was asked for, and the number of results that came. */
type Page = { readonly limit: number; readonly offset: number; readonly results: number };

/** Kinds of breaches of paging: limit, offset, order and the announcement of what remains. */
export const SEARCH_PAGES = {
  'page-longer-than-limit': kind<Page>({
    harm: 'some-clients-only',
    misreads: 'limit',
  }),
  'page-repeats-result': kind<Page & { readonly uid: string }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'foreign',
    misreads: 'offset',
  }),
  'page-too-long': kind<Page & { readonly expected: number }>({
    harm: 'not-found-or-opened',
    says: 'foreign',
  }),
  'page-too-short': kind<Page & { readonly expected: number }>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'page-foreign-result': kind<Page & { readonly uid: string }>({ harm: 'not-found-or-opened', says: 'foreign' }),
  /** limit=1 and a UID find nothing, although the entity is stored. */
  'limit-counts-candidates': kind<{ readonly level: string; readonly uid: string }>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'search-order-changes': kind<{ readonly results: number; readonly index: number }>({
    harm: 'not-found-or-opened',
  }),
  'search-repeated-differs': kind<{ readonly results: number; readonly expected: number }>({
    harm: 'not-found-or-opened',
  }),
  'page-without-warning': kind<{ readonly remaining: number }>({ harm: 'cosmetic', says: 'absent' }),
  'page-warning-with-other-number': kind<{ readonly remaining: number; readonly warnings: readonly string[] }>({
    harm: 'cosmetic',
  }),
  'page-beyond-end-fails': kind<{ readonly status: number; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
  }),
  'page-beyond-end-not-empty': kind<{ readonly results: number }>({
    harm: 'some-clients-only',
    says: 'foreign',
  }),
} as const;
