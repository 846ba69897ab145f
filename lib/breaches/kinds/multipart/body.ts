import { kind } from '../../kind.ts';

/** Kinds of breaches of multipart bodies as wholes: their label, their boundary and their delimiters. */
export const MULTIPART = {
  'multipart-labelled-otherwise': kind<{ readonly type: string | null }>({
    harm: 'not-found-or-opened',
    cause: 'multipart-labelled',
    spoils: 'answer',
  }),
  'multipart-without-boundary': kind<{ readonly type: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-without-type': kind<{ readonly type: string }>({ harm: 'some-clients-only' }),
  'multipart-type-untrue': kind<{ readonly announced: string; readonly actual: string | null }>({
    harm: 'not-found-or-opened',
    cause: 'multipart-type-untrue',
  }),
  /** `used` is the boundary that the body begins with; null where it begins with none. */
  'multipart-boundary-nowhere': kind<{
    readonly boundary: string;
    readonly used: string | null;
    readonly bytes: number;
  }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'multipart-without-part': kind<{ readonly bytes: number }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-not-closed': kind<{ readonly boundary: string; readonly bytes: number }>({
    harm: 'not-found-or-opened',
    cause: 'multipart-not-closed',
    spoils: 'answer',
  }),
  /** The body ends within a delimiter line. */
  'multipart-delimiter-cut': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  /** `place` is where CR is missing: `before-delimiter`, `after-delimiter` or `part-headers`. */
  'multipart-bare-line-feed': kind<{ readonly place: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-delimiter-within-line': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-text-after-boundary': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-boundary-in-part': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-part-before-first-delimiter': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'multipart-delimiter-after-close': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'boundary-illegal': kind<{ readonly boundary: string; readonly length: number }>({ harm: 'some-clients-only' }),
  'boundary-not-quoted': kind<{ readonly boundary: string }>({
    harm: 'some-clients-only',
    cause: 'boundary-not-quoted',
  }),
} as const;
