import type { ScenarioRecord } from './results.ts';

/** The operations of a run by what became of them. Each is in one list. */
export interface Operations {
  readonly judged: readonly ScenarioRecord[];
  /** Claimed by the profile and not judged: while there is one, nobody can say whether the server conforms. */
  readonly open: readonly ScenarioRecord[];
  /** Not judged and not claimed, or left open by the profile. */
  readonly notClaimed: readonly ScenarioRecord[];
  /** Left out by the user. */
  readonly excluded: readonly ScenarioRecord[];
}

/** Sorts the operations of a run, in the order of play. Pure. */
export function operationsOf(scenarios: readonly ScenarioRecord[]): Operations {
  const kindOf = ({ verdict, reason, claimed }: ScenarioRecord): keyof Operations => {
    if (verdict !== 'incomplete') return 'judged';
    if (reason === 'excluded') return 'excluded';
    return reason === 'not-claimed' || claimed !== 'yes' ? 'notClaimed' : 'open';
  };
  const of = (kind: keyof Operations) => scenarios.filter((scenario) => kindOf(scenario) === kind);
  return { judged: of('judged'), open: of('open'), notClaimed: of('notClaimed'), excluded: of('excluded') };
}

/** Operations in which the harness itself failed: a defect of ours, which no pass beside it may hide. */
export function harnessFailures(scenarios: readonly ScenarioRecord[]): ScenarioRecord[] {
  return scenarios.filter(({ findings }) => findings.some(({ reason }) => reason === 'harness-error'));
}

/** Operations in which the server left a request unanswered. */
export function unansweredIn(scenarios: readonly ScenarioRecord[]): ScenarioRecord[] {
  return scenarios.filter(({ findings }) => findings.some(({ reason }) => reason === 'timed-out'));
}
