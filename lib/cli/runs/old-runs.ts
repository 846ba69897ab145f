import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { readResults, UnusableResults } from '../../results/read-results.ts';
import { namedRunFolders } from './named-run-folders.ts';

/** All that a run or a report puts into its folder; a folder with more holds something of somebody. */
const CONTENT = new Set([
  ...[
    'certificate.html',
    'code-quality.json',
    'evidence',
    'journal.ndjson',
    'junit.xml',
    'manifest.json',
    'report.html',
    'results.json',
    'results.sarif',
  ],
  ...['retrieved', 'run.json', 'stored-studies.txt', 'study', 'summary.md', 'tickets'],
]);

/**
 * Removes runs below `runs/` but for the newest ones, `keep` of them. Only a folder is removed that the harness named, that
 * holds nothing else than a run, and whose results can be read and say that nothing is left on a server: without its
 * journal that could not be cleaned up. A run that is under way has no results yet. Returns how many were removed.
 */
export function removeOldRuns(keep: number, parent: string = resolve('runs')): number {
  const old = namedRunFolders(parent).filter(isFinishedRun).slice(keep);
  for (const folder of old) rmSync(folder, { recursive: true, force: true });
  return old.length;
}

function isFinishedRun(folder: string): boolean {
  if (readdirSync(folder).some((name) => !CONTENT.has(name))) return false;
  try {
    return readResults(folder).remains.length === 0;
  } catch (error) {
    if (error instanceof UnusableResults) return false;
    throw error;
  }
}
