import { programsOf, type Words } from './shell-words.ts';

/** A command that a text tells its reader to give. */
export interface Told {
  /** File and line, or the command whose help it is. */
  readonly where: string;
  readonly line: string;
  readonly words: Words;
}

/** How the commands of this project begin. */
const OURS = /^(npm (ci|test|run)|npx (--no-install )?dicomweb-harness|dicomweb-harness|node bin\.js)( |$)/;

/** Commands in a Markdown text: lines of its code blocks, and code within a line. A line that ends in \ goes on. */
export function commandsInMarkdown(where: string, text: string): readonly Told[] {
  let isBlock = false;
  const lines = text.replace(/ *\\\n */g, ' ').split('\n');
  return lines.flatMap((line, index) => {
    const isFence = /^ *(```|~~~)/.test(line);
    if (isFence) isBlock = !isBlock;
    const codes = isBlock ? [line] : [...line.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);
    return codes.flatMap((code) => told(`${where}:${index + 1}`, code.replace(/^ *(- )?(run: |\$ )?/, '')));
  });
}

/** Commands in a help text: the lines that begin with a prompt. */
export function commandsInHelp(where: string, text: string): readonly Told[] {
  return [...text.matchAll(/^ +\$ (.*)$/gm)].flatMap(([, line = '']) => told(where, line.replace(/ {2,}.*$/, '')));
}

function told(where: string, line: string): readonly Told[] {
  const ours = programsOf(line).filter((words) => OURS.test(words.join(' ')));
  return ours.map((words) => ({ where, line, words }));
}
