import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { copyInstance } from '../../fixtures/copy-instance.ts';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { fileJournal, JOURNAL_FILE } from '../../lib/run/journal.ts';
import { harness, smallStudy, start, temporaryFolder } from './program.ts';
import { programInProcess } from './program-in-process.ts';
import { clientFor, instancesOn, referenceServer } from './servers.ts';

describe('cleaning up after a run that was killed', () => {
  for (const flags of [[], ['--uids', 'original']]) {
    test(`deletes what it left, and nothing else (${flags.join(' ') || 'fresh UIDs'})`, async (t) => {
      const url = await referenceServer(t);
      const out = join(temporaryFolder(t), 'run');
      const dataset = smallStudy(temporaryFolder(t));
      const program = start(['conformance', '--target', url, '--dataset', dataset, '--out', out, ...flags]);
      await program.says(/ T02 /);
      assert.ok(program.child.pid);
      process.kill(-program.child.pid, 'SIGKILL');
      await program.ended;
      const left = await instancesOn(url);
      assert.ok(left.length > 0);
      const ledger = fileJournal(join(out, JOURNAL_FILE)).entries();
      const study = ledger.findLast((entry) => entry.kind === 'ledger')?.entry.study ?? '';
      const { target } = tutorialDataset({ rows: 5, columns: 7 }).roles;
      const theirs = [copyInstance(target, { study }), copyInstance(target)];
      assert.equal((await clientFor(t, url).store(theirs.map(({ source }) => source))).response?.status, 200);

      const ended = await harness(['clean-up', out]);
      assert.equal(ended.code, EXIT_CODES.conformant, ended.stderr + ended.stdout);
      assert.match(ended.stderr, /one by one, \d+ instances of the run/);
      assert.deepEqual(await instancesOn(url), theirs.map(({ instance }) => instance).sort());
      assert.match((await programInProcess(['clean-up', out])).stdout, /Nothing of the run is left/);
    });
  }

  test('refuses a folder that holds no run', async (t) => {
    const refused = await programInProcess(['clean-up', temporaryFolder(t)]);
    assert.equal(refused.code, EXIT_CODES.usage);
    assert.match(refused.stderr, /holds no journal\.ndjson: it is no folder of a conformance run/);
  });
});
