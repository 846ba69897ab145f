import { deflateDataSet } from './deflate.ts';
import { type DataSetDescription, type DescribedValue, describedElement, uidIn } from './description.ts';
import { type Encoding, EXPLICIT_LITTLE_ENDIAN, encodingOf, isDeflated, TRANSFER_SYNTAX } from './transfer-syntax.ts';
import { type ValueRepresentation, vrFacts } from './vr.ts';
import { IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME } from './write-part10.ts';

interface EncodedDescription {
  /** Transfer Syntax UID; Explicit VR Little Endian unless given. */
  readonly transferSyntax?: string;
  /** As for `writePart10`. A value of a text VR may also be its bytes, in whichever character set the data set names. */
  readonly dataSet: DataSetDescription;
  /** Encoded frames for an encapsulated transfer syntax: the fragments of each. They become the Pixel Data. */
  readonly encodedFrames?: readonly (readonly Uint8Array[])[];
}

/**
 * The bytes of a DICOM file (PS3.10 §7) that dcmjs cannot write: text in any character set, Explicit VR Big Endian, 64-bit
 * values, items of defined length. Throws RangeError for text beyond ASCII that is given neither as bytes nor in ISO_IR 192.
 */
export function encodePart10(description: EncodedDescription): Uint8Array {
  const { dataSet, transferSyntax = TRANSFER_SYNTAX.explicitLittleEndian, encodedFrames } = description;
  const encoding = encodingOf(transferSyntax);
  const isUtf8 = dataSet.SpecificCharacterSet === 'ISO_IR 192';
  const chunks = [...encodedDataSet(dataSet, encoding, isUtf8)];
  if (encodedFrames) chunks.push(encapsulated(encodedFrames));
  const body = Buffer.concat(chunks);
  return Buffer.concat([fileMeta(dataSet, transferSyntax), isDeflated(transferSyntax) ? deflateDataSet(body) : body]);
}

function fileMeta(dataSet: DataSetDescription, transferSyntax: string): Buffer {
  const meta = Buffer.concat([
    ...encodedDataSet(
      {
        '00020001': { vr: 'OB', values: [Uint8Array.of(0, 1)] },
        '00020002': { vr: 'UI', values: [uidIn(dataSet, 'SOPClassUID')] },
        '00020003': { vr: 'UI', values: [uidIn(dataSet, 'SOPInstanceUID')] },
        '00020010': { vr: 'UI', values: [transferSyntax] },
        '00020012': { vr: 'UI', values: [IMPLEMENTATION_CLASS_UID] },
        '00020013': { vr: 'SH', values: [IMPLEMENTATION_VERSION_NAME] },
      },
      EXPLICIT_LITTLE_ENDIAN,
      false,
    ),
  ]);
  const length = element('00020000', 'UL', numberBytes('UL', meta.length, true), EXPLICIT_LITTLE_ENDIAN);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM'), length, meta]);
}

function* encodedDataSet(description: DataSetDescription, encoding: Encoding, isUtf8: boolean): Generator<Uint8Array> {
  const elements = Object.entries(description).map(([key, given]) => describedElement(key, given));
  for (const { tag, vr, values } of elements.sort((left, right) => (left.tag < right.tag ? -1 : 1))) {
    const value = vr === 'SQ' ? items(values, encoding, isUtf8) : encodedValue(vr, values, encoding, isUtf8);
    yield element(tag, vr, value, encoding);
  }
}

function items(values: readonly DescribedValue[], encoding: Encoding, isUtf8: boolean): Buffer {
  return Buffer.concat(
    values.flatMap((value) => {
      const body = Buffer.concat([...encodedDataSet(value as DataSetDescription, encoding, isUtf8)]);
      return [itemHeader(0xe000, body.length, encoding.littleEndian), body];
    }),
  );
}

function encodedValue(
  vr: ValueRepresentation,
  values: readonly DescribedValue[],
  { littleEndian }: Encoding,
  isUtf8: boolean,
): Buffer {
  const { valueSize } = vrFacts(vr);
  if (valueSize === 1)
    return joined(
      values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : textBytes(value, isUtf8))),
      vr,
    );
  return Buffer.concat(
    values.map((value) => {
      if (value instanceof Uint8Array) return littleEndian ? Buffer.from(value) : swapped(value, valueSize);
      return vr === 'AT' ? tagBytes(Number(value), littleEndian) : numberBytes(vr, value, littleEndian);
    }),
  );
}

/** Values of text are parted by a backslash, byte strings by nothing: they have one. */
function joined(values: readonly Buffer[], vr: ValueRepresentation): Buffer {
  const parted = values.flatMap((value, index) => (index === 0 ? [value] : [Buffer.from('\\'), value]));
  const bytes = Buffer.concat(parted);
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.of(vrFacts(vr).padding ?? 0)]);
}

function textBytes(value: DescribedValue, isUtf8: boolean): Buffer {
  const text = String(value);
  if (!isUtf8 && /[^\x00-\x7f]/.test(text))
    throw new RangeError(`${text}: text beyond ASCII needs ISO_IR 192 or bytes`);
  return Buffer.from(text, 'utf8');
}

function numberBytes(vr: ValueRepresentation, value: DescribedValue, littleEndian: boolean): Buffer {
  const bytes = Buffer.alloc(vrFacts(vr).valueSize);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  switch (vr) {
    case 'US':
    case 'SS':
      // Two's complement either way.
      view.setUint16(0, Number(value), littleEndian);
      return bytes;
    case 'UL':
    case 'SL':
      view.setUint32(0, Number(value), littleEndian);
      return bytes;
    case 'FL':
      view.setFloat32(0, Number(value), littleEndian);
      return bytes;
    case 'FD':
      view.setFloat64(0, Number(value), littleEndian);
      return bytes;
    case 'SV':
    case 'UV':
      view.setBigUint64(0, BigInt.asUintN(64, BigInt(String(value))), littleEndian);
      return bytes;
    default:
      throw new RangeError(`a value of ${vr} is given as bytes`);
  }
}

function swapped(bytes: Uint8Array, size: number): Buffer {
  const words = Buffer.from(bytes);
  for (let at = 0; at + size <= words.length; at += size) words.subarray(at, at + size).reverse();
  return words;
}

/** A tag is two words of 16 bits (PS3.5 §7.3). */
function tagBytes(tag: number, littleEndian: boolean): Buffer {
  const bytes = Buffer.alloc(4);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint16(0, tag >>> 16, littleEndian);
  view.setUint16(2, tag & 0xffff, littleEndian);
  return bytes;
}

function element(tag: string, vr: ValueRepresentation, value: Uint8Array, encoding: Encoding): Buffer {
  return Buffer.concat([header(tag, vr, value.length, encoding), value]);
}

function header(tag: string, vr: ValueRepresentation, length: number, encoding: Encoding): Buffer {
  const { explicitVr, littleEndian } = encoding;
  const start = tagBytes(Number.parseInt(tag, 16), littleEndian);
  if (!explicitVr) return Buffer.concat([start, numberBytes('UL', length, littleEndian)]);
  const { longLength } = vrFacts(vr);
  if (!longLength && length > 0xffff) throw new RangeError(`${tag}: ${length} bytes are too many for ${vr}`);
  const rest = longLength
    ? [Buffer.alloc(2), numberBytes('UL', length, littleEndian)]
    : [numberBytes('US', length, littleEndian)];
  return Buffer.concat([start, Buffer.from(vr, 'latin1'), ...rest]);
}

function itemHeader(element: number, length: number, littleEndian: boolean): Buffer {
  return Buffer.concat([tagBytes(0xfffe0000 + element, littleEndian), numberBytes('UL', length, littleEndian)]);
}

const PIXEL_DATA = '7FE00010';
const UNDEFINED_LENGTH = 0xffffffff;

/** Pixel Data in fragments (PS3.5 §A.4), with a Basic Offset Table where there is more than one frame. */
function encapsulated(frames: readonly (readonly Uint8Array[])[]): Buffer {
  const fragments = frames.map((frame) => frame.map(fragment));
  let offset = 0;
  const offsets = fragments.map((frame) => {
    const start = offset;
    offset += frame.reduce((sum, { length }) => sum + length, 0);
    return numberBytes('UL', start, true);
  });
  const table = Buffer.concat(offsets.length > 1 ? offsets : []);
  return Buffer.concat([
    header(PIXEL_DATA, 'OB', UNDEFINED_LENGTH, EXPLICIT_LITTLE_ENDIAN),
    itemHeader(0xe000, table.length, true),
    table,
    ...fragments.flat(),
    itemHeader(0xe0dd, 0, true),
  ]);
}

function fragment(bytes: Uint8Array): Buffer {
  const padding = Buffer.alloc(bytes.length & 1);
  return Buffer.concat([itemHeader(0xe000, bytes.length + padding.length, true), bytes, padding]);
}
