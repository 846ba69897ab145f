/** Languages that reports are written in; the flag `--lang` takes these. */
export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in English and Japanese. */
export type InBoth = readonly [english: string, japanese: string];

/** Something of which each language has its own. */
export interface InEach<T> {
  readonly english: T;
  readonly japanese: T;
}

/** Takes a text in both languages and gives it in one: who leaves out a translation does not compile. */
export type Say = (english: string, japanese: string) => string;

/** Chooses the language of a report: everything that it says goes through this. */
export function speaking(language: Language): Say {
  return language === 'ja' ? (_, japanese) => japanese : (english) => english;
}
