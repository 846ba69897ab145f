import { breach, type SeenBreach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { type Blame, FIRST_RESULT, type SeenStatus, STATUS } from './blame.ts';

/** A key, the level of the resource that is searched by it, and the value that is asked for. */
export interface Asked {
  readonly key: string;
  readonly level: string;
  readonly value: string;
}

/** The breaches of a search by a key. */
export interface KeyBlame extends Blame {
  /** A value that nothing has finds so many results. */
  ignored(results: number, value: string): SeenBreach;
}

/** How the value of a key is meant, which decides what it means that it does not select. */
export type BlameFor = (asked: Asked) => KeyBlame;

/** Text of which nothing has to be percent-encoded. */
export const isPlain = (value: string): boolean => encodeURIComponent(value) === value;

/** A value that stands for itself. That it has to be percent-encoded may be the reason why it misses. */
export const plainKey: BlameFor = (asked) =>
  blameOf(asked, isPlain(asked.value) ? 'search-misses-by-key' : 'search-misses-by-encoded-key');

/** The same where another value that has to be percent-encoded was found: the encoding is no reason. */
export const decodedKey: BlameFor = (asked) => blameOf(asked, 'search-misses-by-key');

function blameOf(asked: Asked, misses: 'search-misses-by-key' | 'search-misses-by-encoded-key'): KeyBlame {
  const { key, level } = asked;
  return {
    refused: (seen) => breach('search-refuses-key', STATUS, { key, level, ...seen }),
    nothing: (_, where) => breach(misses, where, { ...asked, results: 0 }),
    missed: (_, results, where) => breach(misses, where, { ...asked, results }),
    foreign: (uid, where) => breach('search-finds-others-by-key', where, { ...asked, uid }),
    ignored: (results) => breach('search-ignores-key', FIRST_RESULT, { key, level, results }),
  };
}

/** A key of a level above the one that a relational resource lists. */
export const parentKey: BlameFor = (asked) => ({
  ...plainKey(asked),
  ignored: (results) =>
    breach('search-ignores-parent-key', FIRST_RESULT, { key: asked.key, level: asked.level, results }),
});

/** A value that misses what it should find, whether it was refused or found too little. */
function missing(miss: (seen: { readonly results: number; readonly status: number }, where: Place) => SeenBreach) {
  return {
    refused: ({ status }: SeenStatus) => miss({ results: 0, status }, STATUS),
    nothing: (status: number, where: Place) => miss({ results: 0, status }, where),
    missed: (_: string, results: number, where: Place) => miss({ results, status: 200 }, where),
  };
}

/** A value with wildcards. An asterisk behind the whole value stands for no character. */
export const wildcard: BlameFor = (asked) => {
  const tooMuch = (results: number, value: string, where: Place) =>
    breach('search-wildcard-matches-too-much', where, { ...asked, value, results });
  return {
    ...missing((seen, where) => breach('search-takes-wildcards-literally', where, { ...asked, ...seen })),
    foreign: (_, where) => tooMuch(1, asked.value, where),
    ignored: (results, value) => tooMuch(results, value, FIRST_RESULT),
  };
};

/** An asterisk where no character is left for it. */
export const emptyAsterisk: BlameFor = (asked) => ({
  ...wildcard(asked),
  ...missing((seen, where) => breach('search-asterisk-needs-a-character', where, { ...asked, ...seen })),
});

/** A list of UIDs. */
export const uidList: BlameFor = (asked) => {
  const listed = asked.value.split(',').length;
  const misses = (results: number, where: Place) =>
    breach('search-uid-list-misses', where, { ...asked, results, listed });
  const others = (results: number, where: Place) =>
    breach('search-uid-list-matches-others', where, { ...asked, results });
  return {
    refused: (seen) => breach('search-refuses-uid-list', STATUS, { ...asked, ...seen }),
    nothing: (_, where) => misses(0, where),
    missed: (_, results, where) => misses(results, where),
    foreign: (_, where) => others(1, where),
    ignored: (results) => others(results, FIRST_RESULT),
  };
};

/** A value of which every octet is percent-encoded. */
export const encodedValue: BlameFor = (asked) => {
  const isLowerCase = /%[0-9]?[a-f]/.test(asked.value);
  const code = isLowerCase ? 'search-takes-lower-case-percent-literally' : 'search-takes-percent-literally';
  const ignored = (results: number, where: Place) =>
    breach('search-ignores-encoded-value', where, { ...asked, results });
  return {
    ...missing((seen, where) => breach(code, where, { ...asked, ...seen })),
    foreign: (_, where) => ignored(1, where),
    ignored: (results) => ignored(results, FIRST_RESULT),
  };
};

/** Several keys of which all have to fit. */
export function keysTogether(keys: readonly string[], level: string, expected: number): KeyBlame {
  const combined = (results: number, where: Place) =>
    breach('search-does-not-combine-keys', where, { keys, level, results, expected });
  return {
    refused: () => combined(0, STATUS),
    nothing: (_, where) => combined(0, where),
    missed: (_, results, where) => combined(results, where),
    foreign: (_, where) => combined(expected + 1, where),
    ignored: (results) => combined(results, FIRST_RESULT),
  };
}

/** How a range lies about the value: both bounds, no start or no end; and whether a bound is the value itself. */
export interface RangeFacts {
  readonly form: 'closed' | 'open-start' | 'open-end';
  readonly isBound: boolean;
  /** On which side of the range that should not find it the value lies. */
  readonly side: 'before' | 'after';
}

/** A range of dates or times. */
export function range(asked: Asked, { form, isBound, side }: RangeFacts): KeyBlame {
  const code = isBound ? 'search-range-excludes-bound' : 'search-range-misses-inside';
  const outside = (results: number, value: string, where: Place) =>
    breach('search-range-matches-outside', where, { ...asked, value, form, side, results });
  return {
    ...missing((seen, where) => breach(code, where, { ...asked, ...seen })),
    foreign: (_, where) => outside(1, asked.value, where),
    ignored: (results, value) => outside(results, value, FIRST_RESULT),
  };
}
