import { kind } from '../kind.ts';
import type { StatusParameters } from './status.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** What a store does with instances: takes, refuses, keeps, loses or repeats them. */
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
  'partial-store-answered-success': kind<StatusParameters>({ harm: 'data-lost', follows: ['stray-stored'] }),
  /** `seenBy` is the operation that shows what was kept; null where the answer itself lists it. */
  'partial-store-answered-failure': kind<{ readonly status: number; readonly seenBy: string | null }>({
    harm: 'some-clients-only',
    cause: 'part-told-as-nothing',
  }),
  'partial-store-refused-whole': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'partial-store-status': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'refused-store-answered-success': kind<StatusParameters>({ harm: 'data-lost', follows: ['stray-stored'] }),
  'refused-store-status': kind<StatusParameters>({ harm: 'some-clients-only' }),
  'refusal-unexplained': kind<{ readonly type: string | null; readonly bytes: number }>({
    harm: 'some-clients-only',
    follows: ['refused-not-listed'],
  }),
  'stray-instance-stored': kind<OfInstance & { readonly operation: string }>({
    harm: 'wrong-patient-or-image',
    cause: 'stray-stored',
  }),
  'repeated-store-server-error': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
    follows: ['store-status'],
  }),
  'repeated-store-duplicated': kind<{ readonly instance: string; readonly count: number }>({ harm: 'altered' }),
  'repeated-store-lost': kind<{ readonly instance: string }>({ harm: 'data-lost' }),
  'changed-content-lost': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'data-lost',
    cause: 'changed-content-lost',
  }),
  /** `operation` does not show the instance, others do. */
  'changed-content-hidden': kind<{ readonly instance: string; readonly operation: string }>({
    harm: 'not-found-or-opened',
  }),
  /** `told` has the Instance Number that each operation gives. */
  'changed-content-differs': kind<{ readonly told: readonly string[] }>({ harm: 'wrong-patient-or-image' }),
  'unreadable-part-server-error': kind<{ readonly status: number }>({ harm: 'some-clients-only' }),
  'unreadable-part-concealed': kind<{ readonly status: number; readonly hasModule: boolean }>({
    harm: ({ status, hasModule }) => (status < 300 && hasModule ? 'data-lost' : 'some-clients-only'),
    follows: ['part-told-as-nothing', 'store-without-module', 'store refused with {status}'],
  }),
} as const;
