import {
  BASELINE_SCHEMA,
  type Baseline,
  type BaselineEntry,
  baselineOf,
  isExpired,
  isOutside,
  nameOf,
  wholeBreach,
  whyUnmatched,
} from '../baseline.ts';
import type { Results } from '../results.ts';
import { renamedEntry } from './renamed-entry.ts';
import { RENAMES, type Renames } from './renames.ts';

/** What becomes of an entry. `kept`: a person has to look at it, and nothing is changed. */
export type ProposalKind = 'renamed' | 'removed' | 'changed' | 'added' | 'kept' | 'not-accepted';

/** One line of a proposal. */
export interface ProposedChange {
  readonly kind: ProposalKind;
  readonly requirement: string;
  readonly why: string;
}

export interface Proposal {
  readonly baseline: Baseline;
  readonly changes: readonly ProposedChange[];
  /** Whether the proposed baseline differs from the one in the file. */
  readonly differs: boolean;
}

export interface Proposing {
  /** A day such as 2026-11-24. */
  readonly today: string;
  readonly failOn: 'fail' | 'warn';
  /** What new entries say; null where new breaches are not to be accepted. */
  readonly accept: Pick<BaselineEntry, 'reason' | 'owner' | 'ticket' | 'expires'> | null;
  readonly renames?: Renames;
}

/**
 * The baseline that fits a run: what is met goes, names that moved are those of today, a breach that is seen in another
 * way has the new fingerprint under its old reason, and new breaches are added where they are accepted. What was not
 * judged stays, and so does what has expired: only a person gives it more time. Pure.
 */
export function proposal(results: Results, written: Baseline, proposing: Proposing): Proposal {
  const { today, failOn, accept, renames = RENAMES } = proposing;
  const changes: ProposedChange[] = [];
  const found = baselineOf(results, 'warn', '-').entries;
  const entries = written.entries.flatMap((old): BaselineEntry[] => {
    const entry = renamedEntry(old, renames);
    const say = (kind: ProposalKind, why: string): void => void changes.push({ kind, requirement: nameOf(entry), why });
    if (entry.requirement !== old.requirement) say('renamed', `it was ${old.requirement}`);
    if (isOutside(results, entry)) return [entry];
    const why = whyUnmatched(results, { ...entry, expires: today }, { today, renames });
    if (why?.endsWith(': remove the entry')) {
      say('removed', why.replace(': remove the entry', ''));
      return [];
    }
    if (isExpired(entry, today)) say('kept', `the entry expired on ${entry.expires}`);
    const now = found.find((one) => one.verdict !== 'incomplete' && isOfEntry(one, entry));
    if (entry.verdict === 'incomplete' || now === undefined || now.verdict === 'incomplete') {
      if (why !== null) say('kept', why);
      return [entry];
    }
    const { verdict, fingerprint } = entry.scenario === undefined ? wholeBreach(results, now) : now;
    if (why !== null) say('changed', why);
    else if (fingerprint !== entry.fingerprint) say('renamed', 'a kind of breach has another name');
    return [{ ...entry, verdict, fingerprint }];
  });
  for (const fresh of baselineOf(results, failOn, accept?.reason ?? '-').entries) {
    if (entries.some((entry) => isOfEntry(fresh, entry))) continue;
    if (accept) entries.push({ ...fresh, ...accept });
    const why =
      fresh.verdict === 'incomplete' ? 'it was not judged and has no entry' : 'it is breached and has no entry';
    changes.push({ kind: accept ? 'added' : 'not-accepted', requirement: nameOf(fresh), why });
  }
  const baseline: Baseline = { schema: BASELINE_SCHEMA, entries };
  return { baseline, changes, differs: JSON.stringify(baseline.entries) !== JSON.stringify(written.entries) };
}

/** Whether what was found is what an entry is about; one without a scenario is about all of them. */
function isOfEntry(found: BaselineEntry, entry: BaselineEntry): boolean {
  return (
    found.requirement === entry.requirement &&
    (found.scenario === entry.scenario || (entry.scenario === undefined && entry.verdict !== 'incomplete'))
  );
}
