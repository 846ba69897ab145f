import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReports } from '../../reports/write-reports.ts';
import type { Results } from '../results/results.ts';
import { writeResults } from '../results/write-results.ts';
import { newFolder } from '../run/new-run-folder.ts';

/**
 * Plays a run in the folder that is wanted, which has to be new or empty, and writes its results and reports there. Where
 * none is wanted, it is played in a temporary folder, of which nothing stays.
 */
export async function inRunFolder(
  wanted: string | undefined,
  play: (folder: string) => Promise<Results>,
): Promise<Results> {
  if (wanted !== undefined) {
    const folder = newFolder('folder', wanted);
    const results = await play(folder);
    writeResults(folder, results);
    writeReports(folder, results);
    return results;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-run-'));
  try {
    return await play(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
