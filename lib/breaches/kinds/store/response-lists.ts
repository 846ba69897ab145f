import { kind } from '../../kind.ts';

/** An instance that was sent: its SOP Instance UID, and its name for people. */
type OfInstance = { readonly instance: string; readonly name: string };

/** An attribute of the response module. */
type OfAttribute = { readonly tag: string };

/** What a store response says of the instances that were sent. */
export const STORE_RESPONSE_LISTS = {
  'stored-not-listed': kind<OfInstance & { readonly listed: number }>({
    harm: 'sender-repeats',
    says: 'absent',
    unread: true,
  }),
  'refused-not-listed': kind<OfInstance & { readonly listed: number }>({
    harm: 'sender-unsure',
    says: 'absent',
    unread: true,
  }),
  'store-lists-twice': kind<OfInstance & OfAttribute & { readonly count: number }>({
    harm: 'sender-unsure',
    identity: ['tag'],
  }),
  'refused-listed-as-stored': kind<OfInstance>({
    harm: 'only-copy-lost',
    says: 'foreign',
  }),
  'stored-listed-as-failed': kind<OfInstance>({ harm: 'sender-repeats' }),
  'store-lists-unknown-instance': kind<{ readonly instance: string }>({
    harm: 'sender-unsure',
    spoils: 'content',
  }),
  'store-item-without-instance': kind<OfAttribute>({ harm: 'sender-unsure', spoils: 'content' }),
  'store-item-without-attribute': kind<OfAttribute>({ harm: 'sender-unsure', identity: ['tag'], unread: true }),
  'store-attribute-malformed': kind<OfAttribute & { readonly seen: string }>({
    harm: 'sender-unsure',
    identity: ['tag'],
    unread: true,
  }),
  'store-item-of-another-class': kind<{ readonly expected: string; readonly seen: string }>({
    harm: 'sender-repeats',
  }),
} as const;
