import { EXIT_CODES } from '../errors/exit-codes.ts';
import type { Finding } from './finding.ts';
import { flakyIn } from './join/flaky.ts';
import { harnessFailures, operationsOf, unansweredIn } from './operations.ts';
import type { RequirementRecord, ScenarioRecord, Summary } from './results.ts';
import { VERDICTS, type Verdict } from './verdict.ts';

/** Which verdicts end a run with exit code 1. */
export const FAIL_ON = ['fail', 'warn', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export interface RunEnd {
  readonly failOn: FailOn;
  /** Exit code of what cut the run short; null when it came to its end. */
  readonly cutShortBy: number | null;
  /** Entries of the baseline that match nothing. Each of them fails the run, so that stale entries are removed. */
  readonly unmatched: number;
  /** Ids of requirements that had to be judged and were not. */
  readonly unmet?: readonly string[];
}

/** What decides about a run, as far as its counts of verdicts do not tell. */
interface Seen {
  readonly judged: number;
  readonly scenarios: readonly ScenarioRecord[];
  readonly cutShort: boolean;
  readonly unmet: readonly string[];
}

/**
 * The one place where verdicts become counts, a sentence and an exit code. Every report prints this, none counts
 * again. A run is conformant, not conformant, or not decided: a breach decides, and so does that every operation that
 * the profile claims was judged. Exit code 0 is impossible while one of them was not.
 */
export function summarise(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
  { failOn, cutShortBy, unmatched, unmet = [] }: RunEnd,
): Summary {
  const total = tally(requirements);
  const seen: Seen = {
    scenarios,
    judged: requirements.length - total.incomplete,
    cutShort: cutShortBy !== null,
    unmet,
  };
  const accepted = requirements.filter(({ baseline }) => baseline !== undefined);
  const gating = requirements.filter((record) => gatesAt(failOn, record.verdict) && !accepted.includes(record)).length;
  const gates = failOn === 'never' ? 0 : gating + unmatched;
  const levels = [...new Set(requirements.map(({ level }) => level))];
  const verdict = total.fail > 0 ? 'not-conformant' : whyNotDecided(seen) === null ? 'conformant' : 'not-decided';
  return {
    verdict,
    sentence: [
      ...verdictSentences(verdict, seen, total),
      ...obstacleSentences(scenarios, requirements),
      ...flakySentences(requirements),
      ...baselineSentences(accepted.length, unmatched),
    ].join(' '),
    counts: Object.fromEntries(
      levels.map((level) => [level, tally(requirements.filter((record) => record.level === level))]),
    ),
    findings: tally(scenarios.flatMap(({ findings }) => findings)),
    exitCode: cutShortBy ?? exitCodeOf(gates, seen),
  };
}

function tally(judged: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> {
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { verdict } of judged) counts[verdict]++;
  return counts;
}

function gatesAt(failOn: FailOn, verdict: Verdict): boolean {
  return verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
}

function exitCodeOf(gates: number, seen: Seen): number {
  if (gates > 0) return EXIT_CODES.findings;
  if (harnessFailures(seen.scenarios).length > 0) return EXIT_CODES.harnessError;
  return whyNotDecided(seen) === null ? EXIT_CODES.conformant : EXIT_CODES.notDecided;
}

/** Why nobody can say that the server conforms, though no breach was found; null where everybody can. */
function whyNotDecided({ scenarios, judged, cutShort, unmet }: Seen): string | null {
  if (judged === 0) return 'not one requirement could be judged';
  if (cutShort) return 'the run was cut short';
  const failed = harnessFailures(scenarios);
  if (failed.length > 0) return `the harness itself failed in ${named(failed)}`;
  const unanswered = unansweredIn(scenarios);
  if (unanswered.length > 0) return `requests were left unanswered in ${named(unanswered)}`;
  if (unmet.length > 0) return `required and not judged: ${listed(unmet)}`;
  const { open, judged: shown } = operationsOf(scenarios);
  if (open.length > 0) return openOperations(scenarios);
  // Without an operation that was shown to work or to fail, all that was judged is how a refusal looks.
  return shown.length === 0 ? 'no operation was shown to work or to fail' : null;
}

function openOperations(scenarios: readonly ScenarioRecord[]): string {
  const { open, judged } = operationsOf(scenarios);
  const were = open.length === 1 ? 'was' : 'were';
  return `${open.length} of ${plural(open.length + judged.length, 'operation')} ${were} not judged: ${named(open)}`;
}

/** Operations named in a sentence; the reports list all. */
const NAMED = 5;

function named(scenarios: readonly ScenarioRecord[]): string {
  return listed(scenarios.map(({ id }) => id));
}

function listed(ids: readonly string[]): string {
  return `${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ` and ${ids.length - NAMED} more` : ''}`;
}

function verdictSentences(verdict: Summary['verdict'], seen: Seen, total: Record<Verdict, number>): string[] {
  const { judged, scenarios } = seen;
  const warned = total.warn > 0 ? `, with ${plural(total.warn, 'warning')}` : '';
  const unjudged = total.incomplete > 0 ? [`${plural(total.incomplete, 'requirement')} could not be judged.`] : [];
  const seenSo = `no breach was found in ${plural(judged, 'requirement')} judged${warned}.`;
  if (verdict === 'conformant') return [`Conformant${selectionOf(scenarios)}: ${seenSo}`, ...unjudged];
  const why = whyNotDecided(seen);
  if (verdict === 'not-conformant') {
    const breached = `${plural(total.fail, 'requirement')} of ${judged} judged ${total.fail === 1 ? 'was' : 'were'} breached`;
    return [`Not conformant: ${breached}.`, ...(why === null ? [] : [`${capital(why)}.`]), ...unjudged];
  }
  if (judged === 0) return [`Not decided: ${why}, of ${total.incomplete}.`];
  return [`Not decided: ${why}.`, capital(seenSo), ...unjudged];
}

/** A selection is not the whole, so the word is said of the selection. */
function selectionOf(scenarios: readonly ScenarioRecord[]): string {
  const { excluded } = operationsOf(scenarios);
  const selected = scenarios.length - excluded.length;
  return excluded.length === 0 ? '' : ` in ${selected} of ${plural(scenarios.length, 'operation')}, those selected`;
}

/** What stood in the way of most of what could not be judged: a person has to mend that first. */
function obstacleSentences(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
): readonly string[] {
  const unjudged = new Set(requirements.flatMap(({ id, verdict }) => (verdict === 'incomplete' ? [id] : [])));
  const hindered = new Map<string, Set<string>>();
  const findings: readonly Finding[] = scenarios.flatMap((scenario) => scenario.findings);
  for (const { requirement, reason, remark } of findings) {
    if (reason !== 'prerequisite-failed' || remark === undefined || !unjudged.has(requirement)) continue;
    hindered.set(remark, (hindered.get(remark) ?? new Set()).add(requirement));
  }
  const [first] = [...hindered].sort(([, left], [, right]) => right.size - left.size);
  return first && 2 * first[1].size > unjudged.size ? [`What stood in the way: ${first[0]}.`] : [];
}

/** What does not end the same way each time is said even where the rest decides. */
function flakySentences(requirements: readonly RequirementRecord[]): string[] {
  const flaky = flakyIn(requirements);
  if (flaky.length === 0) return [];
  return [
    `${plural(flaky.length, 'requirement')} did not end the same way each time: ${listed(flaky.map(({ id }) => id))}.`,
  ];
}

function baselineSentences(accepted: number, unmatched: number): string[] {
  const entries = unmatched === 1 ? '1 entry that accepts' : `${unmatched} entries that accept`;
  return [
    ...(accepted > 0 ? [`The baseline accepts ${plural(accepted, 'requirement')} as breached.`] : []),
    ...(unmatched > 0 ? [`The baseline has ${entries} nothing.`] : []),
  ];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
