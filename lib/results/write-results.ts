import { join } from 'node:path';
import type { Results } from './results.ts';
import { writeWhole } from './write-whole.ts';

/** Writes `results.json` into a run folder, whole or not at all. */
export function writeResults(runFolder: string, results: Results): void {
  writeWhole(join(runFolder, 'results.json'), `${JSON.stringify(results, null, 1)}\n`);
}
