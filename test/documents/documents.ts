import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../lib/cli/commands.ts';
import { PACKAGE_FOLDER } from '../../lib/harness.ts';
import { commandsInHelp, commandsInMarkdown, type Told } from './commands-in.ts';
import { helpOf, mistakeIn } from './parse-commands.ts';

const FOLDERS = ['.', 'docs', 'recipes', '.github'];

/** Every Markdown text that a reader of the project meets, by its path. */
export const DOCUMENTS: readonly string[] = FOLDERS.flatMap((folder) =>
  readdirSync(join(PACKAGE_FOLDER, folder))
    .filter((name) => name.endsWith('.md') && name !== 'CHANGELOG.md')
    .map((name) => join(folder, name)),
);

export const SCRIPTS = (
  JSON.parse(readFileSync(join(PACKAGE_FOLDER, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  }
).scripts;

/** Every command that the documents tell. */
export function commandsInDocuments(): readonly Told[] {
  return DOCUMENTS.flatMap((path) => commandsInMarkdown(path, readFileSync(join(PACKAGE_FOLDER, path), 'utf8')));
}

/** Every command that the help of a command tells, that of its own commands included. */
export async function commandsInEveryHelp(): Promise<readonly Told[]> {
  const of = async (name: string) => commandsInHelp(`${name} --help`, await helpOf(name));
  return (await Promise.all(Object.keys(COMMANDS).map(of))).flat();
}

/** What is wrong with each of these arguments of the program, as it parses them; null where nothing is. */
export async function mistakesIn(lines: readonly (readonly string[])[]): Promise<readonly (string | null)[]> {
  const mistakes: (string | null)[] = [];
  for (const args of lines) mistakes.push(await mistakeIn(args));
  return mistakes;
}

/** The arguments of the program that a command starts; null for another script of the project. */
export function argumentsOf({ words }: Told): readonly string[] | null {
  const [first, second, ...rest] = words;
  if (first === 'dicomweb-harness') return words.slice(1);
  if (first === 'npx') return words.slice(words.indexOf('dicomweb-harness') + 1);
  if (first === 'node') return rest;
  if (second !== 'run') return null;
  const [name = '', ...given] = rest.filter((word) => word !== '-s' && word !== '--silent');
  const own = /^node bin\.js (\S+)$/.exec(SCRIPTS[name] ?? '')?.[1];
  return own === undefined ? null : [own, ...given.filter((word, index) => index > 0 || word !== '--')];
}
