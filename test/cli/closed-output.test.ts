import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { readResults } from '../../lib/results/read-results.ts';
import { smallStudy, start, temporaryFolder } from './program.ts';
import { instancesOn, referenceServer } from './servers.ts';

test('a run whose readers go away, as head -1 does, is played to its end, cleans up and keeps its results', async (t) => {
  const url = await referenceServer(t);
  const out = join(temporaryFolder(t), 'run');
  const dataset = smallStudy(temporaryFolder(t));
  const program = start(['conformance', '--target', url, '--dataset', dataset, '--out', out, '--scenario', 'T04']);
  await program.says(/^Target /m);
  program.child.stderr?.destroy();
  program.child.stdout?.destroy();
  assert.equal((await program.ended).code, EXIT_CODES.conformant);
  assert.equal(readResults(out).run.completeness, 'complete');
  assert.deepEqual(await instancesOn(url), []);
});

test('help for a reader who has gone is no error', async () => {
  const program = start(['conformance', '--help']);
  program.child.stdout?.destroy();
  const { code, stderr } = await program.ended;
  assert.equal(code, EXIT_CODES.conformant, stderr);
  assert.equal(stderr, '');
});
