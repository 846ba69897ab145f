/** Ordered from harmless to grave. Within one finding `incomplete` outranks `pass`: part of the claim was not judged. */
export const VERDICTS = ['pass', 'info', 'incomplete', 'warn', 'fail'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why something was not judged. The list is closed. */
export const INCOMPLETE_REASONS = [
  'not-claimed',
  'prerequisite-failed',
  'not-exercised',
  'timed-out',
  'harness-error',
  'excluded',
  'over-limit',
  'unsafe',
] as const;
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];

/** The graver of two verdicts: verdicts only ever escalate. */
export function graver(left: Verdict, right: Verdict): Verdict {
  return VERDICTS.indexOf(left) >= VERDICTS.indexOf(right) ? left : right;
}
