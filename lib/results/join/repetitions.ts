import type { RequirementRecord, Results, ScenarioRecord } from '../results.ts';
import { requirementRecords } from '../rollup.ts';
import { graver, type IncompleteReason, type Verdict } from '../verdict.ts';
import { cutShortIn, type Joining, joined } from './joined.ts';
import { renamed } from './renamed.ts';

/** Name of the evidence of a repetition, which are counted from 1. */
export function repetitionName(index: number): string {
  return `repetition${index}`;
}

/**
 * Several runs of the same scenarios as one. A scenario and a requirement have the gravest verdict that they had in one of
 * them, where not judged is graver than met: what does not pass each time does not pass.
 */
export function joinRepetitions(runs: readonly [Results, ...Results[]], joining: Joining): Results {
  const [first, ...others] = runs.map((run, index) => renamed(run, repetitionName(index + 1)));
  const parts: readonly [Results, ...Results[]] = [first ?? runs[0], ...others];
  const scenarios = parts[0].scenarios.map(({ id }) => sameScenario(of(parts, 'scenarios', id)));
  const requirements = requirementRecords(scenarios, joining.register).map((record) =>
    sameRequirement(record, of(parts, 'requirements', record.id)),
  );
  return joined(parts, { scenarios, requirements, partial: cutShortIn(parts) }, joining);
}

function of<Key extends 'scenarios' | 'requirements'>(
  parts: readonly Results[],
  key: Key,
  id: string,
): readonly Results[Key][number][] {
  return parts.flatMap((part) => (part[key] as readonly Results[Key][number][]).filter((one) => one.id === id));
}

function sameScenario(records: readonly ScenarioRecord[]): ScenarioRecord {
  const [first] = records;
  if (!first) throw new RangeError('a scenario of no run');
  const { reason: _, ...rest } = first;
  return {
    ...rest,
    ...gravest(records),
    durationMs: records.reduce((sum, { durationMs }) => sum + durationMs, 0),
    findings: records.flatMap(({ findings }) => findings),
  };
}

function sameRequirement(together: RequirementRecord, records: readonly RequirementRecord[]): RequirementRecord {
  const { reason: _, ...rest } = together;
  return { ...rest, ...gravest(records), repetitions: records.map(({ verdict }) => verdict) };
}

function gravest(records: readonly { readonly verdict: Verdict; readonly reason?: IncompleteReason }[]): {
  readonly verdict: Verdict;
  readonly reason?: IncompleteReason;
} {
  const verdict = records.reduce<Verdict>((worst, record) => graver(worst, record.verdict), 'pass');
  const reason = verdict === 'incomplete' ? records.find((record) => record.verdict === verdict)?.reason : undefined;
  return { verdict, ...(reason === undefined ? {} : { reason }) };
}
