import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondLoad } from '../../lib/load/build-load-result.ts';
import { compareLoads } from '../../lib/results/load-compare.ts';
import { mergeLoads } from '../../lib/results/load-merge.ts';
import { loadParts, ratesOf } from '../../lib/results/load-parts.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { latencies, loadOf, operationOf, resultsOf } from '../load/samples.ts';

const PHASE = 20;

/** Stores for some seconds, rests, and reads back; `reads` requests a second. */
function durability(stores: number, reads: number): LoadResult {
  const counts = (operation: string, each: number) => ({
    [`${operation}_requests`]: each,
    [`${operation}_instances`]: each,
    [`${operation}_bytes`]: each * 10,
  });
  const seconds = Array.from({ length: 3 * PHASE }, (_, second) => ({
    second,
    counts: second < PHASE ? counts('store', stores) : second < 2 * PHASE ? {} : counts('read_back', reads),
    p50: null,
    p95: null,
    virtualUsers: 2,
  }));
  const operations = [
    operationOf('read_back', latencies(PHASE * reads, 5, 1), { requestsPerSecond: reads }),
    operationOf('store', latencies(PHASE * stores, 5, 1), { requestsPerSecond: stores }),
  ];
  return loadOf(operations, { script: 'durability', series: seconds.map(secondLoad) });
}

test('store and reading back have rates and seconds of their own', () => {
  const [load, readBack] = loadParts(durability(10, 40));
  assert.deepEqual([load?.part, readBack?.part], ['load', 'readBack']);
  assert.deepEqual(
    [load && ratesOf(load).requestsPerSecond, readBack && ratesOf(readBack).requestsPerSecond],
    [10, 40],
  );
  const total = (series: LoadResult['series'] = []) => series.reduce((sum, { requests }) => sum + requests, 0);
  assert.deepEqual([total(load?.series), total(readBack?.series)], [10 * PHASE, 40 * PHASE]);
  assert.equal(load?.series[2 * PHASE]?.requests, 0);
});

test('generators that are merged keep them apart', () => {
  const { load } = mergeLoads([durability(10, 40), durability(10, 40)]);
  assert.equal(load.series[0]?.readBack, undefined);
  assert.equal(loadParts(load)[1]?.series[2 * PHASE]?.requests, 80);
});

test('a server that reads back at a quarter of the rate does not make its store look slower', () => {
  const { changes } = compareLoads([resultsOf(durability(100, 400))], [resultsOf(durability(100, 100))]);
  const verdictOf = (wanted: string) => changes.find(({ metric }) => metric === wanted)?.verdict;
  const of = (wanted: string) => changes.find(({ metric }) => metric === wanted);
  assert.deepEqual([of('store throughput')?.before, of('store throughput')?.after], [100, 100]);
  assert.deepEqual([verdictOf('store throughput'), verdictOf('read_back throughput')], ['same', 'worse']);
});
