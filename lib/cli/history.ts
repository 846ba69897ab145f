import { Command } from 'commander';
import { historyHtml } from '../../reports/history/html.tsx';
import { historyTerminal } from '../../reports/history/terminal.ts';
import { historyOf } from '../results/history.ts';
import { loadHistories } from '../results/load-history.ts';
import { type LanguageOptions, languageOption } from './language-option.ts';
import { runsOfFolders } from './runs-in.ts';
import { say } from './say.ts';
import { writeUserFile } from './write-user-file.ts';

interface HistoryOptions extends LanguageOptions {
  readonly html?: string;
}

/** `history RUN…`: each requirement and each figure of a load over several runs of one product. */
export function historyCommand(): Command {
  return new Command('history')
    .description('follow each requirement and the figures of each load over several runs: first seen, fixed in, flaky')
    .argument('<run...>', 'folders of runs, or folders that hold some')
    .option('--html <file>', 'write the history as one HTML page too')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Runs stand in the order of time, named by the version that --product-version gave them. Flaky: breached and met in runs
of one version. Load runs are set beside each other where script, shape and settings are the same.

Examples:
  $ dicomweb-harness history runs/release-4.1 runs/release-4.2 runs/release-4.3
  $ dicomweb-harness history runs --html history.html`,
    )
    .action((folders: readonly string[], { html, lang }: HistoryOptions) => {
      const runs = runsOfFolders(folders);
      const history = historyOf(runs.filter(({ kind }) => kind === 'conformance'));
      const loads = loadHistories(runs);
      say(historyTerminal(history, loads, lang));
      if (html !== undefined) writeUserFile('--html', html, historyHtml(history, loads, lang));
    });
}
