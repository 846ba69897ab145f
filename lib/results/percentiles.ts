import type { Percentiles } from './load-result.ts';

/** Upper bound and count of each bucket that is not empty, by rising value. */
export type Buckets = readonly (readonly [upper: number, count: number])[];

/** Buckets of several histograms as those of one: counts of the same bound are added. */
export function mergeBuckets(all: readonly Buckets[]): [upper: number, count: number][] {
  const counts = new Map<number, number>();
  for (const buckets of all) {
    for (const [upper, count] of buckets) counts.set(upper, (counts.get(upper) ?? 0) + count);
  }
  return [...counts].sort(([left], [right]) => left - right);
}

/** Value at a percentile (0 to 100) of what the buckets hold: the upper bound of its bucket. Null when they are empty. */
export function percentile(buckets: Buckets, wanted: number): number | null {
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil((wanted / 100) * total));
  let seen = 0;
  for (const [upper, count] of buckets) {
    seen += count;
    if (seen >= rank) return upper;
  }
  return buckets.at(-1)?.[0] ?? null;
}

/**
 * Percentiles of several generators together, from the merged histogram: never an average of percentiles. Least,
 * largest and mean are exact.
 */
export function mergePercentiles(parts: readonly (Percentiles | null)[], merged: Buckets): Percentiles | null {
  const present = parts.filter((part) => part !== null);
  const count = present.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return null;
  const max = Math.max(...present.map((part) => part.max));
  const min = Math.min(...present.map((part) => part.min));
  const at = (wanted: number): number => Math.max(min, Math.min(max, percentile(merged, wanted) ?? 0));
  return {
    count,
    min,
    avg: present.reduce((sum, part) => sum + part.avg * part.count, 0) / count,
    p50: at(50),
    p90: at(90),
    p95: at(95),
    p99: at(99),
    max,
  };
}
