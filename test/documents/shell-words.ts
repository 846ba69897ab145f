/** One program with its arguments, as a shell would start it. */
export type Words = readonly string[];

const TOKEN =
  /\s+|(?<end>&&|\|\||[;|])|(?<output>\d?>>?\s*\S+)|(?<comment>#.*$)|(?<word>(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\;|&>])+)/gy;

/**
 * The programs of one line of a shell, each with its words unquoted, without variables that are set before it, without
 * what becomes of its output, and without remarks. Variables stay as they are written.
 */
export function programsOf(line: string): readonly Words[] {
  const programs: string[][] = [[]];
  let isAfterSpace = true;
  for (const { 0: text, groups } of line.matchAll(TOKEN)) {
    if (groups?.end) programs.push([]);
    else if (groups?.comment && isAfterSpace) break;
    else if (groups?.word ?? groups?.comment) programs.at(-1)?.push(unquoted(text));
    isAfterSpace = /^\s/.test(text);
  }
  return programs.map(withoutAssignments).filter((words) => words.length > 0);
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, (_, single, double, escaped) => single ?? double ?? escaped);
}

function withoutAssignments(words: readonly string[]): Words {
  const first = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  return first < 0 ? [] : words.slice(first);
}
