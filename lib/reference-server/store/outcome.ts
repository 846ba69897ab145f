import type { Instance } from '../instance.ts';

/** FailureReason values (PS3.18 Table I.2-2). */
export const FAILURE_REASON = {
  processingFailure: 0x0110,
  sopClassNotSupported: 0x0122,
  /** PS3.7 §C.5.6: another instance of that SOP Instance UID is there already. */
  duplicateInstance: 0x0111,
  outOfResources: 0xa700,
  doesNotMatchSopClass: 0xa900,
  cannotUnderstand: 0xc000,
  transferSyntaxNotSupported: 0xc122,
} as const;

/** What became of one part of a store request. */
export type Outcome =
  | { readonly kind: 'stored'; readonly instance: Instance; readonly isNew: boolean }
  | { readonly kind: 'failed'; readonly sopClass: string; readonly instance: string; readonly reason: number }
  /** A failure that belongs to no instance that could be named. */
  | { readonly kind: 'unidentified'; readonly reason: number };
