import type { DicomJsonAttribute, DicomJsonDataSet, DicomJsonPersonName, DicomJsonValue } from '../../dicom/json.ts';
import { VALUE_REPRESENTATIONS, type ValueRepresentation } from '../../dicom/vr.ts';
import { encodeSequence, encodeValue } from '../retrieve/encode.ts';

/** Where a BulkDataURI leads: the encoded element, or null when nothing of the request answers to it. */
type BulkData = (uri: string, tag: string, vr: ValueRepresentation) => readonly Uint8Array[] | null;

/** A data set that cannot be written as DICOM. */
export class UnwritableError extends Error {
  override readonly name = 'UnwritableError';
}

type WriteNumber = (buffer: Buffer, value: number | bigint, offset: number) => void;
/** Size and writer of one value of the numeric VRs (PS3.5 Table 6.2-1), little endian. */
const NUMBERS: Partial<Record<ValueRepresentation, readonly [size: number, write: WriteNumber]>> = {
  FD: [8, (buffer, value, offset) => buffer.writeDoubleLE(Number(value), offset)],
  FL: [4, (buffer, value, offset) => buffer.writeFloatLE(Number(value), offset)],
  SL: [4, (buffer, value, offset) => buffer.writeInt32LE(Number(value), offset)],
  SS: [2, (buffer, value, offset) => buffer.writeInt16LE(Number(value), offset)],
  SV: [8, (buffer, value, offset) => buffer.writeBigInt64LE(BigInt(value), offset)],
  UL: [4, (buffer, value, offset) => buffer.writeUInt32LE(Number(value), offset)],
  US: [2, (buffer, value, offset) => buffer.writeUInt16LE(Number(value), offset)],
  UV: [8, (buffer, value, offset) => buffer.writeBigUInt64LE(BigInt(value), offset)],
};

function textOf(value: DicomJsonValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  const { Alphabetic = '', Ideographic = '', Phonetic = '' } = value as DicomJsonPersonName;
  return [Alphabetic, Ideographic, Phonetic].join('=').replace(/=+$/, '');
}

function tagBytes(tag: string): Buffer {
  const bytes = Buffer.from(tag, 'hex');
  return Buffer.concat([bytes.subarray(0, 2).reverse(), bytes.subarray(2).reverse()]);
}

function valueBytes(vr: ValueRepresentation, values: readonly DicomJsonValue[]): Uint8Array {
  if (vr === 'AT') return Buffer.concat(values.map((value) => tagBytes(textOf(value))));
  const [size, write] = NUMBERS[vr] ?? [];
  if (size === undefined || write === undefined) return Buffer.from(values.map(textOf).join('\\'));
  const bytes = Buffer.alloc(size * values.length);
  values.forEach((value, index) => {
    write(bytes, typeof value === 'string' ? BigInt(value) : Number(value), index * size);
  });
  return bytes;
}

function encodeAttribute(tag: string, attribute: DicomJsonAttribute, bulkData: BulkData): readonly Uint8Array[] {
  const vr = VALUE_REPRESENTATIONS.find((known) => known === attribute.vr);
  if (!/^[0-9A-F]{8}$/.test(tag) || vr === undefined) throw new UnwritableError(`${tag} has no VR of PS3.5`);
  const { Value = [], InlineBinary, BulkDataURI } = attribute;
  if (BulkDataURI !== undefined) {
    const element = bulkData(BulkDataURI, tag, vr);
    if (element === null) throw new UnwritableError(`nothing in the request is located at ${BulkDataURI}`);
    return element;
  }
  if (InlineBinary !== undefined) return encodeValue(tag, vr, Buffer.from(InlineBinary, 'base64'));
  if (vr === 'SQ')
    return encodeSequence(
      tag,
      Value.map((item) => encodeJson((item ?? {}) as DicomJsonDataSet, bulkData)),
    );
  return encodeValue(tag, vr, valueBytes(vr, Value));
}

/**
 * A data set of the DICOM JSON Model in Explicit VR Little Endian, text in UTF-8.
 * @throws UnwritableError for an unknown VR or bulk data that is not there; RangeError for a number out of range.
 */
export function encodeJson(dataSet: DicomJsonDataSet, bulkData: BulkData): Uint8Array[] {
  return Object.entries(dataSet)
    .filter(([tag]) => !tag.startsWith('0002') && !tag.endsWith('0000'))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([tag, attribute]) => encodeAttribute(tag, attribute, bulkData));
}
