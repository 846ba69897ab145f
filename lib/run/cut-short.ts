import { BOUNDS } from '../bounds.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { IncompleteReason } from '../results/verdict.ts';
import type { PlaywrightOutcome } from './playwright.ts';

/** Why a run ended before its end. */
export interface CutShort {
  readonly why: string;
  /** What to do about it, one line. */
  readonly hint?: string;
  readonly exitCode: number;
  /** Why nothing can be cleaned up now; absent where it can be tried. */
  readonly leaves?: string;
  /** What stands at a scenario that was therefore not played. */
  readonly reason: IncompleteReason;
}

export const INTERRUPTED: CutShort = {
  why: 'interrupted by the user',
  exitCode: EXIT_CODES.interrupted,
  reason: 'not-exercised',
};

/** A server that makes every request wait could hold a run for days. */
export const TOO_LONG: CutShort = {
  why: `the run took longer than ${BOUNDS.runTime.limit / 3_600_000} hours`,
  hint: 'Play fewer scenarios, or give a shorter --timeout.',
  exitCode: EXIT_CODES.harnessError,
  reason: 'timed-out',
};

const HARNESS_ERROR = { exitCode: EXIT_CODES.harnessError, reason: 'harness-error' } as const;

/** A target that is gone at the end cut the run short, whenever it died. */
export function cutShortByTarget({ message, hint }: { readonly message: string; readonly hint: string }): CutShort {
  const why = `the target stopped answering during the run: ${message}`;
  return { why, hint, exitCode: EXIT_CODES.unreachable, leaves: why, reason: 'not-exercised' };
}

/** What stands at what was left for want of credentials. */
export const LEFT_FOR_CREDENTIALS =
  'the credentials were refused: set fresh ones, and delete it with the command clean-up';

/**
 * Credentials that the target took at first ended while the run went on. `areBack` where it takes those of the clean-up,
 * such as a token that came too late.
 */
export function cutShortByCredentials(message: string, areBack: boolean): CutShort {
  return {
    why: `credentials refused during the run: ${message}`,
    hint: 'Give some that last, or that are renewed: DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND or DICOMWEB_OAUTH_TOKEN_URL.',
    exitCode: EXIT_CODES.unreachable,
    ...(areBack ? {} : { leaves: LEFT_FOR_CREDENTIALS }),
    reason: 'not-exercised',
  };
}

/** Playwright exits with 1 when a test failed; without one that was played it could not even start. */
export function cutShortByPlaywright({ output }: PlaywrightOutcome, anyPlayed: boolean): CutShort | null {
  return anyPlayed ? null : { ...HARNESS_ERROR, why: `Playwright did not run: ${output.trim()}` };
}

/** What the user can mend cut the run short as the error says; everything else is a defect of the harness. */
export function cutShortByError(error: unknown): CutShort {
  if (error instanceof CommandError) {
    const { message: why, exitCode, hint } = error;
    return { why, exitCode, reason: 'not-exercised', ...(hint === undefined ? {} : { hint }) };
  }
  return { ...HARNESS_ERROR, why: `a defect of the harness: ${wordsOf(error)}` };
}

/** An error as far as it helps to find its cause. */
export function wordsOf(error: unknown): string {
  return (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, 2_000);
}
