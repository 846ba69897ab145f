import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { smallStudy, start, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { resultsOf } from './run-folder.ts';
import { instancesOn, referenceServer } from './servers.ts';

test('a server that is killed in the middle: exit 3, with what was judged and with what may be left on it', async (t) => {
  const server = start(['reference-server', '--fault', 'slow']);
  assert.ok(server.child.stdout && server.child.pid);
  const [line] = (await once(server.child.stdout, 'data')) as [Buffer];
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const program = start(['conformance', '--target', line.toString().trim(), '--dataset', dataset, '--out', out]);
  await program.says(/ T02 /);
  process.kill(server.child.pid, 'SIGKILL');
  const ended = await program.ended;
  assert.equal(ended.code, EXIT_CODES.unreachable, ended.stderr);
  const { run, scenarios, remains } = resultsOf(out, ended);
  assert.equal(run.completeness, 'partial');
  assert.match(run.why ?? '', /the target stopped answering during the run: .* cannot be reached/);
  assert.match(ended.stderr, /stopped answering/);
  assert.ok(scenarios.some(({ verdict }) => verdict === 'pass'));
  assert.ok(scenarios.every(({ reason }) => reason !== 'harness-error'));
  const uids = remains.flatMap(({ sopInstanceUid }) => sopInstanceUid ?? []);
  assert.ok(uids.length >= 2, 'the two that were stored are among what may be left');
  for (const uid of uids) assert.ok(ended.stdout.includes(uid));
  await server.ended;
});

test('a server that stops answering in the middle is unreachable, and what it may hold is listed', async (t) => {
  const url = await referenceServer(t, { faults: ['dies-after-twenty-requests'] });
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const ended = await programInProcess(['conformance', '--target', url, '--dataset', dataset, '--out', out]);
  assert.equal(ended.code, EXIT_CODES.unreachable, ended.stderr);
  const { run, remains } = resultsOf(out, ended);
  assert.equal(run.completeness, 'partial');
  assert.notEqual(remains.length, 0);
  await assert.rejects(instancesOn(url));
});
