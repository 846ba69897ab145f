import type { RequirementRecord } from '../results.ts';
import type { Verdict } from '../verdict.ts';

/** A requirement whose verdict differed between repetitions of one run. */
export interface Flaky {
  readonly id: string;
  /** How often it had each verdict, the most frequent first. */
  readonly verdicts: readonly (readonly [verdict: Verdict, times: number])[];
  readonly repetitions: number;
  /** Share of the repetitions with another verdict than the most frequent one, 0 to 1. */
  readonly rate: number;
}

/** Requirements whose verdict differed between the repetitions, the most unsteady first; none for a run without any. */
export function flakyIn(requirements: readonly RequirementRecord[]): Flaky[] {
  const found = requirements.flatMap(({ id, repetitions = [] }) => {
    const times = new Map<Verdict, number>();
    for (const verdict of repetitions) times.set(verdict, (times.get(verdict) ?? 0) + 1);
    if (times.size < 2) return [];
    const verdicts = [...times].sort(([, left], [, right]) => right - left);
    const most = verdicts[0]?.[1] ?? 0;
    return { id, verdicts, repetitions: repetitions.length, rate: 1 - most / repetitions.length };
  });
  return found.sort((left, right) => right.rate - left.rate);
}
