import { resolve } from 'node:path';
import { CommandError } from '../../errors/exit-codes.ts';
import { readResults, UnusableResults } from '../../results/read-results.ts';
import type { Results } from '../../results/results.ts';
import { nameOfFolder } from '../../run/new-run-folder.ts';
import { namedRunFolders } from './named-run-folders.ts';

/**
 * Ids of the scenarios that failed in the newest conformance run below `runs/`.
 *
 * @throws CommandError where there is no such run, or nothing failed in it.
 */
export function lastFailed(parent: string = resolve('runs')): readonly string[] {
  for (const folder of namedRunFolders(parent)) {
    const results = usable(folder);
    if (!results || results.load) continue;
    const failed = results.scenarios.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id);
    if (failed.length > 0) return failed;
    // A run that was cut short tells nothing of what it did not come to.
    if (results.run.completeness === 'partial') continue;
    throw new CommandError(`--last-failed: nothing failed in ${nameOfFolder(folder)}`, undefined, 'leave it out');
  }
  throw new CommandError(
    '--last-failed: there is no conformance run below runs/',
    undefined,
    'leave it out, or start this where the earlier run was started; runs with --out elsewhere are not looked for',
  );
}

function usable(folder: string): Results | null {
  try {
    return readResults(folder);
  } catch (error) {
    if (error instanceof UnusableResults) return null;
    throw error;
  }
}
