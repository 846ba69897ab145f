import { createHash } from 'node:crypto';
import { type Renames, waysBefore } from './accepted/renames.ts';
import { waysOf } from './fingerprint.ts';
import { isLeftOpen } from './operations.ts';
import type { RunEnd } from './outcome.ts';
import { requiredHere, unmetIn } from './required.ts';
import type { AcceptedRecord, RequirementRecord, Results, ScenarioRecord, UnmatchedEntry } from './results.ts';
import { rollUp } from './rollup.ts';
import { summarise } from './summary.ts';
import type { Verdict } from './verdict.ts';

export const BASELINE_SCHEMA = 'dicomweb-harness/baseline/1';

/** What somebody knows of and accepts for a time, so that a pipeline goes red for what is new alone. */
export interface Baseline {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly entries: readonly BaselineEntry[];
}

/** A breach that is accepted, or that a scenario or a requirement was not judged. */
export type BaselineEntry = AcceptedBreach | AcceptedGap;

interface Accepting {
  /** Why it is accepted, for whoever reads a report. */
  readonly reason: string;
  readonly ticket?: string;
  /** Who answers for accepting it. */
  readonly owner?: string;
  /** Last day on which it is accepted, such as 2027-03-31. */
  readonly expires?: string;
}

export interface AcceptedBreach extends Accepting {
  /** Id of a requirement of the register. */
  readonly requirement: string;
  /**
   * The scenario that breached it: a run without that scenario says nothing about the entry. Absent in what earlier versions
   * wrote, which is held against the run as a whole.
   */
  readonly scenario?: string;
  /** What was found, in a sentence, and the request that showed it: for whoever reviews the file; nothing is held against them. */
  readonly title?: string;
  readonly route?: string;
  readonly verdict: 'fail' | 'warn';
  /** How it was seen to be breached: in another way it is another breach, which nobody has accepted. */
  readonly fingerprint: string;
}

/** One of both is named: an operation that keeps the run undecided, or a requirement that `--require` asks for. */
export interface AcceptedGap extends Accepting {
  readonly requirement?: string;
  readonly scenario?: string;
  readonly verdict: 'incomplete';
}

/** What an entry is about, in words: `JSON-018 in T06`. */
export function nameOf({ requirement, scenario }: Pick<BaselineEntry, 'requirement' | 'scenario'>): string {
  if (requirement === undefined) return scenario ?? '';
  return scenario === undefined ? requirement : `${requirement} in ${scenario}`;
}

/** A baseline that accepts all that keeps a run from exit code 0, with one reason for all. Pure. */
export function baselineOf(results: Results, failOn: 'fail' | 'warn', reason: string): Baseline {
  const breaches = results.requirements.flatMap((record): AcceptedBreach[] => {
    const { id: requirement, verdict } = record;
    if (verdict !== 'fail' && !(verdict === 'warn' && failOn === 'warn')) return [];
    return breachingScenarios(results, record).map((scenario) => {
      const fingerprint = fingerprintOf(waysOf(results, record, scenario));
      return { requirement, scenario, verdict, fingerprint, reason };
    });
  });
  const gaps = results.scenarios
    .filter(isLeftOpen)
    .map(({ id }) => ({ scenario: id, verdict: 'incomplete', reason }) as const);
  const unmet = unmetIn(results, requiredHere(results)).filter((name) =>
    results.requirements.some(({ id }) => id === name),
  );
  return {
    schema: BASELINE_SCHEMA,
    entries: [
      ...breaches,
      ...gaps,
      ...unmet.map((requirement) => ({ requirement, verdict: 'incomplete', reason }) as const),
    ],
  };
}

/** Verdict and fingerprint of a breach over all scenarios of a run, as an entry without a scenario has them. */
export function wholeBreach(
  results: Results,
  { requirement, verdict }: Pick<AcceptedBreach, 'requirement' | 'verdict'>,
): Pick<AcceptedBreach, 'verdict' | 'fingerprint'> {
  return { verdict, fingerprint: fingerprintOf(waysOf(results, { id: requirement, verdict })) };
}

/** Ids of the scenarios whose findings on a requirement have its verdict. */
function breachingScenarios({ scenarios }: Results, { id, verdict }: RequirementRecord): string[] {
  return scenarios.flatMap((scenario) => (verdictIn(scenario, id) === verdict ? [scenario.id] : []));
}

/** The verdict on a requirement in one scenario; null where it has no finding on it. */
function verdictIn({ findings }: ScenarioRecord, requirement: string): Verdict | null {
  const here = findings.filter((finding) => finding.requirement === requirement);
  return here.length === 0 ? null : rollUp(here).verdict;
}

/**
 * Results with what the baseline accepts marked as such, and the exit code that follows. What is accepted stays a
 * breach and gates no more; an entry that matches nothing gates in its place. What this run did not play, it says
 * nothing about. `today` is a day such as 2026-11-24. Pure.
 */
export function withBaseline(
  results: Results,
  { entries }: Baseline,
  { failOn, today }: { readonly failOn: RunEnd['failOn']; readonly today: string },
): Results {
  const unmatched: UnmatchedEntry[] = [];
  const matched: BaselineEntry[] = [];
  for (const entry of entries) {
    if (isOutside(results, entry)) continue;
    const why = whyUnmatched(results, entry, { today });
    if (why === null) matched.push(entry);
    else unmatched.push({ requirement: nameOf(entry), why });
  }
  const requirements = results.requirements.map((record) => {
    const entry = acceptedWhole(results, record, matched);
    return entry ? { ...record, baseline: acceptedBy(entry) } : record;
  });
  const scenarios = results.scenarios.map((scenario) => {
    const entry = matched.find((one) => one.verdict === 'incomplete' && one.scenario === scenario.id);
    return entry ? { ...scenario, baseline: acceptedBy(entry) } : scenario;
  });
  const held = { ...results, scenarios, requirements, unmatched };
  const summary = summarise(scenarios, requirements, {
    failOn,
    cutShortBy: results.run.completeness === 'partial' ? results.summary.exitCode : null,
    unmatched: unmatched.length,
    unmet: unmetIn(held, requiredHere(held)),
  });
  return { ...held, summary };
}

/** The first entry of those that accept every scenario's breach of a requirement; undefined while one is left. */
function acceptedWhole(
  results: Results,
  record: RequirementRecord,
  matched: readonly BaselineEntry[],
): BaselineEntry | undefined {
  const here = matched.filter(({ requirement, verdict }) => requirement === record.id && verdict === record.verdict);
  const whole = here.find(({ scenario }) => scenario === undefined);
  if (whole || here.length === 0) return whole;
  const accepted = here.map(({ scenario }) => scenario);
  return breachingScenarios(results, record).every((scenario) => accepted.includes(scenario)) ? here[0] : undefined;
}

/** Whether a run says nothing about an entry: it did not play its scenario, or left it to others. */
export function isOutside(results: Results, entry: BaselineEntry): boolean {
  const { requirement, scenario } = entry;
  if (scenario !== undefined) {
    const record = results.scenarios.find(({ id }) => id === scenario);
    return record === undefined || record.reason === 'excluded';
  }
  const record = results.requirements.find(({ id }) => id === requirement);
  if (record === undefined || (record.verdict === 'incomplete' && record.reason === 'excluded')) return true;
  // What a shard does not see breached, another one may; and it sees some of the ways only. The merged run sees them all.
  return results.run.shard !== undefined && record.verdict !== 'fail' && record.verdict !== 'warn';
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

interface Against {
  readonly today: string;
  readonly renames?: Renames;
}

/** Why an entry accepts nothing in a run that played what it names; null where it accepts what was found. */
export function whyUnmatched(results: Results, entry: BaselineEntry, against: Against): string | null {
  const why = entry.verdict === 'incomplete' ? whyNoGap(results, entry) : whyNoBreach(results, entry, against);
  return why ?? (isExpired(entry, against.today) ? `the entry expired on ${entry.expires}` : null);
}

function whyNoGap(results: Results, { requirement, scenario }: AcceptedGap): string | null {
  if (scenario === undefined) {
    const record = results.requirements.find(({ id }) => id === requirement);
    return record?.verdict === 'incomplete' ? null : 'it was judged: remove the entry';
  }
  const record = results.scenarios.find(({ id }) => id === scenario);
  return record && isLeftOpen(record) ? null : 'it was judged, or is not claimed: remove the entry';
}

function whyNoBreach(results: Results, entry: AcceptedBreach, { renames }: Against): string | null {
  const record = results.requirements.find(({ id }) => id === entry.requirement);
  if (!record) return 'no scenario of this run judges it';
  const { scenario } = entry;
  const played = results.scenarios.find(({ id }) => id === scenario);
  const verdict = played ? verdictIn(played, record.id) : record.verdict;
  if (verdict === null || verdict === 'incomplete') return `it was not judged (${record.reason ?? 'not-exercised'})`;
  if (verdict === 'pass' || verdict === 'info') return 'it is met: remove the entry';
  if (scenario === undefined && results.run.shard && verdict === entry.verdict) return null;
  const fingerprints = waysBefore(waysOf(results, { ...record, verdict }, scenario), renames).map(fingerprintOf);
  return verdict === entry.verdict && fingerprints.includes(entry.fingerprint)
    ? null
    : 'it is breached in another way than was accepted';
}

function fingerprintOf(ways: readonly string[]): string {
  return createHash('sha256').update(ways.join('\n\n')).digest('hex').slice(0, 16);
}
