import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figure, onBoth, type Run, runEmbedded } from './both-engines.ts';

function count(run: Run, metric: string): number {
  return run.summary?.metrics[metric]?.values.count ?? 0;
}

/** Whether a number is near what the schedule says. */
function near(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}

/** How late a busy machine may end a run, in milliseconds. */
const LATEST = 5_000;

/** Whether a run lasted as long as its schedule says: never shorter, and longer only by what a busy machine is late. */
function lasted(run: Run, milliseconds: number): void {
  const actual = run.summary?.state.testRunDurationMs ?? 0;
  assert.ok(actual >= milliseconds - 50 && actual <= milliseconds + LATEST, `${actual} ms, not ${milliseconds}`);
}

const PREFIX = `const { sleep } = require('k6'); const exec = require('k6/execution'); const { Counter, Trend } = require('k6/metrics');`;

onBoth(
  'shared-iterations: leftovers at maxDuration are dropped',
  () => ({
    script: `${PREFIX}
      exports.options = { scenarios: { s: { executor: 'shared-iterations', vus: 2, iterations: 20, maxDuration: '2s', gracefulStop: '5s' } } };
      exports.default = async () => { await sleep(0.75); };`,
  }),
  (run) => {
    assert.equal(run.exitCode, 0);
    assert.equal(figure(run, 'iterations', 'count') + count(run, 'dropped_iterations'), 20);
    // Each virtual user starts three; a timer may be late by a quarter of a second.
    near(figure(run, 'iterations', 'count'), 6, 1);
  },
);

onBoth(
  'constant-vus: iterations that outlast gracefulStop are interrupted and not counted',
  () => ({
    script: `${PREFIX}
      exports.options = { scenarios: { s: { executor: 'constant-vus', vus: 3, duration: '2s', gracefulStop: '1s' } } };
      exports.default = async () => { await sleep(__VU === 1 ? 30 : 1.1); };`,
  }),
  (run) => {
    assert.equal(figure(run, 'iterations', 'count'), 4);
    lasted(run, 3000);
  },
);

onBoth(
  'ramping-vus: virtual users come and go along the line',
  () => ({
    script: `${PREFIX}
      const active = new Trend('active');
      exports.options = { scenarios: { s: { executor: 'ramping-vus', startVUs: 0, gracefulRampDown: '0s', gracefulStop: '0s',
        stages: [{ duration: '1s', target: 10 }, { duration: '1s', target: 10 }, { duration: '1s', target: 0 }, { duration: '0s', target: 2 }, { duration: '500ms', target: 2 }] } } };
      exports.default = async () => { active.add(exec.instance.vusActive); await sleep(0.05); };`,
  }),
  (run) => {
    // The area under the line is 5 + 10 + 5 + 1 virtual-user seconds, less the iterations that are cut. A busy machine
    // does fewer iterations, each of which takes as much longer.
    near(figure(run, 'iterations', 'count') * figure(run, 'iteration_duration', 'avg'), 19_500, 3_000);
    assert.equal(figure(run, 'active', 'max'), 10);
    lasted(run, 3500);
  },
);

onBoth(
  'constant-arrival-rate: starts at its rate, and drops what finds no virtual user',
  () => ({
    script: `${PREFIX}
      exports.options = { scenarios: {
        enough: { executor: 'constant-arrival-rate', rate: 50, duration: '2s', preAllocatedVUs: 5, tags: { of: 'enough' } },
        few: { executor: 'constant-arrival-rate', rate: 20, timeUnit: '2s', duration: '2s', preAllocatedVUs: 2, exec: 'slow', gracefulStop: '1s' },
      }, thresholds: { 'iterations{scenario:enough}': [], 'dropped_iterations{scenario:enough}': [], 'dropped_iterations{scenario:few}': [], 'iterations{scenario:few}': [] } };
      exports.default = () => {};
      exports.slow = async () => { await sleep(10); };`,
  }),
  (run) => {
    // What a busy machine starts late finds no virtual user, and is told as dropped.
    near(count(run, 'iterations{scenario:enough}') + count(run, 'dropped_iterations{scenario:enough}'), 100, 1);
    assert.equal(count(run, 'iterations{scenario:few}'), 0);
    near(count(run, 'dropped_iterations{scenario:few}'), 18, 1);
    assert.match(run.log, /Insufficient VUs, reached 2 active VUs/);
  },
);

onBoth(
  'constant-arrival-rate: makes more virtual users up to maxVUs',
  () => ({
    script: `${PREFIX}
      const ids = new Trend('ids');
      exports.options = { scenarios: { s: { executor: 'constant-arrival-rate', rate: 40, duration: '2s', preAllocatedVUs: 1, maxVUs: 6 } } };
      exports.default = async () => { ids.add(exec.vu.idInTest); await sleep(0.2); };`,
  }),
  (run) => {
    assert.equal(figure(run, 'ids', 'max'), 6);
    near(figure(run, 'iterations', 'count') + count(run, 'dropped_iterations'), 80, 1);
    assert.ok(count(run, 'dropped_iterations') >= 4);
  },
);

onBoth(
  'ramping-arrival-rate: the area under the line is the number of iterations',
  () => ({
    script: `${PREFIX}
      exports.options = { scenarios: { s: { executor: 'ramping-arrival-rate', startRate: 0, timeUnit: '1s', preAllocatedVUs: 10,
        stages: [{ duration: '1s', target: 40 }, { duration: '1s', target: 40 }, { duration: '0s', target: 10 }, { duration: '1s', target: 10 }] } } };
      exports.default = () => {};`,
  }),
  (run) => near(figure(run, 'iterations', 'count') + count(run, 'dropped_iterations'), 70, 2),
);

onBoth(
  'scenarios start at their time, with their own function, environment and tags',
  () => ({
    script: `${PREFIX}
      const at = new Trend('at');
      exports.options = { scenarios: {
        a: { executor: 'per-vu-iterations', vus: 1, iterations: 2, env: { WHO: 'first' } },
        b: { executor: 'shared-iterations', vus: 1, iterations: 1, startTime: '1s', exec: 'other', env: { WHO: 'second' }, tags: { t: 'x' } },
      } };
      exports.default = () => console.log('RAN ' + [exec.scenario.name, exec.scenario.executor, __ENV.WHO, exec.scenario.iterationInTest, exec.vu.iterationInScenario].join(' '));
      exports.other = () => { at.add(exec.instance.currentTestRunDuration); console.log('RAN ' + [exec.scenario.name, exec.vu.tags.t, __ENV.WHO, exec.vu.idInTest].join(' ')); };`,
  }),
  (run) => {
    const ran = [...run.log.matchAll(/RAN ([^"\n]*)/g)].map(([, text]) => text);
    assert.deepEqual(ran, ['a per-vu-iterations first 0 0', 'a per-vu-iterations first 1 1', ran[2]]);
    assert.match(ran[2] ?? '', /^b x second \d$/);
    near(figure(run, 'at', 'min'), 1050, 200);
  },
);

for (const [part, index, vus, iterations] of [
  ['0:1/3', 0, 2, '0 3 5'],
  ['1/3:2/3', 1, 2, '1 4 6'],
  ['2/3:1', 2, 1, '2'],
] as const) {
  onBoth(
    `execution segment ${part} gets its own virtual users and iterations`,
    () => ({
      script: `${PREFIX}
        exports.options = { scenarios: {
          ids: { executor: 'per-vu-iterations', vus: 5, iterations: 1 },
          shared: { executor: 'shared-iterations', vus: 5, iterations: 7, exec: 'shared', startTime: '500ms' },
        } };
        exports.default = async () => { console.log('ID ' + exec.vu.idInTest + '.'); await sleep(0.2); };
        exports.shared = () => console.log('IT ' + exec.scenario.iterationInTest + '.');`,
      overrides: { executionSegment: part, executionSegmentSequence: '0,1/3,2/3,1' },
      flags: ['--execution-segment', part, '--execution-segment-sequence', '0,1/3,2/3,1'],
    }),
    (run) => {
      const all = (what: string) =>
        [...run.log.matchAll(new RegExp(`${what} (\\d+)\\.`, 'g'))]
          .map(([, number]) => Number(number))
          .sort((a, b) => a - b)
          .join(' ');
      const ids = all('ID').split(' ').map(Number);
      assert.equal(ids.length, vus);
      // Which of its virtual users a part takes is open; that they are its own is not.
      assert.ok(
        ids.every((id) => (id - 1) % 3 === index),
        all('ID'),
      );
      assert.equal(all('IT'), iterations);
    },
  );
}

onBoth(
  'an iteration is given its least duration',
  () => ({
    script: `exports.options = { vus: 1, iterations: 3, minIterationDuration: '300ms' }; exports.default = () => {};`,
  }),
  (run) => lasted(run, 900),
);

/** Never gives way, and takes no processor from the other tests. */
const FOR_EVER = `for (const cell = new Int32Array(new globalThis.SharedArrayBuffer(4)); ; ) globalThis.Atomics.wait(cell, 0, 0, 20);`;

test('a script that never gives way is ended, and what came before is kept', { timeout: 30_000 }, async () => {
  const run = await runEmbedded({
    script: `const { Counter } = require('k6/metrics'); const { sleep } = require('k6'); const c = new Counter('before');
      exports.options = { vus: 1, iterations: 2 };
      exports.default = async () => { c.add(1); await sleep(1.2); if (__ITER === 1) ${FOR_EVER} };`,
    interruptAfter: 2600,
  });
  assert.equal(run.exitCode, 105, run.log);
  assert.ok(figure(run, 'before', 'count') >= 1);
});

test('iterations that never wait do not starve the clock or each other', async () => {
  const run = await runEmbedded({
    script: `const { Counter } = require('k6/metrics'); const c = new Counter('by_user');
      exports.options = { vus: 4, duration: '1s', thresholds: Object.fromEntries([1, 2, 3, 4].map((vu) => ['by_user{vu:' + vu + '}', ['count>10']])) };
      exports.default = () => { c.add(1, { vu: String(__VU) }); };`,
  });
  assert.equal(run.exitCode, 0, JSON.stringify(run.summary?.metrics));
  lasted(run, 1000);
});

test('a setup that never gives way is ended as one that takes too long', { timeout: 30_000 }, async () => {
  const run = await runEmbedded({
    script: `exports.options = { setupTimeout: '300ms' }; exports.setup = () => { ${FOR_EVER} }; exports.default = () => {};`,
  });
  assert.equal(run.exitCode, 100, run.log);
});

test('threads share an arrival rate, and no two iterations have one number', async () => {
  const run = await runEmbedded(
    {
      script: `const exec = require('k6/execution'); const { sleep } = require('k6');
        exports.options = { scenarios: { s: { executor: 'constant-arrival-rate', rate: 60, duration: '2s', preAllocatedVUs: 7 } } };
        exports.default = async () => { console.log('N ' + exec.scenario.iterationInTest + ' ' + exec.vu.idInTest + '.'); await sleep(0.01); };`,
      overrides: { executionSegment: '1/2:1', executionSegmentSequence: '0,1/2,1' },
    },
    { threads: 2 },
  );
  const seen = [...run.log.matchAll(/N (\d+) (\d+)\./g)].map(([, n, vu]) => [Number(n), Number(vu)] as const);
  assert.equal(new Set(seen.map(([n]) => n)).size, seen.length);
  // Seven virtual users over two halves are dealt 4 to 3: this is the smaller one.
  near(seen.length + count(run, 'dropped_iterations'), 51, 2);
  assert.deepEqual(
    [...new Set(seen.map(([, vu]) => vu))].filter((vu) => ![2, 4, 6].includes(vu)),
    [],
  );
});
