import { type ByteSource, firstDifference } from '../../bytes/byte-source.ts';
import { littleEndianSource } from '../../dicom/byte-order.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { isSameDecimal } from '../../dicom/decimal.ts';
import { elementTexts } from '../../dicom/values.ts';
import { BINARY_VRS, type ValueRepresentation, vrFacts } from '../../dicom/vr.ts';
import { quoted } from '../wording.ts';

/** Longest value that is compared as text; longer ones are compared as bytes. */
const LONGEST_TEXT = 16 * 2 ** 20;

const NUMERIC: ReadonlySet<ValueRepresentation> = new Set(['FD', 'FL', 'SL', 'SS', 'SV', 'UL', 'US', 'UV']);

/** An element together with the data set that says how to read it. */
export interface ElementIn {
  readonly element: DataElement;
  readonly dataSet: DataSet;
}

export type ValueComparison =
  | { readonly kind: 'equal' }
  /** The same number in other characters, such as 1.5 and 1.50. */
  | { readonly kind: 'rewritten'; readonly expected: string; readonly actual: string }
  | { readonly kind: 'different'; readonly expected: string; readonly actual: string; readonly offset?: number }
  | { readonly kind: 'too-large' };

const EQUAL: ValueComparison = { kind: 'equal' };

/**
 * Compares the values of two elements that are no sequences, as the VR of the first has it: text by its characters
 * with padding and character set set aside, everything else by its bytes in little endian.
 */
export function compareElementValues(stored: ElementIn, returned: ElementIn): ValueComparison {
  const vr = stored.element.vr;
  if (isText(vr) && isText(returned.element.vr)) return compareTexts(stored, returned);
  const padded = isPadded(vr) || isPadded(returned.element.vr);
  const compared = compareBytes(littleEndianOf(stored), littleEndianOf(returned), padded);
  if (compared.kind !== 'different') return compared;
  return { ...compared, ...printed('expected', stored), ...printed('actual', returned) };
}

const LONGEST_PRINTED = 64;

/** Numbers say more than their bytes, while there are few. */
function printed(side: 'expected' | 'actual', { element, dataSet }: ElementIn): { expected?: string; actual?: string } {
  if (element.value.length === 0) return { [side]: NO_VALUE };
  if (!NUMERIC.has(element.vr) || element.value.length > LONGEST_PRINTED) return {};
  return { [side]: elementTexts(element, dataSet).join('\\') };
}

const NO_VALUE = 'no value';

export function isText(vr: ValueRepresentation): boolean {
  return vr !== 'SQ' && !BINARY_VRS.has(vr) && !NUMERIC.has(vr);
}

/** Byte strings and text may have one byte more, to come to an even length. */
function isPadded(vr: ValueRepresentation): boolean {
  return vr === 'OB' || vr === 'UN' || isText(vr);
}

/** The value in little endian. AT is two 16-bit words, not one of 32 bits (PS3.5 §7.3). */
export function littleEndianOf({ element, dataSet }: ElementIn): ByteSource {
  if (dataSet.littleEndian || element.fragments) return element.value;
  return littleEndianSource(element.value, element.vr === 'AT' ? 2 : vrFacts(element.vr).valueSize);
}

function compareTexts(stored: ElementIn, returned: ElementIn): ValueComparison {
  if (isSameEncoding(stored, returned) && firstDifference(stored.element.value, returned.element.value) < 0)
    return EQUAL;
  if (Math.max(stored.element.value.length, returned.element.value.length) > LONGEST_TEXT) return { kind: 'too-large' };
  const [left, right] = [normalTexts(stored), normalTexts(returned)];
  if (left.length === right.length && left.every((value, index) => value === right[index])) return EQUAL;
  const texts = excerpts(left.join('\\'), right.join('\\'));
  const decimal = stored.element.vr === 'DS' || stored.element.vr === 'IS';
  const same =
    decimal && left.length === right.length && left.every((value, index) => isSameNumber(value, right[index]));
  return { kind: same ? 'rewritten' : 'different', ...texts };
}

const BEFORE = 20;

/** Both texts quoted, beginning shortly before the first character in which they differ. */
function excerpts(left: string, right: string): { expected: string; actual: string } {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  const start = at > 3 * BEFORE ? at - BEFORE : 0;
  const cut = (text: string) =>
    text === '' ? NO_VALUE : `${start > 0 ? `from character ${start + 1} on ` : ''}${quoted(text.slice(start))}`;
  return { expected: cut(left), actual: cut(right) };
}

function isSameNumber(left: string, right: string | undefined): boolean {
  return left === right || (right !== undefined && isSameDecimal(left, right));
}

function isSameEncoding(stored: ElementIn, returned: ElementIn): boolean {
  return (
    stored.dataSet.littleEndian === returned.dataSet.littleEndian &&
    stored.dataSet.characterSets.join('\\') === returned.dataSet.characterSets.join('\\')
  );
}

/** Values without padding. Leading spaces of LO and SH are padding too (PS3.5 Table 6.2-1), though readers keep them. */
function normalTexts({ element, dataSet }: ElementIn): readonly string[] {
  const { vr } = element;
  return elementTexts(element, dataSet).map((text) =>
    vr === 'PN' ? normalName(text) : vr === 'LO' || vr === 'SH' ? text.replace(/^ +/, '') : text,
  );
}

/** Trailing empty components and groups of a name may be left out, delimiters included (PS3.5 §6.2.1.1). */
function normalName(name: string): string {
  const groups = name.split('=').map((group) => group.replace(/[ ^]+$/, ''));
  return groups.join('=').replace(/=+$/, '');
}

const SPACE = 0x20;

/** Compares two byte strings; where `padded`, one more NUL or space at the end of either is padding. */
export function compareBytes(expected: ByteSource, actual: ByteSource, padded: boolean): ValueComparison {
  const offset = firstDifference(expected, actual);
  if (offset < 0 || (padded && isOnePad(expected, actual, offset))) return EQUAL;
  return {
    kind: 'different',
    expected: `${expected.length} bytes`,
    actual:
      expected.length === actual.length
        ? `other bytes from offset ${offset} on`
        : `${actual.length} bytes, different from offset ${offset} on`,
    offset,
  };
}

function isOnePad(expected: ByteSource, actual: ByteSource, offset: number): boolean {
  const longer = expected.length > actual.length ? expected : actual;
  const shorter = longer === expected ? actual : expected;
  if (longer.length !== shorter.length + 1 || offset !== shorter.length) return false;
  const pad = longer.read(offset, 1)[0];
  return pad === 0 || pad === SPACE;
}
