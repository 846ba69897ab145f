import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { smallStudy, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { instancesOn, referenceServer } from './servers.ts';

test('results that cannot be written are said in words and on the terminal, and nothing stays on the server', async (t) => {
  const url = await referenceServer(t);
  const out = join(temporaryFolder(t), 'run');
  const flags = ['--dataset', smallStudy(temporaryFolder(t)), '--out', out, '--scenario', 'T01'];
  const ended = programInProcess(['conformance', '--target', url, ...flags]);
  let isOver = false;
  const end = (): void => {
    isOver = true;
  };
  ended.then(end, end);
  while (!existsSync(out) && !isOver) await setImmediate();
  // As good as a full disk: the name under which the results are written first is taken.
  mkdirSync(join(out, 'results.json.partial'), { recursive: true });
  const { code, stdout, stderr } = await ended;
  assert.equal(code, EXIT_CODES.harnessError, stderr);
  assert.match(stderr, /Cleaning up what this run stored/);
  assert.match(stderr, /^dicomweb-harness: the results cannot be written to .*run: /m);
  assert.doesNotMatch(stderr, /defect of the harness/);
  assert.match(stdout, /profile standard/);
  assert.deepEqual(await instancesOn(url), []);
});
