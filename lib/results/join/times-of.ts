import type { Results } from '../results.ts';

/** When the first of one or more runs began and the last of them ended; their times sort as texts (ISO 8601 in UTC). */
export function timesOf(runs: readonly Results[]): Pick<Results['run'], 'startedAt' | 'finishedAt'> {
  const times = runs.map(({ run }) => run);
  const [startedAt = ''] = times.map((run) => run.startedAt).sort();
  const finishedAt =
    times
      .map((run) => run.finishedAt)
      .sort()
      .at(-1) ?? '';
  return { startedAt, finishedAt };
}
