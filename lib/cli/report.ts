import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { sharedResults } from '../../reports/share/shared-results.ts';
import type { Language } from '../../reports/words/language.ts';
import { writeReports } from '../../reports/write-reports.ts';
import { SIGNATURE_FILE } from '../results/manifest.ts';
import type { Results } from '../results/results.ts';
import { writeResults } from '../results/write-results.ts';
import { newFolder } from '../run/new-run-folder.ts';
import { type LanguageOptions, languageOption } from './language-option.ts';
import { resultsOfRun } from './run-results.ts';
import { refuseTampered } from './runs/refuse-tampered.ts';

interface ReportOptions extends LanguageOptions {
  readonly share?: string;
}

/** `report RUN`: makes every report of a run again from its results.json. */
export function reportCommand(): Command {
  return new Command('report')
    .description('make every report of a run again from its results.json; scripts need its evidence too')
    .argument('<run>', 'folder of a run')
    .option('--share <folder>', 'write a run into a new folder instead that can be given to others')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Writes report.html, junit.xml, summary.md, tickets/, evidence/exchanges.har and the manifest; of a conformance run also
certificate.html, results.sarif and code-quality.json. Nothing is asked of the server. Results or evidence that were
changed after the run are refused: a new manifest must not vouch for them.

With --share the run stays as it is, and the new folder has no addresses, names of hosts or tokens, and of a data set of
your own no patient attributes and no pixels. What was left out is said, and stands in the report. Look at it before you
give it away: a name of a product or profile that you chose yourself is kept.

Examples:
  $ dicomweb-harness report runs/20260302-090000-abcd
  $ dicomweb-harness report runs/20260302-090000-abcd --share for-the-vendor
  $ dicomweb-harness report runs/20260302-090000-abcd --lang ja
      summary.md and the tickets in Japanese, and pages that open in Japanese`,
    )
    .action((runFolder: string, { share, lang }: ReportOptions) => {
      const results = resultsOfRun(runFolder);
      refuseTampered(runFolder);
      if (share !== undefined) {
        writeShared(share, sharedResults(results), lang);
        return;
      }
      const wasSigned = existsSync(join(runFolder, SIGNATURE_FILE));
      writeReports(runFolder, results, lang);
      process.stdout.write(`${join(runFolder, 'report.html')}\n`);
      if (wasSigned) process.stdout.write('The signature was removed: it was over the earlier reports. Sign again.\n');
    });
}

function writeShared(path: string, shared: Results, lang: Language | undefined): void {
  const folder = newFolder('--share', path);
  writeResults(folder, shared);
  writeReports(folder, shared, lang);
  const leftOut = (shared.leftOut ?? []).map((what) => `  ${what}\n`).join('');
  process.stdout.write(`Left out:\n${leftOut}${join(path, 'report.html')}\n`);
}
