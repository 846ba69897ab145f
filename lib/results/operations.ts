import type { ScenarioRecord } from './results.ts';
import type { IncompleteReason } from './verdict.ts';

/** The operations of a run by what became of them. Each is in one list. */
export interface Operations {
  readonly judged: readonly ScenarioRecord[];
  /** Claimed by the profile and not judged: while there is one, nobody can say whether the server conforms. */
  readonly open: readonly ScenarioRecord[];
  /** The same, and the baseline of the run accepts it. */
  readonly accepted: readonly ScenarioRecord[];
  /** Not judged and not claimed, or left open by the profile. */
  readonly notClaimed: readonly ScenarioRecord[];
  /** Left out by the user. */
  readonly excluded: readonly ScenarioRecord[];
}

/** Sorts the operations of a run, in the order of play. Pure. */
export function operationsOf(scenarios: readonly ScenarioRecord[]): Operations {
  const kindOf = (scenario: ScenarioRecord): keyof Operations => {
    const { verdict, reason } = scenario;
    if (verdict !== 'incomplete') return 'judged';
    if (reason === 'excluded') return 'excluded';
    if (!isOpen(scenario)) return 'notClaimed';
    return scenario.baseline ? 'accepted' : 'open';
  };
  const of = (kind: keyof Operations) => scenarios.filter((scenario) => kindOf(scenario) === kind);
  return {
    judged: of('judged'),
    open: of('open'),
    accepted: of('accepted'),
    notClaimed: of('notClaimed'),
    excluded: of('excluded'),
  };
}

function isOpen({ verdict, reason, claimed }: ScenarioRecord): boolean {
  return verdict === 'incomplete' && reason !== 'excluded' && reason !== 'not-claimed' && claimed === 'yes';
}

/** Whether an operation keeps its run undecided, unless somebody accepts it: claimed and not judged, or left unanswered. */
export function isLeftOpen(scenario: ScenarioRecord): boolean {
  return isOpen(scenario) || hasReason(scenario, 'timed-out');
}

/** Operations in which the harness itself failed: a defect of ours, which no pass beside it may hide. */
export function harnessFailures(scenarios: readonly ScenarioRecord[]): ScenarioRecord[] {
  return scenarios.filter((scenario) => hasReason(scenario, 'harness-error'));
}

/** Operations in which the server left a request unanswered, and nobody accepts it. */
export function unansweredIn(scenarios: readonly ScenarioRecord[]): ScenarioRecord[] {
  return scenarios.filter((scenario) => hasReason(scenario, 'timed-out') && !scenario.baseline);
}

function hasReason({ findings }: ScenarioRecord, wanted: IncompleteReason): boolean {
  return findings.some(({ reason }) => reason === wanted);
}
