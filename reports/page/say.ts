import { visible } from '../visible-text.ts';
import type { InBoth } from '../words/language.ts';
import { sentenceOf } from '../words/requirement.ts';
import { WORDS, type Word } from './words.ts';

/** Properties of an element whose text is in English and can be switched to Japanese by the page's script. */
interface Said {
  readonly 'data-ja': string;
  readonly children: string;
}

/** A word of the page: `<h2 {...say('findings')} />`. */
export function say(word: Word): Said {
  const [english, japanese] = WORDS[word];
  return sayText(english, japanese);
}

/** A sentence with figures in it, in both languages. */
export function sayText(english: string, japanese: string): Said {
  return { 'data-ja': japanese, children: english };
}

/** A text of the results that the harness wrote, in both languages as far as it is known. */
export function sayPhrase(text: string, longest = 300): Said {
  return sayVisible(sentenceOf(text), longest);
}

/** A text that may hold words of a server, in both languages. */
export function sayVisible([english, japanese]: InBoth, longest?: number): Said {
  return sayText(visible(english, longest), visible(japanese, longest));
}

/** An accessible name in both languages. */
export function nameOf(word: Word): { 'aria-label': string; 'data-ja-label': string } {
  const [english, japanese] = WORDS[word];
  return { 'aria-label': english, 'data-ja-label': japanese };
}

/** What stands for a picture where it is not seen, in both languages. */
export function altOf(word: Word, label: string): { alt: string; 'data-ja-alt': string } {
  const [english, japanese] = WORDS[word];
  return { alt: `${english}: ${label}`, 'data-ja-alt': `${japanese}: ${label}` };
}
