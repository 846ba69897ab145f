import { kind } from '../../kind.ts';

/**
 * What the reader found: `rule` is its code, `at` the byte in the file or data set where it was. `detail` says more, for
 * those who mend it, in the English of the reader.
 */
type Detail = { readonly rule: string; readonly at: number; readonly detail: string };

/** What is wrong with the data sets of the PS3.10 files that a server returns. */
export const DATA_SET = {
  /** It is in another encoding than the transfer syntax that the file meta information names. */
  'data-set-encoding': kind<Detail>({ harm: 'image-unreadable', spoils: 'part' }),
  'data-set-truncated': kind<Detail>({ harm: 'image-cut', spoils: 'part', unread: true }),
  'data-set-trailing-bytes': kind<Detail>({ harm: 'strict-clients-refuse', unread: true }),
  'data-set-odd-length': kind<Detail>({ harm: 'strict-clients-refuse', spoils: 'characters' }),
  'data-set-value-length': kind<Detail>({ harm: 'strict-clients-refuse' }),
  'data-set-padding': kind<Detail>({ harm: 'detail-differs' }),
  'data-set-out-of-order': kind<Detail>({ harm: 'strict-clients-refuse' }),
  'data-set-repeats-element': kind<Detail>({ harm: 'value-ambiguous' }),
  'data-set-malformed': kind<Detail>({
    harm: 'image-unreadable',
    identity: ['rule'],
  }),
  'data-set-character-set': kind<Detail>({ harm: 'text-garbled', spoils: 'characters', unread: 'characters' }),
  'pixel-data-vr': kind<Detail>({ harm: 'image-unreadable' }),
  'pixel-data-encapsulation': kind<Detail>({ harm: 'image-unreadable', spoils: 'part' }),
  'pixel-data-offset-table': kind<Detail>({ harm: 'strict-clients-refuse' }),
} as const;
