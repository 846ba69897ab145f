import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances: takes, keeps or loses them. */
export const STORE = {
  'store-not-offered': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    perRoute: true,
    cause: 'store-not-offered',
    flaw: () => 'missing',
    explains: ['not offered with {status}'],
    // A page that is sent with 200 acknowledges the store.
    follows: ['lost with {status}'],
  }),
  'store-refused': kind<StatusParameters>({ harm: 'not-found-or-opened', explains: ['store refused with {status}'] }),
  /** Every instance was seen on the server afterwards. */
  'store-done-answered-failure': kind<StatusParameters>({ harm: 'some-clients-only', cause: 'store-status' }),
  'store-success-status': kind<StatusParameters>({
    harm: 'some-clients-only',
    cause: 'store-status',
    follows: ['not-stored'],
  }),
  'store-202-without-warning': kind({ harm: 'some-clients-only' }),
  'store-of-several-studies-refused': kind<StatusParameters>({
    harm: 'not-found-or-opened',
    follows: ['store refused with {status}', 'store-status', 'not offered with {status}'],
  }),
  'chunked-store-refused': kind<StatusParameters>({
    harm: 'some-clients-only',
    follows: ['store refused with {status}'],
  }),
  'chunked-store-lost': kind<OfInstance>({
    harm: 'data-lost',
    follows: ['not-stored'],
  }),
  /** `names` are of the instances that are nowhere, `sent` counts what the store acknowledged. */
  'acknowledged-not-stored': kind<{
    readonly names: readonly string[];
    readonly lost: number;
    readonly sent: number;
    readonly status: number;
  }>({ harm: 'data-lost', cause: 'not-stored', explains: ['lost with {status}'] }),
  'stored-not-found': kind<OfInstance & { readonly waitedMs: number }>({
    cause: 'stored-not-found',
    harm: 'not-found-or-opened',
    follows: ['not-stored'],
  }),
  'stored-found-late': kind<{ readonly elapsedMs: number; readonly windowMs: number }>({ harm: 'not-found-or-opened' }),
  'stored-attribute-dropped': kind<{ readonly tag: string }>({
    harm: 'altered',
    identity: ['tag'],
    follows: ['metadata-lacks', 'metadata-lacks-most'],
  }),
} as const;
