import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wasApplied } from '../../lib/results/applied-load.ts';
import { mergeLoads } from '../../lib/results/load-merge.ts';
import { latencies, loadOf, operationOf } from './samples.ts';

const times = latencies(900, 20, 1);
const third = (index: number): number[] => times.filter((_, at) => at % 3 === index);

test('parts merged are the whole: counts, rates and percentiles alike', () => {
  const whole = operationOf('store', times);
  const { load } = mergeLoads([0, 1, 2].map((index) => loadOf([operationOf('store', third(index))])));
  const [merged] = load.operations;
  assert.ok(merged?.latency && whole.latency);
  assert.equal(merged.requests, whole.requests);
  assert.equal(merged.instances, whole.instances);
  assert.equal(merged.bytes, whole.bytes);
  assert.ok(Math.abs(merged.requestsPerSecond - whole.requestsPerSecond) < 1e-9);
  assert.deepEqual(merged.histogram, whole.histogram);
  assert.equal(merged.latency.count, whole.latency.count);
  assert.equal(merged.latency.min, whole.latency.min);
  assert.equal(merged.latency.max, whole.latency.max);
  for (const key of ['avg', 'p50', 'p90', 'p95', 'p99'] as const) {
    const off = Math.abs(merged.latency[key] / whole.latency[key] - 1);
    // A bucket is a thousandth wide; between two neighbours of a percentile there may be more.
    assert.ok(off < 0.02, `${key}: ${merged.latency[key]} and ${whole.latency[key]}`);
  }
});

test('percentiles are never averaged: one slow generator shows in the tail of the whole', () => {
  const fast = loadOf([operationOf('store', latencies(900, 10, 2))]);
  const slow = loadOf([operationOf('store', latencies(100, 1000, 3))]);
  const { load } = mergeLoads([fast, slow]);
  const merged = load.operations[0]?.latency;
  assert.ok(merged && merged.p50 < 15, String(merged?.p50));
  assert.ok(merged.p95 > 600, String(merged.p95));
});

test('merging does not depend on the order, and merging twice is merging at once', () => {
  const parts = [0, 1, 2].map((index) => loadOf([operationOf('store', third(index))]));
  const [a, b, c] = parts;
  assert.ok(a && b && c);
  const forwards = mergeLoads([a, b, c]).load.operations;
  const backwards = mergeLoads([c, b, a]).load.operations;
  const near = (left: number | undefined, right: number | undefined) => Math.abs((left ?? 0) - (right ?? 1)) < 1e-9;
  assert.deepEqual(forwards[0]?.histogram, backwards[0]?.histogram);
  assert.ok(near(forwards[0]?.latency?.avg, backwards[0]?.latency?.avg));
  const { generators: _, ...settings } = mergeLoads([a, b]).load.settings;
  const stepwise = mergeLoads([{ ...mergeLoads([a, b]).load, settings }, c]).load.operations;
  assert.deepEqual(stepwise[0]?.histogram, forwards[0]?.histogram);
  assert.equal(stepwise[0]?.latency?.p95, forwards[0]?.latency?.p95);
});

test('thresholds are judged on the whole, not on the shares', () => {
  const threshold = (metric: string, expression: string) => ({ metric, expression, holds: true, actual: 1 });
  const thresholds = [
    threshold('store_duration', 'p(95)<100'),
    threshold('store_requests', 'count>=1000'),
    threshold('instances_lost', 'count==0'),
    threshold('operations_failed', 'rate<0.05'),
    threshold('operation_duration', 'max<1'),
    threshold('http_req_duration{expected_response:true}', 'p(95)<100'),
  ];
  const fast = loadOf([operationOf('store', latencies(900, 10, 2))], { thresholds });
  const slow = loadOf([operationOf('store', latencies(100, 1000, 3), { failed: 100, failures: { status_5xx: 100 } })], {
    thresholds,
    lostCount: 1,
    lost: ['1.2.3'],
  });
  const { load, unjudged } = mergeLoads([fast, slow]);
  const holds = Object.fromEntries(load.thresholds.map(({ metric, holds }) => [metric, holds]));
  assert.deepEqual(holds, {
    store_duration: false,
    store_requests: true,
    instances_lost: false,
    operations_failed: false,
    operation_duration: false,
  });
  assert.equal(load.thresholds.find(({ metric }) => metric === 'store_requests')?.actual, 1100);
  assert.deepEqual(unjudged, ['http_req_duration{expected_response:true} p(95)<100']);
  assert.deepEqual(load.lost, ['1.2.3']);
});

test('seconds are summed; a percentile of a second that two generators had is left out', () => {
  const [one, two] = [loadOf([operationOf('store', third(0))]), loadOf([operationOf('store', third(1))])];
  const shorter = { ...two, series: two.series.slice(0, 10) };
  const { series } = mergeLoads([one, shorter]).load;
  assert.equal(series.length, 30);
  assert.equal(series[3]?.requests, (one.series[3]?.requests ?? 0) + (two.series[3]?.requests ?? 0));
  assert.equal(series[3]?.p95, null);
  assert.equal(series[20]?.p95, 20);
  assert.equal(series[20]?.requests, one.series[20]?.requests);
});

test('results that are not of one load are refused, with the difference', () => {
  const store = loadOf([operationOf('store', third(0))]);
  assert.throws(() => mergeLoads([]), RangeError);
  assert.throws(() => mergeLoads([store, { ...store, script: 'wado' }]), /script is stow in one result and wado/);
  assert.throws(() => mergeLoads([store, { ...store, settings: { ...store.settings, size: 4096 } }]), /size/);
  mergeLoads([store, { ...store, settings: { ...store.settings, seed: 5, virtualUsers: 1 } }]);
});

test('one saturated generator makes the whole suspect', () => {
  const store = loadOf([operationOf('store', third(0))]);
  const saturated = { ...store, generator: { ...store.generator, saturated: true, why: 'busy' } };
  const { generator } = mergeLoads([store, saturated]).load;
  assert.equal(generator.saturated, true);
  assert.match(generator.why, /busy/);
  assert.equal(generator.requestsPerSecond, 2e4);
});

test('rates of the open model add up, and what all generators dropped counts', () => {
  const share = (reachedPerSecond: number, droppedIterations: number) =>
    loadOf([operationOf('store', third(0))], {
      model: 'open',
      droppedIterations,
      arrivals: { askedPerSecond: 10, reachedPerSecond, seconds: 30 },
    });
  const { load } = mergeLoads([share(10, 0), share(7, 90)]);
  assert.deepEqual(load.arrivals, { askedPerSecond: 20, reachedPerSecond: 17, seconds: 30 });
  assert.equal(wasApplied(load), false);
  assert.equal(wasApplied(mergeLoads([share(10, 0), share(10, 0)]).load), true);
});
