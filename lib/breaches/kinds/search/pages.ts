import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** What was asked for, and the number of results that came. */
type Page = { readonly limit: number; readonly offset: number; readonly results: number };

/** Kinds of breaches of paging: limit, offset, order and the announcement of what remains. */
export const SEARCH_PAGES = {
  'page-longer-than-limit': kind<Page>({
    harm: 'too-much',
    misreads: 'limit',
  }),
  'page-repeats-result': kind<Page & { readonly uid: string }>({
    harm: 'list-incomplete',
    says: 'foreign',
    misreads: 'offset',
    unread: true,
  }),
  'page-too-long': kind<Page & { readonly expected: number }>({
    harm: 'shown-twice',
    says: 'foreign',
  }),
  'page-too-short': kind<Page & { readonly expected: number }>({
    harm: 'list-incomplete',
    says: 'absent',
  }),
  'page-foreign-result': kind<Page & { readonly uid: string }>({ harm: 'list-not-narrowed', says: 'foreign' }),
  /** limit=1 and a UID find nothing, although the entity is stored. */
  'limit-counts-candidates': kind<{ readonly level: string; readonly uid: string }>({
    harm: 'nothing-found',
    says: 'absent',
  }),
  'search-order-changes': kind<{ readonly results: number; readonly index: number }>({
    harm: 'list-incomplete',
    misreads: 'place in the list',
  }),
  'search-repeated-differs': kind<{ readonly results: number; readonly expected: number }>({
    harm: 'list-incomplete',
  }),
  'page-without-warning': kind<{ readonly remaining: number }>({
    harm: 'rest-unannounced',
    says: 'absent',
  }),
  'page-warning-with-other-number': kind<{ readonly remaining: number; readonly warnings: readonly string[] }>({
    harm: 'rest-unannounced',
  }),
  'page-beyond-end-fails': kind<{ readonly status: number; readonly expected: readonly string[] }>({
    harm: 'mistake-unclear',
  }),
  'page-beyond-end-not-empty': kind<{ readonly results: number }>({
    harm: 'shown-twice',
    says: 'foreign',
  }),
  'limit-zero-badly-refused': kind<StatusParameters>({ harm: 'status-unclear' }),
} as const;
