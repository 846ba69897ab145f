import type { SummaryMetric } from '../load-engine/metrics/summary-data.ts';
import { FAILURE_KINDS } from '../portable/failure-kinds.ts';
import { READ_BACK } from '../results/load-parts.ts';
import type {
  Arrivals,
  GeneratorCeiling,
  LoadResult,
  OperationLoad,
  Percentiles,
  SecondLoad,
  ThresholdVerdict,
} from '../results/load-result.ts';
import { activeSeconds } from './active-seconds.ts';
import type { Measured, SecondMeasured } from './measured.ts';

/** What a run was, and what the script reported beside the metrics. */
export interface RunFacts {
  readonly script: string;
  readonly shape: string;
  readonly model: 'open' | 'closed';
  readonly settings: LoadResult['settings'];
  readonly lost: readonly string[];
  readonly changed: readonly string[];
  readonly generator: GeneratorCeiling;
  /** Why requests failed, as the script told of some. */
  readonly failures: readonly FailureSeen[];
  /** Rates of the open model; null in the closed one. */
  readonly arrivals: Arrivals | null;
}

/** Why one request failed. */
export interface FailureSeen {
  readonly operation: string;
  readonly kind: string;
  readonly why: string;
}

const REQUESTS = '_requests';

/** Makes the result of a load run from what the engine measured. */
export function loadResult(measured: Measured, facts: RunFacts): LoadResult {
  const { metrics } = measured;
  const operations = Object.keys(metrics)
    .filter((metric) => metric.endsWith(REQUESTS))
    .map((metric) => metric.slice(0, -REQUESTS.length))
    .filter((name) => count(metrics, name + REQUESTS) > 0)
    .sort()
    .map((name) => operationLoad(name, measured, facts));
  return {
    engine: measured.engine,
    script: facts.script,
    shape: facts.shape,
    model: facts.model,
    settings: facts.settings,
    durationSeconds: measured.durationSeconds,
    operations,
    series: measured.seconds.map(secondLoad),
    thresholds: thresholdVerdicts(metrics),
    checks: measured.checks,
    droppedIterations: count(metrics, 'dropped_iterations'),
    ...(facts.arrivals ? { arrivals: facts.arrivals } : {}),
    acknowledged: count(metrics, 'instances_acknowledged'),
    ...(metrics.instances_verified ? { verified: count(metrics, 'instances_verified') } : {}),
    lost: facts.lost,
    changed: facts.changed,
    lostCount: count(metrics, 'instances_lost'),
    changedCount: count(metrics, 'instances_changed'),
    generator: facts.generator,
  };
}

function count(metrics: Measured['metrics'], metric: string): number {
  return metrics[metric]?.values.count ?? 0;
}

function operationLoad(name: string, measured: Measured, { arrivals, failures: seen }: RunFacts): OperationLoad {
  const { metrics, histograms } = measured;
  const requests = count(metrics, name + REQUESTS);
  const instances = count(metrics, `${name}_instances`);
  const bytes = count(metrics, `${name}_bytes`);
  const failures = Object.fromEntries(
    FAILURE_KINDS.map((kind) => [kind, count(metrics, `${name}_failed_${kind}`)] as const).filter(
      ([, seen]) => seen > 0,
    ),
  );
  const active = secondsOfRates(measured, name === READ_BACK ? 'readBack' : 'load', arrivals);
  return {
    name,
    requests,
    instances,
    bytes,
    requestsPerSecond: requests / active,
    instancesPerSecond: instances / active,
    bytesPerSecond: bytes / active,
    latency: percentiles(metrics[`${name}_duration`]),
    timeToFirstByte: percentiles(metrics[`${name}_first_byte`]),
    failures,
    failed: Object.values(failures).reduce((sum, each) => sum + each, 0),
    failureExamples: examplesOf(seen, name),
    histogram: histograms[`${name}_duration`] ?? [],
    firstByteHistogram: histograms[`${name}_first_byte`] ?? [],
  };
}

/** The first reason that is known of each kind of failure of an operation. */
function examplesOf(seen: readonly FailureSeen[], name: string): Readonly<Record<string, string>> {
  const own = seen.filter(({ operation }) => operation === name);
  return Object.fromEntries(own.toReversed().map(({ kind, why }) => [kind, why]));
}

/**
 * The seconds that rates are over: those in which the part was going on, without setting up and waiting. In the open
 * model the load lasts as long as it was put on, although the last request begins before the end of that.
 */
function secondsOfRates(measured: Measured, part: 'load' | 'readBack', arrivals: Arrivals | null): number {
  const active = activeSeconds(measured, part);
  const lasted = part === 'load' ? Math.max(active, arrivals?.seconds ?? 0) : active;
  return lasted || measured.durationSeconds || 1;
}

function percentiles(metric: SummaryMetric | undefined): Percentiles | null {
  const { count = 0, min = 0, avg = 0, med = 0, max = 0, ...rest } = metric?.values ?? {};
  if (count === 0) return null;
  return { count, min, avg, p50: med, p90: rest['p(90)'] ?? 0, p95: rest['p(95)'] ?? 0, p99: rest['p(99)'] ?? 0, max };
}

/** One second of a run, summed over its operations. */
export function secondLoad({ second, counts, p50, p95, virtualUsers }: SecondMeasured): SecondLoad {
  const sums = sumsOf(counts, '');
  const readBack = sumsOf(counts, READ_BACK);
  return { second, ...sums, p50, p95, virtualUsers, ...(readBack.requests > 0 ? { readBack } : {}) };
}

/** Sums over the operations whose name begins so. */
function sumsOf(counts: SecondMeasured['counts'], operation: string): NonNullable<SecondLoad['readBack']> {
  const sum = (matches: (metric: string) => boolean): number =>
    Object.entries(counts)
      .filter(([metric]) => metric.startsWith(operation) && matches(metric))
      .reduce((total, [, value]) => total + value, 0);
  return {
    requests: sum((metric) => metric.endsWith(REQUESTS)),
    instances: sum((metric) => metric.endsWith('_instances')),
    bytes: sum((metric) => metric.endsWith('_bytes')),
    failed: sum((metric) => metric.includes('_failed_')),
  };
}

/** Metrics that say something only where instances were looked for: k6 reports 0 lost where nobody looked. */
const OF_READ_BACK = ['instances_lost', 'instances_changed'];

function thresholdVerdicts(metrics: Measured['metrics']): ThresholdVerdict[] {
  const hasMeasured = (metric: string): boolean =>
    OF_READ_BACK.includes(metric)
      ? metrics.instances_verified !== undefined || count(metrics, metric) > 0
      : Object.keys(metrics).some((each) => each.endsWith(REQUESTS) && count(metrics, each) > 0);
  return Object.entries(metrics).flatMap(([metric, { values, thresholds }]) =>
    Object.entries(thresholds ?? {}).map(([expression, { ok }]) => ({
      metric,
      expression,
      holds: ok,
      actual: hasMeasured(metric) ? actualValue(values, expression) : null,
    })),
  );
}

/** The value that an expression such as `p(95)<200` compared; null where there was none. */
function actualValue(values: SummaryMetric['values'], expression: string): number | null {
  const statistic = /^\s*([a-z]+(?:\([0-9.]+\))?)/.exec(expression)?.[1] ?? '';
  return values[statistic] ?? null;
}
