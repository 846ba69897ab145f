import { alterationsOf } from '../../lib/breaches/alterations/alterations.ts';
import type { AlterationWords, Altered } from './alterations/altered.ts';
import { LIST_ALTERATIONS } from './alterations/lists.ts';
import { MOMENT_ALTERATIONS } from './alterations/moments.ts';
import { NUMBER_ALTERATIONS } from './alterations/numbers.ts';
import { TEXT_ALTERATIONS } from './alterations/text.ts';
import type { InEach } from './language.ts';

/** Text comes last, with what is said of any character. */
const TOLD: AlterationWords = [...LIST_ALTERATIONS, ...MOMENT_ALTERATIONS, ...NUMBER_ALTERATIONS, ...TEXT_ALTERATIONS];

/**
 * How one value was made of another, where it shows; null where it does not. `expected` and `actual` are lists of values as
 * compact JSON with commas between them.
 */
export function alterationTold(language: keyof InEach<unknown>, expected: string, actual: string): Altered | null {
  for (const alteration of alterationsOf(String(expected), String(actual))) {
    for (const [name, words] of TOLD) {
      const found = name.exec(alteration);
      if (found) return words[language](...found.slice(1));
    }
  }
  return null;
}
