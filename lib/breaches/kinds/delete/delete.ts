import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** The level of what was deleted: `study`, `series` or `instance`. */
type OfLevel = { readonly level: string };

type OfLevelAndStatus = OfLevel & { readonly status: number; readonly expected: readonly string[] };

/** What a delete leaves, takes along or says. */
export const DELETE = {
  'delete-without-effect': kind<OfLevel & { readonly operation: string }>({
    harm: 'deleted-still-seen',
    says: 'ignored',
  }),
  /** `left` of `of` instances are still there. */
  'delete-left-instances': kind<OfLevel & { readonly left: number; readonly of: number }>({
    harm: 'deleted-still-seen',
    says: 'kept',
  }),
  'deleted-still-retrieved': kind<OfLevel & { readonly operation: string }>({
    harm: 'deleted-still-seen',
    says: 'kept',
  }),
  'deleted-still-found': kind<OfLevel & { readonly operation: string }>({
    harm: 'deleted-still-seen',
    says: 'kept',
  }),
  'deleted-value-still-answered': kind<OfLevel & { readonly operation: string; readonly status: number }>({
    harm: 'deleted-still-seen',
    says: 'kept',
  }),
  'deleted-came-back': kind<OfLevel & { readonly operation: string }>({
    harm: 'deleted-still-seen',
    says: 'kept',
  }),
  /**
   * `gone` of `of` other instances that were looked at went as well, which `operation` no longer shows; `from` says where they
   * were: in another `study`, in another `series` of the study, or as other instances of the `instance`'s series.
   */
  'deleted-another': kind<
    OfLevel & { readonly gone: number; readonly of: number; readonly operation: string; readonly from: string }
  >({
    harm: 'stored-image-lost',
    says: 'lost',
  }),
  /** What holds the rest was served before, and is not after a part of it was deleted; `level` is that of the rest. */
  'rest-not-served': kind<OfLevelAndStatus>({ harm: 'cannot-open', says: 'absent' }),
  'delete-success-status': kind<StatusParameters>({ harm: 'status-unclear' }),
  /** Every answer showed it right after a success, and none does a while later. */
  'delete-enacted-later': kind<OfLevel & { readonly status: number }>({ harm: 'status-unclear', identity: [] }),
  'delete-content-with-204': kind<{ readonly bytes: number }>({ harm: 'connection-confused' }),
  'delete-refused': kind<OfLevelAndStatus>({
    harm: 'delete-unavailable',
    identity: ['level'],
  }),
  'delete-done-answered-failure': kind<OfLevelAndStatus>({ harm: 'status-unclear' }),
} as const;
