import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { findTampering, MANIFEST_FILE } from '../../results/manifest.ts';
import { RESULTS_FILE } from '../../results/read-results.ts';
import { manifestOf } from '../proof/run-manifest.ts';

/** Files that reports are made from or point to; the rest is made again anyway. */
const SOURCES = [RESULTS_FILE, 'evidence/'];
const REMADE = 'evidence/exchanges.har';

/** Refuses a run whose results or evidence were changed after it was written. @throws CommandError that names the files. */
export function refuseTampered(runFolder: string): void {
  if (!existsSync(join(runFolder, MANIFEST_FILE))) return;
  const { changed, missing, added } = findTampering(runFolder, manifestOf(runFolder));
  const touched = [...changed, ...missing, ...added].filter(
    (path) => path !== REMADE && SOURCES.some((source) => path.startsWith(source)),
  );
  if (touched.length === 0) return;
  throw new CommandError(
    `not as the run wrote it: ${touched.slice(0, 5).join(', ')}${touched.length > 5 ? ` and ${touched.length - 5} more` : ''}`,
    EXIT_CODES.usage,
    'Restore the folder from where the run was kept; `verify` lists every difference.',
  );
}
