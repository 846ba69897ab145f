import type { Requirement } from '../requirements/requirement.ts';
import type { Finding } from './finding.ts';
import type { RequirementRecord, ScenarioRecord } from './results.ts';
import { graver, type IncompleteReason, type Verdict } from './verdict.ts';

export interface RolledUp {
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
}

/**
 * Gravest verdict of the findings that were judged. `incomplete` only where none was: what was not judged in one place
 * takes nothing from what was seen in another, and `unjudgedReasons` tells of it.
 */
export function rollUp(findings: readonly Finding[]): RolledUp {
  const judged = findings.filter(isJudged);
  if (judged.length === 0) return { verdict: 'incomplete', reason: gravestReason(findings) };
  return { verdict: judged.reduce<Verdict>((gravest, { verdict }) => graver(gravest, verdict), 'pass') };
}

/** How many of the findings were not judged, by reason; empty where all were. */
export function unjudgedReasons(findings: readonly Finding[]): Partial<Record<IncompleteReason, number>> {
  const counts: Partial<Record<IncompleteReason, number>> = {};
  for (const finding of findings) {
    if (isJudged(finding)) continue;
    const { reason = 'not-exercised' } = finding;
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

function isJudged({ verdict }: Finding): boolean {
  return verdict !== 'incomplete';
}

/** A cause that somebody has to act on comes before one that is a choice. */
const REASON_ORDER: readonly IncompleteReason[] = [
  'harness-error',
  'timed-out',
  'over-limit',
  'prerequisite-failed',
  'unsafe',
  'not-exercised',
  'excluded',
  'not-claimed',
];

function gravestReason(findings: readonly Finding[]): IncompleteReason {
  return REASON_ORDER.find((reason) => findings.some((finding) => finding.reason === reason)) ?? 'not-exercised';
}

/** One record for each requirement that a scenario covers or has a finding on, in the register's order. */
export function requirementRecords(
  scenarios: readonly ScenarioRecord[],
  register: readonly Requirement[],
): RequirementRecord[] {
  const entries = new Map<string, { finding: Finding; scenario: string }[]>();
  for (const scenario of scenarios) {
    for (const id of scenario.covers) if (!entries.has(id)) entries.set(id, []);
    for (const finding of scenario.findings) {
      const here = entries.get(finding.requirement) ?? [];
      here.push({ finding, scenario: scenario.id });
      entries.set(finding.requirement, here);
    }
  }
  const unknown = [...entries.keys()].filter((id) => !register.some((requirement) => requirement.id === id));
  if (unknown.length > 0) throw new Error(`findings on requirements that the register lacks: ${unknown.join(', ')}`);
  return register.flatMap((requirement) => {
    const here = entries.get(requirement.id);
    if (!here) return [];
    const findings = here.map(({ finding }) => finding);
    return {
      id: requirement.id,
      service: requirement.service,
      clause: requirement.clause,
      level: requirement.level,
      statement: requirement.statement,
      ...rollUp(findings),
      judged: findings.filter(isJudged).length,
      notJudged: unjudgedReasons(findings),
      scenarios: [...new Set(here.map(({ scenario }) => scenario))],
    };
  });
}
