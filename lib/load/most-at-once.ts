import type { LoadResult } from '../results/load-result.ts';

/** The length of the stretch: in a shorter one chance decides, a longer one includes seconds of lower load. */
const SECONDS = 5;

/**
 * The result of a `breakpoint` run, as the end of a sentence: the most operations a second that succeeded in any five
 * seconds. Empty for a run of another shape, or one that is shorter than that.
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
