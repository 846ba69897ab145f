import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';

/** Stored values of a native frame, sign and bits outside Bits Stored taken care of (PS3.5 §8.1.1). */
export function storedValues(frame: Uint8Array, dataSet: DataSet, count: number): Float64Array {
  const attribute = (tag: string, otherwise: number): number => Number(numbers(dataSet, tag)[0] ?? otherwise);
  const allocated = attribute('00280100', 8);
  const stored = attribute('00280101', allocated);
  const lowBit = Math.max(0, attribute('00280102', stored - 1) - stored + 1);
  const signed = attribute('00280103', 0) === 1;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const values = new Float64Array(count);
  const bytes = allocated / 8;
  for (let index = 0; index < count; index++) {
    if (allocated === 1) {
      values[index] = ((frame[index >> 3] ?? 0) >> (index & 7)) & 1;
      continue;
    }
    const at = index * bytes;
    if (at + bytes > frame.length) break;
    const word = bytes === 1 ? view.getUint8(at) : bytes === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    const value = Math.floor(word / 2 ** lowBit) % 2 ** stored;
    values[index] = signed && value >= 2 ** (stored - 1) ? value - 2 ** stored : value;
  }
  return values;
}
