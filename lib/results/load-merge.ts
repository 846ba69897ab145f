import type { Arrivals, LoadResult, OperationLoad, SecondLoad, ThresholdVerdict } from './load-result.ts';
import { mergeBuckets, mergePercentiles, percentile } from './percentiles.ts';
import { parseThresholdExpression } from './threshold.ts';

/** Results of the generators of one run as one. */
export interface MergedLoad {
  readonly load: LoadResult;
  /** Thresholds that cannot be judged on the whole, since what they need is not in the results: `metric expression`. */
  readonly unjudged: readonly string[];
}

/** What generators of one run have in common; results that differ in one of these do not belong together. */
const COMMON = ['script', 'shape', 'model'] as const;

/** Settings that are each generator's own: its share of the load, and what it makes its UIDs from. */
const OWN_SETTINGS = new Set(['seed', 'virtualUsers', 'rate', 'instances', 'corpus', 'ledger']);

/**
 * Joins the results of generators that ran at the same time. Counts and rates are summed, percentiles come from merged
 * histograms, and thresholds are judged on the whole. Throws a RangeError when the results are not of one run.
 */
export function mergeLoads(parts: readonly LoadResult[]): MergedLoad {
  const [first] = parts;
  if (!first) throw new RangeError('there is nothing to merge');
  for (const part of parts) refuseForeign(first, part);
  const total = (of: (part: LoadResult) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  const load: LoadResult = {
    ...first,
    engine: mergeEngines(parts),
    settings: { ...first.settings, generators: parts.length },
    durationSeconds: Math.max(...parts.map((part) => part.durationSeconds)),
    operations: mergeOperations(parts),
    series: mergeSeries(parts),
    thresholds: [],
    checks: mergeChecks(parts),
    droppedIterations: total((part) => part.droppedIterations),
    ...mergeArrivals(parts),
    acknowledged: total((part) => part.acknowledged),
    ...(parts.some((part) => part.verified !== undefined) ? { verified: total((part) => part.verified ?? 0) } : {}),
    lost: parts.flatMap((part) => part.lost),
    changed: parts.flatMap((part) => part.changed),
    lostCount: total((part) => part.lostCount),
    changedCount: total((part) => part.changedCount),
    generator: {
      requestsPerSecond: total((part) => part.generator.requestsPerSecond),
      bytesPerSecond: total((part) => part.generator.bytesPerSecond),
      saturated: parts.some((part) => part.generator.saturated),
      why: [...new Set(parts.map((part) => part.generator.why))].join('; '),
    },
  };
  return judgeThresholds(load, parts);
}

function refuseForeign(first: LoadResult, part: LoadResult): void {
  for (const key of COMMON) {
    if (part[key] !== first[key])
      throw new RangeError(`${key} is ${first[key]} in one result and ${part[key]} in another`);
  }
  for (const key of new Set([...Object.keys(first.settings), ...Object.keys(part.settings)])) {
    if (OWN_SETTINGS.has(key) || first.settings[key] === part.settings[key]) continue;
    throw new RangeError(`${key} is ${first.settings[key]} in one result and ${part.settings[key]} in another`);
  }
}

/** Generators share one load, so their rates add up. */
function mergeArrivals(parts: readonly LoadResult[]): Pick<LoadResult, 'arrivals'> {
  const all = parts.flatMap(({ arrivals }) => arrivals ?? []);
  if (all.length === 0) return {};
  const total = (of: (one: Arrivals) => number): number => all.reduce((sum, one) => sum + of(one), 0);
  return {
    arrivals: {
      askedPerSecond: total((one) => one.askedPerSecond),
      reachedPerSecond: total((one) => one.reachedPerSecond),
      seconds: Math.max(...all.map(({ seconds }) => seconds)),
    },
  };
}

function mergeEngines(parts: readonly LoadResult[]): LoadResult['engine'] {
  const list = (of: (part: LoadResult) => string): string => [...new Set(parts.map(of))].join(', ');
  return { name: list(({ engine }) => engine.name), version: list(({ engine }) => engine.version) };
}

function mergeOperations(parts: readonly LoadResult[]): OperationLoad[] {
  const names = [...new Set(parts.flatMap((part) => part.operations.map(({ name }) => name)))].sort();
  return names.map((name) =>
    mergeOperation(
      name,
      parts.flatMap((part) => part.operations.filter((operation) => operation.name === name)),
    ),
  );
}

function mergeOperation(name: string, parts: readonly OperationLoad[]): OperationLoad {
  const total = (of: (part: OperationLoad) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  const histogram = mergeBuckets(parts.map((part) => part.histogram));
  const firstByteHistogram = mergeBuckets(parts.map((part) => part.firstByteHistogram ?? []));
  const failures: Record<string, number> = {};
  for (const part of parts) {
    for (const [kind, count] of Object.entries(part.failures)) failures[kind] = (failures[kind] ?? 0) + count;
  }
  return {
    name,
    requests: total((part) => part.requests),
    instances: total((part) => part.instances),
    bytes: total((part) => part.bytes),
    requestsPerSecond: total((part) => part.requestsPerSecond),
    instancesPerSecond: total((part) => part.instancesPerSecond),
    bytesPerSecond: total((part) => part.bytesPerSecond),
    latency: mergePercentiles(
      parts.map((part) => part.latency),
      histogram,
    ),
    timeToFirstByte: mergePercentiles(
      parts.map((part) => part.timeToFirstByte),
      firstByteHistogram,
    ),
    failures,
    failureExamples: Object.assign({}, ...parts.map((part) => part.failureExamples ?? {})) as Record<string, string>,
    failed: total((part) => part.failed),
    histogram,
    firstByteHistogram,
  };
}

/** Second by second. Percentiles of a second are kept only where one generator alone had it: they cannot be merged. */
function mergeSeries(parts: readonly LoadResult[]): SecondLoad[] {
  const longest = Math.max(...parts.map((part) => part.series.length));
  return Array.from({ length: longest }, (_, second) => {
    const there = parts.flatMap((part) => part.series[second] ?? []);
    const total = (of: (entry: SecondLoad) => number): number => there.reduce((sum, entry) => sum + of(entry), 0);
    const [only] = there;
    const readBack = mergeReadBack(there);
    return {
      second,
      requests: total((entry) => entry.requests),
      instances: total((entry) => entry.instances),
      bytes: total((entry) => entry.bytes),
      failed: total((entry) => entry.failed),
      p50: there.length === 1 && only ? only.p50 : null,
      p95: there.length === 1 && only ? only.p95 : null,
      virtualUsers: total((entry) => entry.virtualUsers),
      ...(readBack ? { readBack } : {}),
    };
  });
}

function mergeReadBack(there: readonly SecondLoad[]): SecondLoad['readBack'] {
  const parts = there.flatMap(({ readBack }) => readBack ?? []);
  if (parts.length === 0) return undefined;
  const total = (key: 'requests' | 'instances' | 'bytes' | 'failed') => parts.reduce((sum, part) => sum + part[key], 0);
  return { requests: total('requests'), instances: total('instances'), bytes: total('bytes'), failed: total('failed') };
}

function mergeChecks(parts: readonly LoadResult[]): LoadResult['checks'] {
  const merged = new Map<string, { name: string; passes: number; fails: number }>();
  for (const { name, passes, fails } of parts.flatMap((part) => part.checks)) {
    const sum = merged.get(name) ?? { name, passes: 0, fails: 0 };
    merged.set(name, { name, passes: sum.passes + passes, fails: sum.fails + fails });
  }
  return [...merged.values()];
}

function judgeThresholds(load: LoadResult, parts: readonly LoadResult[]): MergedLoad {
  const asked = new Map<string, ThresholdVerdict>();
  for (const threshold of parts.flatMap((part) => part.thresholds)) {
    asked.set(`${threshold.metric} ${threshold.expression}`, threshold);
  }
  const thresholds: ThresholdVerdict[] = [];
  const unjudged: string[] = [];
  for (const [name, { metric, expression }] of asked) {
    const parsed = parseThresholdExpression(expression);
    const actual = parsed ? statistic(load, metric, parsed.statistic) : undefined;
    if (parsed && actual !== undefined) thresholds.push({ metric, expression, holds: parsed.holds(actual), actual });
    else unjudged.push(name);
  }
  return { load: { ...load, thresholds }, unjudged };
}

const COUNTERS: Readonly<Record<string, (load: LoadResult) => number>> = {
  dropped_iterations: (load) => load.droppedIterations,
  instances_acknowledged: (load) => load.acknowledged,
  instances_verified: (load) => load.verified ?? 0,
  instances_lost: (load) => load.lostCount,
  instances_changed: (load) => load.changedCount,
};

/** A statistic of a metric of the scripts, from a result alone; undefined where the result does not have it. */
function statistic(load: LoadResult, metric: string, name: string): number | undefined {
  if (metric === 'operations_failed' && name === 'rate') {
    const requests = load.operations.reduce((sum, operation) => sum + operation.requests, 0);
    const failed = load.operations.reduce((sum, operation) => sum + operation.failed, 0);
    return requests === 0 ? 0 : failed / requests;
  }
  const count = COUNTERS[metric]?.(load) ?? operationCount(load, metric);
  if (count !== undefined) return name === 'count' ? count : name === 'rate' ? count / load.durationSeconds : undefined;
  return distribution(load, metric, name);
}

function operationCount(load: LoadResult, metric: string): number | undefined {
  for (const operation of load.operations) {
    if (metric === `${operation.name}_requests`) return operation.requests;
    if (metric === `${operation.name}_instances`) return operation.instances;
    if (metric === `${operation.name}_bytes`) return operation.bytes;
    const failed = `${operation.name}_failed_`;
    if (metric.startsWith(failed)) return operation.failures[metric.slice(failed.length)] ?? 0;
  }
  return undefined;
}

function distribution(load: LoadResult, metric: string, name: string): number | undefined {
  const all = mergeBuckets(load.operations.map((operation) => operation.histogram));
  const everything = {
    buckets: all,
    values: mergePercentiles(
      load.operations.map((operation) => operation.latency),
      all,
    ),
  };
  const found =
    metric === 'operation_duration'
      ? everything
      : load.operations.flatMap((operation) => {
          if (metric === `${operation.name}_duration`) {
            return [{ buckets: operation.histogram, values: operation.latency }];
          }
          if (metric === `${operation.name}_first_byte` && operation.firstByteHistogram) {
            return [{ buckets: operation.firstByteHistogram, values: operation.timeToFirstByte }];
          }
          return [];
        })[0];
  if (!found?.values) return undefined;
  const { values, buckets } = found;
  if (name === 'avg' || name === 'min' || name === 'max') return values[name];
  if (name === 'med') return values.p50;
  const wanted = /^p\(([0-9.]+)\)$/.exec(name)?.[1];
  return wanted === undefined ? undefined : (percentile(buckets, Number(wanted)) ?? undefined);
}
