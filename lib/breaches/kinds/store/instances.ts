import { kind } from '../../kind.ts';
import type { StatusParameters } from '../http/status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances: takes, keeps or loses them. */
export const STORE = {
  'store-not-offered': kind<StatusParameters>({
    harm: 'cannot-store',
    perRoute: true,
    cause: 'store-not-offered',
    flaw: () => 'missing',
    explains: ['not offered with {status}'],
    // A page that is sent with 200 acknowledges the store.
    follows: ['lost with {status}'],
  }),
  'store-refused': kind<StatusParameters>({ harm: 'cannot-store', explains: ['store refused with {status}'] }),
  /** Every instance was seen on the server afterwards. */
  'store-done-answered-failure': kind<StatusParameters>({ harm: 'sender-repeats', cause: 'store-status' }),
  'store-success-status': kind<StatusParameters>({
    harm: 'sender-repeats',
    cause: 'store-status',
    follows: ['not-stored'],
  }),
  'store-202-without-warning': kind({ harm: 'sender-unsure' }),
  'store-of-several-studies-refused': kind<StatusParameters>({
    harm: 'cannot-store',
    follows: ['store refused with {status}', 'store-status', 'not offered with {status}'],
  }),
  'chunked-store-refused': kind<StatusParameters>({
    harm: 'sender-blocked',
    follows: ['store refused with {status}'],
  }),
  'chunked-store-lost': kind<OfInstance>({
    harm: 'only-copy-lost',
    follows: ['not-stored'],
  }),
  /** `names` are of the instances that are nowhere, `sent` counts what the store acknowledged. */
  'acknowledged-not-stored': kind<{
    readonly names: readonly string[];
    readonly lost: number;
    readonly sent: number;
    readonly status: number;
  }>({ harm: 'only-copy-lost', cause: 'not-stored', explains: ['lost with {status}'] }),
  'stored-not-found': kind<OfInstance & { readonly waitedMs: number }>({
    cause: 'stored-not-found',
    harm: 'nothing-found',
    follows: ['not-stored'],
  }),
  'stored-found-late': kind<{ readonly elapsedMs: number; readonly windowMs: number }>({ harm: 'nothing-found' }),
  'stored-attribute-dropped': kind<{ readonly tag: string }>({
    harm: 'value-missing',
    identity: ['tag'],
    follows: ['metadata-lacks', 'metadata-lacks-most'],
  }),
} as const;
