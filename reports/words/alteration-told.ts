import { alterationsOf } from '../../lib/breaches/alterations/alterations.ts';
import { vrOf } from '../../lib/dicom/dictionary.ts';
import type { AlterationWords, Altered } from './alterations/altered.ts';
import { LIST_ALTERATIONS } from './alterations/lists.ts';
import { MOMENT_ALTERATIONS } from './alterations/moments.ts';
import { NUMBER_ALTERATIONS } from './alterations/numbers.ts';
import { TEXT_ALTERATIONS } from './alterations/text.ts';
import type { InEach } from './language.ts';

/** Dates and times: digits that are no number. */
const MOMENTS: readonly string[] = ['DA', 'TM', 'DT'];

/** Text comes last, with what is said of any character. */
function wordsFor(tag: string): AlterationWords {
  const [vr] = vrOf(String(tag));
  const isKnown = vr !== undefined && vr !== 'UN';
  const isMoment = isKnown && MOMENTS.includes(vr);
  return [
    ...LIST_ALTERATIONS,
    ...(isMoment || !isKnown ? MOMENT_ALTERATIONS : []),
    ...(isMoment ? [] : NUMBER_ALTERATIONS),
    ...TEXT_ALTERATIONS,
  ];
}

/**
 * How one value of an attribute was made of another, where it shows; null where it does not. `expected` and `actual` are
 * lists of values as compact JSON with commas between them.
 */
export function alterationTold(
  language: keyof InEach<unknown>,
  tag: string,
  { expected, actual }: { readonly expected: string; readonly actual: string },
): Altered | null {
  const told = wordsFor(tag);
  for (const alteration of alterationsOf(String(expected), String(actual))) {
    for (const [name, words] of told) {
      const found = name.exec(alteration);
      if (found) return words[language](...found.slice(1));
    }
  }
  return null;
}
