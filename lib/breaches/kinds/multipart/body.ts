import { kind } from '../../kind.ts';

/** Kinds of breaches of multipart bodies as wholes: their label, their boundary and their delimiters. */
export const MULTIPART = {
  'multipart-labelled-otherwise': kind<{ readonly type: string | null }>({
    // By another subtype of multipart, the parts can be read.
    harm: ({ type }) => (/^multipart\//i.test(type ?? '') ? 'label-misleads' : 'answer-unreadable'),
    spoils: 'answer',
  }),
  'multipart-without-boundary': kind<{ readonly type: string }>({ harm: 'answer-unreadable', spoils: 'answer' }),
  'multipart-without-type': kind<{ readonly type: string }>({ harm: 'label-misleads' }),
  'multipart-type-untrue': kind<{ readonly announced: string; readonly actual: string | null }>({
    harm: 'label-misleads',
    unread: true,
  }),
  /** `used` is the boundary that the body begins with; null where it begins with none. */
  'multipart-boundary-nowhere': kind<{
    readonly boundary: string;
    readonly used: string | null;
    readonly bytes: number;
  }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  'multipart-without-part': kind<{ readonly bytes: number }>({ harm: 'images-unseen', spoils: 'answer' }),
  'multipart-not-closed': kind<{ readonly boundary: string; readonly bytes: number }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  /** The body ends within a delimiter line. */
  'multipart-delimiter-cut': kind({ harm: 'answer-unreadable', spoils: 'answer' }),
  /** `place` is where CR is missing: `before-delimiter`, `after-delimiter` or `part-headers`. */
  'multipart-bare-line-feed': kind<{ readonly place: string }>({ harm: 'answer-unreadable', spoils: 'answer' }),
  'multipart-delimiter-within-line': kind({ harm: 'answer-unreadable', spoils: 'answer' }),
  'multipart-text-after-boundary': kind({ harm: 'answer-unreadable', spoils: 'answer' }),
  'multipart-boundary-in-part': kind({ harm: 'answer-unreadable', spoils: 'answer' }),
  'multipart-part-before-first-delimiter': kind({ harm: 'images-unseen', spoils: 'answer' }),
  'multipart-delimiter-after-close': kind({ harm: 'images-unseen', spoils: 'answer' }),
  'boundary-illegal': kind<{ readonly boundary: string; readonly length: number }>({ harm: 'strict-clients-refuse' }),
  'boundary-not-quoted': kind<{ readonly boundary: string }>({
    harm: 'strict-clients-refuse',
  }),
} as const;
