import assert from 'node:assert/strict';
import { readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { smallStudy, start, temporaryFolder } from './program.ts';
import { resultsOf } from './run-folder.ts';
import { instancesOn, referenceServer } from './servers.ts';

test('files of the data set that are cut in the middle of a run are an error of the harness, never a failure of the server', async (t) => {
  const url = await referenceServer(t, { faults: ['slow'] });
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const flags = ['--dataset', dataset, '--out', out, '--scenario', 'T01', '--scenario', 'T02', '--scenario', 'T03'];
  const program = start(['conformance', '--target', url, ...flags]);
  await program.says(/ T01 /);
  for (const name of readdirSync(dataset)) truncateSync(join(dataset, name), 200);
  const ended = await program.ended;
  assert.equal(ended.code, EXIT_CODES.harnessError, ended.stdout);
  const { scenarios, remains } = resultsOf(out, ended);
  // T02 may have read its file already.
  const cut = scenarios.find(({ reason }) => reason === 'harness-error');
  assert.ok(cut?.id === 'T02' || cut?.id === 'T03', cut?.id);
  assert.equal(cut.verdict, 'incomplete');
  assert.ok(scenarios.every(({ verdict }) => verdict !== 'fail'));
  assert.deepEqual([remains, await instancesOn(url)], [[], []]);
});
