import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Results } from '../../lib/results/results.ts';
import { writeResults } from '../../lib/results/write-results.ts';
import { fresh, load, resultsIn, run, typesOf } from './program.ts';
import { refusal } from './refusal.ts';
import { latencies, loadOf, operationOf, resultsOf } from './samples.ts';

test('merge joins runs and judges the whole; compare says what is worse', async () => {
  const thresholds = [{ metric: 'store_duration', expression: 'p(95)<100', holds: true, actual: 1 }];
  const [fast, slow] = [fresh(), fresh()];
  for (const [folder, median, seed] of [
    [fast, 10, 1],
    [slow, 300, 2],
  ] as const) {
    mkdirSync(folder);
    writeResults(folder, resultsOf(loadOf([operationOf('store', latencies(2000, median, seed))], { thresholds })));
  }
  const out = fresh();
  const merged = await load(['merge', fast, slow, '--out', out]);
  assert.equal(merged.status, 99, merged.stderr);
  assert.equal(resultsIn(out).load?.operations[0]?.requests, 4000);
  assert.match(merged.stdout, /store_duration/);
  const forMachines = await load(['merge', fast, slow, '--json', '--out', fresh()]);
  assert.equal(forMachines.status, 99, forMachines.stderr);
  assert.deepEqual(typesOf(forMachines.stdout), ['run', 'load', 'summary']);
  const twice = await load(['merge', fast, slow, `${fast}/`]);
  assert.deepEqual([twice.status, twice.stdout], [2, '']);
  assert.match(twice.stderr, /is named twice/);
  for (const [change, says] of [
    [(one: Results) => ({ ...one, target: { ...one.target, baseUrl: 'http://other.invalid' } }), /different targets/],
    [
      (one: Results) => ({
        ...one,
        run: { ...one.run, startedAt: '2099-01-01T00:00:00Z', finishedAt: '2099-01-01T00:01:00Z' },
      }),
      /did not run at the same time/,
    ],
  ] as const) {
    const unrelated = fresh();
    mkdirSync(unrelated);
    writeResults(unrelated, change(resultsIn(fast)));
    const { usage, said } = await refusal(['merge', fast, unrelated]);
    assert.ok(usage);
    assert.match(said, says);
  }
  const worse = await run(['compare', fast, slow]);
  assert.equal(worse.status, 1, worse.stderr);
  assert.match(worse.stdout, /^worse +store p50/m);
  const same = await run(['compare', fast, fast]);
  assert.equal(same.status, 0, same.stdout);
});
