import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances that it has to refuse. */
export const STORE_REFUSALS = {
  'partial-store-answered-success': kind<StatusParameters>({ harm: 'sender-misled', says: 'lost' }),
  /** `seenBy` is the operation that shows what was kept; null where the answer itself lists it. */
  'partial-store-answered-failure': kind<{ readonly status: number; readonly seenBy: string | null }>({
    harm: 'sender-repeats',
  }),
  'partial-store-refused-whole': kind<StatusParameters>({ harm: 'sender-blocked' }),
  'partial-store-status': kind<StatusParameters>({ harm: 'sender-unsure' }),
  'refused-store-answered-success': kind<StatusParameters>({ harm: 'sender-misled', says: 'lost' }),
  'refused-store-status': kind<StatusParameters>({ harm: 'mistake-unclear' }),
  'refusal-unexplained': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'sender-unsure',
    says: 'absent',
    unread: true,
  }),
  'stray-instance-stored': kind<OfInstance & { readonly operation: string }>({
    harm: 'filed-elsewhere',
    says: 'kept',
  }),
  'unreadable-part-server-error': kind<{ readonly status: number }>({ harm: 'sender-blocked' }),
  'unreadable-part-answered-success': kind<StatusParameters>({ harm: 'sender-misled' }),
  'unreadable-part-among-instances': kind<{ readonly status: number }>({ harm: 'sender-unsure' }),
  'unreadable-part-concealed': kind<{ readonly status: number; readonly hasModule: boolean }>({
    harm: ({ status, hasModule }) => (status < 300 && hasModule ? 'sender-misled' : 'sender-unsure'),
    says: 'absent',
    unread: true,
  }),
} as const;
