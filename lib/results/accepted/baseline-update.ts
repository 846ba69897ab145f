import {
  BASELINE_SCHEMA,
  type Baseline,
  type BaselineEntry,
  baselineOf,
  isExpired,
  whyUnmatched,
} from '../baseline.ts';
import type { Results } from '../results.ts';
import { currentRequirement, RENAMES, type Renames } from './renames.ts';

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
    const entry = { ...old, requirement: currentRequirement(old.requirement, renames) };
    const { requirement } = entry;
    const say = (kind: ProposalKind, why: string): void => void changes.push({ kind, requirement, why });
    if (requirement !== old.requirement) say('renamed', `it was ${old.requirement}`);
    const record = results.requirements.find(({ id }) => id === requirement);
    if (record?.verdict === 'pass' || record?.verdict === 'info') {
      say('removed', 'it is met');
      return [];
    }
    if (isExpired(entry, today)) say('kept', `the entry expired on ${entry.expires}`);
    const now = found.find((one) => one.requirement === requirement);
    const why = whyUnmatched(results, record, { ...entry, expires: today }, { today, renames });
    if (!now) {
      if (why !== null) say('kept', why);
      return [entry];
    }
    const { verdict, fingerprint } = now;
    if (why !== null) say('changed', why);
    else if (fingerprint !== entry.fingerprint) say('renamed', 'a kind of breach has another name');
    return [{ ...entry, verdict, fingerprint }];
  });
  const known = new Set(entries.map(({ requirement }) => requirement));
  for (const fresh of baselineOf(results, failOn, accept?.reason ?? '-').entries) {
    if (known.has(fresh.requirement)) continue;
    const { requirement } = fresh;
    if (accept) entries.push({ ...fresh, ...accept });
    changes.push({ kind: accept ? 'added' : 'not-accepted', requirement, why: 'it is breached and has no entry' });
  }
  const baseline: Baseline = { schema: BASELINE_SCHEMA, entries };
  return { baseline, changes, differs: JSON.stringify(baseline.entries) !== JSON.stringify(written.entries) };
}
