import type { Results } from '../lib/results/results.ts';
import { VERDICTS, type Verdict } from '../lib/results/verdict.ts';

/** Verdicts in the order in which reports print them: gravest first. */
export const GRAVEST_FIRST: readonly Verdict[] = [...VERDICTS].reverse();

/** Level × verdict as rows; the counts are those of the summary and of nothing else. */
export function summaryRows(results: Results): { level: string; counts: Readonly<Record<Verdict, number>> }[] {
  return Object.entries(results.summary.counts).map(([level, counts]) => ({ level, counts }));
}

/** Requirements by verdict over all levels, added up from the summary. */
export function totals(results: Results): Record<Verdict, number> {
  const sum = { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 0 };
  for (const { counts } of summaryRows(results)) for (const verdict of VERDICTS) sum[verdict] += counts[verdict];
  return sum;
}
