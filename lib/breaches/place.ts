/** Where in an exchange a breach was seen. */
export type Place =
  | { readonly kind: 'exchange' }
  | { readonly kind: 'status' }
  | { readonly kind: 'header'; readonly name: string; readonly part?: number }
  | { readonly kind: 'json'; readonly pointer: string }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'element'; readonly path: string; readonly part?: number }
  | { readonly kind: 'bytes'; readonly offset: number; readonly part?: number };

/** The bytes around a difference, in hexadecimal, both windows starting at `offset`. */
export interface ByteWindow {
  readonly offset: number;
  readonly expected: string;
  readonly actual: string;
}
