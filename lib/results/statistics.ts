import type { Buckets } from './percentiles.ts';

/** An estimate and its 95 % confidence interval. */
export interface Interval {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface Sample {
  readonly values: readonly number[];
  /** What each value is of. */
  readonly of: 'runs' | 'seconds';
}

/** Least values a mean is estimated from. */
const LEAST_RUNS = 3;
const LEAST_SECONDS = 10;
/** Neighbouring seconds depend on each other: their means over stretches hardly do. */
const STRETCHES = 10;

/** Mean of a sample by Student's t. Null when there are too few values to tell. */
export function meanInterval({ values, of }: Sample): Interval | null {
  if (values.length < (of === 'runs' ? LEAST_RUNS : LEAST_SECONDS)) return null;
  const independent = of === 'runs' ? values : stretches(values);
  const mean = independent.reduce((sum, value) => sum + value, 0) / independent.length;
  const squares = independent.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (independent.length - 1) / independent.length);
  const width = studentT(independent.length - 1) * error;
  return { low: mean - width, middle: mean, high: mean + width };
}

/** Means of as many stretches of equal length as there are values for, at most ten. */
function stretches(values: readonly number[]): number[] {
  const length = Math.ceil(values.length / STRETCHES);
  const means: number[] = [];
  for (let start = 0; start + length <= values.length; start += length) {
    means.push(values.slice(start, start + length).reduce((sum, value) => sum + value, 0) / length);
  }
  return means;
}

/** Two-sided 95 % quantile of Student's t (Abramowitz and Stegun 26.7.5, first terms). */
function studentT(freedom: number): number {
  if (freedom <= 4) return [Number.POSITIVE_INFINITY, 12.706, 4.303, 3.182, 2.776][freedom] ?? Number.POSITIVE_INFINITY;
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * freedom) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * freedom ** 3)
  );
}

/**
 * A percentile (0 to 100) of a histogram by its order statistics: the ranks between which it lies with 95 % confidence
 * follow from the binomial distribution alone. Null for fewer than `least` values.
 */
export function percentileInterval(buckets: Buckets, wanted: number, least: number): Interval | null {
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0 || total < least) return null;
  const share = wanted / 100;
  const width = 1.96 * Math.sqrt(total * share * (1 - share));
  const at = (rank: number): number => valueAt(buckets, Math.max(1, Math.min(total, rank)));
  const middle = share * total;
  return { low: at(Math.floor(middle - width)), middle: at(Math.ceil(middle)), high: at(Math.ceil(middle + width)) };
}

function valueAt(buckets: Buckets, rank: number): number {
  let seen = 0;
  for (const [upper, count] of buckets) {
    seen += count;
    if (seen >= rank) return upper;
  }
  return buckets.at(-1)?.[0] ?? 0;
}

/**
 * After over before, less 1. By the errors of both in the logarithm (delta method), so that two intervals that just
 * touch are not mistaken for no difference. Null when one of them does not lie above 0.
 */
export function ratioInterval(before: Interval, after: Interval): Interval | null {
  if (before.middle <= 0 || after.middle <= 0) return null;
  const halfWidth = ({ low, middle, high }: Interval): number => (high - low) / 2 / middle;
  const width = Math.hypot(halfWidth(before), halfWidth(after));
  const ratio = after.middle / before.middle;
  return { low: ratio * Math.exp(-width) - 1, middle: ratio - 1, high: ratio * Math.exp(width) - 1 };
}
