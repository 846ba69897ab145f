import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readResults, UnusableResults } from '../results/read-results.ts';

/** Names that `newRunFolder` gives. */
const NAME = /^\d{8}-\d{6}(-\d+)?$/;

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
  const old = runsIn(parent).slice(keep);
  for (const folder of old) rmSync(folder, { recursive: true, force: true });
  return old.length;
}

/** Folders of finished runs, the newest first. */
function runsIn(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => name)
    .sort(byMoment)
    .map((name) => join(parent, name))
    .filter(isFinishedRun);
}

/** Of two runs of one second, the one with the higher number came later. */
function byMoment(left: string, right: string): number {
  const [leftMoment, rightMoment] = [left.slice(0, 15), right.slice(0, 15)];
  if (leftMoment !== rightMoment) return leftMoment < rightMoment ? 1 : -1;
  return Number(right.slice(16)) - Number(left.slice(16));
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
