import type { Breach } from '../breaches/breach.ts';
import { harmOf } from '../breaches/catalogue.ts';
import { HARMS, type Harm } from '../breaches/harm.ts';
import type { RequirementRecord, Results } from './results.ts';
import type { Verdict } from './verdict.ts';

/** Conformance runs in the order of time, and every requirement that was breached in one of them. */
export interface History {
  readonly runs: readonly Results[];
  /** Breached in the last run that judged it first, by harm; then what was mended. */
  readonly rows: readonly HistoryRow[];
  /** Requirements that were judged and never breached. */
  readonly neverBreached: number;
}

/** One requirement over the runs. Numbers are places in `runs`. */
export interface HistoryRow {
  readonly requirement: RequirementRecord;
  /** Its verdict in each run; null where the run had nothing to do with it. */
  readonly verdicts: readonly (Verdict | null)[];
  readonly firstSeen: number;
  /** The run since which it is met; null while it is breached, was not judged since, or is met only now and then. */
  readonly fixedIn: number | null;
  /** Breached and met in runs of one product version, or breached again after it was met where none is given. */
  readonly flaky: boolean;
  /** The breach that was seen last, and its run. */
  readonly breach: Breach | null;
  readonly seenIn: number;
  readonly harm: Harm;
}

/** Puts runs of one product in the order of time and follows each requirement through them. Pure. */
export function historyOf(unsorted: readonly Results[]): History {
  const runs = unsorted.toSorted((left, right) => left.run.startedAt.localeCompare(right.run.startedAt));
  const records = new Map(runs.flatMap(({ requirements }) => requirements.map((record) => [record.id, record])));
  const rows = [...records.values()].flatMap((record) => rowOf(record, runs) ?? []);
  const judged = [...records.keys()].filter((id) =>
    runs.some(({ requirements }) => requirements.some((record) => record.id === id && record.verdict !== 'incomplete')),
  );
  return { runs, rows: rows.toSorted(openThenGravest), neverBreached: judged.length - rows.length };
}

/** What a run was of: its product, or its address where none is stated. */
export function productOf({ target }: Results): string {
  return target.stated?.product ?? (target.embedded ? 'embedded' : target.baseUrl);
}

/** A history for each product: one of several would call mended what another product never had. */
export function historiesOf(runs: readonly Results[]): History[] {
  const products = [...new Set(runs.map(productOf))];
  return products.map((product) => historyOf(runs.filter((run) => productOf(run) === product)));
}

/** Version of the product that a run states; null where it states none. */
export function versionOf({ target }: Results): string | null {
  return target.stated?.productVersion ?? null;
}

function rowOf(requirement: RequirementRecord, runs: readonly Results[]): HistoryRow | null {
  const verdicts = runs.map(
    ({ requirements }) => requirements.find(({ id }) => id === requirement.id)?.verdict ?? null,
  );
  const firstSeen = verdicts.findIndex(isBreach);
  if (firstSeen === -1) return null;
  const seenIn = verdicts.findLastIndex(isBreach);
  const mended = verdicts.findIndex((verdict, index) => index > seenIn && isMet(verdict));
  const breach = breachIn(runs[seenIn], requirement.id, verdicts[seenIn] ?? null);
  const flaky = isFlaky(verdicts, runs);
  return {
    requirement,
    verdicts,
    firstSeen,
    fixedIn: mended === -1 || flaky ? null : mended,
    flaky,
    breach,
    seenIn,
    harm: breach ? harmOf(breach) : 'some-clients-only',
  };
}

function isBreach(verdict: Verdict | null): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

function isMet(verdict: Verdict | null): boolean {
  return verdict === 'pass' || verdict === 'info';
}

function isFlaky(verdicts: readonly (Verdict | null)[], runs: readonly Results[]): boolean {
  const versions = new Set(runs.map(versionOf));
  const ofVersion = (version: string) => verdicts.filter((_, index) => versionOf(runs[index] as Results) === version);
  const isMixed = [...versions].some(
    (version) => version !== null && ofVersion(version).some(isBreach) && ofVersion(version).some(isMet),
  );
  if (isMixed || !versions.has(null)) return isMixed;
  const met = verdicts.findIndex((verdict, index) => isMet(verdict) && verdicts.slice(0, index).some(isBreach));
  return met !== -1 && verdicts.slice(met).some(isBreach);
}

/** The first breach of the verdict's grade. */
function breachIn(run: Results | undefined, id: string, verdict: Verdict | null): Breach | null {
  const findings = run?.scenarios.flatMap((scenario) => scenario.findings) ?? [];
  const breaches = findings.flatMap((finding) => (finding.requirement === id ? finding.breaches : []));
  return breaches.find(({ grade }) => grade === verdict) ?? null;
}

function openThenGravest(left: HistoryRow, right: HistoryRow): number {
  return (
    Number(left.fixedIn !== null) - Number(right.fixedIn !== null) ||
    Number(left.breach?.grade === 'warn') - Number(right.breach?.grade === 'warn') ||
    HARMS.indexOf(left.harm) - HARMS.indexOf(right.harm)
  );
}
