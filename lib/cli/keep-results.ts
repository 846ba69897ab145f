import { writeReports } from '../../reports/write-reports.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import type { Results } from '../results/results.ts';
import { writeResults } from '../results/write-results.ts';
import { type Reader, sayBeside } from './say-results.ts';

/**
 * Writes the results and every report of them. Where that fails, on a full disk for one, it says what must not go
 * unsaid and throws a CommandError.
 */
export function keepResults(folder: string, results: Results, reader: Reader): void {
  try {
    writeResults(folder, results);
    writeReports(folder, results);
  } catch (error) {
    for (const { studyInstanceUid } of results.remains) sayBeside(`still on the server: ${studyInstanceUid}`, reader);
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(`the results cannot be written to ${folder}: ${why}`, EXIT_CODES.harnessError);
  }
}
