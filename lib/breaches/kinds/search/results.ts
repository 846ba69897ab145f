import type { Consequence } from '../../consequences.ts';
import { kind } from '../../kind.ts';

/** Level of the entities that a search lists: `study`, `series` or `instance`. */
type AtLevel = { readonly level: string };

type Status = { readonly status: number; readonly expected: readonly string[] };

/** Kinds of breaches of which results a search lists, and of how it says that there is none. */
export const SEARCH_RESULTS = {
  /** The resource refuses every search. `resource` is `studies`, `series-of-study`, …, or `across-studies`. */
  'search-not-offered': kind<Status & { readonly resource: string }>({
    harm: 'cannot-search',
    identity: ['resource'],
  }),
  'search-fails': kind<Status>({ harm: 'cannot-search', unread: true }),
  'search-answer-not-json': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'cannot-search',
    spoils: 'answer',
  }),
  /** An answer that is not read to its end. `begun` is how many results its beginning holds. */
  'search-answer-too-long': kind<{ readonly expected: number; readonly begun: number }>({
    harm: 'too-much',
  }),
  'search-finds-nothing': kind<AtLevel & { readonly expected: number; readonly status: number }>({
    harm: 'nothing-found',
    says: 'absent',
    misreads: 'key',
    unread: true,
  }),
  'search-misses-stored': kind<AtLevel & { readonly uid: string; readonly results: number }>({
    harm: 'list-incomplete',
    says: 'absent',
    unread: true,
  }),
  'search-repeats-result': kind<AtLevel & { readonly uid: string; readonly times: number }>({
    harm: 'shown-twice',
  }),
  'search-finds-foreign': kind<AtLevel & { readonly uid: string; readonly expected: number }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
    unread: true,
  }),
  'search-ignores-path': kind<AtLevel & { readonly results: number }>({
    harm: 'foreign-image-shown',
    misreads: 'path',
  }),
  'search-results-not-array': kind<{ readonly body: string }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  'search-result-not-data-set': kind<{ readonly item: string }>({ harm: 'answer-unreadable' }),
  'search-no-match-status': kind<Status>({
    harm: 'mistake-unclear',
  }),
  'search-no-match-with-body': kind<{ readonly bytes: number }>({ harm: 'connection-confused' }),
  'search-no-match-not-empty-list': kind<{ readonly body: string }>({
    harm: 'label-misleads',
    unread: true,
  }),
  /** A value that is stored selects, and one that nothing has lists all there is. */
  'search-no-match-finds-others': kind<AtLevel & { readonly key: string; readonly results: number }>({
    harm: ofLooseKey,
    misreads: 'key',
  }),
  'search-below-unknown-fails': kind<Status>({ harm: 'mistake-unclear' }),
} as const;

/** Keys that name a patient: to match too much by them shows other patients. */
const OF_PATIENT = new Set(['PatientID', 'PatientName', 'StudyInstanceUID', 'AccessionNumber']);

/** What a search does that lists more than its key selects. */
export function ofLooseKey({ key }: { readonly key: string }): Consequence {
  return OF_PATIENT.has(key) ? 'others-found' : 'list-not-narrowed';
}
