import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BOUNDS } from '../../lib/bounds.ts';
import { RESULTS_FILE, readResults } from '../../lib/results/read-results.ts';

test('results that would fill the memory are refused before they are read', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'harness-results-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, RESULTS_FILE);
  writeFileSync(path, '{}');
  assert.throws(() => readResults(folder), /is of version unknown/);
  // A sparse file: it takes no room.
  truncateSync(path, BOUNDS.resultsFile.limit + 1);
  assert.throws(() => readResults(folder), /is longer than the 134217728 bytes that are read/);
});
