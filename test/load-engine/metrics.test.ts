import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { checks, figure, onBoth, runEmbedded } from './both-engines.ts';

onBoth(
  'custom metrics of every type come to the same figures',
  () => ({
    script: `
      const { Counter, Gauge, Rate, Trend } = require('k6/metrics');
      const counter = new Counter('my_counter'), gauge = new Gauge('my_gauge'), rate = new Rate('my_rate'), trend = new Trend('my_trend', true);
      exports.options = { vus: 1, iterations: 10, summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(99.5)', 'count'] };
      exports.default = () => {
        counter.add(2.5);
        gauge.add(7 - __ITER);
        rate.add(__ITER % 5 === 0); rate.add(1); rate.add(0);
        trend.add((__ITER + 1) * 1.5);
        counter.add(NaN); trend.add(null);
      };
    `,
  }),
  (run) => {
    const values = (name: string) => run.summary?.metrics[name]?.values;
    assert.equal(figure(run, 'my_counter', 'count'), 25);
    assert.deepEqual(values('my_gauge'), { value: -2, min: -2, max: 7 });
    assert.deepEqual(values('my_rate'), { rate: 0.4, passes: 12, fails: 18 });
    const { 'p(99.5)': high, ...trend } = values('my_trend') ?? {};
    assert.deepEqual(trend, { avg: 8.25, min: 1.5, med: 8.25, max: 15, 'p(90)': 13.649999999999999, count: 10 });
    assert.ok(Math.abs((high ?? 0) - 14.9325) < 1e-9);
    assert.equal(run.summary?.metrics.my_trend?.contains, 'time');
    assert.equal(run.summary?.metrics.my_trend?.type, 'trend');
  },
);

onBoth(
  'checks are counted by group, and nothing passes by itself',
  () => ({
    script: `
      const { check, group } = require('k6');
      exports.options = { vus: 2, iterations: 6 };
      exports.default = () => {
        const all = check(5, { 'is five': (v) => v === 5, 'is a constant': true, 'is odd in turn': () => __ITER % 2 === 0 });
        if (all !== (__ITER % 2 === 0)) throw new Error('check() returned ' + all);
        const back = group('outer', () => {
          check(null, { deep: () => 0 });
          return group('inner', () => { check('x', { 'is five': (v) => v === 5 }); return 'value'; });
        });
        if (back !== 'value') throw new Error('group() returned ' + back);
      };
    `,
    overrides: { vus: 1, iterations: 6 },
    flags: ['--vus', '1', '--iterations', '6'],
  }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log);
    assert.deepEqual(checks(run), {
      '::is five': [6, 0],
      '::is a constant': [6, 0],
      '::is odd in turn': [3, 3],
      '::outer::deep': [0, 6],
      '::outer::inner::is five': [0, 6],
    });
    assert.equal(figure(run, 'checks', 'passes'), 15);
    assert.equal(figure(run, 'checks', 'fails'), 15);
    const [outer] = run.summary?.root_group.groups ?? [];
    assert.deepEqual([outer?.name, outer?.path], ['outer', '::outer']);
    assert.equal(outer?.id, createHash('md5').update('::outer').digest('hex'));
    assert.ok((run.summary?.metrics.group_duration?.values.avg ?? -1) >= 0);
    assert.doesNotMatch(run.log, /returned/);
  },
);

onBoth(
  'an asynchronous check or group is refused',
  () => ({
    script: `
      const { check, group } = require('k6');
      exports.options = { iterations: 1 };
      exports.default = () => {
        try { check(1, { later: async () => true }); console.log('check took it'); } catch (e) { console.log('check refused'); }
        try { group('g', async () => {}); console.log('group took it'); } catch (e) { console.log('group refused'); }
      };
    `,
  }),
  (run) => {
    assert.match(run.log, /check refused/);
    assert.match(run.log, /group refused/);
    assert.doesNotMatch(run.log, /took it/);
  },
);

onBoth(
  'a submetric gets only the samples that carry all of its tags',
  () => ({
    script: `
      const { Counter, Trend } = require('k6/metrics');
      const exec = require('k6/execution');
      const c = new Counter('cc'); const t = new Trend('tt');
      exports.options = {
        tags: { everywhere: 'yes' },
        scenarios: { one: { executor: 'per-vu-iterations', vus: 1, iterations: 4, tags: { side: 'left' } } },
        thresholds: {
          'cc{kind:a}': [], 'cc{kind:b}': ['count==0'], 'cc{kind:a,side:left}': ['count==4'], 'cc{scenario:one}': ['count==12'],
          'cc{everywhere:yes}': ['count==12'], 'tt{kind:"q"}': ['max<=2'], 'cc{set:later}': ['count==4'],
        },
      };
      exports.default = () => {
        c.add(1, { kind: 'a' }); c.add(1);
        t.add(__ITER < 3 ? __ITER : 50, { kind: __ITER < 3 ? 'q' : 'z' });
        exec.vu.metrics.tags.set = 'later';
        c.add(1);
        delete exec.vu.metrics.tags.set;
      };
    `,
  }),
  (run) => {
    assert.equal(run.exitCode, 0, run.log + JSON.stringify(run.summary?.metrics, null, 1));
    assert.equal(figure(run, 'cc{kind:a}', 'count'), 4);
    assert.deepEqual(run.summary?.metrics['cc{kind:b}']?.thresholds, { 'count==0': { ok: true } });
    assert.equal(figure(run, 'tt{kind:"q"}', 'max'), 2);
  },
);

const THRESHOLDS: readonly (readonly [expression: string, metric: string, holds: boolean])[] = [
  ['count>=3', 'cc', true],
  ['count === 3', 'cc', true],
  ['count!=3', 'cc', false],
  ['rate>0', 'cc', true],
  ['value<10', 'gg', true],
  ['rate>0.5', 'rr', false],
  ['p(95)<500', 'tt', true],
  ['p(99.9) > 2.99', 'tt', true],
  ['med==2', 'tt', true],
  ['avg<2', 'tt', false],
  ['max<=3', 'tt', true],
  ['min < 1', 'tt', false],
  ['p(95)<500', 'empty_trend', true],
  ['count>5', 'empty_counter', false],
  ['rate>0.9', 'empty_rate', true],
];
onBoth(
  'thresholds are judged as k6 judges them, also those on nothing',
  () => ({
    script: `
      const { Counter, Gauge, Rate, Trend } = require('k6/metrics');
      const c = new Counter('cc'), g = new Gauge('gg'), r = new Rate('rr'), t = new Trend('tt');
      new Trend('empty_trend'); new Counter('empty_counter'); new Rate('empty_rate');
      exports.options = { vus: 1, iterations: 3, thresholds: ${JSON.stringify(
        Object.fromEntries(
          [...new Set(THRESHOLDS.map(([, metric]) => metric))].map((metric) => [
            metric,
            THRESHOLDS.filter(([, of]) => of === metric).map(([expression]) => expression),
          ]),
        ),
      )} };
      exports.default = () => { c.add(1); g.add(5); r.add(false); t.add(__ITER + 1); };
    `,
  }),
  (run) => {
    assert.equal(run.exitCode, 99, run.log);
    for (const [expression, metric, holds] of THRESHOLDS) {
      const verdict = run.summary?.metrics[metric]?.thresholds?.[expression];
      assert.deepEqual(verdict, { ok: holds }, `${run.engine}: ${metric}: ${expression}`);
    }
  },
);

for (const [title, thresholds] of [
  ['an expression outside the grammar', { iterations: ['count > 1 && count < 5'] }],
  ['a metric that does not exist', { nothing: ['count>1'] }],
  ['a figure that the metric does not have', { iterations: ['p(95)<5'] }],
  ['a percentile above 100', { iteration_duration: ['p(101)<5'] }],
] as const) {
  onBoth(
    `a threshold with ${title} gives exit code 104`,
    () => ({ script: `exports.options = { thresholds: ${JSON.stringify(thresholds)} }; exports.default = () => {};` }),
    (run) => assert.equal(run.exitCode, 104, run.log),
  );
}

onBoth(
  'a threshold with abortOnFail ends the run with exit code 99, and teardown runs',
  () => ({
    script: `
      const { sleep } = require('k6'); const { Rate, Counter } = require('k6/metrics');
      const bad = new Rate('bad'), torn = new Counter('torn');
      exports.options = { vus: 1, duration: '60s', thresholds: { bad: [{ threshold: 'rate<0.1', abortOnFail: true, delayAbortEval: '1s' }] } };
      exports.default = async () => { bad.add(true); await sleep(0.1); };
      exports.teardown = () => { torn.add(1); };
    `,
  }),
  (run) => {
    assert.equal(run.exitCode, 99, run.log);
    assert.equal(figure(run, 'torn', 'count'), 1);
    assert.ok(figure(run, 'bad', 'passes') < 200);
    assert.deepEqual(run.summary?.metrics.bad?.thresholds, { 'rate<0.1': { ok: false } });
  },
);

onBoth(
  'a metric whose name is not allowed, or that is taken by another type, is an error of the init code',
  () => ({
    script: `
      const { Counter, Trend } = require('k6/metrics');
      new Counter('same');
      let refused = 0;
      for (const make of [() => new Counter('not-allowed'), () => new Trend('same'), () => new Counter('')]) {
        try { make(); } catch (e) { refused++; }
      }
      exports.options = { iterations: 1 };
      exports.default = () => { console.log('refused ' + refused); try { new Counter('late'); } catch (e) { console.log('late refused'); } };
    `,
  }),
  (run) => {
    assert.match(run.log, /refused 3/);
    assert.match(run.log, /late refused/);
  },
);

onBoth(
  'thresholds can be switched off',
  () => ({
    script: `exports.options = { thresholds: { iterations: ['count>100'] } }; exports.default = () => {};`,
    overrides: { noThresholds: true },
    flags: ['--no-thresholds'],
  }),
  (run) => assert.equal(run.exitCode, 0, run.log),
);

test('a run over several threads adds up, and its histograms hold every value', async () => {
  const run = await runEmbedded(
    {
      script: `
        const { Trend } = require('k6/metrics'); const { sleep } = require('k6');
        const t = new Trend('tt');
        exports.options = { scenarios: { s: { executor: 'per-vu-iterations', vus: 7, iterations: 30 } } };
        exports.default = async () => { t.add(__VU); await sleep(0.05); };
      `,
    },
    { threads: 3 },
  );
  assert.equal(run.exitCode, 0, run.log);
  assert.equal(figure(run, 'iterations', 'count'), 210);
  assert.equal(figure(run, 'tt', 'min'), 1);
  assert.equal(figure(run, 'tt', 'max'), 7);
  assert.equal(figure(run, 'tt', 'med'), 4);
  const buckets = run.result.histograms.tt ?? [];
  assert.deepEqual(
    buckets.map(([, count]) => count),
    [30, 30, 30, 30, 30, 30, 30],
  );
  assert.ok(buckets.every(([upper], i) => upper > i + 1 && upper <= (i + 1) * (1 + 1 / 1024)));
  const perSecond = run.seconds.map(({ metrics }) => (metrics.tt?.type === 'trend' ? metrics.tt.count : 0));
  assert.equal(
    perSecond.reduce((sum, count) => sum + count, 0),
    210,
  );
});
