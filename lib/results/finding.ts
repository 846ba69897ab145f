import type { IncompleteReason, Verdict } from './verdict.ts';

/** Where in an exchange a violation was seen. */
export type Where =
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

/** One thing that is not as claimed. */
export interface Violation {
  readonly expected: string;
  readonly actual: string;
  readonly where: Where;
  readonly bytes?: ByteWindow;
}

/**
 * What a judge has to say about one requirement. `assertions` counts what was really compared; a finding with none
 * is `incomplete`, never `pass`.
 */
export interface Finding {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
  /** The claim that was tested, as a full sentence part: `answers 200 when every instance was stored`. */
  readonly claim: string;
  readonly assertions: number;
  /** At most ten; `violationCount` tells how many there were. */
  readonly violations: readonly Violation[];
  readonly violationCount: number;
  /** For `info`, `warn` and `incomplete`: what was seen, which reading the server follows, why it was not judged. */
  readonly remark?: string;
  /** Ids of the exchanges that were looked at. */
  readonly exchanges: readonly string[];
}
