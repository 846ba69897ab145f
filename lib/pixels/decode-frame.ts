import type { DecodedSamples, Decoder } from './decoded-samples.ts';

/** How the data set says that its pixels are (PS3.3 §C.7.6.3). */
export interface PixelShape {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
  readonly bytesPerSample: number;
}

/**
 * Decodes an encoded frame to native little-endian pixels, samples pixel by pixel. Null where the bytes are no such frame, or
 * one of another size than the data set says.
 */
export function decodeFrame(decoder: Decoder, encoded: Uint8Array, shape: PixelShape): Uint8Array | null {
  const decoded = attempt(decoder, encoded);
  if (!decoded || decoded.rows !== shape.rows || decoded.columns !== shape.columns) return null;
  if (decoded.samples !== shape.samples || decoded.bytesPerSample > shape.bytesPerSample) return null;
  const count = shape.rows * shape.columns * shape.samples;
  if (decoded.bytes.length < count * decoded.bytesPerSample) return null;
  return widened(decoded, count, shape.bytesPerSample);
}

/** What a codec throws says that the bytes are not what it decodes, whatever it is. */
function attempt(decoder: Decoder, encoded: Uint8Array): DecodedSamples | null {
  try {
    return decoder(encoded);
  } catch {
    return null;
  }
}

/** A codec keeps eight bits in a byte where the data set allocates more. */
function widened({ bytes, bytesPerSample }: DecodedSamples, count: number, wanted: number): Uint8Array {
  if (bytesPerSample === wanted) return bytes.subarray(0, count * wanted);
  const wide = new Uint8Array(count * wanted);
  for (let sample = 0; sample < count; sample++)
    wide.set(bytes.subarray(sample * bytesPerSample, (sample + 1) * bytesPerSample), sample * wanted);
  return wide;
}
