import { kind } from '../kind.ts';

/**
 * What the reader found: `rule` is its code, `at` the byte in the file or data set where it was. `detail` says more, for
 * those who mend it, in the English of the reader.
 */
type Detail = { readonly rule: string; readonly at: number; readonly detail: string };

/** What is wrong with the PS3.10 files that a server returns. */
export const PART10 = {
  'file-without-prefix': kind<Detail>({ harm: 'not-found-or-opened', spoils: 'part', cause: 'not-a-file' }),
  'file-unreadable': kind<Detail>({ harm: 'not-found-or-opened', spoils: 'part', cause: 'not-a-file' }),
  'file-meta-group-length': kind<Detail>({ harm: 'not-found-or-opened' }),
  'file-meta-lacks-element': kind<Detail & { readonly tag: string }>({
    harm: 'not-found-or-opened',
    identity: ['tag'],
  }),
  'file-meta-value': kind<Detail & { readonly tag: string }>({ harm: 'some-clients-only', identity: ['tag'] }),
  'file-meta-encoding': kind<Detail>({ harm: 'not-found-or-opened' }),
  'file-meta-of-another-class': kind<Detail>({ harm: 'wrong-patient-or-image' }),
  'file-meta-of-another-instance': kind<Detail>({ harm: 'wrong-patient-or-image' }),
  /** It is in another encoding than the transfer syntax that the file meta information names. */
  'data-set-encoding': kind<Detail>({ harm: 'not-found-or-opened', cause: 'data-set-encoding' }),
  'data-set-truncated': kind<Detail>({ harm: 'data-lost', spoils: 'part', unread: true }),
  'data-set-trailing-bytes': kind<Detail>({ harm: 'some-clients-only', unread: true }),
  'data-set-odd-length': kind<Detail>({ harm: 'some-clients-only', cause: 'odd-length' }),
  'data-set-value-length': kind<Detail>({ harm: 'some-clients-only' }),
  'data-set-padding': kind<Detail>({ harm: 'cosmetic' }),
  'data-set-out-of-order': kind<Detail>({ harm: 'some-clients-only' }),
  'data-set-repeats-element': kind<Detail>({ harm: 'altered' }),
  'data-set-malformed': kind<Detail>({
    harm: 'not-found-or-opened',
    identity: ['rule'],
  }),
  'data-set-character-set': kind<Detail>({ harm: 'altered', cause: 'character-set', follows: ['odd-length'] }),
  'pixel-data-vr': kind<Detail>({ harm: 'not-found-or-opened' }),
  'pixel-data-encapsulation': kind<Detail>({ harm: 'not-found-or-opened', cause: 'pixel-encapsulation' }),
  'pixel-data-offset-table': kind<Detail>({ harm: 'some-clients-only' }),
  /** A retrieved file that was saved and opened again is of no instance that was stored. */
  'saved-file-of-unknown-instance': kind<{ readonly file: string; readonly instance: string | null }>({
    harm: 'wrong-patient-or-image',
    follows: ['foreign-instance'],
  }),
  'saved-file-unreadable': kind<Detail & { readonly file: string }>({
    harm: 'not-found-or-opened',
    follows: ['not-a-file'],
  }),
} as const;
