import { data, log } from 'dcmjs';
import { deflateDataSet } from './deflate.ts';
import { type DataSetDescription, type DescribedValue, describedElement, uidIn } from './description.ts';
import { isDeflated, isNative, TRANSFER_SYNTAX } from './transfer-syntax.ts';
import type { ValueRepresentation } from './vr.ts';

log.setLevel('silent');

/** UID and name under which this project writes files (PS3.7 §D.3.3.2). */
export const IMPLEMENTATION_CLASS_UID = '2.25.273318498224803137297480431905866411539';
export const IMPLEMENTATION_VERSION_NAME = 'DICOMWEB_HARNESS';

export type { DataSetDescription } from './description.ts';

interface Part10Description {
  /** Transfer Syntax UID; Explicit VR Little Endian unless given. */
  readonly transferSyntax?: string;
  /** Has SOP Class and Instance UID, which the file meta information repeats. */
  readonly dataSet: DataSetDescription;
  /** Encoded frames for an encapsulated transfer syntax, one fragment each; they become the Pixel Data. */
  readonly encodedFrames?: readonly Uint8Array[];
}

type DcmjsDict = ConstructorParameters<typeof data.DicomDict>[0];

const PIXEL_DATA = '7FE00010';

/** VRs that dcmjs writes as UN. */
const UNWRITABLE = new Set<ValueRepresentation>(['OL', 'OV', 'SV']);

/**
 * The bytes of a DICOM file (PS3.10 §7): zero preamble, complete file meta information, data set, binary values as they
 * are given (little endian). Text is written as UTF-8, sequences with undefined length. Throws RangeError for a
 * description that cannot be written as it stands.
 */
export function writePart10(description: Part10Description): Uint8Array {
  const { dataSet, transferSyntax = TRANSFER_SYNTAX.explicitLittleEndian, encodedFrames } = description;
  if (transferSyntax === TRANSFER_SYNTAX.explicitBigEndian) throw new RangeError('big endian is not written');
  if (isNative(transferSyntax) === (encodedFrames !== undefined)) {
    throw new RangeError(`${transferSyntax} ${encodedFrames ? 'has no' : 'needs'} encoded frames`);
  }
  // In ascending order, since dcmjs keeps the order that it is given.
  const file = new data.DicomDict({
    '00020001': { vr: 'OB', Value: [Uint8Array.of(0, 1).buffer] },
    '00020002': { vr: 'UI', Value: [uidIn(dataSet, 'SOPClassUID')] },
    '00020003': { vr: 'UI', Value: [uidIn(dataSet, 'SOPInstanceUID')] },
    '00020010': { vr: 'UI', Value: [transferSyntax] },
    '00020012': { vr: 'UI', Value: [IMPLEMENTATION_CLASS_UID] },
    '00020013': { vr: 'SH', Value: [IMPLEMENTATION_VERSION_NAME] },
  });
  checkText(dataSet, dataSet.SpecificCharacterSet === 'ISO_IR 192');
  file.dict = dictOf(dataSet);
  if (encodedFrames) file.dict[PIXEL_DATA] = { vr: 'OB', Value: encodedFrames.map(dcmjsValue) };
  const native = encodedFrames ? null : lastPixels(file.dict);
  const written = new Uint8Array(file.write({ fragmentMultiframe: false }));
  const bytes = native ? withLastValue(written, native) : written;
  return isDeflated(transferSyntax) ? deflated(bytes) : bytes;
}

/**
 * Takes native pixels out of the data set where they come last, and leaves the element empty: dcmjs writes a value in
 * pieces of 256 bytes, which takes most of the time of a whole file. Null where there are none.
 */
function lastPixels(dict: DcmjsDict): Uint8Array | null {
  const element = Object.keys(dict).sort().at(-1) === PIXEL_DATA ? dict[PIXEL_DATA] : undefined;
  if (element?.vr !== 'OW' && element?.vr !== 'OB') return null;
  const [value, ...others] = element.Value;
  if (!(value instanceof ArrayBuffer) || others.length > 0) return null;
  dict[PIXEL_DATA] = { vr: element.vr, Value: [new ArrayBuffer(0)] };
  return new Uint8Array(value);
}

/** The bytes of a file whose last element is empty with this value in it, padded to an even length (PS3.5 §7.1.1). */
function withLastValue(written: Uint8Array, value: Uint8Array): Uint8Array {
  const length = value.length + (value.length & 1);
  const bytes = new Uint8Array(written.length + length);
  bytes.set(written);
  new DataView(bytes.buffer).setUint32(written.length - 4, length, true);
  bytes.set(value, written.length);
  return bytes;
}

/** dcmjs leaves the data set of a deflated transfer syntax as it is. */
function deflated(bytes: Uint8Array): Uint8Array {
  const groupLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(140, true);
  const end = 144 + groupLength;
  return Buffer.concat([bytes.subarray(0, end), deflateDataSet(bytes.subarray(end))]);
}

/** Refuses text whose bytes would not be in the character set that the data set names. */
function checkText(value: DataSetDescription[string], utf8: boolean): void {
  if (typeof value === 'string') {
    if (!utf8 && /[^\x00-\x7f]/.test(value))
      throw new RangeError('text beyond ASCII needs SpecificCharacterSet ISO_IR 192');
  } else if (typeof value === 'object' && !(value instanceof Uint8Array)) {
    for (const part of Object.values(value)) checkText(part, utf8);
  }
}

function dictOf(description: DataSetDescription): DcmjsDict {
  const elements = Object.entries(description).map(([key, value]) => dcmjsElement(key, value));
  return Object.fromEntries(elements.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function dcmjsElement(key: string, given: DataSetDescription[string]): [string, DcmjsDict[string]] {
  const { tag, vr, values } = describedElement(key, given);
  if (UNWRITABLE.has(vr)) throw new RangeError(`${key}: dcmjs writes ${vr} as UN`);
  return [tag, { vr, Value: values.map(dcmjsValue) }];
}

function dcmjsValue(value: DescribedValue): unknown {
  if (value instanceof Uint8Array) return new Uint8Array(value).buffer;
  return typeof value === 'object' ? dictOf(value) : value;
}
