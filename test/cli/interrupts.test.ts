import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { openDataset } from '../../lib/run/open-session.ts';
import { type Ended, type Program, smallStudy, start, temporaryFolder } from './program.ts';
import { resultsOf } from './run-folder.ts';
import { clientFor, instancesOn, referenceServer } from './servers.ts';

interface Begun {
  readonly program: Program;
  readonly pid: number;
  readonly url: string;
  readonly out: string;
}

/** Starts a run against a server that takes its time, and comes back when the first instance was stored. */
async function begun(t: TestContext, faults: readonly string[] = ['slow']): Promise<Begun> {
  const url = await referenceServer(t, { faults });
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const program = start(['conformance', '--target', url, '--dataset', dataset, '--out', out]);
  const { pid } = program.child;
  assert.ok(pid);
  await program.says(/ T01 /);
  return { program, pid, url, out };
}

/** Ids of the processes of this machine that work on a run folder, or belong to one of them. */
function processesOf(out: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(join('/proc', pid, 'environ'), 'latin1').includes(out) && !isZombie(pid);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function isZombie(pid: string): boolean {
  return /\) Z /.test(readFileSync(join('/proc', pid, 'stat'), 'latin1'));
}

test('a run whose process is killed plays nothing more', async (t) => {
  const { pid, out, program } = await begun(t);
  process.kill(pid, 'SIGKILL');
  await program.ended;
  for (let tries = 0; tries < 300 && processesOf(out).length > 0; tries++) await sleep(100);
  assert.deepEqual(processesOf(out), []);
});

/** The run was kept as far as it went, says that it is partial, and left nothing behind, here or on the server. */
async function assertCutInOrder({ url, out }: Begun, ended: Ended): Promise<void> {
  assert.equal(ended.code, EXIT_CODES.interrupted, ended.stderr);
  const { run, scenarios, remains } = resultsOf(out, ended);
  assert.deepEqual([run.completeness, run.why], ['partial', 'interrupted by the user']);
  assert.equal(scenarios[0]?.verdict, 'pass', 'what was judged stays judged');
  assert.deepEqual([scenarios.at(-1)?.verdict, scenarios.at(-1)?.reason], ['incomplete', 'not-exercised']);
  assert.ok(scenarios.every(({ verdict, reason }) => verdict !== 'fail' && reason !== 'harness-error'));
  assert.deepEqual([remains, await instancesOn(url)], [[], []]);
  assert.deepEqual(processesOf(out), []);
}

describe('a run that is interrupted', { concurrency: 2 }, () => {
  test('by a signal to the program alone cleans up and reports what it has', async (t) => {
    const run = await begun(t);
    assert.notDeepEqual(processesOf(run.out), process.platform === 'linux' ? [] : null, 'Playwright is at work');
    process.kill(run.pid, 'SIGINT');
    await assertCutInOrder(run, await run.program.ended);
  });

  test('by Ctrl-C, which a terminal sends to the whole process group, does so too', async (t) => {
    const run = await begun(t);
    process.kill(-run.pid, 'SIGINT');
    await assertCutInOrder(run, await run.program.ended);
  });

  test('by a polite end does so too', async (t) => {
    const run = await begun(t);
    process.kill(run.pid, 'SIGTERM');
    await assertCutInOrder(run, await run.program.ended);
  });

  test('a second time ends at once, and takes its processes with it', async (t) => {
    const run = await begun(t);
    process.kill(run.pid, 'SIGINT');
    await run.program.says(/once more to stop at once/);
    const second = performance.now();
    process.kill(run.pid, 'SIGINT');
    const ended = await run.program.ended;
    assert.equal(ended.code, EXIT_CODES.interrupted);
    const [stored = 'none'] = await instancesOn(run.url);
    assert.match(ended.stderr, new RegExp(`may still be on the server: [0-9.]+ ${stored}`));
    assert.ok(performance.now() - second < 5_000);
    await sleep(200);
    assert.deepEqual(processesOf(run.out), []);
    assert.ok(existsSync(join(run.out, 'journal.ndjson')), 'what was seen is not lost');
  });
});

test('Ctrl-C while the target is still being looked at waits for nothing', async (t) => {
  const url = await referenceServer(t, { faults: ['stalls'] });
  const out = join(temporaryFolder(t), 'run');
  const program = start(['conformance', '--target', url, '--out', out, '--dataset', smallStudy(temporaryFolder(t))]);
  while (!existsSync(out)) await sleep(50);
  await sleep(500);
  assert.ok(program.child.pid);
  const interrupted = performance.now();
  process.kill(program.child.pid, 'SIGINT');
  const ended = await program.ended;
  assert.ok(performance.now() - interrupted < 10_000, 'far less than the 30 s of a time-out');
  assert.equal(ended.code, EXIT_CODES.interrupted, ended.stderr);
  assert.equal(resultsOf(out, ended).run.why, 'interrupted by the user');
});

test('Ctrl-C of a read-only run has nothing to clean up, and does not say so', async (t) => {
  const url = await referenceServer(t, { faults: ['slow'] });
  const [client, { instances }] = [clientFor(t, url), openDataset(smallStudy(temporaryFolder(t)), null)];
  await client.store(instances.map(({ source }) => source));
  const out = join(temporaryFolder(t), 'run');
  const program = start(['conformance', '--read-only', '--target', url, '--out', out]);
  await program.says(/ T04 /);
  assert.ok(program.child.pid);
  process.kill(program.child.pid, 'SIGINT');
  const ended = await program.ended;
  assert.equal(ended.code, EXIT_CODES.interrupted, ended.stderr);
  assert.equal(resultsOf(out, ended).run.why, 'interrupted by the user');
  assert.match(ended.stderr, /Stopping: writing what was seen; once more/);
  assert.doesNotMatch(ended.stderr, /[Cc]leaning up/);
});

test('Ctrl-C while a read-only run looks for its study leaves no folder', async (t) => {
  const url = await referenceServer(t, { faults: ['stalls'] });
  const out = join(temporaryFolder(t), 'run');
  const program = start(['conformance', '--read-only', '--target', url, '--out', out]);
  while (!existsSync(out)) await sleep(50);
  await sleep(500);
  assert.ok(program.child.pid);
  process.kill(program.child.pid, 'SIGINT');
  const { code, stderr } = await program.ended;
  assert.equal(code, EXIT_CODES.interrupted, stderr);
  assert.match(stderr, /interrupted while the study was read: nothing was judged/);
  assert.equal(existsSync(out), false);
});
