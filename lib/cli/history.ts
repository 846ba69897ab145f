import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { historyHtml } from '../../reports/history/html.tsx';
import { historyTerminal } from '../../reports/history/terminal.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { historyOf } from '../results/history.ts';
import { RESULTS_FILE } from '../results/read-results.ts';
import { type LanguageOptions, languageOption } from './language-option.ts';
import { resultsOfRun } from './run-results.ts';
import { writeUserFile } from './write-user-file.ts';

interface HistoryOptions extends LanguageOptions {
  readonly html?: string;
}

/** `history RUN…`: each requirement over several runs of one product. */
export function historyCommand(): Command {
  return new Command('history')
    .description('follow each requirement over several runs: first seen, fixed in, flaky')
    .argument('<run...>', 'folders of conformance runs, or folders that hold some')
    .option('--html <file>', 'write the history as one HTML page too')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Runs stand in the order of time, named by the version that --product-version gave them. Flaky: breached and met in runs
of one version.

Examples:
  $ dicomweb-harness history runs/release-4.1 runs/release-4.2 runs/release-4.3
  $ dicomweb-harness history runs --html history.html`,
    )
    .action((folders: readonly string[], { html, lang }: HistoryOptions) => {
      const runs = folders.flatMap(runsIn).map(resultsOfRun);
      const load = runs.find(({ kind }) => kind === 'load');
      if (load) throw new CommandError(`${load.run.id} is a load run`, undefined, 'History is of conformance runs.');
      const history = historyOf(runs);
      process.stdout.write(historyTerminal(history, lang));
      if (html !== undefined) writeUserFile('--html', html, historyHtml(history, lang));
    });
}

/** The folder itself where it is one of a run or holds none, else the runs in it. */
function runsIn(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory() || existsSync(join(folder, RESULTS_FILE))) return [folder];
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, RESULTS_FILE)));
  return inside.length > 0 ? inside : [folder];
}
