import { decodeText } from './character-sets.ts';
import type { DataElement, DataSet } from './data-set.ts';
import { BINARY_VRS, type ValueRepresentation, vrFacts } from './vr.ts';

/** Longer values are cut: no real text or list of numbers has more, and a hostile one must not fill the memory. */
const MOST_BYTES = 128 * 2 ** 20;

const IN_CHARACTER_SET = new Set<ValueRepresentation>(['LO', 'LT', 'PN', 'SH', 'ST', 'UC', 'UT']);
const SINGLE_VALUED = new Set<ValueRepresentation>(['LT', 'ST', 'UR', 'UT']);
/** VRs in which leading spaces mean nothing either (PS3.5 Table 6.2-1). */
const LEADING_SPACES = new Set<ValueRepresentation>(['AE', 'CS', 'DS', 'IS']);

type ReadNumber = (view: DataView, offset: number, littleEndian: boolean) => number | bigint;
const READ_NUMBER: Partial<Record<ValueRepresentation, ReadNumber>> = {
  FD: (view, offset, little) => view.getFloat64(offset, little),
  FL: (view, offset, little) => view.getFloat32(offset, little),
  SL: (view, offset, little) => view.getInt32(offset, little),
  SS: (view, offset, little) => view.getInt16(offset, little),
  SV: (view, offset, little) => view.getBigInt64(offset, little),
  UL: (view, offset, little) => view.getUint32(offset, little),
  US: (view, offset, little) => view.getUint16(offset, little),
  UV: (view, offset, little) => view.getBigUint64(offset, little),
};

/** Values of an element as text; empty values are '', an empty element has none, bytes (OB, OW, UN, …) and items neither. */
export function elementTexts(element: DataElement, dataSet: DataSet): readonly string[] {
  const { vr, value } = element;
  if (vr === 'SQ' || BINARY_VRS.has(vr) || value.length === 0) return [];
  if (vr === 'AT') return attributeTags(element, dataSet);
  if (READ_NUMBER[vr]) return elementNumbers(element, dataSet).map(String);
  const bytes = value.read(0, MOST_BYTES);
  const terms = IN_CHARACTER_SET.has(vr) ? dataSet.characterSets : [];
  const delimiters = vr === 'PN' ? '\\^=' : SINGLE_VALUED.has(vr) ? '' : '\\';
  const text = decodeText(bytes, terms, delimiters).replace(/[ \0]+$/, '');
  if (text === '') return [];
  if (SINGLE_VALUED.has(vr)) return [text];
  return text.split('\\').map((one) => trimmed(one, vr));
}

function trimmed(text: string, vr: ValueRepresentation): string {
  const tail = text.replace(/[ \0]+$/, '');
  return LEADING_SPACES.has(vr) ? tail.replace(/^ +/, '') : tail;
}

function attributeTags({ value }: DataElement, { littleEndian }: DataSet): readonly string[] {
  const view = viewOf(value.read(0, MOST_BYTES));
  const tags: string[] = [];
  for (let offset = 0; offset + 4 <= view.byteLength; offset += 4) {
    const tag = view.getUint16(offset, littleEndian) * 0x10000 + view.getUint16(offset + 2, littleEndian);
    tags.push(tag.toString(16).toUpperCase().padStart(8, '0'));
  }
  return tags;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Numeric values of an element: those of the numeric VRs, 64-bit ones as exact bigints, and IS and DS as the nearest
 * number (NaN for text that is none). Elements of other VRs have no numbers.
 */
export function elementNumbers(element: DataElement, dataSet: DataSet): readonly (number | bigint)[] {
  const { vr, value } = element;
  if (vr === 'IS' || vr === 'DS')
    return elementTexts(element, dataSet).map((text) => (text === '' ? Number.NaN : Number(text)));
  const read = READ_NUMBER[vr];
  if (!read) return [];
  const view = viewOf(value.read(0, MOST_BYTES));
  const size = vrFacts(vr).valueSize;
  return Array.from({ length: Math.floor(view.byteLength / size) }, (_, index) =>
    read(view, index * size, dataSet.littleEndian),
  );
}

/** Values of the element with this tag as text, without padding; none when it is absent, empty or binary. */
export function texts(dataSet: DataSet, tag: string): readonly string[] {
  const element = dataSet.elements.get(tag);
  return element ? elementTexts(element, dataSet) : [];
}

/** First value of the element with this tag as text; null when there is none or it is empty. */
export function text(dataSet: DataSet, tag: string): string | null {
  return texts(dataSet, tag)[0] || null;
}

/** Numeric values of the element with this tag; see elementNumbers. */
export function numbers(dataSet: DataSet, tag: string): readonly (number | bigint)[] {
  const element = dataSet.elements.get(tag);
  return element ? elementNumbers(element, dataSet) : [];
}
