/** Exit codes of every command; the table of docs/what-it-does.md is checked against this. */
export const EXIT_CODES = {
  conformant: 0,
  findings: 1,
  usage: 2,
  unreachable: 3,
  harnessError: 4,
  /** Neither conformant nor not: what was to be judged was not. */
  notDecided: 5,
  /** A load run whose thresholds failed, as k6 has it. */
  thresholds: 99,
  /** A load run ended by Ctrl-C, results so far kept, as k6 has it. */
  loadInterrupted: 105,
  /** Any other run ended by Ctrl-C, as shells have it: results so far are kept and marked partial. */
  interrupted: 130,
} as const;

/** An error that a person can mend: it names the file, flag or field, and what to do. Never carries a secret. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;
  /** What to do about it, one line. */
  readonly hint: string | undefined;

  constructor(message: string, exitCode: number = EXIT_CODES.usage, hint?: string) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }
}
