import type { Parameter, Parameters } from '../kind.ts';
import { ofMoments } from './of-moments.ts';
import { ofNumbers } from './of-numbers.ts';
import { ofText } from './of-text.ts';

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
  if (isOtherOrder(before, after)) return ['values in another order'];
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
  if (isSplit(before, after)) return ['split at the backslash'];
  const filled = before.filter((value) => value !== '' && value !== null);
  if (filled.length < before.length && isSameList(filled, after)) return ['empty values left out'];
  const isOne = after.length === 1;
  if (isOne && isSame(before[0], after[0])) return [FIRST_ALONE];
  if (isOne && isSame(before.at(-1), after[0])) return ['only the last value'];
  if (after.length > 0 && isSameList(before.slice(0, after.length), after)) return [`the first ${after.length} values`];
  if (isOne && before.length > 1) return joined(before, after[0]);
  return [];
}

/** What may stand between values that are joined to one. */
const BETWEEN = ['\\', ',', ', ', ';', '; ', ' ', '|', '/', ''];

function joined(before: readonly unknown[], after: unknown): readonly string[] {
  const texts = before.map((value) => textOf(value) ?? String(value));
  return BETWEEN.some((between) => isSame(texts.join(between), after)) ? ['joined'] : [];
}

/** One text in which a backslash is a character, as in LT, ST and UT, taken for several values. */
function isSplit([text, ...others]: readonly unknown[], after: readonly unknown[]): boolean {
  const was = others.length === 0 ? textOf(text) : null;
  return was !== null && after.length > 1 && was === after.map((value) => textOf(value) ?? '').join('\\');
}

function isSameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.length === right.length && left.every((value, index) => isSame(value, right[index]));
}

function isOtherOrder(left: readonly unknown[], right: readonly unknown[]): boolean {
  const sorted = (values: readonly unknown[]) => values.map((value) => textOf(value) ?? String(value)).toSorted();
  return left.length > 1 && sorted(left).join('\\') === sorted(right).join('\\');
}

function ofValue(before: unknown, after: unknown): readonly string[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was === null || is === null) return [];
  return [...new Set([...ofMoments(was, is), ...ofNumbers(was, is), ...ofText(was, is)])];
}

/** A text, a name as one, or a number as JSON writes it. */
function wordsOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : textOf(value);
}

/** How the value that a breach tells of was made of the right one; nothing where it tells of no value, or it does not show. */
export function alterationsTold({ expected, actual, stored, returned }: Parameters): readonly string[] {
  const [before, after] = [asList(expected) ?? asJson(stored), asList(actual) ?? asJson(returned)];
  return typeof before === 'string' && typeof after === 'string' ? alterationsOf(before, after) : [];
}

/** Keys of a breach that has one value in place of another: breaches that were altered alike have one cause. */
export function alterationKeys({ parameters }: { readonly parameters: Parameters }): string[] {
  return alterationsTold(parameters).map((alteration) => `altered: ${alteration}`);
}

/** The values of an attribute as they were sent, and as they are. */
export interface Alteration {
  readonly was: readonly string[];
  readonly is: readonly string[];
}

/** What is told of an attribute that was emptied. */
const NOTHING = 'no value';

/** What a breach says of the values of an attribute; null where it does not tell both, or not to their end. */
export function alterationIn({
  parameters: { expected, actual, stored, returned },
}: {
  readonly parameters: Parameters;
}): Alteration | null {
  const [before, after] = [asList(expected) ?? asJson(stored), asList(actual) ?? asJson(returned)];
  if (typeof before !== 'string') return null;
  const isEmptied = actual === NOTHING || (after === undefined && typeof stored === 'string');
  const [was, is] = [valuesIn(before), isEmptied ? [] : typeof after === 'string' ? valuesIn(after) : null];
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
