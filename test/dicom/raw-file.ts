/** Builds DICOM files byte by byte, without the library that is tested with them. */

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);

export const UNDEFINED = 0xffffffff;
export const EXPLICIT = '1.2.840.10008.1.2.1';
export const IMPLICIT = '1.2.840.10008.1.2';
export const DEFLATED = '1.2.840.10008.1.2.1.99';
export const BIG_ENDIAN = '1.2.840.10008.1.2.2';
export const RLE = '1.2.840.10008.1.2.5';

export type Value = string | readonly number[] | Uint8Array;

export function bytesOf(value: Value): Buffer {
  return typeof value === 'string' ? Buffer.from(value, 'latin1') : Buffer.from(value);
}

function tagBytes(tag: string, bigEndian = false): Buffer {
  const [a = 0, b = 0, c = 0, d = 0] = Buffer.from(tag, 'hex');
  return Buffer.from(bigEndian ? [a, b, c, d] : [b, a, d, c]);
}

function uint(value: number, size: 2 | 4, bigEndian = false): Buffer {
  const bytes = Buffer.alloc(size);
  if (bigEndian) bytes.writeUIntBE(value, 0, size);
  else bytes.writeUIntLE(value, 0, size);
  return bytes;
}

/** An element in Explicit VR; `length` is the one that the header claims. */
export function explicit(tag: string, vr: string, value: Value, length?: number, bigEndian = false): Buffer {
  const bytes = bytesOf(value);
  const size = LONG.has(vr) ? 4 : 2;
  const reserved = Buffer.alloc(size === 4 ? 2 : 0);
  return Buffer.concat([
    tagBytes(tag, bigEndian),
    Buffer.from(vr, 'latin1'),
    reserved,
    uint(length ?? bytes.length, size, bigEndian),
    bytes,
  ]);
}

/** An element in Implicit VR Little Endian, or an item or a delimitation. */
export function implicit(tag: string, value: Value, length?: number): Buffer {
  const bytes = bytesOf(value);
  return Buffer.concat([tagBytes(tag), uint(length ?? bytes.length, 4), bytes]);
}

export const item = (value: Value, length?: number): Buffer => implicit('FFFEE000', value, length);
export const ITEM_END = implicit('FFFEE00D', []);
export const SEQUENCE_END = implicit('FFFEE0DD', []);

export const SOP_CLASS = '1.2.840.10008.5.1.4.1.1.7';
export const even = (text: string, padding = '\0'): string => (text.length % 2 === 0 ? text : text + padding);

/** SOP Class and Instance UID, as the file meta information of `file` has them. */
export const IDS = Buffer.concat([
  explicit('00080016', 'UI', even(SOP_CLASS)),
  explicit('00080018', 'UI', even('1.2.3.4')),
]);

export function metaElements(syntax: string): Buffer[] {
  return [
    explicit('00020001', 'OB', [0, 1]),
    explicit('00020002', 'UI', even(SOP_CLASS)),
    explicit('00020003', 'UI', even('1.2.3.4')),
    explicit('00020010', 'UI', even(syntax)),
    explicit('00020012', 'UI', even('1.2.3')),
  ];
}

/** A file of the given file meta elements, the group length before them, and an encoded data set. */
export function fileWithMeta(meta: readonly Buffer[], dataSet: Uint8Array): Buffer {
  const group = Buffer.concat(meta);
  const length = explicit('00020000', 'UL', uint(group.length, 4));
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), length, group, dataSet]);
}

export function file(dataSet: Uint8Array | readonly Uint8Array[], syntax = EXPLICIT): Buffer {
  return fileWithMeta(metaElements(syntax), dataSet instanceof Uint8Array ? dataSet : Buffer.concat([...dataSet]));
}
