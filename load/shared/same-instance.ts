/** Compares a retrieved instance with the stored one. */
import crypto from 'k6/crypto';
import {
  type Element,
  type ElementList,
  elementsOf,
  isEncodedOtherwise,
  itemsOf,
  transferSyntaxOf,
} from './elements.ts';

type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly why: string }
  /** The two cannot be compared. */
  | { readonly kind: 'unknown'; readonly why: string };

/** Longer values are compared by their hashes: k6 needs a second to loop over four megabytes. */
const MOST_COMPARED = 512;
const PIXEL_DATA = 0x7fe00010;
const DATA_SET_TRAILING_PADDING = 0xfffcfffc;
const ORIGINAL_ATTRIBUTES = 0x04000561;
const MODIFIED_ATTRIBUTES = 0x04000550;

function sha256(bytes: Uint8Array): string {
  return crypto.sha256(bytes as unknown as ArrayBuffer, 'hex');
}

/**
 * Compares a retrieved instance with the stored one: first the hashes of the files, and if they differ, element by
 * element. A server may write its own file meta information, group lengths, paddings and sequence lengths, may use the
 * other of Implicit and Explicit VR Little Endian, and may add elements. It must not drop or change a value, unless it
 * keeps the original in Original Attributes Sequence (PS3.18 section 10.5.2), or said that it discarded elements
 * (`isReduced`). A server may compress without loss; a compressed instance is `unknown`, since it cannot be compared
 * here.
 */
export function compareInstances(stored: Uint8Array, retrieved: Uint8Array, isReduced = false): Comparison {
  if (stored.length === retrieved.length && sha256(stored) === sha256(retrieved)) return { kind: 'same' };
  if (isEncodedOtherwise(retrieved)) {
    return { kind: 'unknown', why: `it came in transfer syntax ${transferSyntaxOf(retrieved)}` };
  }
  const why = difference(stored, retrieved, isReduced);
  return why === null ? { kind: 'same' } : { kind: 'changed', why };
}

/**
 * Whether a retrieved first frame differs from that of the stored instance. `bytes` is the length of a native frame.
 */
export function isOtherFrame(stored: Uint8Array, bytes: number, retrieved: Uint8Array): boolean {
  const { elements } = elementsOf(stored) || { elements: [] };
  const pixels = elements.filter(({ tag }) => tag === PIXEL_DATA)[0];
  return !!pixels && sha256(pixels.value.slice(0, bytes)) !== sha256(retrieved.slice(0, bytes));
}

function difference(stored: Uint8Array, retrieved: Uint8Array, isReduced: boolean): string | null {
  const expected = elementsOf(stored);
  const found = elementsOf(retrieved);
  if (!expected) throw new Error('the stored instance cannot be read');
  if (!found) return 'it is not a complete DICOM file';
  return dataSetDifference(expected, found, isReduced);
}

function dataSetDifference(expected: ElementList, found: ElementList, isReduced: boolean): string | null {
  const byTag: { [tag: number]: Element } = {};
  for (const element of found.elements) byTag[element.tag] = element;
  const kept = keptOriginals(byTag[ORIGINAL_ATTRIBUTES], found.explicit);
  for (const element of expected.elements) {
    if (!matters(element.tag) || (isReduced && !byTag[element.tag] && element.tag !== PIXEL_DATA)) continue;
    const why = elementDifference(element, expected.explicit, byTag[element.tag], found.explicit, isReduced);
    if (!why) continue;
    const isKept = kept.some(
      (other) =>
        other.tag === element.tag && !elementDifference(element, expected.explicit, other, found.explicit, false),
    );
    if (!isKept) return `${name(element.tag)} ${why}`;
  }
  return null;
}

/** The elements of Original Attributes Sequence: what the target changed or removed, with the original values. */
function keptOriginals(sequence: Element | undefined, explicit: boolean): readonly Element[] {
  const kept: Element[] = [];
  for (const original of (sequence && itemsOf(sequence.value, explicit)) || []) {
    for (const { tag, value } of original.elements) {
      if (tag !== MODIFIED_ATTRIBUTES) continue;
      for (const modified of itemsOf(value, explicit) || []) kept.push(...modified.elements);
    }
  }
  return kept;
}

function elementDifference(
  left: Element,
  leftExplicit: boolean,
  right: Element | undefined,
  rightExplicit: boolean,
  isReduced: boolean,
): string | null {
  if (!right) return 'is missing';
  if (left.vr === 'SQ') return sequenceDifference(left, leftExplicit, right, rightExplicit, isReduced);
  return sameValue(left.tag, left.value, right.value) ? null : 'has another value';
}

function sequenceDifference(
  left: Element,
  leftExplicit: boolean,
  right: Element,
  rightExplicit: boolean,
  isReduced: boolean,
): string | null {
  // A UN element of undefined length holds a sequence in Implicit VR (PS3.5 section 6.2.2, note 3).
  const expected = itemsOf(left.value, leftExplicit) || [];
  const found = itemsOf(right.value, rightExplicit && right.vr !== 'UN');
  if (!found || found.length !== expected.length) return 'has other items';
  for (let index = 0; index < expected.length; index++) {
    const [one, other] = [expected[index], found[index]];
    const why = one && other ? dataSetDifference(one, other, isReduced) : null;
    if (why) return `item ${index + 1}: ${why}`;
  }
  return null;
}

/** Whether an element is compared: all but group lengths and Data Set Trailing Padding. */
function matters(tag: number): boolean {
  return tag % 65_536 !== 0 && tag !== DATA_SET_TRAILING_PADDING;
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

/** Length of a value without the spaces and NULs at its end, which are padding. */
function trimmed(value: Uint8Array): number {
  let length = value.length;
  while (length > 0 && (value[length - 1] === 0x20 || value[length - 1] === 0)) length--;
  return length;
}

function name(tag: number): string {
  const hex = tag.toString(16).padStart(8, '0').toUpperCase();
  return `(${hex.slice(0, 4)},${hex.slice(4)})`;
}
