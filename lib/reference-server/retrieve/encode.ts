import { readAll } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { littleEndianValue } from '../../dicom/json.ts';
import { vrFacts } from '../../dicom/vr.ts';

const UNDEFINED_LENGTH = 0xffffffff;

function tagBytes(tag: string): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function header(tag: string, vr: string, length: number, longLength: boolean): Buffer {
  if (longLength) return Buffer.concat([tagBytes(tag), Buffer.from(`${vr}\0\0`), uint32(length)]);
  const short = Buffer.alloc(2);
  short.writeUInt16LE(length);
  return Buffer.concat([tagBytes(tag), Buffer.from(vr), short]);
}

/** An item or delimiter: a tag without VR and a length (PS3.5 §7.5). */
function item(tag: string, length: number): Buffer {
  return Buffer.concat([tagBytes(tag), uint32(length)]);
}

/** Encapsulates fragments after an empty or given Basic Offset Table (PS3.5 §A.4). */
function encapsulate(fragments: readonly Uint8Array[], offsets: readonly number[]): Uint8Array[] {
  const table = [item('FFFEE000', offsets.length * 4), ...offsets.map(uint32)];
  const items = fragments.flatMap((fragment) => {
    const padding = Buffer.alloc(fragment.length % 2);
    return [item('FFFEE000', fragment.length + padding.length), fragment, padding];
  });
  return [...table, ...items, item('FFFEE0DD', 0)];
}

/** One element in Explicit VR Little Endian (PS3.5 §7.1.2), padded to even length. */
export function encodeValue(tag: string, vr: DataElement['vr'], value: Uint8Array): Uint8Array[] {
  const { longLength, padding } = vrFacts(vr);
  const pad = Buffer.alloc(value.length % 2, padding ?? 0);
  const length = value.length + pad.length;
  // A value too long for a 16-bit length can only be written as UN (PS3.5 §6.2.2).
  if (!longLength && length > 0xffff) return [header(tag, 'UN', length, true), value, pad];
  return [header(tag, vr, length, longLength), value, pad];
}

/** A sequence of undefined length (PS3.5 §7.5.1) from encoded items. */
export function encodeSequence(tag: string, items: readonly (readonly Uint8Array[])[]): Uint8Array[] {
  return [
    header(tag, 'SQ', UNDEFINED_LENGTH, true),
    ...items.flatMap((one) => [item('FFFEE000', UNDEFINED_LENGTH), ...one, item('FFFEE00D', 0)]),
    item('FFFEE0DD', 0),
  ];
}

/** Pixel data in the encapsulated form, of undefined length. */
export function encapsulatedElement(
  tag: string,
  fragments: readonly Uint8Array[],
  offsets: readonly number[] = [],
): Uint8Array[] {
  return [header(tag, 'OB', UNDEFINED_LENGTH, true), ...encapsulate(fragments, offsets)];
}

function encodeElement(element: DataElement, dataSet: DataSet): Uint8Array[] {
  const { tag, vr, items, fragments, basicOffsetTable } = element;
  if (items) return encodeSequence(tag, items.map(encodeDataSet));
  if (fragments) return encapsulatedElement(tag, fragments.map(readAll), basicOffsetTable);
  return encodeValue(tag, vr, readAll(littleEndianValue(element, dataSet)));
}

/** A data set in Explicit VR Little Endian, group lengths left out, as chunks in order. */
export function encodeDataSet(dataSet: DataSet): Uint8Array[] {
  return [...dataSet.elements.keys()]
    .filter((tag) => !tag.endsWith('0000'))
    .sort()
    .flatMap((tag) => {
      const element = dataSet.elements.get(tag);
      return element ? encodeElement(element, dataSet) : [];
    });
}

/** Preamble, prefix and file meta information (PS3.10 §7.1) with a counted group length. */
export function encodeFileMeta(
  preamble: Uint8Array,
  meta: ReadonlyMap<string, DataElement>,
  transferSyntax: string,
): Uint8Array[] {
  const elements = [...meta.values()]
    .filter(({ tag }) => tag !== '00020000')
    .flatMap(({ tag, vr, value }) =>
      encodeValue(tag, vr, tag === '00020010' ? Buffer.from(transferSyntax) : readAll(value)),
    );
  const length = elements.reduce((sum, chunk) => sum + chunk.length, 0);
  return [preamble, Buffer.from('DICM'), ...encodeValue('00020000', 'UL', uint32(length)), ...elements];
}
