import type { Harm } from '../../harm.ts';
import { kind } from '../../kind.ts';

/** Level of the entities that a search lists: `study`, `series` or `instance`. */
type AtLevel = { readonly level: string };

type Status = { readonly status: number; readonly expected: readonly string[] };

/** Kinds of breaches of which results a search lists, and of how it says that there is none. */
export const SEARCH_RESULTS = {
  /** The resource refuses every search. `resource` is `studies`, `series-of-study`, …, or `across-studies`. */
  'search-not-offered': kind<Status & { readonly resource: string }>({
    harm: 'not-found-or-opened',
    identity: ['resource'],
  }),
  'search-fails': kind<Status>({ harm: 'not-found-or-opened', unread: true }),
  'search-answer-not-json': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  /** `bound` is what the harness reads at most, in words. */
  'search-answer-too-long': kind<{ readonly expected: number; readonly bound: string }>({
    harm: 'not-found-or-opened',
  }),
  'search-finds-nothing': kind<AtLevel & { readonly expected: number; readonly status: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
    misreads: 'key',
  }),
  'search-misses-stored': kind<AtLevel & { readonly uid: string; readonly results: number }>({
    harm: 'not-found-or-opened',
    unread: true,
    says: 'absent',
  }),
  'search-repeats-result': kind<AtLevel & { readonly uid: string; readonly times: number }>({
    harm: 'some-clients-only',
  }),
  'search-finds-foreign': kind<AtLevel & { readonly uid: string; readonly expected: number }>({
    harm: 'wrong-patient-or-image',
    unread: true,
    says: 'foreign',
  }),
  'search-ignores-path': kind<AtLevel & { readonly results: number }>({
    harm: 'wrong-patient-or-image',
    misreads: 'path',
  }),
  'search-results-not-array': kind<{ readonly body: string }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'search-result-not-data-set': kind<{ readonly item: string }>({ harm: 'not-found-or-opened' }),
  'search-no-match-status': kind<Status>({
    harm: 'some-clients-only',
  }),
  'search-no-match-with-body': kind<{ readonly bytes: number }>({ harm: 'cosmetic' }),
  'search-no-match-not-empty-list': kind<{ readonly body: string }>({
    harm: 'some-clients-only',
    unread: true,
  }),
  /** A value that is stored selects, and one that nothing has lists all there is. */
  'search-no-match-finds-others': kind<AtLevel & { readonly key: string; readonly results: number }>({
    harm: 'wrong-patient-or-image',
    misreads: 'key',
  }),
  'search-below-unknown-fails': kind<Status>({ harm: 'some-clients-only' }),
} as const;

/** Keys that name a patient: to match too much by them shows other patients. */
const OF_PATIENT = new Set(['PatientID', 'PatientName', 'StudyInstanceUID', 'AccessionNumber']);

/** Harm of a search that lists more than its key selects. */
export function harmOfKey({ key }: { readonly key: string }): Harm {
  return OF_PATIENT.has(key) ? 'wrong-patient-or-image' : 'not-found-or-opened';
}
