import { execFileSync } from 'node:child_process';
import type { Random } from '../../lib/portable/random.ts';

/** `TESTS=all` plays every day's share at once, and every script. */
export const PLAYS_ALL = process.env.TESTS === 'all';

/**
 * The commits of one day play the same; those of the next day play others. It is the day of the last commit, not today,
 * so that everybody who tests a commit plays the shares that its author played. Without git it is today.
 */
export const SEED_OF_THE_DAY = Math.floor((secondsOfLastCommit() ?? Date.now() / 1_000) / 86_400);

function secondsOfLastCommit(): number | undefined {
  try {
    const printed = execFileSync('git', ['log', '-1', '--format=%ct'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number.parseInt(printed, 10) || undefined;
  } catch {
    return undefined;
  }
}

/** As many as asked for, drawn without repetition; all where there are no more. */
export function sampled<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/**
 * So many of the items, those that follow them on the next day, and so on until all had their turn; all of them with
 * `TESTS=all`. What was added to a list moves the turns of others, so a day may repeat or leave out some of them once.
 */
export function ofTheDay<Item>(items: readonly Item[], count: number): readonly Item[] {
  if (PLAYS_ALL) return items;
  const first = SEED_OF_THE_DAY * count;
  const drawn = new Set(Array.from({ length: count }, (_, index) => (first + index) % items.length));
  return items.filter((_, index) => drawn.has(index));
}

/**
 * Options of tests that cost much and resemble one another: so many of them are played a day, in turns, and the others are skipped.
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
