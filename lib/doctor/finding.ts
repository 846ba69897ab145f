/** `ok`: nothing to do. `look`: a run works, and somebody should know this. `bad`: a run does not work. */
export type State = 'ok' | 'look' | 'bad';

/** One line of what the doctor found. */
export interface Finding {
  /** What was looked at, as `credentials`; the same word in every version. */
  readonly check: string;
  readonly state: State;
  readonly says: string;
  /** What to do about it. */
  readonly todo?: string;
}

export function ok(check: string, says: string): Finding {
  return { check, state: 'ok', says };
}

export function look(check: string, says: string, todo: string): Finding {
  return { check, state: 'look', says, todo };
}

export function bad(check: string, says: string, todo: string): Finding {
  return { check, state: 'bad', says, todo };
}

const SIGNS: Readonly<Record<State, string>> = { ok: '✓', look: '!', bad: '✗' };

/** A finding for people: the sign and what was found, and below it what to do. */
export function inWords({ check, state, says, todo }: Finding): string {
  return `${SIGNS[state]} ${check.padEnd(13)} ${says}\n${todo === undefined ? '' : `${' '.repeat(16)}${todo}\n`}`;
}
