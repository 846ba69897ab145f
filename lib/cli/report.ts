import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { writeReports } from '../../reports/write-reports.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { findTampering, MANIFEST_FILE, readManifest, SIGNATURE_FILE } from '../results/manifest.ts';
import { RESULTS_FILE } from '../results/read-results.ts';
import { resultsOfRun } from './run-results.ts';

/** `report RUN`: makes every report of a run again from its results.json. */
export function reportCommand(): Command {
  return new Command('report')
    .description('make every report of a run again from its results.json alone')
    .argument('<run>', 'folder of a run')
    .addHelpText(
      'after',
      `
Writes report.html, certificate.html, junit.xml, summary.md, tickets/, evidence/exchanges.har and the manifest. Nothing is asked of the
server. Results or evidence that were changed after the run are refused: a new manifest must not vouch for them.

Examples:
  $ dicomweb-harness report runs/20260302-090000-abcd`,
    )
    .action((runFolder: string) => {
      const results = resultsOfRun(runFolder);
      refuseTampered(runFolder);
      const wasSigned = existsSync(join(runFolder, SIGNATURE_FILE));
      writeReports(runFolder, results);
      process.stdout.write(`${join(runFolder, 'report.html')}\n`);
      if (wasSigned) process.stdout.write('The signature was removed: it was over the earlier reports. Sign again.\n');
    });
}

/** Files that the reports are made from or point to; the rest is made again anyway. */
const SOURCES = [RESULTS_FILE, 'evidence/'];
const REMADE = 'evidence/exchanges.har';

function refuseTampered(runFolder: string): void {
  if (!existsSync(join(runFolder, MANIFEST_FILE))) return;
  const { changed, missing, added } = findTampering(runFolder, readManifest(runFolder));
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
