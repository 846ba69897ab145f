import { kind } from '../../kind.ts';

/**
 * What the reader found: `rule` is its code, `at` the byte in the file or data set where it was. `detail` says more, for
 * those who mend it, in the English of the reader.
 */
type Detail = { readonly rule: string; readonly at: number; readonly detail: string };

/** What is wrong with the data sets of the PS3.10 files that a server returns. */
export const DATA_SET = {
  /** It is in another encoding than the transfer syntax that the file meta information names. */
  'data-set-encoding': kind<Detail>({ harm: 'not-found-or-opened', spoils: 'part' }),
  'data-set-truncated': kind<Detail>({ harm: 'data-lost', spoils: 'part', unread: true }),
  'data-set-trailing-bytes': kind<Detail>({ harm: 'some-clients-only', unread: true }),
  'data-set-odd-length': kind<Detail>({ harm: 'some-clients-only', spoils: 'characters' }),
  'data-set-value-length': kind<Detail>({ harm: 'some-clients-only' }),
  'data-set-padding': kind<Detail>({ harm: 'cosmetic' }),
  'data-set-out-of-order': kind<Detail>({ harm: 'some-clients-only' }),
  'data-set-repeats-element': kind<Detail>({ harm: 'altered' }),
  'data-set-malformed': kind<Detail>({
    harm: 'not-found-or-opened',
    identity: ['rule'],
  }),
  'data-set-character-set': kind<Detail>({ harm: 'altered', spoils: 'characters', unread: 'characters' }),
  'pixel-data-vr': kind<Detail>({ harm: 'not-found-or-opened' }),
  'pixel-data-encapsulation': kind<Detail>({ harm: 'not-found-or-opened', spoils: 'part' }),
  'pixel-data-offset-table': kind<Detail>({ harm: 'some-clients-only' }),
} as const;
