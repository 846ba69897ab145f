import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from './results.ts';

/** Writes `results.json` into a run folder, whole or not at all. */
export function writeResults(runFolder: string, results: Results): void {
  const path = join(runFolder, 'results.json');
  const half = `${path}.partial`;
  writeFileSync(half, `${JSON.stringify(results, null, 1)}\n`);
  renameSync(half, path);
}
