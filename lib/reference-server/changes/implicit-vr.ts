import { memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { isPart10, readPart10 } from '../../dicom/part10.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { encodeFileMeta } from '../retrieve/encode.ts';

function header(tag: string, length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(0, 4), 16), 0);
  bytes.writeUInt16LE(Number.parseInt(tag.slice(4), 16), 2);
  bytes.writeUInt32LE(length, 4);
  return bytes;
}

function encode(dataSet: DataSet): Buffer {
  const elements = [...dataSet.elements.values()].map(({ tag, items, value }) => {
    const content = items
      ? Buffer.concat(items.map(encode).flatMap((item) => [header('FFFEE000', item.length), item]))
      : readAll(value);
    return Buffer.concat([header(tag, content.length), content]);
  });
  return Buffer.concat(elements);
}

/** A PS3.10 file in Implicit VR Little Endian, which is not for the web; other bytes stay as they are. `named` is the transfer syntax that it names. */
export function toImplicitVr(bytes: Uint8Array, named: string = TRANSFER_SYNTAX.implicitLittleEndian): Uint8Array {
  const source = memorySource(bytes);
  if (!isPart10(source)) return bytes;
  const { preamble, fileMeta, dataSet } = readPart10(source);
  const meta = encodeFileMeta(readAll(preamble), fileMeta.elements, named);
  return Buffer.concat([...meta, encode(dataSet)]);
}
