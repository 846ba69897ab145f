import { decode } from 'jpeg-js';
import type { DecodedSamples } from './decoded-samples.ts';
import { optionalPackage } from './optional-package.ts';

const MEGABYTES = 512;

/** JPEG Baseline (process 1): one grey sample, or red, green and blue. */
export function decodeJpeg(encoded: Uint8Array): DecodedSamples {
  const { width, height, data } = decode(Buffer.from(encoded), { useTArray: true, maxMemoryUsageInMB: MEGABYTES });
  const samples = componentsOf(encoded) === 1 ? 1 : 3;
  const bytes = new Uint8Array(width * height * samples);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let sample = 0; sample < samples; sample++) bytes[pixel * samples + sample] = data[pixel * 4 + sample] ?? 0;
  }
  return { rows: height, columns: width, samples, bytesPerSample: 1, bytes };
}

/** Components that the frame header names (ITU-T T.81 §B.2.2); 0 where there is none. */
function componentsOf(encoded: Uint8Array): number {
  for (let at = 2; at + 9 < encoded.length; ) {
    const [marker = 0, high = 0, low = 0] = encoded.subarray(at + 1, at + 4);
    if (marker >= 0xc0 && marker <= 0xc3) return encoded[at + 9] ?? 0;
    at += 2 + high * 256 + low;
  }
  return 0;
}

interface LosslessDecoder {
  readonly frame: { readonly dimX: number; readonly dimY: number; readonly precision: number };
  readonly numComp: number;
  decompress(buffer: ArrayBuffer, offset: number, length: number): ArrayBuffer;
}

export const LOSSLESS_JPEG_PACKAGE = 'jpeg-lossless-decoder-js';

/** What decodes JPEG Lossless (process 14); null where the package is not installed. */
export function losslessJpegDecoder(): ((encoded: Uint8Array) => DecodedSamples) | null {
  const codec = optionalPackage(LOSSLESS_JPEG_PACKAGE) as { readonly Decoder: new () => LosslessDecoder } | null;
  if (!codec) return null;
  return (encoded) => {
    const decoder = new codec.Decoder();
    // It reads past the end of odd lengths, so it gets bytes of its own.
    const buffer = Uint8Array.from(encoded).buffer;
    const bytes = new Uint8Array(decoder.decompress(buffer, 0, encoded.length));
    const { dimX, dimY, precision } = decoder.frame;
    return {
      rows: dimY,
      columns: dimX,
      samples: decoder.numComp,
      bytesPerSample: precision > 8 ? 2 : 1,
      bytes,
    };
  };
}
