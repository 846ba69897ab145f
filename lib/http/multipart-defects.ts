/** What can be wrong with a multipart body. Every code is a departure from RFC 2046 §5.1.1 (part headers: RFC 822). */
const MULTIPART_DEFECTS = [
  /** The boundary parameter is empty, over 70 characters, ends in a space or holds a character outside of bchars. */
  'illegal-boundary',
  /** No line of the body is a delimiter. */
  'no-delimiter',
  /** A closing delimiter without any part before it. */
  'no-parts',
  /** Text that has the form of a part stands before the first delimiter. */
  'content-before-first-delimiter',
  /** The delimiter is preceded by a bare LF. */
  'bare-lf-before-delimiter',
  /** The delimiter does not begin a line. */
  'missing-crlf-before-delimiter',
  /** The delimiter line ends in a bare LF. */
  'bare-lf-after-delimiter',
  /** Something other than spaces and tabs follows the boundary on its line. */
  'garbage-after-boundary',
  /** Something other than spaces and tabs follows the closing delimiter on its line. */
  'garbage-after-close',
  /** A line begins with the boundary and goes on: no delimiter, yet forbidden in a part. */
  'boundary-prefix',
  /** The body ends within a delimiter line. */
  'truncated-delimiter',
  'missing-closing-delimiter',
  'delimiter-after-close',
  'bare-lf-in-headers',
  'malformed-header',
  /** Legal in RFC 822, obsolete in HTTP: read as one line. */
  'folded-header',
  'headers-too-large',
  /** The empty line that ends the part's headers is missing. */
  'missing-blank-line',
  /** The harness's own bound, not a breach. */
  'too-many-parts',
] as const;
export type MultipartDefectCode = (typeof MULTIPART_DEFECTS)[number];

export interface MultipartDefect {
  readonly code: MultipartDefectCode;
  /** Offset in the body at which it was seen. */
  readonly offset: number;
  /** Index of the part it belongs to, from 0; absent where it belongs to none. */
  readonly part?: number;
  readonly message: string;
}

/** A defect that is not yet tied to a part. */
export interface LineDefect {
  readonly code: MultipartDefectCode;
  readonly offset: number;
  readonly message: string;
}
