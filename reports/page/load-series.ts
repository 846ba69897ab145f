import type { SecondLoad } from '../../lib/results/load-result.ts';

/** Points in a chart; a soak of hours is drawn by its means. */
const MOST_POINTS = 360;

export interface LoadPoint {
  readonly time: number;
  readonly requests: number;
  readonly instances: number;
  readonly bytes: number;
  readonly failed: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly virtualUsers: number;
}

/**
 * The series with at most 360 points: rates are means over the seconds of a point; a percentile is the highest of its
 * seconds, since percentiles cannot be averaged and a peak must not vanish from the picture.
 */
export function chartPoints(series: readonly SecondLoad[]): LoadPoint[] {
  const width = Math.max(1, Math.ceil(series.length / MOST_POINTS));
  const points: LoadPoint[] = [];
  for (let from = 0; from < series.length; from += width) {
    const seconds = series.slice(from, from + width);
    const mean = (key: 'requests' | 'instances' | 'bytes' | 'failed' | 'virtualUsers') =>
      seconds.reduce((sum, second) => sum + second[key], 0) / seconds.length;
    const highest = (key: 'p50' | 'p95') => {
      const known = seconds.map((second) => second[key]).filter((value) => value !== null);
      return known.length === 0 ? null : Math.max(...known);
    };
    points.push({
      time: seconds[0]?.second ?? from,
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
