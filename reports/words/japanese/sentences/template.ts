/** What a particular of that name looks like; one of another name is any text. */
const SHAPES: Readonly<Record<string, string>> = {
  exchange: String.raw`[\w-]+\.\d+`,
  count: String.raw`[\d,]+`,
  number: String.raw`\d+`,
  offset: String.raw`\d+`,
  operation: '[^,]+?',
  growth: String.raw`[+−]\d+ %`,
  code: String.raw`[\w-]+`,
  entity: 'study|series|instance',
  path: String.raw`[\w()[\],.]+`,
};

/** A sentence with particulars, such as `frame {number} of {name}`. */
export interface Template {
  /** Length of what is not particular: the longer, the more is known of a text that matches. */
  readonly fixed: number;
  /** The particulars of a text by their names; null for a text of another form. */
  match(text: string): Readonly<Record<string, string>> | null;
}

export function templateOf(sentence: string): Template {
  const pieces = sentence.split(/\{(\w+)\}/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const fixed = pieces.filter((_, index) => index % 2 === 0);
  const source = pieces.map((piece, index) => (index % 2 === 1 ? `(${SHAPES[piece] ?? '.+?'})` : escaped(piece)));
  const [start = '', end = ''] = [fixed[0], fixed.at(-1)];
  let pattern: RegExp | undefined;
  return {
    fixed: fixed.join('').length,
    match(text) {
      // Few texts get further, so that hundreds of patterns are never compiled.
      if (!text.startsWith(start) || !text.endsWith(end)) return null;
      pattern ??= new RegExp(`^${source.join('')}$`, 's');
      const found = pattern.exec(text);
      return found && Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
    },
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The sentence with the particulars in it. */
export function filled(sentence: string, particular: (name: string) => string): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => particular(name));
}
