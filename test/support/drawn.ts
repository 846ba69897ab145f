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
