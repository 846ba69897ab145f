import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeRun } from '../../lib/cli/write-run.ts';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import type { Results } from '../../lib/results/results.ts';
import { cleanRun } from '../reports/runs.ts';

test('results that cannot be written where they belong are kept elsewhere, marked partial', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'keep-')), 'a-file');
  writeFileSync(file, '');
  let error: unknown;
  try {
    writeRun(file, cleanRun(), {});
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof CommandError);
  assert.equal(error.exitCode, 4);
  const folder = /marked partial, is in (.+)$/.exec(error.hint ?? '')?.[1] ?? '';
  const kept = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results;
  assert.equal(kept.run.completeness, 'partial');
  assert.match(kept.run.why ?? '', /ENOTDIR/);
  rmSync(folder, { recursive: true });
});
