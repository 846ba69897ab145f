import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { compareHtml } from '../../reports/compare/html.tsx';
import { compareLoadHtml } from '../../reports/compare/load-html.tsx';
import { compareLoadMarkdown } from '../../reports/compare/load-markdown.ts';
import { compareLoadTerminal } from '../../reports/compare/load-terminal.ts';
import { compareMarkdown } from '../../reports/compare/markdown.ts';
import { compareTerminal } from '../../reports/compare/terminal.ts';
import type { Language } from '../../reports/words/language.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { compareRuns } from '../results/compare.ts';
import { compareLoads } from '../results/load-compare.ts';
import type { Results } from '../results/results.ts';
import { type LanguageOptions, languageOption } from './language-option.ts';
import { resultsOfRun } from './run-results.ts';
import { say } from './say.ts';
import { takesColor } from './takes-color.ts';
import { writeUserFile } from './write-user-file.ts';

interface CompareOptions extends LanguageOptions {
  readonly markdown?: string;
  readonly html?: string;
}

/** `compare A B`: what changed between two runs, requirement by requirement. */
export function compareCommand(): Command {
  return new Command('compare')
    .description(
      'compare two runs: fixed, broken, changed, new and gone per requirement; better or worse per load metric',
    )
    .argument('<before>', 'folder of the earlier run; several load runs are separated by commas')
    .argument('<after>', 'folder of the later run, or folders')
    .option('--markdown <file>', 'write the comparison as Markdown too')
    .option('--html <file>', 'write the comparison as one HTML page too')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing is worse, 1 something is worse, breached in a new way or no longer judged, 2 a folder cannot be
used, 5 the runs have no requirement in common.

Examples:
  $ dicomweb-harness compare runs/release-4.1 runs/release-4.2
  $ dicomweb-harness compare runs/main runs/pull-request --markdown compare.md
  $ dicomweb-harness compare runs/a1,runs/a2,runs/a3 runs/b1,runs/b2,runs/b3
      load runs: several of the same load on a side tell a change from chance`,
    )
    .action((before: string, after: string, options: CompareOptions) => {
      const [left, right] = [runsOf(before), runsOf(after)];
      const kinds = new Set([...left, ...right].map(({ kind }) => kind));
      if (kinds.size > 1) {
        throw new CommandError('a conformance run and a load run cannot be compared', EXIT_CODES.usage);
      }
      const compared = (kinds.has('load') ? comparedLoads : comparedRuns)(left, right, options.lang);
      say(compared.terminal);
      if (options.markdown !== undefined) writeUserFile('--markdown', options.markdown, compared.markdown());
      if (options.html !== undefined) writeUserFile('--html', options.html, compared.html());
      process.exitCode = compared.exitCode;
    });
}

interface Compared {
  readonly terminal: string;
  readonly exitCode: number;
  markdown(): string;
  html(): string;
}

/** Runs of one side: a folder, or several separated by commas. */
function runsOf(folders: string): Results[] {
  const several = existsSync(folders) ? [folders] : folders.split(',');
  return several.map(resultsOfRun);
}

function comparedRuns(left: readonly Results[], right: readonly Results[], language: Language | undefined): Compared {
  const [before, after] = [left[0], right[0]];
  if (!before || !after || left.length + right.length > 2) {
    throw new CommandError('several runs on a side are for load runs', EXIT_CODES.usage, 'Give one folder a side.');
  }
  const comparison = compareRuns(before, after);
  return {
    terminal: compareTerminal(comparison, { color: takesColor(process.stdout) }, language),
    exitCode: comparison.exitCode,
    markdown: () => compareMarkdown(comparison, language),
    html: () => compareHtml(comparison, language),
  };
}

function comparedLoads(left: readonly Results[], right: readonly Results[], language: Language | undefined): Compared {
  const comparison = compareLoads(left, right);
  return {
    terminal: compareLoadTerminal(comparison, language),
    exitCode: comparison.exitCode,
    markdown: () => compareLoadMarkdown(comparison, language),
    html: () => compareLoadHtml(left, right, comparison, language),
  };
}
