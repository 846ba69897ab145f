import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LoadChange } from '../../lib/results/load-changes.ts';
import { compareLoads } from '../../lib/results/load-compare.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { inJapanese } from '../../reports/words/japanese/sentences/index.ts';
import { latencies, loadOf, operationOf, resultsOf } from './samples.ts';

const run = (count: number, median: number, seed: number, more: Partial<LoadResult> = {}) =>
  resultsOf(loadOf([operationOf('store', latencies(count, median, seed))], more));

const verdictOf = (changes: readonly LoadChange[], metric: string) =>
  changes.find((change) => change.metric === metric)?.verdict;

test('a run is the same as itself, and nothing is worse', () => {
  const one = run(20_000, 20, 1);
  const { changes, exitCode } = compareLoads([one], [one]);
  assert.equal(exitCode, 0);
  for (const metric of ['store throughput', 'store p50', 'store p95', 'store failed']) {
    assert.equal(verdictOf(changes, metric), 'same', metric);
  }
});

test('two runs of the same server are hardly ever told apart', () => {
  let worse = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { exitCode } = compareLoads([run(5000, 20, seed)], [run(5000, 20, seed + 1000)]);
    if (exitCode === 1) worse++;
  }
  assert.equal(worse, 0, `${worse} of 60 were called worse`);
});

test('slower is worse, faster is better, in latency and in throughput', () => {
  const three = (count: number, median: number) => [1, 2, 3].map((seed) => run(count, median, seed * median));
  const [slow, fast] = [three(20_000, 25), three(25_000, 20)];
  const worse = compareLoads(fast, slow);
  assert.equal(worse.exitCode, 1);
  for (const metric of ['store throughput', 'store p50', 'store p99'])
    assert.equal(verdictOf(worse.changes, metric), 'worse');
  const better = compareLoads(slow, fast);
  assert.equal(better.exitCode, 0);
  for (const metric of ['store throughput', 'store p50', 'store p99'])
    assert.equal(verdictOf(better.changes, metric), 'better');
});

test('swapping the sides swaps better and worse', () => {
  const opposite = { better: 'worse', worse: 'better', same: 'same', undecided: 'undecided' } as const;
  for (const [one, two] of [
    [20, 40],
    [20, 23],
    [20, 20.5],
    [20, 21],
  ] as const) {
    const [left, right] = [run(3000, one, 1), run(3000, two, 2)];
    const there = compareLoads([left], [right]).changes;
    const back = compareLoads([right], [left]).changes;
    for (const change of there) {
      if (!/p\d|throughput/.test(change.metric)) continue;
      assert.equal(verdictOf(back, change.metric), opposite[change.verdict], `${change.metric} at ${one} and ${two}`);
    }
  }
});

test('a percentile with too few requests beyond it is left undecided', () => {
  const { changes } = compareLoads([run(150, 20, 1)], [run(150, 60, 2)]);
  assert.equal(verdictOf(changes, 'store p50'), 'worse');
  assert.equal(verdictOf(changes, 'store p90'), 'worse');
  assert.equal(verdictOf(changes, 'store p95'), 'undecided');
  assert.equal(verdictOf(changes, 'store p99'), 'undecided');
  const p99 = changes.find(({ metric }) => metric === 'store p99');
  assert.match(p99?.rule ?? '', /fewer than 1000/);
  assert.deepEqual([p99?.before, p99?.after].map(Number.isFinite), [true, true], 'both figures are shown all the same');
});

test('one run a side: what may differ between runs of one server is no change, what cannot is one', () => {
  const before = run(20_000, 20, 1);
  const busier = compareLoads([before], [run(15_000, 27, 2)]);
  assert.equal(busier.exitCode, 0, busier.sentence);
  for (const metric of ['store throughput', 'store p50', 'store p99'])
    assert.equal(verdictOf(busier.changes, metric), 'undecided', metric);
  const [told = ''] = busier.sentence.split(' Undecided');
  assert.match(
    told,
    /^Nothing is shown to be worse; this may be: store throughput \(−\d+ %\), store p50 \(\+3\d %\), /,
  );
  assert.deepEqual(
    busier.caveats.map(({ kind }) => kind),
    ['few-runs'],
  );
  const broken = compareLoads([before], [run(5000, 80, 2)]);
  assert.equal(broken.exitCode, 1);
  for (const metric of ['store throughput', 'store p50', 'store p99'])
    assert.equal(verdictOf(broken.changes, metric), 'worse', metric);
});

test('one run a side: what got half as slow again is worse, its slowest requests alone are not', () => {
  const slower = compareLoads([run(20_000, 20, 1)], [run(11_600, 34.4, 2)]);
  assert.equal(slower.exitCode, 1, slower.sentence);
  assert.match(slower.sentence, /^Worse: store throughput \(−4\d %\), store p50 \(\+7\d %\), store p90 \(\+\d+ %\)\.$/);
  assert.match(inJapanese(slower.sentence), /^悪化：store スループット（−4\d %）、store p50（\+7\d %）、/);
  assert.equal(verdictOf(slower.changes, 'store p99'), 'undecided');
  const p50 = slower.changes.find(({ metric }) => metric === 'store p50');
  assert.match(p50?.rule ?? '', /margin 10 %; with fewer than 3 runs a side a change counts beyond 1\.5 times$/);
});

test('three runs a side: what differs between runs of one server is no change', () => {
  const wobbling = (seed: number) => [18, 22, 20, 25].map((median, index) => run(4000, median, seed + index));
  const { changes, caveats } = compareLoads(wobbling(1), wobbling(100));
  assert.deepEqual(caveats, []);
  assert.notEqual(verdictOf(changes, 'store p50'), 'worse');
  const slower = [60, 62, 58, 61].map((median, index) => run(4000, median, 200 + index));
  assert.equal(verdictOf(compareLoads(wobbling(1), slower).changes, 'store p50'), 'worse');
});

test('in the open model the rate is given: throughput is not compared, dropped iterations fail', () => {
  const open = { model: 'open', settings: { rate: 100 } } as const;
  const kept = run(5000, 20, 1, open);
  const dropped = run(5000, 20, 1, { ...open, droppedIterations: 3 });
  assert.equal(verdictOf(compareLoads([kept], [kept]).changes, 'store throughput'), undefined);
  const { changes, exitCode } = compareLoads([kept], [dropped]);
  assert.equal(verdictOf(changes, 'dropped iterations'), 'worse');
  assert.equal(exitCode, 1);
});

test('lost or changed instances are worse, however good the rest is', () => {
  const before = run(5000, 40, 1);
  assert.equal(compareLoads([before], [run(20_000, 10, 2, { lostCount: 1 })]).exitCode, 1);
  assert.equal(compareLoads([before], [run(20_000, 10, 2, { changedCount: 1 })]).exitCode, 1);
});

test('more failures are worse, and an operation that is gone is worse', () => {
  const failing = resultsOf(loadOf([operationOf('store', latencies(5000, 20, 1), { failed: 200 })]));
  const fine = run(5000, 20, 1);
  assert.equal(verdictOf(compareLoads([fine], [failing]).changes, 'store failed'), 'worse');
  assert.equal(verdictOf(compareLoads([failing], [fine]).changes, 'store failed'), 'better');
  const gone = resultsOf(loadOf([operationOf('search_studies', latencies(100, 5, 1))]));
  assert.equal(compareLoads([fine], [gone]).exitCode, 1);
});

test('runs of different loads are not compared, and the difference is named', () => {
  const one = run(5000, 20, 1);
  const cases: readonly (readonly [Partial<LoadResult>, RegExp])[] = [
    [{ script: 'wado' }, /script is stow and wado/],
    [{ shape: 'soak' }, /shape/],
    [{ model: 'open' }, /model/],
    [{ engine: { name: 'k6', version: '2.2.0' } }, /engine/],
    [{ settings: { virtualUsers: 8, mix: 'CT:1' } }, /virtualUsers is 4 and 8/],
    [{ settings: { virtualUsers: 4, mix: 'CT:1', size: 4096 } }, /size is not set and 4096/],
    [{ generator: { requestsPerSecond: 1, bytesPerSecond: 1, saturated: true, why: '' } }, /saturated/],
  ];
  for (const [more, says] of cases) {
    const { exitCode, sentence, changes } = compareLoads([one], [run(5000, 20, 1, more)]);
    assert.equal(exitCode, 5);
    assert.match(sentence, says);
    assert.deepEqual(changes, []);
  }
  assert.equal(compareLoads([one], []).exitCode, 5);
});

test('a run that was cut short is compared with a word of caution', () => {
  const one = run(5000, 20, 1);
  const partial = { ...one, run: { ...one.run, completeness: 'partial' as const } };
  assert.ok(compareLoads([one], [partial]).caveats.some(({ kind }) => kind === 'partial'));
});
