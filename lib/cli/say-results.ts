import { join } from 'node:path';
import { githubAnnotations } from '../../reports/ci/github.ts';
import { jsonLines } from '../../reports/json-lines.ts';
import { exitLine, isUntested, terminalLine, terminalSummary } from '../../reports/terminal.ts';
import type { Language } from '../../reports/words/language.ts';
import type { Results } from '../results/results.ts';
import { nameOfFolder } from '../run/new-run-folder.ts';
import { asTyped } from './how-to-run.ts';
import type { LanguageOptions } from './language-option.ts';
import type { Loudness } from './loudness.ts';
import { isGithubJob, say } from './say.ts';
import { takesColor } from './takes-color.ts';

/** For whom a run says on standard output how it ended: people, or, with `--json`, machines. */
export interface Reader extends LanguageOptions, Loudness {
  readonly json?: true;
  /** How many runs stay below `runs/`; all of them where it is absent. */
  readonly keepRuns?: number;
}

/** Says how a run ended, and in a job of GitHub Actions beside the job. JSON lines have standard output to themselves. */
export function sayResults(results: Results, reader: Reader): void {
  if (reader.json) {
    process.stdout.write(jsonLines(results));
    return;
  }
  if (!reader.quiet) say(`${terminalSummary(results, shownTo(reader))}\n`);
  if (isGithubJob(process.env)) process.stdout.write(githubAnnotations(results, reader.lang));
}

function shownTo({ lang }: LanguageOptions): { readonly color: boolean; readonly language?: Language } {
  return { color: takesColor(process.stdout), ...(lang === undefined ? {} : { language: lang }) };
}

/** Says what a person needs to know beside the results: to a machine that reads JSON lines it goes beside them. */
export function sayBeside(line: string, reader: Reader): void {
  const output = reader.json ? process.stderr : process.stdout;
  output.write(`${line}\n`);
}

/** Says where the results are, with the page and the command that shows it; the last line says why the exit code is what it is. */
export function sayWhere(folder: string, results: Results, reader: Reader): void {
  const name = nameOfFolder(folder);
  const report = join(name, 'report.html');
  if (reader.quiet && !reader.json) {
    say(terminalLine(results, report, shownTo(reader)));
    return;
  }
  sayBeside(`Results in ${name}`, reader);
  if (!isUntested(results)) sayBeside(`Report: ${report} (shown by: ${asTyped('open', [name], process.env)})`, reader);
  sayBeside(exitLine(results, reader.lang), reader);
}
