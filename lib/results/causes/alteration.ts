import type { Breach } from '../../breaches/breach.ts';
import type { Parameter } from '../../breaches/kind.ts';

/**
 * How one value may have been made of another: the same in every attribute that it meets, whatever the values are. None
 * where no rule tells it. `expected` and `actual` are values as compact JSON.
 */
export function alterationsOf(expected: string, actual: string): readonly string[] {
  const [was, is] = [itemsIn(expected), itemsIn(actual)];
  if (was !== null && is !== null)
    return was > 1 && is === 1 ? ['one item alone'] : was > 0 && is === 0 ? ['no items'] : [];
  const [before, after] = [valuesIn(expected), valuesIn(actual)];
  if (!before || !after) return [];
  if (before.length !== after.length) return ofCount(before, after);
  const [first = [], ...others] = before.flatMap((value, index) =>
    isSame(value, after[index]) ? [] : [ofValue(value, after[index])],
  );
  return first.filter((alteration) => others.every((other) => other.includes(alteration)));
}

const FIRST_ALONE = 'only the first value';

function itemsIn(text: string): number | null {
  const [, items] = /^(\d+) items?$/.exec(text) ?? [];
  return items === undefined ? null : Number(items);
}

/** The values of a list with commas between them; null for a text that was cut, or that is none. */
function valuesIn(text: string): readonly unknown[] | null {
  try {
    return [JSON.parse(`[${text}]`)].flat();
  } catch {
    return null;
  }
}

function isSame(left: unknown, right: unknown): boolean {
  return String(textOf(left) ?? left) === String(textOf(right) ?? right);
}

function ofCount(before: readonly unknown[], after: readonly unknown[]): readonly string[] {
  const [only] = after;
  if (isSplit(before, after)) return ['split at the backslash'];
  const filled = before.filter((value) => value !== '' && value !== null);
  if (filled.length < before.length && isSameList(filled, after)) return ['empty values left out'];
  if (after.length !== 1) return [];
  if (isSame(before[0], only)) return [FIRST_ALONE];
  return isSame(before.map((value) => textOf(value) ?? String(value)).join('\\'), only) ? ['joined'] : [];
}

/** One text in which a backslash is a character, as in LT, ST and UT, taken for several values. */
function isSplit([text, ...others]: readonly unknown[], after: readonly unknown[]): boolean {
  const was = others.length === 0 ? textOf(text) : null;
  return was !== null && after.length > 1 && was === after.map((value) => textOf(value) ?? '').join('\\');
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => isSame(value, right[index]));
}

function ofValue(before: unknown, after: unknown): readonly string[] {
  if (typeof after === 'number') {
    const was = textOf(before) ?? String(before);
    return isRounded(Number(was), after) ? ['rounded'] : ofText(was, String(after));
  }
  const [was, is] = [textOf(before), textOf(after)];
  return was === null || is === null ? [] : ofText(was, is);
}

/** Keys of a breach that has one value in place of another: breaches that were altered alike have one cause. */
export function alterationKeys({ parameters: { expected, actual, stored, returned } }: Breach): string[] {
  const [before, after] = [asList(expected) ?? asJson(stored), asList(actual) ?? asJson(returned)];
  if (typeof before !== 'string' || typeof after !== 'string') return [];
  return alterationsOf(before, after).map((alteration) => `altered: ${alteration}`);
}

/** The values of an attribute as they were sent, and as they are. */
export interface Alteration {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** What a breach says of the values of an attribute; null where it does not tell both, or not to their end. */
export function alterationIn({ parameters: { expected, actual, stored, returned } }: Breach): Alteration | null {
  const [before, after] = [asList(expected) ?? asJson(stored), asList(actual) ?? asJson(returned)];
  if (typeof before !== 'string' || typeof after !== 'string') return null;
  const [was, is] = [valuesIn(before), valuesIn(after)];
  if (!was || !is) return null;
  const inWords = (values: readonly unknown[]) => values.map((value) => textOf(value) ?? String(value ?? ''));
  return { was: inWords(was), is: inWords(is) };
}

function asList(values: Parameter | undefined): Parameter | undefined {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : values;
}

/** The values of an element are one text with backslashes between them. */
function asJson(value: Parameter | undefined): Parameter | undefined {
  if (typeof value !== 'string') return value;
  return value
    .split('\\')
    .map((one) => JSON.stringify(one))
    .join(', ');
}

/** A text, or a name as one: its groups joined as DICOM writes them. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const { Alphabetic, Ideographic, Phonetic } = value as Readonly<Record<string, unknown>>;
  // A server may write an object that no text can be made of, such as {"toString":1}, in the place of a group.
  const groups = [Alphabetic, Ideographic, Phonetic].map((group) => (typeof group === 'string' ? group : ''));
  return groups.join('=').replace(/=+$/, '');
}

const MOST_DIGITS = 12;

function isRounded(before: number, after: number): boolean {
  if (Number.isNaN(before) || Number.isNaN(after) || before === after) return false;
  for (let digits = 0; digits <= MOST_DIGITS; digits++) if (Number(before.toFixed(digits)) === after) return true;
  return false;
}

/** A shorter text is in another one by chance. */
const LEAST_ADDED = 2;

function ofText(before: string, after: string): readonly string[] {
  if (after === before.toUpperCase()) return ['upper case'];
  if (after === before.toLowerCase()) return ['lower case'];
  if (isWithoutGroups(before, after)) return ['component groups left out'];
  if (after !== '' && before.startsWith(after)) {
    return [`cut to ${after.length} characters`, `without the last ${before.length - after.length} characters`];
  }
  if (before !== '' && after.length >= before.length + LEAST_ADDED) {
    if (after.endsWith(before)) return [`${after.slice(0, -before.length)} before it`];
    if (after.startsWith(before)) return [`${after.slice(before.length)} after it`];
  }
  return [
    shift(before, after) ?? questioned(before, after) ?? escaped(before, after) ?? replaced(before, after) ?? [],
  ].flat();
}

/** Characters that the server's character set does not have. */
function questioned(before: string, after: string): string | null {
  if (!/[^ -~]/.test(before)) return null;
  const isQuestioned = [/[^\x00-\x7f]/gu, /[^\x00-\xff]/gu].some((beyond) => before.replace(beyond, '?') === after);
  return isQuestioned ? 'question marks for characters beyond ASCII' : null;
}

/** A name of several component groups, of which some are not there and the others are as they were. */
function isWithoutGroups(before: string, after: string): boolean {
  const [was, is] = [before.split('='), after.split('=')];
  const left = is.filter((group) => group !== '').length;
  return (
    was.length > 1 && left > 0 && left < was.length && is.every((group, index) => group === '' || group === was[index])
  );
}

const DAY_MS = 86_400_000;

/** Dates by days, times of day by whole quarters of an hour, as time zones do. */
function shift(before: string, after: string): string | null {
  const [from, to] = [dateMs(before), dateMs(after)];
  if (from !== null && to !== null) return `moved by ${(to - from) / DAY_MS} days`;
  const [start, end] = [secondOfDay(before), secondOfDay(after)];
  if (start === null || end === null || before.slice(6) !== after.slice(6)) return null;
  const seconds = (end - start + 86_400) % 86_400;
  return seconds % 900 === 0 ? `moved by ${seconds} seconds` : null;
}

function dateMs(text: string): number | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  return year === undefined ? null : Date.UTC(Number(year), Number(month) - 1, Number(day));
}

function secondOfDay(text: string): number | null {
  const [, hour, minute, second] = /^(\d\d)(\d\d)(\d\d)(?:\.\d+)?$/.exec(text) ?? [];
  return hour === undefined ? null : Number(hour) * 3600 + Number(minute) * 60 + Number(second);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escaped(before: string, after: string): string | null {
  const plain = after.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return ENTITIES[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : whole);
  });
  if (plain === before) return 'escaped as HTML';
  try {
    return decodeURIComponent(after) === before ? 'percent-encoded' : null;
  } catch {
    return null;
  }
}

/** Every occurrence of one character in place of which something else stands. */
function replaced(before: string, after: string): string | null {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const character = before[start];
  if (character === undefined) return null;
  const times = before.split(character).length - 1;
  if (times === before.length) return null;
  const length = (after.length - before.length) / times + 1;
  if (!Number.isInteger(length) || length < 0) return null;
  const other = after.slice(start, start + length);
  const isEvery = before.replaceAll(character, () => other) === after;
  // A letter or digit that stands once may have been changed for any reason.
  return isEvery && (/[^0-9A-Za-z]/.test(character) || length > 1) ? `${character} written as ${other}` : null;
}
