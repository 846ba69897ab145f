import { type ByteSource, readAll } from '../../bytes/byte-source.ts';

const HEADER = 64;
const MOST_SEGMENTS = 15;

/** Shape of one frame, from the Image Pixel module (PS3.3 §C.7.6.3). */
interface FrameShape {
  readonly pixels: number;
  readonly samples: number;
  readonly bytesPerSample: number;
  /** Planar Configuration to decode to: samples one plane after the other, or pixel by pixel. */
  readonly planar: boolean;
}

/**
 * Decodes one RLE Lossless frame (PS3.5 Annex G) to native little-endian pixels; null when the bytes are no such frame
 * of that shape. Each segment holds one byte of every sample, the most significant first.
 */
export function decodeRleFrame(source: ByteSource, shape: FrameShape): Uint8Array | null {
  const { pixels, samples, bytesPerSample, planar } = shape;
  const encoded = readAll(source);
  if (encoded.length < HEADER) return null;
  const view = new DataView(encoded.buffer, encoded.byteOffset, encoded.byteLength);
  const segments = view.getUint32(0, true);
  if (segments !== samples * bytesPerSample || segments > MOST_SEGMENTS) return null;
  const frame = new Uint8Array(pixels * samples * bytesPerSample);
  for (let segment = 0; segment < segments; segment++) {
    const start = view.getUint32(4 + segment * 4, true);
    const end = segment + 1 < segments ? view.getUint32(8 + segment * 4, true) : encoded.length;
    if (start < HEADER || end < start || end > encoded.length) return null;
    const plane = unpack(encoded.subarray(start, end), pixels);
    if (!plane) return null;
    const sample = Math.floor(segment / bytesPerSample);
    const byte = bytesPerSample - 1 - (segment % bytesPerSample);
    const first = planar ? sample * pixels * bytesPerSample : sample * bytesPerSample;
    const step = planar ? bytesPerSample : samples * bytesPerSample;
    for (let pixel = 0; pixel < pixels; pixel++) frame[first + pixel * step + byte] = plane[pixel] ?? 0;
  }
  return frame;
}

/** PackBits: a header of 0 to 127 precedes that many and one literal bytes, 129 to 255 repeats the next byte. */
function unpack(packed: Uint8Array, length: number): Uint8Array | null {
  const plane = new Uint8Array(length);
  let filled = 0;
  let at = 0;
  while (filled < length) {
    const header = packed[at++];
    if (header === undefined) return null;
    if (header === 128) continue;
    if (header < 128) {
      const literal = packed.subarray(at, at + Math.min(header + 1, length - filled));
      if (literal.length < Math.min(header + 1, length - filled)) return null;
      plane.set(literal, filled);
      filled += literal.length;
      at += header + 1;
    } else {
      const value = packed[at++];
      if (value === undefined) return null;
      const end = Math.min(length, filled + 257 - header);
      plane.fill(value, filled, end);
      filled = end;
    }
  }
  return plane;
}
