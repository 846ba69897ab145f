import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';

/** Unpacks one RLE segment into at most `size` bytes (PS3.5 §G.3.1). */
function unpack(segment: Uint8Array, size: number): Uint8Array {
  const unpacked = new Uint8Array(size);
  let written = 0;
  for (let at = 0; at < segment.length && written < size; ) {
    const control = segment[at++] ?? 128;
    if (control < 128) {
      const literal = segment.subarray(at, at + control + 1).subarray(0, size - written);
      unpacked.set(literal, written);
      written += literal.length;
      at += control + 1;
    } else if (control > 128) {
      const count = 257 - control;
      unpacked.fill(segment[at++] ?? 0, written, written + count);
      written += count;
    }
  }
  return unpacked;
}

/** Decodes a frame of RLE Lossless (PS3.5 Annex G) into native little-endian pixels in the data set's planar configuration. */
export function decodeRle(encoded: Uint8Array, dataSet: DataSet): Uint8Array {
  const value = (tag: string, otherwise: number): number => Number(numbers(dataSet, tag)[0] ?? otherwise);
  const pixels = value('00280010', 0) * value('00280011', 0);
  const samples = value('00280002', 1);
  const bytesPerSample = value('00280100', 8) / 8;
  const byPlane = value('00280006', 0) === 1;
  const header = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const segments = encoded.length < 64 ? 0 : Math.min(15, header.getUint32(0, true));
  const frame = new Uint8Array(pixels * samples * bytesPerSample);
  for (let index = 0; index < segments; index++) {
    const start = header.getUint32(4 + index * 4, true);
    const end = index + 1 < segments ? header.getUint32(8 + index * 4, true) : encoded.length;
    const plane = unpack(encoded.subarray(start, end), pixels);
    const sample = Math.floor(index / bytesPerSample);
    // Segments of a sample run from its most significant byte to its least.
    const octet = bytesPerSample - 1 - (index % bytesPerSample);
    const stride = byPlane ? bytesPerSample : samples * bytesPerSample;
    const first = byPlane ? sample * pixels * bytesPerSample + octet : sample * bytesPerSample + octet;
    for (let pixel = 0; pixel < pixels; pixel++) frame[first + pixel * stride] = plane[pixel] ?? 0;
  }
  return frame;
}
