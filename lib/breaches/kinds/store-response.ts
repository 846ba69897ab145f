import { kind } from '../kind.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };
/** An attribute of the response module. */
type OfAttribute = { readonly tag: string };

/** What a store response says of the instances that were sent, and how it says it. */
export const STORE_RESPONSE = {
  'store-response-empty': kind<{ readonly status: number }>({
    harm: 'some-clients-only',
    cause: 'store-without-module',
    spoils: 'answer',
    follows: ['not-stored'],
  }),
  'store-response-without-module': kind<{
    readonly status: number;
    readonly type: string | null;
    readonly bytes: number;
  }>({ harm: 'some-clients-only', cause: 'store-without-module', spoils: 'answer', follows: ['not-stored'] }),
  'store-response-without-lists': kind<{ readonly status: number }>({ harm: 'some-clients-only', spoils: 'answer' }),
  'store-response-in-array': kind({ harm: 'some-clients-only' }),
  'store-response-in-other-type': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
    follows: ['not-stored'],
  }),
  'store-response-without-type': kind<{ readonly value: string | null }>({ harm: 'some-clients-only' }),
  'stored-not-listed': kind<OfInstance & { readonly listed: number }>({
    harm: 'some-clients-only',
    unread: true,
    follows: ['store-item-unnamed'],
  }),
  'refused-not-listed': kind<OfInstance & { readonly listed: number }>({
    harm: 'data-lost',
    cause: 'refused-not-listed',
    unread: true,
    follows: ['store-item-unnamed', 'refused-listed-as-stored'],
  }),
  'store-lists-twice': kind<OfInstance & OfAttribute & { readonly count: number }>({
    harm: 'some-clients-only',
    identity: ['tag'],
  }),
  'refused-listed-as-stored': kind<OfInstance>({
    harm: 'data-lost',
    cause: 'refused-listed-as-stored',
  }),
  'stored-listed-as-failed': kind<OfInstance>({ harm: 'some-clients-only' }),
  'store-lists-unknown-instance': kind<{ readonly instance: string }>({
    harm: 'some-clients-only',
    cause: 'store-item-unnamed',
  }),
  'store-item-without-instance': kind<OfAttribute>({ harm: 'some-clients-only', cause: 'store-item-unnamed' }),
  'store-item-without-attribute': kind<OfAttribute>({ harm: 'some-clients-only', identity: ['tag'] }),
  'store-attribute-malformed': kind<OfAttribute & { readonly seen: string }>({
    harm: 'some-clients-only',
    identity: ['tag'],
  }),
  'store-item-of-another-class': kind<{ readonly expected: string; readonly seen: string }>({
    harm: 'some-clients-only',
  }),
  'store-response-empty-sequence': kind<OfAttribute>({ harm: 'cosmetic', identity: ['tag'] }),
  'other-failure-without-cause': kind<{ readonly items: number }>({ harm: 'some-clients-only' }),
  /** `level`: whether the URL of the study or that of an instance is missing. */
  'store-response-without-url': kind<{ readonly level: string }>({
    harm: 'some-clients-only',
    identity: ['level'],
    follows: ['store-item-unnamed'],
  }),
  'store-warning-status': kind<{ readonly status: number; readonly reason: number }>({ harm: 'some-clients-only' }),
  'store-without-location': kind<{ readonly header: string }>({ harm: 'cosmetic' }),
  'store-location-of-another-study': kind<{ readonly header: string; readonly value: string }>({
    harm: 'some-clients-only',
  }),
} as const;
