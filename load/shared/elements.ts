/**
 * Reads Part 10 files (PS3.10 section 7, PS3.5 section 7) from length to length: k6 would loop over bytes for seconds.
 */

export interface Element {
  /** Group times 65,536 plus element. */
  readonly tag: number;
  /** Empty in Implicit VR. */
  readonly vr: string;
  /** The value field; when its length is undefined, all items without the delimitation item. */
  readonly value: Uint8Array;
}

export interface ElementList {
  readonly elements: readonly Element[];
  /** Whether the data set is in Explicit VR. */
  readonly explicit: boolean;
}

const UNDEFINED = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_DELIMITATION = 0xfffee00d;
const SEQUENCE_DELIMITATION = 0xfffee0dd;
const MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
const TRANSFER_SYNTAX_UID = 0x00020010;
const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2';
const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1';
const LONG_FORM = 'OB OD OF OL OV OW SQ SV UC UN UR UT UV';
const FILE_META = 132;

interface Header {
  readonly tag: number;
  readonly vr: string;
  readonly start: number;
  readonly length: number;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function header(view: DataView, at: number, explicit: boolean): Header {
  const tag = view.getUint16(at, true) * 65_536 + view.getUint16(at + 2, true);
  const isItem = tag === ITEM || tag === ITEM_DELIMITATION || tag === SEQUENCE_DELIMITATION;
  if (!explicit || isItem) return { tag, vr: '', start: at + 8, length: view.getUint32(at + 4, true) };
  const vr = String.fromCharCode(view.getUint8(at + 4), view.getUint8(at + 5));
  if (LONG_FORM.indexOf(vr) >= 0) return { tag, vr, start: at + 12, length: view.getUint32(at + 8, true) };
  return { tag, vr, start: at + 8, length: view.getUint16(at + 6, true) };
}

/** Offset of the delimitation item that ends a value of undefined length. */
function endOfUndefined(view: DataView, start: number, explicit: boolean, delimitation: number): number {
  for (let at = start; ; ) {
    const { tag, vr, start: value, length } = header(view, at, explicit);
    if (tag === delimitation) return at;
    if (length !== UNDEFINED) at = value + length;
    else if (tag === ITEM) at = endOfUndefined(view, value, explicit, ITEM_DELIMITATION) + 8;
    else at = endOfUndefined(view, value, explicit && vr !== 'UN', SEQUENCE_DELIMITATION) + 8;
  }
}

/** Reads elements from `start` to the end of the bytes. Throws a RangeError when they end inside an element. */
function read(bytes: Uint8Array, start: number, explicit: boolean, until: (tag: number) => boolean): Element[] {
  const view = viewOf(bytes);
  const elements: Element[] = [];
  for (let at = start; at < bytes.length; ) {
    const { tag, vr, start: from, length } = header(view, at, explicit);
    if (until(tag)) break;
    const undefinedLength = length === UNDEFINED;
    const end = undefinedLength
      ? endOfUndefined(view, from, explicit && vr !== 'UN', SEQUENCE_DELIMITATION)
      : from + length;
    if (end > bytes.length) throw new RangeError('the bytes end inside an element');
    elements.push({ tag, vr, value: bytes.subarray(from, end) });
    at = undefinedLength ? end + 8 : end;
  }
  return elements;
}

/** Elements of the file meta information, and the offset at which they end. */
function fileMeta(file: Uint8Array): { readonly elements: readonly Element[]; readonly end: number } {
  if (viewOf(file).getUint32(FILE_META - 4, false) !== 0x4449434d) throw new RangeError('no DICM prefix');
  const elements = read(file, FILE_META, true, (tag) => tag >= 0x00030000);
  const last = elements[elements.length - 1];
  return { elements, end: last ? last.value.byteOffset - file.byteOffset + last.value.length : FILE_META };
}

function textOf(elements: readonly Element[], tag: number): string {
  for (const element of elements) if (element.tag === tag) return uidText(element.value);
  return '';
}

/** A UI value as text, without its padding. */
function uidText(value: Uint8Array): string {
  let text = '';
  for (const byte of value.subarray(0, 64)) {
    if (byte !== 0 && byte !== 0x20) text += String.fromCharCode(byte);
  }
  return text;
}

/** Transfer Syntax UID in the file meta information; empty when it is missing. */
export function transferSyntaxOf(file: Uint8Array): string {
  try {
    return textOf(fileMeta(file).elements, TRANSFER_SYNTAX_UID);
  } catch {
    return '';
  }
}

/** Whether a file names a transfer syntax other than the two that `elementsOf` can read. */
export function isEncodedOtherwise(file: Uint8Array): boolean {
  const transferSyntax = transferSyntaxOf(file);
  return (
    transferSyntax !== '' && transferSyntax !== EXPLICIT_LITTLE_ENDIAN && transferSyntax !== IMPLICIT_LITTLE_ENDIAN
  );
}

/**
 * Elements of a file's data set. Null when the data set is malformed, or in neither Implicit nor Explicit VR Little
 * Endian.
 */
export function elementsOf(file: Uint8Array): ElementList | null {
  try {
    const meta = fileMeta(file);
    const transferSyntax = textOf(meta.elements, TRANSFER_SYNTAX_UID);
    const explicit = transferSyntax === EXPLICIT_LITTLE_ENDIAN;
    if (!explicit && transferSyntax !== IMPLICIT_LITTLE_ENDIAN) return null;
    return { elements: read(file, meta.end, explicit, () => false), explicit };
  } catch {
    return null;
  }
}

/** Items of a sequence. Null when the value is malformed. */
export function itemsOf(value: Uint8Array, explicit: boolean): readonly ElementList[] | null {
  try {
    const view = viewOf(value);
    const items: ElementList[] = [];
    for (let at = 0; at < value.length; ) {
      const { tag, start, length } = header(view, at, explicit);
      if (tag !== ITEM) return null;
      const end = length === UNDEFINED ? endOfUndefined(view, start, explicit, ITEM_DELIMITATION) : start + length;
      items.push({ elements: read(value.subarray(0, end), start, explicit, () => false), explicit });
      at = length === UNDEFINED ? end + 8 : end;
    }
    return items;
  } catch {
    return null;
  }
}

/** SOP Instance UID in the file meta information; empty when it is missing. */
export function sopInstanceUID(file: Uint8Array): string {
  try {
    return textOf(fileMeta(file).elements, MEDIA_STORAGE_SOP_INSTANCE_UID);
  } catch {
    return '';
  }
}
