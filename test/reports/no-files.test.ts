import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Command } from 'commander';
import { conformanceStatementCommand } from '../../lib/cli/conformance-statement.ts';
import { verifyCommand } from '../../lib/cli/proof/verify.ts';
import { reportCommand } from '../../lib/cli/report.ts';
import { rejudgeCommand } from '../../lib/cli/runs/rejudge.ts';
import { bodiesIn } from '../../lib/reproduction/evidence.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { tenFaultsRun } from './runs.ts';

/** What may stand in a run folder that somebody else made, in place of a file. */
const IN_PLACE: readonly [name: string, put: (path: string) => void, says: string][] = [
  ['a folder', (path) => mkdirSync(path), 'is a folder'],
  ['a named pipe', (path) => spawnSync('mkfifo', [path]), 'is a named pipe, not a file'],
  ['a device', (path) => symlinkSync('/dev/zero', path), 'is a device, not a file'],
  ['a link out', (path) => symlinkSync(copied(path), path), 'leads out of the folder of the run'],
];

/** The same file elsewhere. A test puts it in place of itself, so that nothing but the link is wrong. */
function copied(path: string): string {
  const copy = join(emptyFolder(), 'copy');
  copyFileSync(`${path}.before`, copy);
  return copy;
}

const READERS: readonly [file: string, command: () => Command][] = [
  ['results.json', reportCommand],
  ['manifest.json', reportCommand],
  ['manifest.json', verifyCommand],
  ['signature.json', verifyCommand],
  ['run.json', rejudgeCommand],
  ['results.json', conformanceStatementCommand],
];

for (const [name, put, says] of IN_PLACE) {
  for (const [file, command] of READERS) {
    test(`${command().name()} names ${file} that is ${name}`, { skip: process.platform !== 'linux' }, async () => {
      const folder = runFolder(tenFaultsRun());
      const path = join(folder, file);
      // `rejudge` reads the manifest first, where there is one, and tells what else was changed.
      if (file === 'run.json') rmSync(join(folder, 'manifest.json'));
      replace(path, put);
      const { exitCode, error } = await outcomeOf(command(), folder);
      assert.notEqual(exitCode, 0);
      assert.ok(error.includes(file) && error.includes(says), error);
    });
  }

  test(`a body that is ${name} is no evidence`, { skip: process.platform !== 'linux' }, () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'body'), 'body');
    replace(join(folder, 'body'), put);
    const body = { file: 'body', length: 4, sha256: '', text: null };
    assert.throws(() => bodiesIn(folder).open(body), new RegExp(`body ${says}`));
  });
}

function replace(path: string, put: (path: string) => void): void {
  const before = `${path}.before`;
  try {
    copyFileSync(path, before);
  } catch {
    writeFileSync(before, '{}');
  }
  rmSync(path, { force: true });
  put(path);
  rmSync(before);
}
