import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { writeReports } from '../../reports/write-reports.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { Results } from '../results/results.ts';
import { writeResults } from '../results/write-results.ts';
import { removeOldRuns } from './runs/old-runs.ts';
import { type Reader, sayBeside } from './say-results.ts';

/**
 * Writes the results and every report of them. Where that fails, on a full disk for one, it keeps the bare results in
 * the system's temporary folder if it can, says what must not go unsaid, and throws a CommandError.
 */
export function writeRun(folder: string, results: Results, reader: Reader): void {
  try {
    writeResults(folder, results);
    writeReports(folder, results, reader.lang);
    tidyRuns(folder, reader);
  } catch (error) {
    for (const { studyInstanceUid } of results.remains) sayBeside(`still on the server: ${studyInstanceUid}`, reader);
    const why = error instanceof Error ? error.message : String(error);
    const elsewhere = keepElsewhere(results, why);
    throw new CommandError(
      `the results cannot be written to ${folder}: ${why}`,
      EXIT_CODES.harnessError,
      elsewhere ? `results.json, marked partial, is in ${elsewhere}` : undefined,
    );
  }
}

/** Removes older runs where the user asked for it and this one lies among them. */
function tidyRuns(folder: string, reader: Reader): void {
  if (reader.keepRuns === undefined || dirname(folder) !== resolve('runs')) return;
  const removed = removeOldRuns(reader.keepRuns);
  if (removed > 0) sayBeside(`Removed from runs/, because of --keep-runs ${reader.keepRuns}: ${removed}`, reader);
}

/** The results alone, in a folder that is likely on another disk; null when that has no room either. */
function keepElsewhere(results: Results, why: string): string | null {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'dicomweb-harness-results-'));
    writeResults(folder, { ...results, run: { ...results.run, completeness: 'partial', why } });
    return folder;
  } catch {
    return null;
  }
}
