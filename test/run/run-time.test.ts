import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';
import { SCENARIOS } from '../../scenarios/suites.ts';
import { smallStudy, temporaryFolder } from '../cli/program.ts';
import { runInProcess } from './run-in-process.ts';

const SELECTED = ['T01', 'T03', 'T06', 'T12'];
const STORES = ['T01', 'T02', 'T03'];

test('a run that takes longer than its bound is cut short, cleans up and says so', async (t) => {
  const server = await startReferenceServer();
  t.after(() => server.close());
  const clock = new AbortController();
  const asked: number[] = [];
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  t.mock.method(AbortSignal, 'timeout', (milliseconds: number) => {
    if (milliseconds !== BOUNDS.runTime.limit) return timeout(milliseconds);
    asked.push(milliseconds);
    return clock.signal;
  });
  const said: string[] = [];
  const played: string[] = [];
  const known = SCENARIOS.map((scenario) => ({
    ...scenario,
    async play(context: ScenarioContext) {
      played.push(scenario.id);
      await scenario.play(context);
      // Six hours go by while what was stored lies on the server.
      if (scenario.id === 'T03') clock.abort();
    },
  }));
  const { run, summary, scenarios, remains } = await runInProcess({
    folder: temporaryFolder(t),
    input: { target: server.baseUrl, embedded: false },
    selected: SELECTED,
    known,
    datasetFolder: smallStudy(temporaryFolder(t)),
    say: (line) => said.push(line),
  });
  assert.deepEqual(asked, [6 * 60 * 60 * 1_000]);
  assert.deepEqual(played, STORES);
  assert.equal(run.completeness, 'partial');
  assert.equal(run.why, 'the run took longer than 6 hours');
  assert.equal(summary.exitCode, EXIT_CODES.harnessError);
  assert.ok(said.some((line) => line.startsWith('the run took longer than 6 hours\n  Play fewer scenarios')));
  const reasonOf = (id: string): string | undefined => scenarios.find((scenario) => scenario.id === id)?.reason;
  assert.equal(reasonOf('T01'), undefined, 'what was judged before stays judged');
  assert.deepEqual([reasonOf('T06'), reasonOf('T12')], ['timed-out', 'timed-out']);
  assert.deepEqual(remains, []);
  assert.deepEqual(await (await fetch(`${server.baseUrl}/studies`)).json(), [], 'nothing is left');
});
