import { firstDifference, memorySource, sliceSource } from '../../bytes/byte-source.ts';
import { isSameDecimal } from '../../dicom/decimal.ts';
import type { DicomJsonPersonName, DicomJsonValue } from '../../dicom/json.ts';
import { BINARY_VRS } from '../../dicom/vr.ts';
import { type ByteDifference, byteDifference } from '../dicom/byte-pattern.ts';
import type { JsonAttribute, JsonDataSet } from '../json/data-set.ts';
import { excerpt, type JsonNode, member } from '../json/node.ts';
import { counted } from '../wording.ts';
import type { StoredAttribute, StoredAttributes } from './stored-attributes.ts';

/**
 * How a value in JSON departs from the stored one.
 * `lost`: nothing where a value is stored. `invented`: a value where none is stored. `joined`: several values in one
 * string. `gaps`: only the empty values among several differ. `count`: another number of values. `precision`: the same
 * number rounded. `groups`: component groups of a name are not there, and the others are the same. `characters`: only the characters beyond ASCII of a text differ. `bytes`: the decoded InlineBinary differs.
 */
export type DifferenceKind =
  | 'lost'
  | 'invented'
  | 'joined'
  | 'gaps'
  | 'count'
  | 'order'
  | 'precision'
  | 'groups'
  | 'value'
  | 'characters'
  | 'bytes';

interface Difference {
  readonly kind: DifferenceKind;
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  /** How bytes differ, with their lengths, where it is bytes that do. */
  readonly bytes?: ByteDifference & { readonly stored: number; readonly returned: number };
}

const NUMERIC = new Set(['DS', 'FD', 'FL', 'IS', 'SL', 'SS', 'SV', 'UL', 'US', 'UV']);
/** VRs of text in which leading spaces mean nothing (PS3.5 Table 6.2-1). */
const LEADING_SPACES = new Set(['AE', 'CS', 'LO', 'SH']);
const GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'] as const;

/**
 * The first way in which an attribute in JSON does not mean what is stored; null when it does, or when the values
 * cannot be compared (bulk data, another VR family). Padding, number formats and trailing carets do not count; items
 * of sequences are compared only in number.
 */
export function compareValues(attribute: JsonAttribute, stored: StoredAttribute): Difference | null {
  const { pointer } = attribute;
  if (attribute.bulkDataUri) return null;
  if (attribute.inlineBinary) return compareBytes(attribute.inlineBinary, stored, `${pointer}/InlineBinary`);
  if (stored.vr === 'SQ') return compareItems(attribute, stored);
  const actual = attribute.values.map((node) => wordsOf(node, stored.vr));
  const isEmpty = actual.every((words) => words === '');
  const seen = attribute.values.length === 0 ? 'no value' : attribute.values.slice(0, 20).map(excerpt).join(', ');
  if (stored.isEmpty) {
    return isEmpty ? null : { kind: 'invented', pointer, expected: 'no value', actual: seen };
  }
  if (BINARY_VRS.has(stored.vr as never)) {
    return attribute.values.length === 0
      ? { kind: 'lost', pointer, expected: `${stored.bytes.length} bytes of ${stored.vr}`, actual: seen }
      : null;
  }
  const expected = stored.values.map((value) => storedWords(value, stored.vr));
  const wanted = expected.map((words) => JSON.stringify(words)).join(', ');
  const difference = (kind: DifferenceKind, where = pointer): Difference => ({
    kind,
    pointer: where,
    expected: wanted,
    actual: seen,
  });
  if (isEmpty) return expected.every((words) => words === '') ? null : difference('lost');
  if (actual.length !== expected.length) return difference(kindOfCount(actual, expected));
  for (const [index, words] of actual.entries()) {
    // That a name is a text is judged by JSON-013: it has no place for other groups than the first.
    const isText = stored.vr === 'PN' && attribute.values[index]?.kind === 'string';
    const wanted = isText && !words.includes('=') ? firstGroup(expected[index]) : (expected[index] ?? '');
    const kind = compareOne(words, wanted, stored.vr);
    if (kind) return difference(kind, `${pointer}/Value/${index}`);
  }
  return null;
}

function firstGroup(name = ''): string {
  return name.split('=')[0] ?? '';
}

/** So many items of a sequence are looked for in another place. */
const MOST_ITEMS = 50;

/** Which stored item each item of a sequence is: the one in its place, unless they are the stored ones in another order. */
export function itemOrder(attribute: JsonAttribute, { items: stored }: StoredAttribute): readonly number[] {
  const places = attribute.items.map((_, index) => index);
  const { items } = attribute;
  const is = (index: number, place: number): boolean => isItem(items[index], stored[place]);
  if (items.length !== stored.length || items.length > MOST_ITEMS || places.every((index) => is(index, index)))
    return places;
  const left = new Set(places);
  const found = places.map((index) => {
    const place = [...left].find((one) => is(index, one)) ?? -1;
    left.delete(place);
    return place;
  });
  return found.includes(-1) ? places : found;
}

function isReordered(attribute: JsonAttribute, stored: StoredAttribute): boolean {
  return itemOrder(attribute, stored).some((place, index) => place !== index);
}

/** Whether an item has the values of a stored one, in every attribute that both have, whatever the order of items in it. */
function isItem(item: JsonDataSet | undefined, stored: StoredAttributes | undefined): boolean {
  if (!item || !stored || item.attributes.length === 0) return false;
  return item.attributes.every((attribute) => {
    const counterpart = stored.get(attribute.tag);
    if (counterpart === undefined) return false;
    const difference = compareValues(attribute, counterpart);
    return difference === null || difference.kind === 'order';
  });
}

function compareItems(attribute: JsonAttribute, stored: StoredAttribute): Difference | null {
  const { pointer, values } = attribute;
  const { items } = stored;
  const written = values.length === 1 && values.every(isNothing) ? 0 : values.length;
  if (written === items.length) {
    if (!isReordered(attribute, stored)) return null;
    const names = (order: readonly number[]) => `items in the order ${order.map((index) => index + 1).join(', ')}`;
    const order = itemOrder(attribute, stored);
    return { kind: 'order', pointer, expected: names(order.map((_, index) => index)), actual: names(order) };
  }
  const kind = written === 0 ? 'lost' : items.length === 0 ? 'invented' : 'count';
  return { kind, pointer, expected: counted(items.length, 'item'), actual: counted(written, 'item') };
}

/** What some servers write for no item at all. */
function isNothing(node: JsonNode): boolean {
  return (node.kind === 'string' && node.value === '') || (node.kind === 'literal' && node.value === null);
}

function kindOfCount(actual: readonly string[], expected: readonly string[]): DifferenceKind {
  if (actual.length === 1 && sameWords(actual.join().split('\\'), expected)) return 'joined';
  const filled = (words: readonly string[]) => words.filter((word) => word !== '');
  return expected.includes('') && sameWords(filled(actual), filled(expected)) ? 'gaps' : 'count';
}

function sameWords(left: readonly string[], right: readonly string[]): boolean {
  const withoutPadding = (words: readonly string[]) => JSON.stringify(words.map((word) => word.trim()));
  return withoutPadding(left) === withoutPadding(right);
}

function compareOne(actual: string, expected: string, vr: string): DifferenceKind | null {
  if (actual === expected) return null;
  if (NUMERIC.has(vr)) return compareNumbers(actual, expected, vr);
  if (vr === 'PN' && withoutCarets(actual) === withoutCarets(expected)) return null;
  if (actual === '' || expected === '') return 'gaps';
  if (vr === 'PN' && lacksGroups(actual, expected)) return 'groups';
  return isReencoded(actual, expected) ? 'characters' : 'value';
}

function lacksGroups(actual: string, expected: string): boolean {
  const groups = expected.split('=');
  return actual.split('=').every((group, index) => group === '' || group === groups[index]);
}

/**
 * Whether text with characters beyond ASCII differs in these alone, as it does after a wrong character set: the ASCII
 * around them is the same, escape sequences of ISO 2022 were left standing, or U+FFFD stands for bytes that are no UTF-8.
 * Anything else is another value.
 */
function isReencoded(actual: string, expected: string): boolean {
  const asciiOf = (text: string) => text.replace(/[^ -~]|\?/g, '');
  const [first, last] = [actual.indexOf('\uFFFD'), actual.lastIndexOf('\uFFFD')];
  if (first >= 0 && expected.startsWith(actual.slice(0, first)) && expected.endsWith(actual.slice(last + 1)))
    return true;
  if (!/[^ -~]/.test(expected)) return false;
  return asciiOf(actual) === asciiOf(expected) || actual.includes('\x1B') || isInAscii(actual, expected);
}

/** Whether the components of a name that are in ASCII are the same, and there are some. */
function isInAscii(actual: string, expected: string): boolean {
  const [is, was] = [actual.split(/[=^]/), expected.split(/[=^]/)];
  const isAscii = (component: string) => /^[ -~]+$/.test(component);
  return (
    is.length === was.length &&
    was.filter(isAscii).length > 1 &&
    was.every((component, index) => !isAscii(component) || component === is[index])
  );
}

function withoutCarets(name: string): string {
  return name
    .split('=')
    .map((group) => group.replace(/[\^ ]+$/, ''))
    .join('=')
    .replace(/=+$/, '');
}

function compareNumbers(actual: string, expected: string, vr: string): DifferenceKind | null {
  if (isSameDecimal(actual, expected)) return null;
  if (actual === '' || expected === '') return 'gaps';
  const [left, right] = [Number(actual), Number(expected)];
  if (!Number.isFinite(right)) return isNonFinite(actual) ? null : 'value';
  if (vr === 'FL' && Math.fround(left) === Math.fround(right)) return null;
  if (vr !== 'SV' && vr !== 'UV' && left === right) return null;
  return Math.abs(left - right) <= Math.abs(right) * 1e-6 && !/IS|SL|SS|UL|US/.test(vr) ? 'precision' : 'value';
}

/** What servers write where a number is infinite or none; PS3.18 does not say. */
function isNonFinite(text: string): boolean {
  return /^[+-]?(nan|inf|infinity)$/i.test(text);
}

/** A value in JSON as text to compare: numbers as written, names as groups joined by `=`, null as nothing. */
function wordsOf(node: JsonNode, vr: string): string {
  switch (node.kind) {
    case 'string':
      return vr === 'PN' ? trimName(node.value) : trimmed(node.value, vr);
    case 'number':
      return vr === 'AT' ? tagOf(node.text) : node.text;
    case 'literal':
      return node.value === null ? '' : String(node.value);
    case 'object':
      return nameOf((group) => textOf(member(node, group)));
    case 'array':
      return excerpt(node);
  }
}

/** In which form a tag is written is judged by JSON-012: here its number counts. */
function tagOf(text: string): string {
  return /^\d{1,10}$/.test(text) ? Number(text).toString(16).toUpperCase().padStart(8, '0') : text;
}

function textOf(node: JsonNode | null): string {
  return node?.kind === 'string' ? node.value : '';
}

function storedWords(value: DicomJsonValue, vr: string): string {
  if (value === null) return '';
  if (typeof value !== 'object') return trimmed(String(value), vr);
  return nameOf((group) => (value as DicomJsonPersonName)[group] ?? '');
}

function nameOf(group: (name: (typeof GROUPS)[number]) => string): string {
  return trimName(GROUPS.map(group).join('='));
}

function trimName(name: string): string {
  return name
    .split('=')
    .map((group) => group.replace(/[ \0]+$/, ''))
    .join('=')
    .replace(/=+$/, '');
}

function trimmed(text: string, vr: string): string {
  const tail = text.replace(/[ \0]+$/, '');
  if (vr === 'TM' || vr === 'DT') return withoutEmptyFraction(tail);
  // In which form a tag is written is judged by JSON-012.
  if (vr === 'AT') return tail.replace(/[(), ]/g, '').toUpperCase();
  return LEADING_SPACES.has(vr) ? tail.replace(/^ +/, '') : tail;
}

/** `120000.500` and `120000.5` are the same time, `120000.000` and `120000` as well. */
function withoutEmptyFraction(time: string): string {
  return time.replace(/(\.[0-9]*?)0+(?=$|[+-])/, '$1').replace(/\.(?=$|[+-])/, '');
}

/** Decoded bytes against the value field; the byte that pads it to even length may be absent (PS3.18 §F.2.7). */
function compareBytes(node: JsonNode, { bytes }: StoredAttribute, pointer: string): Difference | null {
  if (node.kind !== 'string') return null;
  const decoded = memorySource(Buffer.from(node.value, 'base64'));
  const isPadded = decoded.length === bytes.length - 1 && bytes.read(decoded.length, 1)[0] === 0;
  const offset = firstDifference(decoded, isPadded ? sliceSource(bytes, 0, decoded.length) : bytes);
  if (offset < 0) return null;
  return {
    kind: 'bytes',
    pointer,
    expected: `the ${bytes.length} bytes that are stored`,
    actual: `${decoded.length} bytes, different from byte ${offset} on`,
    bytes: { ...byteDifference(bytes, decoded), stored: bytes.length, returned: decoded.length },
  };
}
