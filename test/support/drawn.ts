import { type Random, randomFrom } from '../../lib/portable/random.ts';

/** `TESTS=all` plays what is otherwise drawn, and every script. */
export const PLAYS_ALL = process.env.TESTS === 'all';

/** The tests of one day draw the same; those of the next day draw others. */
export const SEED_OF_THE_DAY = Math.floor(Date.now() / 86_400_000);

/** As many as asked for, drawn without repetition; all where there are no more. */
export function sampled<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/** So many of the items, others on another day, in their order; all of them with `TESTS=all`. */
export function ofTheDay<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (PLAYS_ALL) return items;
  const drawn = new Set(sampled([...items.keys()], count, randomFrom(SEED_OF_THE_DAY)));
  return items.filter((_, index) => drawn.has(index));
}

/**
 * Options of tests that cost much and resemble one another: so many of them are played a day, the others are skipped.
 *
 * @throws RangeError for a name that is none of them
 */
export function skippedOnOtherDays<Name extends string>(names: readonly Name[], count: number) {
  const drawn = ofTheDay(names, count);
  return (name: Name): { readonly skip: string | false } => {
    if (!names.includes(name)) throw new RangeError(`${name} is none of ${names.join(', ')}`);
    return { skip: drawn.includes(name) ? false : 'is played on other days, and with TESTS=all' };
  };
}
