import { nearest } from '../target/did-you-mean.ts';

export { nearest as closest } from '../target/did-you-mean.ts';

/** What to tell somebody whose word is none of the known ones: the one that was meant, or all of them. */
export function suggestionFor(word: string, known: readonly string[]): string {
  const suggestion = nearest(word, known);
  return suggestion ? `did you mean ${suggestion}?` : `known: ${known.join(', ')}`;
}
