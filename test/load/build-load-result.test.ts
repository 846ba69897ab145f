import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadResult } from '../../lib/load/build-load-result.ts';
import type { Measured } from '../../lib/load/measured.ts';

const HELD = { ok: true };
const counter = (count: number, thresholds = {}) => ({
  type: 'counter',
  contains: 'default',
  values: { count },
  thresholds,
});

function thresholdsOf(more: object): (number | null)[] {
  const metrics = {
    operations_failed: { type: 'rate', contains: 'default', values: { rate: 0 }, thresholds: { 'rate<0.01': HELD } },
    instances_lost: counter(0, { 'count==0': HELD }),
    ...more,
  };
  const measured = {
    engine: { name: 'embedded', version: '1' },
    durationSeconds: 1,
    metrics,
    histograms: {},
    seconds: [],
    checks: [],
  };
  const facts = {
    script: 'durability',
    shape: 'smoke',
    model: 'closed',
    settings: {},
    lost: [],
    changed: [],
    generator: { requestsPerSecond: 1, bytesPerSecond: 1, saturated: false, why: '' },
    arrivals: null,
  } as const;
  return loadResult(measured as unknown as Measured, facts).thresholds.map(({ actual }) => actual);
}

test('a threshold of what was not measured has no value, although nothing breaks it', () => {
  assert.deepEqual(thresholdsOf({}), [null, null]);
  assert.deepEqual(thresholdsOf({ store_requests: counter(3) }), [0, null]);
  assert.deepEqual(thresholdsOf({ store_requests: counter(3), instances_verified: counter(3) }), [0, 0]);
});
