import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances that it has to refuse. */
export const STORE_REFUSALS = {
  'partial-store-answered-success': kind<StatusParameters>({ harm: 'data-lost', says: 'lost' }),
  /** `seenBy` is the operation that shows what was kept; null where the answer itself lists it. */
  'partial-store-answered-failure': kind<{ readonly status: number; readonly seenBy: string | null }>({
    harm: 'some-clients-only',
  }),
  'partial-store-refused-whole': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'partial-store-status': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'refused-store-answered-success': kind<StatusParameters>({ harm: 'data-lost', says: 'lost' }),
  'refused-store-status': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'refusal-unexplained': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'some-clients-only',
    unread: true,
    says: 'absent',
  }),
  'stray-instance-stored': kind<OfInstance & { readonly operation: string }>({
    harm: 'wrong-patient-or-image',
    says: 'kept',
  }),
  'unreadable-part-server-error': kind<{ readonly status: number }>({ harm: 'some-clients-only' }),
  'unreadable-part-concealed': kind<{ readonly status: number; readonly hasModule: boolean }>({
    harm: ({ status, hasModule }) => (status < 300 && hasModule ? 'data-lost' : 'some-clients-only'),
    unread: true,
    says: 'absent',
  }),
} as const;
