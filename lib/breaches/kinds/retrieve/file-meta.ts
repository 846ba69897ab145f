import { kind } from '../../kind.ts';

/**
 * What the reader found: `rule` is its code, `at` the byte in the file or data set where it was. `detail` says more, for
 * those who mend it, in the English of the reader.
 */
type Detail = { readonly rule: string; readonly at: number; readonly detail: string };

/** What is wrong with the PS3.10 files that a server returns: their beginning, their file meta information, and saved files. */
export const FILE_META = {
  'file-without-prefix': kind<Detail>({ harm: 'image-unreadable', spoils: 'part', unread: true }),
  'file-unreadable': kind<Detail>({ harm: 'image-unreadable', spoils: 'part' }),
  'file-meta-group-length': kind<Detail>({ harm: 'image-unreadable' }),
  'file-meta-lacks-element': kind<Detail & { readonly tag: string }>({
    harm: 'image-unreadable',
    identity: ['tag'],
  }),
  'file-meta-value': kind<Detail & { readonly tag: string }>({ harm: 'strict-clients-refuse', identity: ['tag'] }),
  'file-meta-encoding': kind<Detail>({ harm: 'image-unreadable' }),
  'file-meta-of-another-class': kind<Detail>({ harm: 'filed-elsewhere' }),
  'file-meta-of-another-instance': kind<Detail>({ harm: 'filed-elsewhere' }),
  /** A retrieved file that was saved and opened again is of no instance that was stored. */
  'saved-file-of-unknown-instance': kind<{ readonly file: string; readonly instance: string | null }>({
    harm: 'foreign-image-shown',
    says: 'foreign',
  }),
  'saved-file-unreadable': kind<Detail & { readonly file: string }>({
    harm: 'image-unreadable',
  }),
} as const;
