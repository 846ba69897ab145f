import jpeg from 'jpeg-js';
import { Refusal } from '../message.ts';

const MOST_MEGAPIXELS = 100;
const MOST_MEGABYTES = 1024;

interface DecodedJpeg {
  readonly columns: number;
  readonly rows: number;
  readonly samplesPerPixel: 1 | 3;
  /** Interleaved 8-bit samples, grey or RGB. */
  readonly samples: Uint8Array;
}

/** Number of components in the frame header of a JPEG stream (ITU-T T.81 §B.2.2). */
function components(stream: Uint8Array): number {
  for (let at = 2; at + 9 < stream.length; ) {
    const marker = stream[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return stream[at + 9] ?? 0;
    at += 2 + (stream[at + 2] ?? 0) * 256 + (stream[at + 3] ?? 0);
  }
  return 0;
}

/** Decodes a baseline JPEG stream. @throws Refusal 406 for a stream that cannot be decoded. */
export function decodeJpeg(stream: Uint8Array): DecodedJpeg {
  const samplesPerPixel = components(stream) === 1 ? 1 : 3;
  let decoded: { width: number; height: number; data: Uint8Array };
  try {
    const limits = { maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_MEGABYTES };
    decoded = jpeg.decode(stream, { useTArray: true, formatAsRGBA: false, ...limits });
  } catch (error) {
    throw new Refusal(
      406,
      `the JPEG stream cannot be decoded: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const { width: columns, height: rows, data } = decoded;
  if (samplesPerPixel === 3) return { columns, rows, samplesPerPixel, samples: data };
  return { columns, rows, samplesPerPixel, samples: data.filter((_, index) => index % 3 === 0) };
}
