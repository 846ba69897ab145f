import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadResult } from '../../lib/load/build-load-result.ts';
import type { Measured } from '../../lib/load/measured.ts';
import type { Arrivals } from '../../lib/results/load-result.ts';

const HELD = { ok: true };
const counter = (count: number, thresholds = {}) => ({
  type: 'counter',
  contains: 'default',
  values: { count },
  thresholds,
});

const NOTHING_MEASURED = {
  engine: { name: 'embedded', version: '1' },
  durationSeconds: 1,
  histograms: {},
  seconds: [],
  checks: [],
};
const FACTS = {
  script: 'durability',
  shape: 'smoke',
  model: 'closed',
  settings: {},
  lost: [],
  changed: [],
  failures: [],
  generator: { requestsPerSecond: 1, bytesPerSecond: 1, saturated: false, why: '' },
  arrivals: null,
} as const;

function thresholdsOf(more: object): (number | null)[] {
  const metrics = {
    operations_failed: { type: 'rate', contains: 'default', values: { rate: 0 }, thresholds: { 'rate<0.01': HELD } },
    instances_lost: counter(0, { 'count==0': HELD }),
    ...more,
  };
  const measured = { ...NOTHING_MEASURED, metrics };
  return loadResult(measured as unknown as Measured, FACTS).thresholds.map(({ actual }) => actual);
}

test('a threshold of what was not measured has no value, although nothing breaks it', () => {
  assert.deepEqual(thresholdsOf({}), [null, null]);
  assert.deepEqual(thresholdsOf({ store_requests: counter(3) }), [0, null]);
  assert.deepEqual(thresholdsOf({ store_requests: counter(3), instances_verified: counter(3) }), [0, 0]);
});

/** A run in which requests of these operations began and ended at these milliseconds. */
function rateOf(when: Readonly<Record<string, readonly [number, number]>>, arrivals: Arrivals | null = null): number[] {
  const metrics = Object.fromEntries(
    Object.entries(when).flatMap(([name, [min, max]]) => [
      [`${name}_requests`, counter(3130)],
      [`${name}_when`, { type: 'gauge', contains: 'default', values: { value: max, min, max } }],
    ]),
  );
  const measured = { ...NOTHING_MEASURED, durationSeconds: 60, metrics } as unknown as Measured;
  return loadResult(measured, { ...FACTS, arrivals }).operations.map(({ requestsPerSecond }) => requestsPerSecond);
}

test('a rate is over the exact time from the first request to the last answer', () => {
  assert.deepEqual(rateOf({ store: [1_000_000, 1_005_034] }), [3130 / 5.034]);
});

test('operations that go on at the same time share it, and reading back has a time of its own', () => {
  const when = { store: [0, 4000], search: [1000, 5000], read_back: [9000, 9500] } as const;
  assert.deepEqual(rateOf(when), [3130 / 0.5, 3130 / 5, 3130 / 5], 'read_back, search, store');
});

test('in the open model the load lasts as long as it is put on', () => {
  const arrivals = { askedPerSecond: 313, reachedPerSecond: 313, seconds: 10 };
  assert.deepEqual(rateOf({ store: [1000, 10_997] }, arrivals), [313]);
  assert.deepEqual(rateOf({ store: [1000, 13_520] }, arrivals), [250], 'answers that came later');
});
