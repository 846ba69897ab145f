import assert from 'node:assert/strict';
import { test } from 'node:test';
import { observedUnderLoad } from '../../lib/load/observed-features.ts';
import type { CapabilityRecord } from '../../lib/results/results.ts';
import { latencies, operationOf } from './samples.ts';

const unknown = (feature: string): CapabilityRecord => ({
  feature,
  claimed: 'yes',
  observed: 'unknown',
  evidence: '',
});

test('what succeeded under load is observed, and what only failed or never came is not', () => {
  const operations = [
    operationOf('store', latencies(2651, 5, 1)),
    operationOf('read_back', latencies(2651, 5, 1)),
    operationOf('retrieve_frame', [], { failed: 9 }),
  ];
  const seen = observedUnderLoad(['store', 'retrieve', 'frames', 'rendered'].map(unknown), { operations });
  assert.deepEqual(
    seen.map(({ feature, observed }) => [feature, observed]),
    [
      ['store', 'yes'],
      ['retrieve', 'yes'],
      ['frames', 'unknown'],
      ['rendered', 'unknown'],
    ],
  );
  assert.match(seen[0]?.evidence ?? '', /2651 of 2651 store/);
});
