import { Command } from 'commander';
import { scoreboardHtml } from '../../reports/scoreboard/html.tsx';
import { scoreboardMarkdown } from '../../reports/scoreboard/markdown.ts';
import { scoreboardTerminal } from '../../reports/scoreboard/terminal.ts';
import { CommandError, EXIT_CODES } from '../errors/exit-codes.ts';
import { scoreboardOf } from '../results/scoreboard.ts';
import { type LanguageOptions, languageOption } from './language-option.ts';
import { runsOfFolders } from './runs-in.ts';
import { say } from './say.ts';
import { takesColor } from './takes-color.ts';
import { writeUserFile } from './write-user-file.ts';

interface ScoreboardOptions extends LanguageOptions {
  readonly markdown?: string;
  readonly html?: string;
}

/** `scoreboard RUN…`: several servers side by side, requirement by requirement. */
export function scoreboardCommand(): Command {
  return new Command('scoreboard')
    .description('set several servers side by side, requirement by requirement, without a total')
    .argument('<run...>', 'folders of conformance runs, one a server, or folders that hold some')
    .option('--markdown <file>', 'write the tables as Markdown too')
    .option('--html <file>', 'write the tables as one HTML page too')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Servers stand in the order in which they are given. Nothing is added up. Runs that were judged by another profile,
edition, data set or version of the harness are named as such.

Exit codes: 0 the tables were made, whatever they say, 2 a folder cannot be used.

Examples:
  $ dicomweb-harness scoreboard runs/orthanc runs/dcm4chee --html servers.html
  $ dicomweb-harness scoreboard runs --markdown servers.md`,
    )
    .action((folders: readonly string[], { markdown, html, lang }: ScoreboardOptions) => {
      const all = runsOfFolders(folders);
      const runs = all.filter(({ kind }) => kind === 'conformance');
      for (const { run } of all.filter(({ kind }) => kind === 'load')) {
        process.stderr.write(`passed over: ${run.id} is a load run\n`);
      }
      if (runs.length < 2) {
        throw new CommandError('two conformance runs are needed at least', EXIT_CODES.usage, 'Give one run a server.');
      }
      const scoreboard = scoreboardOf(runs);
      say(scoreboardTerminal(scoreboard, { color: takesColor(process.stdout) }, lang));
      if (markdown !== undefined) writeUserFile('--markdown', markdown, scoreboardMarkdown(scoreboard, lang));
      if (html !== undefined) writeUserFile('--html', html, scoreboardHtml(scoreboard, lang));
    });
}
