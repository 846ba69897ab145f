import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS_FILE, readResults, UnusableResults } from '../results/read-results.ts';
import type { Results } from '../results/results.ts';
import { resultsOfRun } from './run-results.ts';

/**
 * Results of the runs that a command was given, folders of runs or folders that hold some. A folder that was named has to be
 * usable; one that was only found is passed over with a word on standard error, since other things lie beside runs.
 *
 * @throws CommandError that says what is wrong with a folder that was named.
 */
export function runsOfFolders(folders: readonly string[]): Results[] {
  return folders.flatMap((folder) => {
    const inside = runsInside(folder);
    return inside.length > 0 ? inside.flatMap(usable) : [resultsOfRun(folder)];
  });
}

/** Folders with results in a folder that is none of a run itself. */
function runsInside(folder: string): string[] {
  if (!existsSync(folder) || existsSync(join(folder, RESULTS_FILE))) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, RESULTS_FILE)));
}

function usable(folder: string): Results[] {
  try {
    return [readResults(folder)];
  } catch (error) {
    if (!(error instanceof UnusableResults)) throw error;
    process.stderr.write(`passed over: ${error.message}\n`);
    return [];
  }
}
