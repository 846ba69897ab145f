import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { compareHtml } from '../../reports/compare-html.tsx';
import { compareMarkdown } from '../../reports/compare-markdown.ts';
import { compareTerminal } from '../../reports/compare-terminal.ts';
import { compareRuns } from '../results/compare.ts';
import { CommandError, EXIT_CODES } from './exit-codes.ts';
import { resultsOfRun } from './run-results.ts';

/** `compare A B`: what changed between two runs, requirement by requirement. */
export function compareCommand(): Command {
  return new Command('compare')
    .description('compare two runs: fixed, broken, changed, new and gone, per requirement')
    .argument('<before>', 'folder of the earlier run')
    .argument('<after>', 'folder of the later run')
    .option('--markdown <file>', 'write the comparison as Markdown too')
    .option('--html <file>', 'write the comparison as one HTML page too')
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing is worse, 1 something is worse or is no longer judged, 2 a folder cannot be used,
5 the runs have no requirement in common.

Examples:
  $ dicomweb-harness compare runs/release-4.1 runs/release-4.2
  $ dicomweb-harness compare runs/main runs/pull-request --markdown compare.md`,
    )
    .action((before: string, after: string, options: { markdown?: string; html?: string }) => {
      const [left, right] = [resultsOfRun(before), resultsOfRun(after)];
      if (left.kind !== right.kind) {
        throw new CommandError(`${before} is a ${left.kind} run and ${after} a ${right.kind} run`, EXIT_CODES.usage);
      }
      const comparison = compareRuns(left, right);
      if (options.markdown) writeFileSync(options.markdown, compareMarkdown(comparison));
      if (options.html) writeFileSync(options.html, compareHtml(comparison));
      process.stdout.write(compareTerminal(comparison, { color: process.stdout.isTTY === true }));
      process.exitCode = comparison.exitCode;
    });
}
