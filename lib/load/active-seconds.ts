import { READ_BACK } from '../results/load-parts.ts';
import type { Measured } from './measured.ts';

/** Metric of the scripts: milliseconds since 1970 at which requests of an operation began and ended. */
const WHEN = '_when';

/** Whether a metric holds points in time, which cannot be added up. */
export function isPointInTime(metric: string): boolean {
  return metric.endsWith(WHEN);
}

/**
 * Seconds from the first request of a part of the load to its last answer, as the scripts timed them. All operations of
 * a part go on at the same time, so they share this time. 0 where the part sent nothing. Pure.
 */
export function activeSeconds({ metrics }: Pick<Measured, 'metrics'>, part: 'load' | 'readBack'): number {
  const times = Object.entries(metrics)
    .filter(([metric]) => isPointInTime(metric) && (metric === READ_BACK + WHEN) === (part === 'readBack'))
    .map(([, { values }]) => values)
    .filter(({ max = 0 }) => max > 0);
  if (times.length === 0) return 0;
  const first = Math.min(...times.map(({ min = 0 }) => min));
  return (Math.max(...times.map(({ max = 0 }) => max)) - first) / 1000;
}
