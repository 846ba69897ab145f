import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { compareCommand } from '../../lib/cli/compare.ts';
import { conformanceStatementCommand } from '../../lib/cli/conformance-statement.ts';
import { EXIT_CODES } from '../../lib/errors/exit-codes.ts';
import { writeWhole } from '../../lib/results/write-whole.ts';
import { emptyFolder, outcomeOf, runFolder } from './command.ts';
import { tenFaultsRun } from './runs.ts';

test('a file that cannot be written is named with its flag, and is a matter of usage', async () => {
  const folder = runFolder(tenFaultsRun());
  const nowhere = join(folder, 'no-such-folder', 'file');
  for (const [command, args, flag] of [
    [compareCommand(), [folder, folder, '--markdown', nowhere], '--markdown'],
    [compareCommand(), [folder, folder, '--html', folder], '--html'],
    [compareCommand(), [folder, folder, '--html', ''], '--html'],
    [conformanceStatementCommand(), [folder, '--out', nowhere], '--out'],
  ] as const) {
    const { exitCode, error } = await outcomeOf(command, ...args);
    assert.equal(exitCode, EXIT_CODES.usage, error);
    assert.match(error, new RegExp(`^${flag}: .* cannot be written`));
  }
});

test('a file is written whole or not at all', () => {
  const folder = emptyFolder();
  const path = join(folder, 'file');
  writeWhole(path, 'whole');
  assert.equal(readFileSync(path, 'utf8'), 'whole');
  rmSync(path);
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), '');
  assert.throws(() => writeWhole(path, 'other'), { message: new RegExp(path) });
  assert.deepEqual(readdirSync(folder), ['file'], 'no half is left');
});
