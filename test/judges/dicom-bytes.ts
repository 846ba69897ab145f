import { memorySource } from '../../lib/bytes/byte-source.ts';
import { openInstance, type StoredInstance } from '../../lib/dicom/instance.ts';

/**
 * Writes DICOM byte by byte, apart from the writer of the library: the judges are tested against an independent hand,
 * and with files that no proper writer makes.
 */
export const EXPLICIT = '1.2.840.10008.1.2.1';
export const IMPLICIT = '1.2.840.10008.1.2';
export const BIG_ENDIAN = '1.2.840.10008.1.2.2';
export const RLE = '1.2.840.10008.1.2.5';
export const JPEG = '1.2.840.10008.1.2.4.50';
export const J2K = '1.2.840.10008.1.2.4.90';
/** No codec here decodes it. */
export const JPEG_XL = '1.2.840.10008.1.2.4.110';

export interface Encoding {
  readonly explicit: boolean;
  readonly little: boolean;
}
const BY_SYNTAX: Record<string, Encoding> = {
  [IMPLICIT]: { explicit: false, little: true },
  [BIG_ENDIAN]: { explicit: true, little: false },
};
const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);

/** An element in the encoding that the file will have. */
export type Write = (encoding: Encoding) => Buffer;

function uint16(value: number, little: boolean): Buffer {
  const buffer = Buffer.alloc(2);
  if (little) buffer.writeUInt16LE(value);
  else buffer.writeUInt16BE(value);
  return buffer;
}

function uint32(value: number, little: boolean): Buffer {
  const buffer = Buffer.alloc(4);
  if (little) buffer.writeUInt32LE(value);
  else buffer.writeUInt32BE(value);
  return buffer;
}

function tagBytes(tag: string, little: boolean): Buffer {
  return Buffer.concat([
    uint16(Number.parseInt(tag.slice(0, 4), 16), little),
    uint16(Number.parseInt(tag.slice(4), 16), little),
  ]);
}

function header(tag: string, vr: string, length: number, { explicit, little }: Encoding): Buffer {
  const start = tagBytes(tag, little);
  if (!explicit) return Buffer.concat([start, uint32(length, little)]);
  const letters = Buffer.from(vr, 'latin1');
  if (LONG.has(vr)) return Buffer.concat([start, letters, Buffer.alloc(2), uint32(length, little)]);
  return Buffer.concat([start, letters, uint16(length, little)]);
}

/** An element from raw bytes, as they are. */
export function raw(tag: string, vr: string, value: Uint8Array | number[]): Write {
  const bytes = Buffer.from(value);
  return (encoding) => Buffer.concat([header(tag, vr, bytes.length, encoding), bytes]);
}

/** An element of text in latin-1, or in UTF-8 for characters beyond it, padded to even length. */
export function str(tag: string, vr: string, value: string, pad: number = vr === 'UI' ? 0 : 0x20): Write {
  const bytes = Buffer.from(value, [...value].some((character) => character > 'ÿ') ? 'utf8' : 'latin1');
  return raw(tag, vr, bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(pad)]));
}

/** Text in UTF-8, padded. */
export function utf8(tag: string, vr: string, value: string): Write {
  const bytes = Buffer.from(value, 'utf8');
  return raw(tag, vr, bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(0x20)]));
}

/** US, SS or OW: 16-bit words in the byte order of the file. */
export function words(tag: string, vr: string, ...values: number[]): Write {
  return (encoding) => {
    const bytes = Buffer.concat(values.map((value) => uint16(value, encoding.little)));
    return Buffer.concat([header(tag, vr, bytes.length, encoding), bytes]);
  };
}

export function tags(tag: string, ...values: string[]): Write {
  return (encoding) => {
    const bytes = Buffer.concat(values.map((value) => tagBytes(value, encoding.little)));
    return Buffer.concat([header(tag, 'AT', bytes.length, encoding), bytes]);
  };
}

/** A sequence; lengths are defined unless `undefinedLength` is asked for. */
export function seq(
  tag: string,
  items: readonly (readonly Write[])[],
  lengths: 'defined' | 'undefined' = 'defined',
): Write {
  return (encoding) => {
    const { little } = encoding;
    const open = lengths === 'undefined';
    const body = Buffer.concat(
      items.flatMap((item) => {
        const content = Buffer.concat(item.map((write) => write(encoding)));
        return [
          tagBytes('FFFEE000', little),
          uint32(open ? 0xffffffff : content.length, little),
          content,
          ...(open ? [tagBytes('FFFEE00D', little), uint32(0, little)] : []),
        ];
      }),
    );
    const end = open ? Buffer.concat([tagBytes('FFFEE0DD', little), uint32(0, little)]) : Buffer.alloc(0);
    return Buffer.concat([header(tag, 'SQ', open ? 0xffffffff : body.length, encoding), body, end]);
  };
}

/** Encapsulated pixel data with an empty offset table. */
export function encapsulated(...fragments: readonly Uint8Array[]): Write {
  return (encoding) => {
    const items = [Buffer.alloc(0), ...fragments].flatMap((fragment) => {
      const even = fragment.length % 2 === 0 ? fragment : Buffer.concat([fragment, Buffer.of(0)]);
      return [tagBytes('FFFEE000', true), uint32(even.length, true), even];
    });
    return Buffer.concat([
      header('7FE00010', 'OB', 0xffffffff, encoding),
      ...items,
      tagBytes('FFFEE0DD', true),
      uint32(0, true),
    ]);
  };
}

export const UIDS = { study: '1.2.3', series: '1.2.3.4', instance: '1.2.3.4.5', sopClass: '1.2.840.10008.5.1.4.1.1.7' };

/** The elements by which a server knows an instance. */
export function identity(instance: string = UIDS.instance): Write[] {
  return [
    str('00080016', 'UI', UIDS.sopClass),
    str('00080018', 'UI', instance),
    str('0020000D', 'UI', UIDS.study),
    str('0020000E', 'UI', UIDS.series),
  ];
}

/** A valid DICOM file of the identity and the given elements, which are put in order of their tags. */
export function file(elements: readonly Write[], transferSyntax = EXPLICIT, instance: string = UIDS.instance): Buffer {
  const encoding = BY_SYNTAX[transferSyntax] ?? { explicit: true, little: true };
  const data = [...identity(instance), ...elements].map((write) => write(encoding));
  const key = (element: Buffer) =>
    encoding.little
      ? element.readUInt16LE(0) * 0x10000 + element.readUInt16LE(2)
      : element.readUInt16BE(0) * 0x10000 + element.readUInt16BE(2);
  data.sort((left, right) => key(left) - key(right));
  return Buffer.concat([fileMeta(transferSyntax, instance), ...data]);
}

/** Preamble, prefix and file meta information. */
export function fileMeta(transferSyntax: string, instance: string): Buffer {
  const little: Encoding = { explicit: true, little: true };
  const group = Buffer.concat(
    [
      raw('00020001', 'OB', [0, 1]),
      str('00020002', 'UI', UIDS.sopClass),
      str('00020003', 'UI', instance),
      str('00020010', 'UI', transferSyntax),
      str('00020012', 'UI', '1.2.3.9'),
    ].map((write) => write(little)),
  );
  const length = raw('00020000', 'UL', uint32(group.length, true))(little);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), length, group]);
}

/** The instance in a file, as it was stored. */
export function stored(content: Uint8Array, name = 'sample'): StoredInstance {
  return openInstance(memorySource(content), name);
}

/** Image Pixel module elements of a small picture of 8 bits. */
export function shape(rows: number, columns: number, samples = 1, bits = 8): Write[] {
  return [
    words('00280002', 'US', samples),
    words('00280010', 'US', rows),
    words('00280011', 'US', columns),
    words('00280100', 'US', bits),
  ];
}
