import { attributeName } from './quote.ts';
import type { SeenIn, Wording } from './telling.ts';

type OfValue = { readonly tag: string; readonly value: string };

/** An attribute whose value is written in another way than its VR has it. */
export const written = {
  english(what: string, right: string, remedy: string) {
    return ({ tag, value }: OfValue, seen: SeenIn): Wording => ({
      headline: `${seen.request} writes ${attributeName(tag)} as ${value}, ${what}.`,
      expected: right,
      observed: String(value),
      remedy,
    });
  },
  japanese(what: string, right: string, remedy: string) {
    return ({ tag, value }: OfValue, seen: SeenIn): Wording => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の ${value} が${what}。`,
      expected: right,
      observed: String(value),
      remedy,
    });
  },
};
