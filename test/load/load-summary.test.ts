import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrivalsOf, askedPerSecond } from '../../lib/load/arrivals.ts';
import { judgeGenerator } from '../../lib/load/judge-generator.ts';
import { endingOf, loadSummary } from '../../lib/load/load-summary.ts';
import { measureCeiling } from '../../lib/load/measure-ceiling.ts';
import type { Measured } from '../../lib/load/measured.ts';
import { parseThreshold } from '../../lib/load/parse-threshold.ts';
import type { LoadResult } from '../../lib/results/load-result.ts';
import { parseThresholdExpression } from '../../lib/results/threshold.ts';
import { latencies, loadOf, operationOf } from './samples.ts';

const COMPLETE = { kind: 'complete' } as const;
const load = (more: Partial<LoadResult> = {}): LoadResult =>
  loadOf([operationOf('store', latencies(100, 10, 1))], more);
const BROKEN = [{ metric: 'store_duration', expression: 'p(95)<1', holds: false, actual: 20 }];
const SATURATED = { requestsPerSecond: 1, bytesPerSecond: 1, saturated: true, why: 'the generator was at 90 %' };

test('each way a run can end has its verdict and its exit code', () => {
  const cases = [
    [load(), COMPLETE, 'passed', 0],
    [load({ thresholds: BROKEN }), COMPLETE, 'failed', 99],
    [load({ generator: SATURATED }), COMPLETE, 'incomplete', 5],
    // Broken by a generator that was busy with itself: no verdict on the target.
    [load({ generator: SATURATED, thresholds: BROKEN }), COMPLETE, 'incomplete', 5],
    [loadOf([]), COMPLETE, 'incomplete', 5],
    [load(), { kind: 'interrupted' }, 'incomplete', 105],
    [load(), { kind: 'script-error', why: 'no' }, 'incomplete', 4],
    [load(), { kind: 'option-error', why: 'no' }, 'incomplete', 2],
    [load(), { kind: 'target-failed', why: 'no' }, 'incomplete', 3],
    // A loss is a loss, whatever else there is to say.
    [load({ lostCount: 1, generator: SATURATED }), COMPLETE, 'failed', 99],
    [load({ changedCount: 2 }), COMPLETE, 'failed', 99],
    [load({ lostCount: 1 }), { kind: 'interrupted' }, 'failed', 105],
    // Of what was acknowledged some was looked for: all there, some not there, nothing there.
    [load({ verified: 50 }), COMPLETE, 'passed', 0],
    [load({ verified: 50, lostCount: 1 }), COMPLETE, 'failed', 99],
    [load({ verified: 0 }), COMPLETE, 'incomplete', 5],
    [loadOf([operationOf('retrieve_instance', [1], { failed: 1, failures: { changed: 1 } })]), COMPLETE, 'failed', 99],
  ] as const;
  for (const [result, ending, verdict, exitCode] of cases) {
    const summary = loadSummary(result, ending, []);
    assert.deepEqual([summary.verdict, summary.exitCode], [verdict, exitCode], `${ending.kind}: ${summary.sentence}`);
    assert.match(summary.sentence, /\.$/);
  }
});

test('an open model passes only when every operation that was asked for was begun, unless dropping is allowed', () => {
  const arrivals = { askedPerSecond: 3000, reachedPerSecond: 1150, seconds: 10 };
  const open = { model: 'open', arrivals } as const;
  const late = { ...open, droppedIterations: 0 };
  const dropped = { ...open, droppedIterations: 18_500 };
  const one = { model: 'open', droppedIterations: 1, arrivals: { ...arrivals, reachedPerSecond: 2999.9 } } as const;
  const kept = { model: 'open', arrivals: { ...arrivals, reachedPerSecond: 3000 } } as const;
  const slow = { model: 'open', arrivals: { askedPerSecond: 0.1, reachedPerSecond: 0, seconds: 9 } } as const;
  const allowed = { settings: { allowDropped: true } };
  const cases = [
    [dropped, 'failed', 99],
    [late, 'failed', 99],
    [one, 'failed', 99],
    [kept, 'passed', 0],
    // k6 takes whole numbers of iterations: what is lost by rounding is no lack.
    [slow, 'passed', 0],
    [{ ...dropped, ...allowed }, 'passed', 0],
    [{ ...dropped, thresholds: BROKEN }, 'failed', 99],
    [{ ...dropped, generator: SATURATED }, 'incomplete', 5],
    // Leftovers of a fixed number of iterations are no rate that was missed.
    [{ droppedIterations: 3 }, 'passed', 0],
  ] as const;
  for (const [more, verdict, exitCode] of cases) {
    const summary = loadSummary(load(more), COMPLETE, []);
    assert.deepEqual([summary.verdict, summary.exitCode], [verdict, exitCode], summary.sentence);
    const isTold = /3000\.0 operations a second were asked for, 1150\.0 were reached/.test(summary.sentence);
    assert.equal(isTold, 'arrivals' in more && more.arrivals === arrivals, summary.sentence);
  }
});

test('the rate that is asked for is that of the shape, and a run that ended early is asked for what it began', () => {
  assert.equal(askedPerSecond({ shape: 'smoke', rate: 20 }), 20);
  assert.equal(askedPerSecond({ shape: 'average', rate: 20 })?.toFixed(6), '18.000000');
  assert.equal(askedPerSecond({ shape: 'breakpoint', rate: 20 }), 100);
  assert.equal(askedPerSecond({ shape: 'smoke' }), null);
  const measured = (seconds: number) =>
    ({
      metrics: {
        iterations: { values: { count: 60 } },
        dropped_iterations: { values: { count: 30 } },
        store_when: { values: { min: 1000, max: 1000 + seconds * 1000 } },
      },
    }) as unknown as Measured;
  assert.deepEqual(arrivalsOf(measured(10), 9.1, 10), { askedPerSecond: 9.1, reachedPerSecond: 6, seconds: 10 });
  assert.deepEqual(arrivalsOf(measured(10), null, 10), { askedPerSecond: 9, reachedPerSecond: 6, seconds: 10 });
  assert.deepEqual(arrivalsOf(measured(5), 100, 10), { askedPerSecond: 18, reachedPerSecond: 12, seconds: 5 });
});

test('a breakpoint run says what the most was that the target did, whether it broke or not', () => {
  const [second] = load().series;
  assert.ok(second);
  const done = [10, 20, 30, 40, 42, 38, 41, 39, 20, 5];
  const series = done.map((count, at) => ({ ...second, second: at, requests: count + 1, failed: 1 }));
  for (const thresholds of [[], BROKEN]) {
    const { sentence } = loadSummary(load({ shape: 'breakpoint', series, thresholds }), COMPLETE, []);
    assert.match(sentence, /; the most was 40\.0 operations a second, from second 3 to 7\.$/);
  }
  assert.doesNotMatch(loadSummary(load({ series, thresholds: BROKEN }), COMPLETE, []).sentence, /the most/);
});

test('a target that answers nothing to the end of a run passes nothing, however small the share of what failed', () => {
  const { series } = load();
  const withFailures = (
    failed: readonly (readonly [requests: number, failed: number])[],
    model: LoadResult['model'] = 'closed',
  ) => {
    const end = failed.map(([requests, failures], index) => ({
      second: series.length + index,
      requests,
      instances: 0,
      bytes: 0,
      failed: failures,
      p50: null,
      p95: null,
      virtualUsers: 1,
    }));
    return loadSummary(load({ model, series: [...series, ...end] }), COMPLETE, []);
  };
  const gone = withFailures([
    [9, 9],
    [0, 0],
    [7, 7],
  ]);
  assert.deepEqual([gone.verdict, gone.exitCode], ['incomplete', 3]);
  assert.equal(gone.sentence, 'No operation succeeded from second 30 to the end: 16 failed.');
  const recovered = withFailures([
    [9, 9],
    [9, 9],
    [1, 0],
  ]);
  assert.equal(recovered.verdict, 'passed');
  // The end of a slow load: one answer did not come in time, and others were not due.
  const late = [
    [0, 0],
    [0, 0],
    [1, 1],
  ] as const;
  const quiet = withFailures(late, 'open');
  assert.equal(quiet.verdict, 'passed');
  // One that hangs: each user's last request fails, long after all others were answered.
  const hung = withFailures([...Array.from({ length: 9 }, () => [0, 0] as const), [2, 2]], 'open');
  assert.deepEqual([hung.verdict, hung.exitCode], ['incomplete', 3]);
  // Users who do nothing but wait for their answers had none.
  assert.deepEqual(withFailures(late).exitCode, 3);
});

test('what failed within the thresholds does not go unsaid', () => {
  const some = loadOf([operationOf('store', latencies(999, 10, 1), { failed: 1 })]);
  const { verdict, sentence } = loadSummary(some, COMPLETE, []);
  assert.deepEqual([verdict, sentence], ['passed', 'The run ended as planned; 1 of 1000 operations failed.']);
});

test('durability passes only when it knows what became of everything that was acknowledged', () => {
  const durability = (more: Partial<LoadResult>) => loadSummary(load({ script: 'durability', ...more }), COMPLETE, []);
  assert.equal(durability({ acknowledged: 10, verified: 10 }).verdict, 'passed');
  assert.equal(durability({ acknowledged: 10, verified: 9 }).verdict, 'incomplete');
  assert.match(durability({ acknowledged: 10, verified: 9 }).sentence, /what became of 1 of 10 acknowledged/);
  assert.equal(durability({ acknowledged: 10 }).verdict, 'incomplete');
  assert.equal(durability({ acknowledged: 0, verified: 0 }).verdict, 'incomplete');
});

test('a breach in a sampled answer fails the run', () => {
  const finding = {
    requirement: 'MP-007',
    verdict: 'fail' as const,
    claim: 'states the length',
    assertions: 1,
    breaches: [],
    breachCount: 1,
    exchanges: ['load.1'],
  };
  const scenario = {
    id: 'load.store',
    title: 'answers under load',
    service: 'store',
    claimed: 'unknown' as const,
    covers: ['MP-007'],
    startedAt: '',
    durationMs: 0,
    verdict: 'fail' as const,
    findings: [finding],
    pictures: [],
  };
  const summary = loadSummary(load(), COMPLETE, [scenario]);
  assert.deepEqual([summary.verdict, summary.exitCode, summary.findings.fail], ['failed', 1, 1]);
  assert.match(summary.sentence, /MP-007/);
});

test("k6's exit codes tell how a run ended", () => {
  assert.equal(endingOf(0, null, null).kind, 'complete');
  assert.equal(endingOf(99, 'a threshold', null).kind, 'complete');
  assert.equal(endingOf(105, null, null).kind, 'interrupted');
  assert.equal(endingOf(104, 'no such metric', null).kind, 'option-error');
  for (const code of [100, 101, 107, 108, 110, 255]) assert.equal(endingOf(code, 'no', null).kind, 'script-error');
  assert.equal(endingOf(107, 'no', 'the target answered 500').kind, 'target-failed');
});

test('a generator is saturated by requests, by bytes, or by both together', () => {
  // Bytes cost all the time that a few large requests took.
  const ceiling = { requestsPerSecond: 1000, bytesPerSecond: 1e6, carryingRequestsPerSecond: 0 };
  const second = (requests: number, bytes: number) => ({
    second: 0,
    requests,
    instances: 0,
    bytes,
    failed: 0,
    p50: null,
    p95: null,
    virtualUsers: 1,
  });
  const saturated = (requests: number, bytes: number) =>
    judgeGenerator(
      ceiling,
      Array.from({ length: 8 }, () => second(requests, bytes)),
    ).saturated;
  assert.equal(saturated(100, 1e5), false);
  assert.equal(saturated(850, 0), true);
  assert.equal(saturated(0, 850_000), true);
  assert.equal(saturated(450, 450_000), true);
  const burst = [second(950, 0), second(950, 0), ...Array.from({ length: 6 }, () => second(10, 0))];
  assert.equal(judgeGenerator(ceiling, burst).saturated, true, 'the busiest quarter counts');
  assert.equal(judgeGenerator(ceiling, []).saturated, false);
  // Where the bytes were measured in many small requests, most of that time went into the requests.
  const small = { ...ceiling, carryingRequestsPerSecond: 900 };
  assert.equal(judgeGenerator(small, [second(100, 2e6)]).saturated, false);
  assert.equal(judgeGenerator(small, [second(100, 8e6)]).saturated, true);
});

test('what ends in a second is the work of all the seconds that it took', () => {
  const ceiling = { requestsPerSecond: 1000, bytesPerSecond: 100, carryingRequestsPerSecond: 0 };
  const second = (bytes: number, p50: number | null) => ({
    second: 0,
    requests: bytes > 0 ? 1 : 0,
    instances: 0,
    bytes,
    failed: 0,
    p50,
    p95: p50,
    virtualUsers: 1,
  });
  const large = [0, 0, 0, 0, 0, 0, 0, 0, 0, 400].map((bytes) => second(bytes, bytes > 0 ? 10_000 : null));
  assert.equal(judgeGenerator(ceiling, large).saturated, false);
  assert.equal(judgeGenerator(ceiling, [...large.slice(0, 9), second(400, 900)]).saturated, true);
});

test('the ceiling is known by the one request that took longer than the run, and not without any', async () => {
  const measured = (...requests: number[]): Measured => ({
    engine: { name: 'embedded', version: '1' },
    exitCode: 0,
    error: null,
    metrics: {},
    checks: [],
    durationSeconds: requests.length,
    histograms: {},
    seconds: requests.map((count, second) => ({
      second,
      counts: { ceiling_requests: count, ceiling_bytes: count * 1000 },
      p50: null,
      p95: null,
      virtualUsers: 1,
    })),
  });
  const ceiling = (sent: Measured) =>
    measureCeiling('stow', ({ CEILING }) => Promise.resolve(CEILING === 'small' ? measured(5, 10, 10, 5) : sent));
  assert.deepEqual(await ceiling(measured(0, 0, 0, 0, 1)), {
    requestsPerSecond: 10,
    bytesPerSecond: 200,
    carryingRequestsPerSecond: 0.2,
  });
  await assert.rejects(ceiling(measured(0, 0, 0)), { name: 'CommandError', hint: /smaller --size/ });
});

test('that nothing was lost is known of a saturated generator too, what it says of rates is not', () => {
  const durable = { script: 'durability', acknowledged: 9, verified: 9, generator: SATURATED };
  const lossless = [{ metric: 'instances_lost', expression: 'count==0', holds: true, actual: 0 }];
  const { verdict, sentence } = loadSummary(load({ ...durable, thresholds: lossless }), COMPLETE, []);
  assert.equal(verdict, 'passed');
  assert.match(sentence, /the generator was at 90 %/);
  const timed = [...lossless, ...BROKEN];
  assert.equal(loadSummary(load({ ...durable, thresholds: timed }), COMPLETE, []).verdict, 'incomplete');
});

test('thresholds on the command line are read as k6 reads them', () => {
  for (const name of ['__proto__', 'constructor', 'toString{a:b}']) {
    assert.throws(() => parseThreshold(`${name}: count==0`), /names no metric/);
  }
  assert.deepEqual(parseThreshold('store_duration: p(95)<500'), { metric: 'store_duration', expression: 'p(95)<500' });
  assert.deepEqual(parseThreshold(' http_req_duration{expected_response:true}:p(99.9) <= 1.5 '), {
    metric: 'http_req_duration{expected_response:true}',
    expression: 'p(99.9) <= 1.5',
  });
  for (const wrong of [
    '',
    'store_duration',
    'p(95)<500',
    'store_duration: p95<500',
    'a-b: avg<1',
    'store_duration: avg<x',
    'm: avg<1 && max<2',
    'store_duration: p(101)<5',
  ]) {
    assert.throws(() => parseThreshold(wrong), RangeError, wrong);
  }
});

test('every comparison of k6 is known', () => {
  const holds = (expression: string, actual: number) => parseThresholdExpression(expression)?.holds(actual);
  assert.equal(holds('count<5', 5), false);
  assert.equal(holds('count<=5', 5), true);
  assert.equal(holds('rate>0.5', 0.6), true);
  assert.equal(holds('rate>=0.5', 0.4), false);
  assert.equal(holds('count==0', 0), true);
  assert.equal(holds('count===0', 1), false);
  assert.equal(holds('value!=3', 3), false);
  assert.equal(parseThresholdExpression('p(95) < 1e3')?.statistic, 'p(95)');
  assert.equal(parseThresholdExpression('p(95)'), null);
  assert.equal(parseThresholdExpression('p(95)<1..2'), null);
});
