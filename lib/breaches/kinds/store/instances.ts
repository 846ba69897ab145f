import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances: takes, keeps or loses them. */
export const STORE = {
  'store-not-offered': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    // A page that is sent with 200 acknowledges the store.
  }),
  'store-refused': kind<StatusParameters>({ harm: 'not-found-or-opened' }),
  /** Every instance was seen on the server afterwards. */
  'store-done-answered-failure': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'store-success-status': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'store-202-without-warning': kind({ harm: 'some-clients-only' }),
  'store-of-several-studies-refused': kind<StatusParameters>({
    harm: 'not-found-or-opened',
  }),
  'chunked-store-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
  }),
  'chunked-store-lost': kind<OfInstance>({
    harm: 'data-lost',
    says: 'lost',
  }),
  /** `names` are of the instances that are nowhere, `sent` counts what the store acknowledged. */
  'acknowledged-not-stored': kind<{
    readonly names: readonly string[];
    readonly lost: number;
    readonly sent: number;
    readonly status: number;
  }>({ harm: 'data-lost', says: 'lost' }),
  'stored-not-found': kind<OfInstance & { readonly waitedMs: number }>({
    harm: 'not-found-or-opened',
    says: 'absent',
  }),
  'stored-found-late': kind<{ readonly elapsedMs: number; readonly windowMs: number }>({ harm: 'not-found-or-opened' }),
  'stored-attribute-dropped': kind<{ readonly tag: string }>({
    harm: 'altered',
    identity: ['tag'],
    says: 'absent',
    unread: true,
  }),
} as const;
