import { memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frameCount } from '../../dicom/frames.ts';
import type { Part10 } from '../../dicom/part10.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { numbers } from '../../dicom/values.ts';
import { readInstance } from '../attributes-of.ts';
import type { Instance } from '../instance.ts';
import { decodeFrame, isLosslesslyDecodable } from './decode.ts';
import { encodeDataSet, encodeFileMeta } from './encode.ts';
import { storedFrame } from './stored-frame.ts';

const { explicitLittleEndian, implicitLittleEndian, explicitBigEndian } = TRANSFER_SYNTAX;
/** What PS3.18 §8.7.3 keeps off the web, whatever form an instance was stored in. */
const NEVER_SENT: readonly string[] = [implicitLittleEndian, explicitBigEndian];

/** Extended Offset Table and its lengths: only for encapsulated pixel data (PS3.3 §C.7.6.3.1.8). */
const EXTENDED_OFFSET_TABLE = ['7FE00001', '7FE00002'];

/** Whether an instance can be had in the syntax that a transfer-syntax parameter asks for; `*` is any. */
export function canEncode(instance: Instance, wanted: string): boolean {
  if (wanted === '*') return true;
  if (wanted === explicitLittleEndian) return isLosslesslyDecodable(instance.transferSyntax);
  return wanted === instance.transferSyntax && !NEVER_SENT.includes(wanted);
}

/**
 * The syntax in which an instance is returned. Without a wish it is Explicit VR Little Endian (PS3.18 §8.7.3.4), save
 * for compressed pixel data that this server cannot decode.
 */
function chosenSyntax(instance: Instance, wanted: string | undefined): string {
  const { transferSyntax } = instance;
  if (wanted === undefined) return isLosslesslyDecodable(transferSyntax) ? explicitLittleEndian : transferSyntax;
  if (wanted !== '*') return wanted;
  return NEVER_SENT.includes(transferSyntax) ? explicitLittleEndian : transferSyntax;
}

/** The data set with its pixel data as native frames. */
function decoded(dataSet: DataSet, transferSyntax: string): DataSet {
  const element = dataSet.elements.get('7FE00010');
  if (element?.fragments === undefined) return dataSet;
  const frames = Array.from({ length: frameCount(dataSet) }, (_, index) =>
    decodeFrame(readAll(storedFrame(dataSet, index + 1)), transferSyntax, dataSet),
  );
  const native: DataElement = {
    tag: element.tag,
    vr: Number(numbers(dataSet, '00280100')[0] ?? 8) > 8 ? 'OW' : 'OB',
    offset: element.offset,
    value: memorySource(Buffer.concat(frames)),
  };
  const elements = new Map([...dataSet.elements, [element.tag, native]]);
  for (const tag of EXTENDED_OFFSET_TABLE) elements.delete(tag);
  return { ...dataSet, elements };
}

function rewrite({ preamble, fileMeta, dataSet, transferSyntax: stored }: Part10, transferSyntax: string): Uint8Array {
  return Buffer.concat([
    ...encodeFileMeta(readAll(preamble), fileMeta.elements, transferSyntax),
    ...encodeDataSet(decoded(dataSet, stored)),
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
