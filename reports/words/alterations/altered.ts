import type { InEach } from '../language.ts';

/** How a value was altered, and what the vendor would change. */
export interface Altered {
  /** Behind the name of the attribute: `cut to 8 characters`. */
  readonly how: string;
  readonly remedy: string;
}

type Say = (...found: string[]) => Altered;

/** The words of alterations by the names that `alterationsOf` gives them. */
export type AlterationWords = readonly (readonly [name: RegExp, words: InEach<Say>])[];

/** Words without particulars: how and remedy in English, then in Japanese. */
export function plainly(how: string, remedy: string, howJapanese: string, remedyJapanese: string): InEach<Say> {
  return {
    english: () => ({ how, remedy }),
    japanese: () => ({ how: howJapanese, remedy: remedyJapanese }),
  };
}
