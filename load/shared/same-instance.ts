/** Whether what came back is what was stored. */
import crypto from 'k6/crypto';
import { type Element, elementsOf } from './elements.ts';

/** Values longer than this are compared by their hashes: a loop over bytes takes k6 a second for four megabytes. */
const MOST_COMPARED = 512;
const PIXEL_DATA = 0x7fe00010;
const DATA_SET_TRAILING_PADDING = 0xfffcfffc;

function sha256(bytes: Uint8Array): string {
  return crypto.sha256(bytes as unknown as ArrayBuffer, 'hex');
}

/**
 * What differs between a stored instance and what was retrieved for it, in words; null when nothing does. The whole
 * file by its hash first. Where that differs the data elements decide: a server may write file meta information of its
 * own, group lengths, paddings and lengths of sequences, and may add elements; it may not drop or change a value.
 */
export function difference(stored: Uint8Array, retrieved: Uint8Array): string | null {
  if (stored.length === retrieved.length && sha256(stored) === sha256(retrieved)) return null;
  const expected = elementsOf(stored);
  const found = elementsOf(retrieved);
  if (!expected) throw new Error('the stored instance cannot be read');
  if (!found) return 'it is no DICOM file of a transfer syntax in which it was stored';
  const byTag: { [tag: number]: Element } = {};
  for (const element of found) byTag[element.tag] = element;
  for (const { tag, value } of expected) {
    if (!matters(tag)) continue;
    const other = byTag[tag];
    if (!other) return `${name(tag)} is missing`;
    if (!sameValue(tag, value, other.value)) return `${name(tag)} has another value`;
  }
  return null;
}

/** Not so: file meta information, group lengths, padding at the end. */
function matters(tag: number): boolean {
  return tag >= 0x00030000 && tag % 65_536 !== 0 && tag !== DATA_SET_TRAILING_PADDING;
}

function sameValue(tag: number, left: Uint8Array, right: Uint8Array): boolean {
  if (tag === PIXEL_DATA || left.length > MOST_COMPARED || right.length > MOST_COMPARED) {
    return left.length === right.length && sha256(left) === sha256(right);
  }
  const length = trimmed(left);
  if (length !== trimmed(right)) return false;
  for (let index = 0; index < length; index++) {
    if (left[index] !== right[index]) return false;
  }
  return true;
}

/** Length without the padding at the end: a space or a NUL, insignificant in values of these lengths. */
function trimmed(value: Uint8Array): number {
  let length = value.length;
  while (length > 0 && (value[length - 1] === 0x20 || value[length - 1] === 0)) length--;
  return length;
}

function name(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0').toUpperCase();
  return `(${hex.slice(0, 4)},${hex.slice(4)})`;
}
