import { Histogram } from '../../lib/load-engine/metrics/histogram.ts';
import { type Random, randomFrom } from '../../lib/portable/random.ts';
import type { LoadResult, OperationLoad } from '../../lib/results/load-result.ts';
import { RESULTS_SCHEMA, type Results } from '../../lib/results/results.ts';

/** An operation whose requests took these times, in milliseconds. */
export function operationOf(
  name: string,
  latencies: readonly number[],
  more: Partial<OperationLoad> = {},
): OperationLoad {
  const histogram = new Histogram();
  for (const value of latencies) histogram.add(value);
  const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = histogram.percentiles([50, 90, 95, 99]);
  const latency =
    latencies.length === 0
      ? null
      : {
          count: histogram.count,
          min: histogram.min,
          avg: histogram.sum / histogram.count,
          p50,
          p90,
          p95,
          p99,
          max: histogram.max,
        };
  const requests = latencies.length + (more.failed ?? 0);
  return {
    name,
    requests,
    instances: latencies.length,
    bytes: latencies.length * 1000,
    requestsPerSecond: requests / 30,
    instancesPerSecond: latencies.length / 30,
    bytesPerSecond: (latencies.length * 1000) / 30,
    latency,
    timeToFirstByte: latency,
    failures: {},
    failed: 0,
    histogram: histogram.bounds(),
    firstByteHistogram: histogram.bounds(),
    ...more,
  };
}

export function loadOf(operations: readonly OperationLoad[], more: Partial<LoadResult> = {}): LoadResult {
  const requests = operations.reduce((sum, operation) => sum + operation.requests, 0);
  return {
    engine: { name: 'embedded', version: '0.1.0' },
    script: 'stow',
    shape: 'smoke',
    model: 'closed',
    settings: { virtualUsers: 4, mix: 'CT:1' },
    durationSeconds: 30,
    operations,
    series: Array.from({ length: 30 }, (_, second) => ({
      second,
      requests: Math.round(requests / 30) + (second % 3),
      instances: Math.round(requests / 30),
      bytes: requests * 33,
      failed: 0,
      p50: 10,
      p95: 20,
      virtualUsers: 4,
    })),
    thresholds: [],
    checks: [],
    droppedIterations: 0,
    acknowledged: requests,
    lost: [],
    changed: [],
    lostCount: 0,
    changedCount: 0,
    generator: { requestsPerSecond: 1e4, bytesPerSecond: 1e9, saturated: false, why: 'idle' },
    ...more,
  };
}

/** Times of `count` requests around a median, with a long tail, as those of servers are. */
export function latencies(count: number, median: number, seed: number): number[] {
  const random: Random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => median * Math.exp(0.4 * normal()));
}

export function resultsOf(load: LoadResult, completeness: 'complete' | 'partial' = 'complete'): Results {
  return {
    schema: RESULTS_SCHEMA,
    kind: 'load',
    run: {
      id: 'run',
      harness: {
        name: 'dicomweb-harness',
        version: '0.1.0',
        edition: '2024e',
        node: 'v20.20.0',
        platform: 'linux x64',
      },
      command: ['dicomweb-harness', 'load', load.script],
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: '2026-01-01T00:00:30.000Z',
      completeness,
    },
    target: {
      baseUrl: 'http://127.0.0.1:8080',
      names: [],
      embedded: false,
      profile: { name: 'standard', title: 'Standard' },
      authentication: 'none',
      capabilities: [],
    },
    plan: { dataset: 'synthetic CT', instances: 0, bytes: 0, studies: [], stays: null },
    scenarios: [],
    exchanges: [],
    requirements: [],
    summary: {
      verdict: 'passed',
      sentence: 'Every threshold holds.',
      counts: {},
      findings: { pass: 0, info: 0, incomplete: 0, warn: 0, fail: 0 },
      exitCode: 0,
    },
    remains: [],
    load,
  };
}
