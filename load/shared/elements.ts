/** Walks the top level of a Part 10 file (PS3.10 section 7, PS3.5 section 7) by its lengths. */

export interface Element {
  /** Group times 65,536 plus element. */
  readonly tag: number;
  /** Value field; of sequences and encapsulated pixel data of undefined length all items. */
  readonly value: Uint8Array;
}

const UNDEFINED = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_DELIMITATION = 0xfffee00d;
const SEQUENCE_DELIMITATION = 0xfffee0dd;
const TRANSFER_SYNTAX_UID = 0x00020010;
const LONG_FORM = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV';

interface Header {
  readonly tag: number;
  readonly vr: string;
  readonly start: number;
  readonly length: number;
}

function header(view: DataView, at: number, explicit: boolean): Header {
  const tag = view.getUint16(at, true) * 65_536 + view.getUint16(at + 2, true);
  const vr = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5));
  const isItem = tag === ITEM || tag === ITEM_DELIMITATION || tag === SEQUENCE_DELIMITATION;
  if (!explicit || isItem) return { tag, vr: isItem ? '' : '??', start: at + 8, length: view.getUint32(at + 4, true) };
  if (LONG_FORM.indexOf(vr) >= 0) return { tag, vr, start: at + 12, length: view.getUint32(at + 8, true) };
  return { tag, vr, start: at + 8, length: view.getUint16(at + 6, true) };
}

/** Where a value of undefined length ends: at its own delimitation. */
function endOfUndefined(view: DataView, start: number, explicit: boolean, delimitation: number): number {
  for (let at = start; ; ) {
    const { tag, vr, start: value, length } = header(view, at, explicit);
    if (tag === delimitation) return at;
    if (length !== UNDEFINED) at = value + length;
    else if (tag === ITEM) at = endOfUndefined(view, value, explicit, ITEM_DELIMITATION) + 8;
    else at = endOfUndefined(view, value, explicit && vr !== 'UN', SEQUENCE_DELIMITATION) + 8;
  }
}

/**
 * Elements of the file meta information and of the data set. Null when the file cannot be followed to its end, or its
 * transfer syntax is neither little endian nor known to be read so.
 */
export function elementsOf(file: Uint8Array): readonly Element[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const elements: Element[] = [];
  let explicit = true;
  try {
    if (view.getUint32(128, false) !== 0x4449434d) return null;
    let implicitAhead = false;
    for (let at = 132; at < file.length; ) {
      // The file meta information is always explicit; the group of the next element tells where it ends.
      if (view.getUint16(at, true) !== 2) explicit = !implicitAhead;
      const { tag, vr, start, length } = header(view, at, explicit);
      const end =
        length === UNDEFINED
          ? endOfUndefined(view, start, explicit && vr !== 'UN', SEQUENCE_DELIMITATION)
          : start + length;
      if (end > file.length) return null;
      const value = file.subarray(start, end);
      if (tag === TRANSFER_SYNTAX_UID) {
        const syntax = uidText(value);
        if (syntax === '1.2.840.10008.1.2.2' || syntax === '1.2.840.10008.1.2.1.99') return null;
        implicitAhead = syntax === '1.2.840.10008.1.2';
      }
      elements.push({ tag, value });
      at = length === UNDEFINED ? end + 8 : end;
    }
    return elements;
  } catch {
    // A RangeError of the view: the file ends inside an element.
    return null;
  }
}

/** A UI value as text, without its padding. */
export function uidText(value: Uint8Array): string {
  let text = '';
  for (const byte of value.subarray(0, 64)) {
    if (byte !== 0 && byte !== 0x20) text += String.fromCharCode(byte);
  }
  return text;
}

/** SOP Instance UID by the file meta information; empty when it does not say. */
export function sopInstanceUID(file: Uint8Array): string {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 132; at + 12 < file.length && view.getUint16(at, true) === 2; ) {
    const { tag, start, length } = header(view, at, true);
    if (start + length > file.length) break;
    if (tag === 0x00020003) return uidText(file.subarray(start, start + length));
    at = start + length;
  }
  return '';
}
