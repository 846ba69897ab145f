import type { LoadResult } from '../results/load-result.ts';

/** Shorter stretches tell of chance, longer ones of the way up to the break. */
const SECONDS = 5;

/**
 * What a run of rising load is made for, as the end of a sentence: the most that the target did, whatever more was asked
 * of it. Nothing for a run of another shape, or one that is too short.
 */
export function mostAtOnce({ shape, series }: LoadResult): string {
  if (shape !== 'breakpoint' || series.length < SECONDS) return '';
  const done = series.map(({ requests, failed }) => requests - failed);
  const stretches = done.slice(SECONDS - 1).map((_, end) => {
    const inStretch = done.slice(end, end + SECONDS);
    return inStretch.reduce((sum, count) => sum + count, 0) / SECONDS;
  });
  const most = Math.max(...stretches);
  const from = series[stretches.indexOf(most)]?.second ?? 0;
  return `; the most was ${most.toFixed(1)} operations a second, from second ${from} to ${from + SECONDS - 1}`;
}
