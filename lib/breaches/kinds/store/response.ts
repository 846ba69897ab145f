import { kind } from '../../kind.ts';

/** An attribute of the response module. */
type OfAttribute = { readonly tag: string };

/** What a store response is: its type, its form and its header fields. */
export const STORE_RESPONSE = {
  'store-response-empty': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'store-response-without-module': kind<{
    readonly status: number;
    readonly type: string | null;
    readonly bytes: number;
  }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'store-response-without-lists': kind<{ readonly status: number }>({ harm: 'some-clients-only', spoils: 'answer' }),
  'store-response-in-array': kind({ harm: 'some-clients-only' }),
  'store-response-in-other-type': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
  }),
  'store-response-without-type': kind<{ readonly value: string | null }>({ harm: 'some-clients-only' }),
  'store-response-empty-sequence': kind<OfAttribute>({ harm: 'cosmetic', identity: ['tag'] }),
  'other-failure-without-cause': kind<{ readonly items: number }>({ harm: 'some-clients-only' }),
  /** `level`: whether the URL of the study or that of an instance is missing. */
  'store-response-without-url': kind<{ readonly level: string }>({
    harm: 'some-clients-only',
    identity: ['level'],
    says: 'absent',
    unread: true,
  }),
  'store-warning-status': kind<{ readonly status: number; readonly reason: number }>({ harm: 'some-clients-only' }),
  'store-without-location': kind<{ readonly header: string }>({ harm: 'cosmetic' }),
  'store-location-of-another-study': kind<{ readonly header: string; readonly value: string }>({
    harm: 'some-clients-only',
  }),
} as const;
