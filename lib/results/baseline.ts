import { createHash } from 'node:crypto';
import { type Renames, waysBefore } from './accepted/renames.ts';
import { waysOf } from './fingerprint.ts';
import { requiredHere, unmetIn } from './required.ts';
import type { AcceptedRecord, RequirementRecord, Results, UnmatchedEntry } from './results.ts';
import { type RunEnd, summarise } from './summary.ts';

export const BASELINE_SCHEMA = 'dicomweb-harness/baseline/1';

/** Breaches that somebody knows of and accepts for a time, so that a pipeline goes red for new ones alone. */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  /** Id of a requirement of the register. */
  readonly requirement: string;
  readonly verdict: 'fail' | 'warn';
  /** How it was seen to be breached: in another way it is another breach, which nobody has accepted. */
  readonly fingerprint: string;
  /** Why it is accepted, for whoever reads a report. */
  readonly reason: string;
  readonly ticket?: string;
  /** Who answers for accepting it. */
  readonly owner?: string;
  /** Last day on which it is accepted, such as 2027-03-31. */
  readonly expires?: string;
}

/** A baseline that accepts everything that gates in a run, with one reason for all. Pure. */
export function baselineOf(results: Results, failOn: 'fail' | 'warn', reason: string): Baseline {
  const entries = results.requirements.flatMap((record) => {
    const { id: requirement, verdict } = record;
    const gates = verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
    return gates ? [{ requirement, verdict, fingerprint: fingerprintOf(waysOf(results, record)), reason }] : [];
  });
  return { schema: BASELINE_SCHEMA, entries };
}

/**
 * Results with what the baseline accepts marked as such, and the exit code that follows. What is accepted stays a
 * breach and gates no more; an entry that matches nothing gates in its place. `today` is a day such as 2026-11-24. Pure.
 */
export function withBaseline(
  results: Results,
  { entries }: Baseline,
  { failOn, today }: { readonly failOn: RunEnd['failOn']; readonly today: string },
): Results {
  const unmatched: UnmatchedEntry[] = [];
  const accepted = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const record = results.requirements.find(({ id }) => id === entry.requirement);
    // Whoever asked for a part of the scenarios did not ask for the rest of the baseline.
    if (record?.verdict === 'incomplete' && record.reason === 'excluded') continue;
    if (results.run.shard && !isBreachedHere(record)) continue;
    const why = whyUnmatched(results, record, entry, { today });
    if (why === null) accepted.set(entry.requirement, entry);
    else unmatched.push({ requirement: entry.requirement, why });
  }
  const requirements = results.requirements.map((record) => {
    const entry = accepted.get(record.id);
    return entry ? { ...record, baseline: acceptedBy(entry) } : record;
  });
  const cutShortBy = results.run.completeness === 'partial' ? results.summary.exitCode : null;
  const unmet = unmetIn(results, requiredHere(results));
  const summary = summarise(results.scenarios, requirements, {
    failOn,
    cutShortBy,
    unmatched: unmatched.length,
    unmet,
  });
  return { ...results, requirements, summary, unmatched };
}

/** What a shard does not see breached, another one may; and it sees some of the ways only. The merged run sees them all. */
function isBreachedHere(record: RequirementRecord | undefined): boolean {
  return record?.verdict === 'fail' || record?.verdict === 'warn';
}

function acceptedBy({ reason, ticket, owner, expires }: BaselineEntry): AcceptedRecord {
  return {
    reason,
    ...(ticket === undefined ? {} : { ticket }),
    ...(owner === undefined ? {} : { owner }),
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Whether the last day of an entry is over. */
export function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** Why an entry accepts nothing in a run; null where it accepts what was found. */
export function whyUnmatched(
  results: Results,
  record: RequirementRecord | undefined,
  entry: BaselineEntry,
  { today, renames }: { readonly today: string; readonly renames?: Renames },
): string | null {
  if (!record) return 'no scenario of this run judges it';
  if (record.verdict === 'incomplete') return `it was not judged (${record.reason})`;
  if (record.verdict === 'pass' || record.verdict === 'info') return 'it is met: remove the entry';
  if (isExpired(entry, today)) return `the entry expired on ${entry.expires}`;
  if (results.run.shard && record.verdict === entry.verdict) return null;
  const fingerprints = waysBefore(waysOf(results, record), renames).map(fingerprintOf);
  return record.verdict === entry.verdict && fingerprints.includes(entry.fingerprint)
    ? null
    : 'it is breached in another way than was accepted';
}

function fingerprintOf(ways: readonly string[]): string {
  return createHash('sha256').update(ways.join('\n\n')).digest('hex').slice(0, 16);
}
