import { type ByteSource, readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';

/** The samples of a native frame as numbers without a sign, bits beyond Bits Stored left out (PS3.5 §8.1.1). */
export function samplesOf(dataSet: DataSet, frame: ByteSource): Uint8Array | Uint16Array {
  const bytes = readAll(frame);
  if (allocatedIn(dataSet) !== 16) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const mask = 2 ** Math.min(16, Number(numbers(dataSet, '00280101')[0] ?? 16)) - 1;
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, index) => view.getUint16(index * 2, true) & mask);
}

/**
 * Whether two frames of the same length hold the same samples. Codecs differ in the bits above Bits Stored: some repeat the
 * sign there.
 */
export function hasSameSamples(dataSet: DataSet, left: ByteSource, right: ByteSource): boolean {
  if (left.length !== right.length || allocatedIn(dataSet) !== 16) return false;
  const [one, other] = [samplesOf(dataSet, left), samplesOf(dataSet, right)];
  return one.every((sample, index) => sample === other[index]);
}

function allocatedIn(dataSet: DataSet): number {
  return Number(numbers(dataSet, '00280100')[0] ?? 8);
}
