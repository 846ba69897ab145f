import { EXIT_CODES } from '../errors/exit-codes.ts';
import type { Requirement } from '../requirements/requirement.ts';
import type { Finding } from './finding.ts';
import type { RequirementRecord, ScenarioRecord, Summary } from './results.ts';
import { graver, INCOMPLETE_REASONS, type IncompleteReason, VERDICTS, type Verdict } from './verdict.ts';

/** Which verdicts end a run with exit code 1. */
export const FAIL_ON = ['fail', 'warn', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** Reasons that say nothing against a pass seen elsewhere: there was nothing more to judge. */
const HARMLESS: readonly (IncompleteReason | undefined)[] = ['not-exercised', 'not-claimed', 'excluded'];

/**
 * Gravest verdict of several findings. An `incomplete` outranks a pass, since part of the duty was not seen, unless
 * its reason is that there was nothing to see.
 */
export function rollUp(findings: readonly Finding[]): { verdict: Verdict; reason?: IncompleteReason } {
  const judged = findings.filter(({ verdict }) => verdict !== 'incomplete');
  const telling = findings.filter(({ verdict, reason }) => verdict !== 'incomplete' || !HARMLESS.includes(reason));
  const counted = judged.length > 0 ? telling : findings;
  const verdict = counted.reduce<Verdict>((gravest, finding) => graver(gravest, finding.verdict), 'pass');
  if (counted.length === 0) return { verdict: 'incomplete', reason: 'not-exercised' };
  if (verdict !== 'incomplete') return { verdict };
  const reasons = counted.flatMap(({ reason }) => reason ?? []);
  return { verdict, reason: gravestReason(reasons) };
}

/** A cause that somebody has to act on comes before one that is a choice. */
const REASON_ORDER: readonly IncompleteReason[] = [
  'harness-error',
  'timed-out',
  'prerequisite-failed',
  'unsafe',
  'not-exercised',
  'excluded',
  'not-claimed',
];

function gravestReason(reasons: readonly IncompleteReason[]): IncompleteReason {
  return REASON_ORDER.find((reason) => reasons.includes(reason)) ?? 'not-exercised';
}

/** One record for each requirement that a scenario covers or has a finding on, in the register's order. */
export function requirementRecords(
  scenarios: readonly ScenarioRecord[],
  register: readonly Requirement[],
): RequirementRecord[] {
  const findings = new Map<string, { finding: Finding; scenario: string }[]>();
  for (const scenario of scenarios) {
    for (const id of scenario.covers) if (!findings.has(id)) findings.set(id, []);
    for (const finding of scenario.findings) {
      const entries = findings.get(finding.requirement) ?? [];
      entries.push({ finding, scenario: scenario.id });
      findings.set(finding.requirement, entries);
    }
  }
  const unknown = [...findings.keys()].filter((id) => !register.some((requirement) => requirement.id === id));
  if (unknown.length > 0) throw new Error(`findings on requirements that the register lacks: ${unknown.join(', ')}`);
  return register.flatMap((requirement) => {
    const entries = findings.get(requirement.id);
    if (!entries) return [];
    return {
      id: requirement.id,
      service: requirement.service,
      clause: requirement.clause,
      level: requirement.level,
      statement: requirement.statement,
      ...rollUp(entries.map(({ finding }) => finding)),
      scenarios: [...new Set(entries.map(({ scenario }) => scenario))],
    };
  });
}

function tally<Key extends string>(keys: readonly Key[], values: readonly Key[]): Record<Key, number> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const value of values) counts[value]++;
  return counts;
}

export interface RunEnd {
  readonly failOn: FailOn;
  /** Exit code of what cut the run short; null when it came to its end. */
  readonly cutShortBy: number | null;
  /** Entries of the baseline that accept nothing: each of them gates, so that none outlives its breach. */
  readonly unmatched: number;
}

/**
 * The one place where verdicts become counts, a sentence and an exit code. Every report prints this, none counts
 * again. Exit code 0 is impossible when nothing was judged, and `conformant` is a word for whole runs only.
 */
export function summarise(
  scenarios: readonly ScenarioRecord[],
  requirements: readonly RequirementRecord[],
  { failOn, cutShortBy, unmatched }: RunEnd,
): Summary {
  const findings = scenarios.flatMap((scenario) => scenario.findings);
  const byFinding = tally(
    VERDICTS,
    findings.map(({ verdict }) => verdict),
  );
  const levels = [...new Set(requirements.map(({ level }) => level))];
  const counts = Object.fromEntries(
    levels.map((level) => [
      level,
      tally(
        VERDICTS,
        requirements.filter((entry) => entry.level === level).map(({ verdict }) => verdict),
      ),
    ]),
  );
  const incomplete = tally(
    INCOMPLETE_REASONS,
    requirements.flatMap(({ verdict, reason }) => (verdict === 'incomplete' && reason ? [reason] : [])),
  );
  const total = tally(
    VERDICTS,
    requirements.map(({ verdict }) => verdict),
  );
  const judged = requirements.length - total.incomplete;
  const accepted = requirements.filter(({ baseline }) => baseline !== undefined);
  const gating = requirements.filter((record) => gatesAt(failOn, record.verdict) && !accepted.includes(record)).length;
  const gates = failOn === 'never' ? 0 : gating + unmatched;
  const isSeen = scenarios.some((scenario) => scenario.verdict !== 'incomplete');
  const exitCode = cutShortBy ?? exitCodeOf(gates, judged, isSeen, incomplete);
  const verdict = judged === 0 ? 'nothing-judged' : total.fail > 0 ? 'not-conformant' : verdictWithoutFail(exitCode);
  return {
    verdict,
    sentence: [
      sentence(verdict, judged, total),
      ...obstacleSentences(findings, requirements),
      ...baselineSentences(accepted.length, unmatched),
    ].join(' '),
    counts,
    findings: byFinding,
    incomplete: Object.fromEntries(Object.entries(incomplete).filter(([, count]) => count > 0)),
    exitCode,
  };
}

function gatesAt(failOn: FailOn, verdict: Verdict): boolean {
  return verdict === 'fail' || (verdict === 'warn' && failOn === 'warn');
}

/** What stood in the way of most of what could not be judged: a person has to mend that first. */
function obstacleSentences(findings: readonly Finding[], requirements: readonly RequirementRecord[]): string[] {
  const unjudged = new Set(requirements.flatMap(({ id, verdict }) => (verdict === 'incomplete' ? [id] : [])));
  const hindered = new Map<string, Set<string>>();
  for (const { requirement, reason, remark } of findings) {
    if (reason !== 'prerequisite-failed' || remark === undefined || !unjudged.has(requirement)) continue;
    hindered.set(remark, (hindered.get(remark) ?? new Set()).add(requirement));
  }
  const [first] = [...hindered].sort(([, left], [, right]) => right.size - left.size);
  return first && 2 * first[1].size > unjudged.size ? [`What stood in the way: ${first[0]}.`] : [];
}

function baselineSentences(accepted: number, unmatched: number): string[] {
  return [
    ...(accepted > 0 ? [`The baseline accepts ${plural(accepted, 'requirement')} as breached.`] : []),
    ...(unmatched > 0
      ? [
          `The baseline has ${unmatched === 1 ? '1 entry' : `${unmatched} entries`} that accept${unmatched === 1 ? 's' : ''} nothing.`,
        ]
      : []),
  ];
}

/** `isSeen`: an operation was shown to work or to fail. Without one, all that was judged is how a refusal looks. */
function exitCodeOf(
  gates: number,
  judged: number,
  isSeen: boolean,
  incomplete: Readonly<Record<IncompleteReason, number>>,
): number {
  if (gates > 0) return EXIT_CODES.findings;
  if (incomplete['harness-error'] > 0) return EXIT_CODES.harnessError;
  if (judged === 0) return EXIT_CODES.nothingJudged;
  // A server that leaves requests unanswered breaches nothing, and must not turn a pipeline green either.
  if (incomplete['timed-out'] > 0) return EXIT_CODES.unreachable;
  return isSeen ? EXIT_CODES.conformant : EXIT_CODES.nothingJudged;
}

function verdictWithoutFail(exitCode: number): Summary['verdict'] {
  if (exitCode === EXIT_CODES.nothingJudged) return 'nothing-judged';
  return exitCode === EXIT_CODES.conformant || exitCode === EXIT_CODES.findings ? 'conformant' : 'incomplete';
}

function sentence(verdict: Summary['verdict'], judged: number, total: Record<Verdict, number>): string {
  const unjudged = total.incomplete > 0 ? ` ${plural(total.incomplete, 'requirement')} could not be judged.` : '';
  if (judged === 0) return `Not one requirement could be judged, of ${total.incomplete}.`;
  if (verdict === 'nothing-judged') {
    return `No operation was shown to work or to fail; beside that, ${plural(judged, 'requirement')} could be judged.${unjudged}`;
  }
  if (verdict === 'not-conformant') {
    return `Not conformant: ${plural(total.fail, 'requirement')} of ${judged} judged ${total.fail === 1 ? 'was' : 'were'} breached.${unjudged}`;
  }
  const warned = total.warn > 0 ? `, with ${plural(total.warn, 'warning')}` : '';
  const caveat = verdict === 'incomplete' ? 'Incomplete: not everything was seen. ' : '';
  return `${caveat}No breach was found in ${plural(judged, 'requirement')} judged${warned}.${unjudged}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
