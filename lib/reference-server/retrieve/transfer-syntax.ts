import { memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frame, frameCount } from '../../dicom/frames.ts';
import type { Part10 } from '../../dicom/part10.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { numbers } from '../../dicom/values.ts';
import { readInstance } from '../attributes-of.ts';
import type { Instance } from '../instance.ts';
import { encodeDataSet, encodeFileMeta } from './encode.ts';
import { decodeRle } from './rle.ts';

const { explicitLittleEndian, implicitLittleEndian, explicitBigEndian, deflatedExplicitLittleEndian, rleLossless } =
  TRANSFER_SYNTAX;
/** What PS3.18 §8.7.3 keeps off the web, whatever form an instance was stored in. */
const NEVER_SENT: readonly string[] = [implicitLittleEndian, explicitBigEndian];
const NATIVE: readonly string[] = [...NEVER_SENT, explicitLittleEndian, deflatedExplicitLittleEndian];

/** Whether a transfer syntax is one whose pixel data are not encapsulated. */
export function isNative(transferSyntax: string): boolean {
  return NATIVE.includes(transferSyntax);
}

/** Whether this server can give an instance in Explicit VR Little Endian. */
function isDecodable({ transferSyntax }: Instance): boolean {
  return isNative(transferSyntax) || transferSyntax === rleLossless;
}

/** Whether an instance can be had in the syntax that a transfer-syntax parameter asks for; `*` is any. */
export function canEncode(instance: Instance, wanted: string): boolean {
  if (wanted === '*') return true;
  if (wanted === explicitLittleEndian) return isDecodable(instance);
  return wanted === instance.transferSyntax && !NEVER_SENT.includes(wanted);
}

/**
 * The syntax in which an instance is returned. Without a wish it is Explicit VR Little Endian (PS3.18 §8.7.3.4), save
 * for compressed pixel data that this server cannot decode.
 */
function chosenSyntax(instance: Instance, wanted: string | undefined): string {
  if (wanted === undefined) return isDecodable(instance) ? explicitLittleEndian : instance.transferSyntax;
  if (wanted !== '*') return wanted;
  return NEVER_SENT.includes(instance.transferSyntax) ? explicitLittleEndian : instance.transferSyntax;
}

function decoded(dataSet: DataSet): DataSet {
  const element = dataSet.elements.get('7FE00010');
  if (element?.fragments === undefined) return dataSet;
  const frames = Array.from({ length: frameCount(dataSet) }, (_, index) =>
    decodeRle(readAll(frame(dataSet, index + 1)), dataSet),
  );
  const native: DataElement = {
    tag: element.tag,
    vr: Number(numbers(dataSet, '00280100')[0] ?? 8) > 8 ? 'OW' : 'OB',
    offset: element.offset,
    value: memorySource(Buffer.concat(frames)),
  };
  return { ...dataSet, elements: new Map([...dataSet.elements, [element.tag, native]]) };
}

function rewrite({ preamble, fileMeta, dataSet }: Part10, transferSyntax: string): Uint8Array {
  return Buffer.concat([
    ...encodeFileMeta(readAll(preamble), fileMeta.elements, transferSyntax),
    ...encodeDataSet(decoded(dataSet)),
  ]);
}

/** The file of an instance in the syntax asked for: as stored where that is the one, else re-encoded. */
export function inTransferSyntax(
  instance: Instance,
  wanted: string | undefined,
): { bytes: Uint8Array; transferSyntax: string } {
  const transferSyntax = chosenSyntax(instance, wanted);
  if (transferSyntax === instance.transferSyntax) return { bytes: instance.bytes, transferSyntax };
  return { bytes: rewrite(readInstance(instance), transferSyntax), transferSyntax };
}
