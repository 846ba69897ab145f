import { relative } from 'node:path';
import { jsonLines } from '../../reports/json-lines.ts';
import { terminalSummary } from '../../reports/terminal.ts';
import type { Language } from '../../reports/words/language.ts';
import type { Results } from '../results/results.ts';
import type { LanguageOptions } from './language-option.ts';
import { takesColor } from './takes-color.ts';

/** For whom a run says on standard output how it ended: people, or, with `--json`, machines. */
export interface Reader extends LanguageOptions {
  readonly json?: true;
  /** How many runs stay below `runs/`; all of them where it is absent. */
  readonly keepRuns?: number;
}

/** Help of the flag `--json`, the same for every command that leaves a run. */
export const JSON_HELP = 'print JSON lines instead of the summary: run, requirement, finding, load, coverage, summary';

/** Says how a run ended. JSON lines have standard output to themselves. */
export function sayResults(results: Results, reader: Reader): void {
  const text = reader.json
    ? jsonLines(results)
    : `${terminalSummary(results, { color: takesColor(process.stdout), ...languageOf(reader) })}\n`;
  process.stdout.write(text);
}

function languageOf({ lang }: LanguageOptions): { readonly language?: Language } {
  return lang === undefined ? {} : { language: lang };
}

/** Says what a person needs to know beside the results: to a machine that reads JSON lines it goes beside them. */
export function sayBeside(line: string, reader: Reader): void {
  const output = reader.json ? process.stderr : process.stdout;
  output.write(`${line}\n`);
}

/** A run folder as people name it from where they are. */
export function nameOfFolder(folder: string): string {
  return relative(process.cwd(), folder) || '.';
}
