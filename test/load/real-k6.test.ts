import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { EngineSession } from '../../lib/load/engine-session.ts';
import { findK6 } from '../../lib/load/k6-binary.ts';
import { isTrend, K6Samples } from '../../lib/load/k6-samples.ts';
import type { SecondMeasured } from '../../lib/load/measured.ts';

const FAKE = resolve('test/load/fake-k6.mjs');

/**
 * Runs the stand-in for k6 and collects what the runner makes of it. With `isInterrupted` it is, as soon as it says
 * something: before that it may not have begun.
 */
async function runFake(environment: Readonly<Record<string, string>>, isInterrupted = false) {
  const k6 = await findK6({ K6_BIN: FAKE });
  assert.ok(k6);
  const session = new EngineSession(k6);
  const controller = new AbortController();
  const lines: string[] = [];
  const warnings: string[] = [];
  const seconds: number[] = [];
  try {
    const measured = await session.run('stow', 3, {
      environment: { TARGET: 'http://127.0.0.1:9', ...environment },
      signal: controller.signal,
      onSecond: ({ second }) => seconds.push(second),
      onConsole: (line) => lines.push(line),
      onWarning: (text) => {
        warnings.push(text);
        if (isInterrupted) setTimeout(() => controller.abort(), 200);
      },
    });
    return { measured, lines, warnings, seconds };
  } finally {
    session.close();
  }
}

test('k6 is found by K6_BIN, by the PATH, or not at all; what is no k6 is refused', async () => {
  assert.deepEqual(await findK6({ K6_BIN: FAKE }), { path: FAKE, version: '2.2.0' });
  const folder = mkdtempSync(join(tmpdir(), 'k6-'));
  const named = join(folder, 'k6-v9.9.9');
  writeFileSync(named, '#!/bin/sh\necho "k6-v9.9.9 v9.9.9 (commit/devel, go1.25.12, linux/amd64)"\n', { mode: 0o755 });
  assert.deepEqual(await findK6({ K6_BIN: named }), { path: named, version: '9.9.9' });
  rmSync(folder, { recursive: true });
  assert.equal(await findK6({ PATH: '/nowhere' }), null);
  assert.equal(await findK6({ K6_BIN: '', PATH: '/nowhere' }), null, 'an empty K6_BIN is as good as none');
  await assert.rejects(findK6({ K6_BIN: '/bin/true' }), /does not say that it is k6/);
  await assert.rejects(findK6({ K6_BIN: '/nowhere/k6' }), /does not run/);
});

test('samples, summary and console of k6 become the same measurements as those of the engine', async () => {
  const { measured, lines, warnings, seconds } = await runFake({});
  assert.deepEqual(measured.engine, { name: 'k6', version: '2.2.0' });
  assert.equal(measured.exitCode, 0);
  assert.equal(measured.error, null);
  assert.equal(measured.durationSeconds, 3);
  const first = measured.metrics.store_when?.values.min ?? 0;
  assert.equal(measured.metrics.store_when?.values.max, first + 2250);
  assert.deepEqual(seconds, [0, 1, 2]);
  assert.deepEqual(
    measured.seconds.map(({ counts, virtualUsers }) => [counts.store_requests, counts.store_instances, virtualUsers]),
    [
      [10, 20, 4],
      [10, 20, 4],
      [10, 20, 4],
    ],
  );
  assert.ok(Math.abs((measured.seconds[1]?.p50 ?? 0) - 15) < 0.1);
  assert.equal(
    measured.histograms.store_duration?.reduce((sum, [, count]) => sum + count, 0),
    30,
  );
  assert.equal(measured.metrics.store_requests?.values.count, 30);
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { event: string }).event),
    ['study', 'lost'],
  );
  assert.match(warnings.join(), /Insufficient VUs/);
  assert.deepEqual(
    warnings.filter((warning) => warning.includes('Request Failed')),
    ['Request Failed: Get "/one": dial: refused'],
  );
});

test('exit codes of k6 are kept, with its last error', async () => {
  const threshold = await runFake({ FAKE_K6_MODE: 'threshold' });
  assert.equal(threshold.measured.exitCode, 99);
  assert.deepEqual(threshold.measured.metrics.instances_lost?.thresholds, { 'count==0': { ok: false } });
  const broken = await runFake({ FAKE_K6_MODE: 'script-error' });
  assert.equal(broken.measured.exitCode, 107);
  assert.match(broken.measured.error ?? '', /Cannot read property/);
  assert.deepEqual(broken.measured.metrics, {});
});

test('an interrupt reaches k6 once, and what it had measured is kept', async () => {
  const { measured } = await runFake({ FAKE_K6_MODE: 'endless' }, true);
  assert.equal(measured.exitCode, 105);
  assert.equal(measured.metrics.store_requests?.values.count, 30);
  assert.equal(measured.seconds.length, 3);
});

const HEADER = 'metric_name,timestamp,metric_value,check\n';

function secondsOf(text: string, cut = text.length): readonly SecondMeasured[] {
  const seconds: SecondMeasured[] = [];
  const samples = new K6Samples(isTrend, (second) => seconds.push(second));
  for (let at = 0; at < text.length; at += cut) samples.write(text.slice(at, at + cut));
  samples.end();
  return seconds;
}

test('samples may be cut anywhere, come late, or leave seconds out', () => {
  const text = `${HEADER}a_requests,100,1.0,\na_requests,104,2.0,\na_requests,103,4.0,\na_duration,104,7.5,"x,y"\noperation_duration,104,7.5,\n`;
  for (const cut of [1, 7, 1000]) {
    const seconds = secondsOf(text, cut);
    assert.deepEqual(
      seconds.map(({ second, counts, p50 }) => [second, counts.a_requests ?? 0, p50]),
      [
        [0, 1, null],
        [1, 0, null],
        [2, 0, null],
        [3, 4, null],
        [4, 2, 7.5],
      ],
    );
  }
});

test('lines that are no samples are left alone', () => {
  assert.deepEqual(secondsOf(`${HEADER}\na_requests,,1\na_requests,100,many\n,100,1\n`), []);
  assert.deepEqual(secondsOf(''), []);
});

test('no sample is lost when one comes after its second was closed', () => {
  const late = `${HEADER}a_requests,100,1,\na_requests,120,1,\na_requests,101,1,\n`;
  const total = secondsOf(late).reduce((sum, { counts }) => sum + (counts.a_requests ?? 0), 0);
  assert.equal(total, 3);
});
