import type { SecondLoad } from '../../lib/results/load-result.ts';

/** Most points in a chart: a longer series is drawn by the means of several seconds. */
const MOST_POINTS = 360;

/**
 * The series with at most 360 points. `second` of a point is its first second. A rate is the mean of the seconds of a
 * point. A percentile is the highest of them: percentiles cannot be averaged, and a peak must stay visible.
 */
export function chartPoints(series: readonly SecondLoad[], width = widthFor(series)): SecondLoad[] {
  const points: SecondLoad[] = [];
  for (let from = 0; from < series.length; from += width) {
    const seconds = series.slice(from, from + width);
    const mean = (key: 'requests' | 'instances' | 'bytes' | 'failed' | 'virtualUsers') =>
      seconds.reduce((sum, second) => sum + second[key], 0) / seconds.length;
    const highest = (key: 'p50' | 'p95') => {
      const known = seconds.map((second) => second[key]).filter((value) => value !== null);
      return known.length === 0 ? null : Math.max(...known);
    };
    points.push({
      second: seconds[0]?.second ?? from,
      requests: mean('requests'),
      instances: mean('instances'),
      bytes: mean('bytes'),
      failed: mean('failed'),
      p50: highest('p50'),
      p95: highest('p95'),
      virtualUsers: mean('virtualUsers'),
    });
  }
  return points;
}

/**
 * The points of rates: as those of the whole series, without the last second in which requests ended. It was cut, so that
 * its count is no rate and would be drawn as a collapse.
 */
export function ratePoints(series: readonly SecondLoad[]): SecondLoad[] {
  const last = series.findLastIndex(({ requests }) => requests > 0);
  const isCut = last >= FEWEST_SECONDS;
  return chartPoints(isCut ? series.slice(0, last) : series, widthFor(series));
}

/** From so many seconds on there is enough to draw without the last one. */
const FEWEST_SECONDS = 2;

function widthFor(series: readonly SecondLoad[]): number {
  return Math.max(1, Math.ceil(series.length / MOST_POINTS));
}
