import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances: takes, keeps or loses them. */
export const STORE = {
  'store-not-offered': kind<StatusParameters>({
    harm: 'cannot-store',
    // A page that is sent with 200 acknowledges the store.
  }),
  'store-refused': kind<StatusParameters>({ harm: 'cannot-store' }),
  /** Every instance was seen on the server afterwards. */
  'store-done-answered-failure': kind<StatusParameters>({ harm: 'sender-repeats' }),
  'store-success-status': kind<StatusParameters>({
    harm: 'sender-repeats',
  }),
  'store-202-without-warning': kind({ harm: 'sender-unsure' }),
  'store-of-several-studies-refused': kind<StatusParameters>({
    harm: 'cannot-store',
  }),
  'chunked-store-refused': kind<StatusParameters>({
    harm: 'sender-blocked',
  }),
  'chunked-store-lost': kind<OfInstance>({
    harm: 'only-copy-lost',
    says: 'lost',
  }),
  /** `names` are of the instances that are nowhere, `sent` counts what the store acknowledged. */
  'acknowledged-not-stored': kind<{
    readonly names: readonly string[];
    readonly lost: number;
    readonly sent: number;
    readonly status: number;
  }>({ harm: 'only-copy-lost', says: 'lost' }),
  /** It is there under another study or series than it was sent with: `sent` and `found` are their UIDs. */
  'stored-elsewhere': kind<
    OfInstance & { readonly level: string; readonly sent: string; readonly found: string; readonly status: number }
  >({
    harm: ({ level }) => (level === 'study' ? 'filed-elsewhere' : 'value-altered'),
    identity: ['level'],
    says: 'altered',
  }),
  /**
   * `names` are of instances that were shown after their store and are nowhere since; `stores` counts those that succeeded
   * between the last answer that showed them and the first that did not. Nothing was deleted meanwhile.
   */
  'stored-lost-later': kind<{ readonly names: readonly string[]; readonly lost: number; readonly stores: number }>({
    harm: 'stored-image-lost',
    says: 'lost',
  }),
  'stored-not-found': kind<OfInstance & { readonly waitedMs: number }>({
    harm: 'nothing-found',
    says: 'absent',
  }),
  'stored-found-late': kind<{ readonly elapsedMs: number; readonly windowMs: number }>({ harm: 'nothing-found' }),
  'stored-attribute-dropped': kind<{ readonly tag: string }>({
    harm: 'value-missing',
    identity: ['tag'],
    says: 'absent',
    unread: true,
  }),
} as const;
