import { kind } from '../../kind.ts';

/** An attribute of the response module. */
type OfAttribute = { readonly tag: string };

/** What a store response is: its type, its form and its header fields. */
export const STORE_RESPONSE = {
  'store-response-empty': kind<{ readonly status: number }>({
    harm: 'sender-unsure',
    spoils: 'answer',
  }),
  'store-response-without-module': kind<{
    readonly status: number;
    readonly type: string | null;
    readonly bytes: number;
  }>({
    harm: 'sender-unsure',
    spoils: 'answer',
  }),
  'store-response-without-lists': kind<{ readonly status: number }>({ harm: 'sender-unsure', spoils: 'answer' }),
  'store-response-in-array': kind({ harm: 'sender-unsure' }),
  'store-response-in-other-type': kind<{ readonly type: string | null }>({
    harm: 'sender-unsure',
  }),
  'store-response-without-type': kind<{ readonly value: string | null }>({ harm: 'sender-unsure' }),
  'store-response-empty-sequence': kind<OfAttribute>({ harm: 'sender-unsure', identity: ['tag'] }),
  'other-failure-without-cause': kind<{ readonly items: number }>({ harm: 'sender-unsure' }),
  /** `level`: whether the URL of the study or that of an instance is missing. */
  'store-response-without-url': kind<{ readonly level: string }>({
    harm: 'link-needs-context',
    identity: ['level'],
    says: 'absent',
    unread: true,
  }),
  'store-warning-status': kind<{ readonly status: number; readonly reason: number }>({ harm: 'sender-unsure' }),
  'store-without-location': kind<{ readonly header: string }>({ harm: 'detail-missing' }),
  'store-location-of-another-study': kind<{ readonly header: string; readonly value: string }>({
    harm: 'other-image-opened',
  }),
} as const;
