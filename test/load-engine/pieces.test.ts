import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeSpans, RampedArrivals } from '../../lib/load-engine/executors/ramp.ts';
import { selectJson } from '../../lib/load-engine/http/json-path.ts';
import { parseUrl } from '../../lib/load-engine/http/url.ts';
import { Histogram } from '../../lib/load-engine/metrics/histogram.ts';
import { parseMetricKey } from '../../lib/load-engine/metrics/registry.ts';
import { parseDuration } from '../../lib/load-engine/options/duration.ts';
import { OptionError } from '../../lib/load-engine/options/fields.ts';
import { plannedVirtualUsers } from '../../lib/load-engine/options/planned-users.ts';
import { consolidateOptions } from '../../lib/load-engine/options/run-options.ts';
import { parsePartition, Share, shareOf, workShareOf } from '../../lib/load-engine/options/segment.ts';
import { randomFrom } from '../../lib/portable/random.ts';

test('percentiles of a histogram are within a thousandth of the exact ones, at any scale', () => {
  const random = randomFrom(7);
  for (const draw of [
    () => random() * 100,
    () => Math.exp(random() * 25 - 12),
    () => -Math.exp(random() * 10),
    () => Math.floor(random() * 5),
    () => (random() < 0.5 ? -1 : 1) * random(),
  ]) {
    const histogram = new Histogram();
    const values = Array.from({ length: 5000 }, draw);
    for (const value of values) histogram.add(value);
    const sorted = [...values].sort((a, b) => a - b);
    const wanted = [0, 1, 10, 50, 90, 95, 99, 99.9, 100];
    histogram.percentiles(wanted).forEach((estimate, i) => {
      const rank = ((wanted[i] ?? 0) / 100) * (sorted.length - 1);
      const [below, above] = [sorted[Math.floor(rank)] ?? 0, sorted[Math.ceil(rank)] ?? 0];
      const exact = below + (above - below) * (rank % 1);
      const allowed = Math.max(Math.abs(below), Math.abs(above)) / 1000 + 1e-12;
      assert.ok(Math.abs(estimate - exact) <= allowed, `p${wanted[i]}: ${estimate} for ${exact}`);
    });
    assert.equal(histogram.min, sorted[0]);
    assert.equal(histogram.max, sorted.at(-1));
  }
});

test('histograms of parts add up to that of the whole', () => {
  const random = randomFrom(9);
  const whole = new Histogram();
  const parts = [new Histogram(), new Histogram(), new Histogram()];
  for (let i = 0; i < 3000; i++) {
    const value = random() * 1000 - 200;
    whole.add(value);
    parts[i % 3]?.add(value);
  }
  const sum = new Histogram();
  for (const part of parts) sum.merge(part.drain());
  assert.deepEqual(sum.bounds(), whole.bounds());
  assert.equal(sum.count, 3000);
  assert.ok(parts.every((part) => part.count === 0 && part.bounds().length === 0));
  const bounds = whole.bounds().map(([upper]) => upper);
  assert.deepEqual(
    bounds,
    [...bounds].sort((a, b) => a - b),
  );
});

test('shares of all parts are disjoint and complete, and threads split a share further', () => {
  for (const sequence of ['0,1/3,2/3,1', '0,1/2,1', '0,0.1,0.35,1', '0,25%,50%,75%,100%']) {
    const points = sequence.split(',');
    for (const total of [0, 1, 5, 7, 100, 101]) {
      const taken: number[] = [];
      for (let part = 0; part + 1 < points.length; part++) {
        const share = shareOf(parsePartition(`${points[part]}:${points[part + 1]}`, sequence));
        for (let thread = 0; thread < 3; thread++) {
          const own = share.split(thread, 3);
          for (let n = 0; n < own.count(total); n++) taken.push(own.globalIndex(n));
        }
      }
      assert.deepEqual(
        taken.sort((a, b) => a - b),
        Array.from({ length: total }, (_, i) => i),
        `${total} of ${sequence}`,
      );
    }
  }
});

test('a part without a virtual user gets no work, and the others take it', () => {
  const parts = ['0:1/3', '1/3:2/3', '2/3:1'].map((segment) => parsePartition(segment, '0,1/3,2/3,1'));
  assert.deepEqual(
    parts.map((part) => workShareOf(part, 4).count(400)),
    [200, 100, 100],
  );
  assert.deepEqual(
    parts.map((part) => workShareOf(part, 2).count(400)),
    [200, 200, 0],
  );
});

test('segments that are none are refused', () => {
  for (const [segment, sequence] of [
    ['1/2:1/3', ''],
    ['0:1/3', '0,1/2,1'],
    ['a:b', ''],
    ['0:3/2', ''],
    ['', '0,1/2,1'],
  ] as const) {
    assert.throws(() => parsePartition(segment, sequence), OptionError, `${segment} of ${sequence}`);
  }
  assert.equal(shareOf(parsePartition('1/4', '')).count(100), 25);
});

test('virtual users of a ramp work while the line is over them', () => {
  const stages = [
    { duration: 1000, target: 10 },
    { duration: 500, target: 10 },
    { duration: 1000, target: 0 },
    { duration: 0, target: 3 },
    { duration: 200, target: 3 },
  ];
  assert.deepEqual(activeSpans(1, 0, stages), [
    { from: 100, to: 2500 },
    { from: 2500, to: 2700 },
  ]);
  assert.deepEqual(activeSpans(10, 0, stages), [{ from: 1000, to: 1600 }]);
  assert.deepEqual(activeSpans(2, 5, [{ duration: 1000, target: 0 }]), [{ from: 0, to: 800 }]);
  assert.deepEqual(activeSpans(6, 5, [{ duration: 1000, target: 5 }]), []);
});

test('events of a ramped rate come when the area under the line reaches them', () => {
  const ramp = new RampedArrivals(0, 1000, [
    { duration: 2000, target: 10 },
    { duration: 1000, target: 10 },
    { duration: 0, target: 4 },
    { duration: 1000, target: 0 },
  ]);
  assert.ok(Math.abs(ramp.timeOf(10) - 2000) < 1e-6);
  assert.ok(Math.abs(ramp.timeOf(1) - Math.sqrt((2 / 10) * 2) * 1000) < 1e-6);
  assert.ok(Math.abs(ramp.timeOf(15) - 2500) < 1e-6);
  assert.ok(Math.abs(ramp.timeOf(22) - 4000) < 1e-3);
  assert.equal(ramp.timeOf(23), Number.POSITIVE_INFINITY);
  let before = 0;
  for (let n = 1; n <= 22; n++) {
    assert.ok(ramp.timeOf(n) > before);
    before = ramp.timeOf(n);
  }
});

test('durations are read as k6 reads them', () => {
  for (const [text, expected] of [
    ['1h2m3s500ms', 3_723_500],
    ['1d', 86_400_000],
    ['1.5s', 1500],
    ['250', 250],
    [40, 40],
    ['', null],
    ['10', 10],
    ['ten', null],
    ['5x', null],
    [true, null],
  ] as const) {
    assert.equal(parseDuration(text), expected, String(text));
  }
});

test('virtual users are planned for the moment at which the most are needed', () => {
  const { run } = consolidateOptions(
    {
      scenarios: {
        a: { executor: 'constant-vus', vus: 4, duration: '10s', gracefulStop: '0s' },
        b: { executor: 'constant-vus', vus: 3, duration: '10s', startTime: '5s', gracefulStop: '0s' },
        c: {
          executor: 'constant-arrival-rate',
          rate: 1,
          duration: '5s',
          startTime: '20s',
          preAllocatedVUs: 2,
          maxVUs: 50,
        },
      },
    },
    {},
    {},
    ['default'],
  );
  assert.equal(plannedVirtualUsers(run.scenarios, Share.whole), 7);
});

test('metric keys are split at their tags', () => {
  assert.deepEqual(parseMetricKey('m'), { name: 'm', tags: null });
  assert.deepEqual(parseMetricKey(`m{ a : b:c , "d":'e'}`), {
    name: 'm',
    tags: [
      ['a', 'b:c'],
      ['d', 'e'],
    ],
  });
  assert.throws(() => parseMetricKey('m{a:b'));
  assert.throws(() => parseMetricKey('m{a}'));
});

test('URLs keep their path as it is written', () => {
  const { target, host, port, hostname, authorization } = parseUrl('http://me:p%40ss@[::1]:8080/a/../b%2Fc?q=1 2#f');
  assert.deepEqual([target, host, port, hostname], ['/a/../b%2Fc?q=1%202', '[::1]:8080', 8080, '::1']);
  assert.equal(authorization, `Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  assert.equal(parseUrl('https://example.test').target, '/');
  assert.equal(parseUrl('https://example.test?x').target, '/?x');
  assert.throws(() => parseUrl('/relative'));
  assert.throws(() => parseUrl('ftp://example.test/'));
});

test('selectors that the engine lacks are refused, not misread', () => {
  for (const selector of ['a.*', 'list.#(x==1)', 'a|b', '@this']) {
    assert.throws(() => selectJson({}, selector), /use k6 for it/, selector);
  }
});
