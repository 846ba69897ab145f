import type { Requirement } from '../../requirements/requirement.ts';
import { coverageOf, type SuiteCovers } from '../coverage.ts';
import type { FailOn } from '../outcome.ts';
import { unmetIn } from '../required.ts';
import type { PlanRecord, RequirementRecord, Results, ScenarioRecord } from '../results.ts';
import { summarise } from '../summary.ts';
import { timesOf } from './times-of.ts';

/** What results of several runs are made with. */
export interface Joining {
  readonly id: string;
  readonly command: readonly string[];
  readonly register: readonly Requirement[];
  /** What each suite judges. */
  readonly suites: SuiteCovers;
  readonly failOn: FailOn;
}

/** What became of the runs together. */
export interface Together {
  readonly scenarios: readonly ScenarioRecord[];
  readonly requirements: readonly RequirementRecord[];
  /** Why it is not the whole, and the exit code that says so; null where it is. */
  readonly partial: { readonly why: string; readonly exitCode: number } | null;
}

/** Answers that a report shows, of all runs together. */
const MOST_ANSWERS = 100;

/** Results of several runs on one target as one; what was found is given. Pure. */
export function joined(parts: readonly [Results, ...Results[]], together: Together, joining: Joining): Results {
  const [first] = parts;
  const { scenarios, requirements, partial } = together;
  const { required } = first;
  const summary = summarise(scenarios, requirements, {
    failOn: joining.failOn,
    unmatched: 0,
    cutShortBy: partial?.exitCode ?? null,
    unmet: unmetIn({ requirements }, required ?? []),
  });
  return {
    schema: first.schema,
    kind: first.kind,
    run: {
      id: joining.id,
      harness: first.run.harness,
      command: joining.command,
      ...timesOf(parts),
      completeness: partial ? 'partial' : 'complete',
      ...(partial ? { why: partial.why } : {}),
    },
    target: { ...first.target, capabilities: capabilitiesOf(parts) },
    plan: planOf(parts),
    scenarios,
    exchanges: parts.flatMap(({ exchanges }) => exchanges),
    answers: parts.flatMap(({ answers = [] }) => answers).slice(0, MOST_ANSWERS),
    requirements,
    summary,
    coverage: coverageOf(requirements, joining.register, joining.suites),
    remains: parts.flatMap(({ remains }) => remains),
    ...(required ? { required } : {}),
  };
}

/** What one of the runs showed of a feature was shown. */
function capabilitiesOf(parts: readonly [Results, ...Results[]]): Results['target']['capabilities'] {
  return parts[0].target.capabilities.map((capability) => {
    const seen = parts.flatMap(({ target }) =>
      target.capabilities.filter(({ feature }) => feature === capability.feature),
    );
    return (
      seen.find(({ observed, evidence }) => observed === 'yes' && evidence.startsWith('seen to work')) ??
      seen.find(({ observed }) => observed === 'yes') ??
      capability
    );
  });
}

function planOf(parts: readonly [Results, ...Results[]]): PlanRecord {
  const plans = parts.map(({ plan }) => plan);
  const total = (of: (plan: PlanRecord) => number): number => plans.reduce((sum, plan) => sum + of(plan), 0);
  const copies = total((plan) => plan.copies ?? 0);
  const stays = plans.flatMap((plan) => plan.stays ?? []);
  return {
    dataset: parts[0].plan.dataset,
    instances: total(({ instances }) => instances),
    ...(copies > 0 ? { copies } : {}),
    bytes: total(({ bytes }) => bytes),
    studies: [...new Set(plans.flatMap(({ studies }) => studies))],
    stays: stays.length > 0 ? [...new Set(stays)].join('; ') : null,
  };
}

/** What cut the first of the runs short that was. */
export function cutShortIn(parts: readonly Results[]): Together['partial'] {
  const cut = parts.find(({ run }) => run.completeness === 'partial');
  return cut ? { why: cut.run.why ?? 'a run was cut short', exitCode: cut.summary.exitCode } : null;
}
