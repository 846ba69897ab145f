import { type ByteSource, firstDifference, sliceSource } from '../../bytes/byte-source.ts';
import { frame, frameCount } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { isBeginningOf } from './cut-off.ts';

/** What stored pixels a body is in place of those of the instance in the path, whose name is `wanted`. */
export type PixelsFound =
  /** The beginning of its own, which are `of` bytes long. */
  | { readonly name: string; readonly wanted: string; readonly of: number }
  /** A frame of another instance, byte for byte. */
  | { readonly name: string; readonly wanted: string; readonly frame: number };

/** So many frames of an instance are compared with. */
const MOST_FRAMES = 16;
/** More bytes than these before a frame are no slip of who writes a header. */
const MOST_BEFORE = 64;

/** Which stored pixels a body is that is not what the path names; null where that does not show. */
export function pixelsIn(body: ByteSource, url: string, stored: readonly StoredInstance[]): PixelsFound | null {
  const asked = /\/instances\/([^/]+)\//.exec(url)?.[1];
  const wanted = stored.find(({ instance }) => instance === asked);
  if (!wanted) return null;
  const own = nativeFrames(wanted);
  if (own.some(({ pixels }) => isSame(pixels, body))) return null;
  const cut = own.find(({ pixels }) => isBeginningOf(body, pixels));
  if (cut) return { name: cut.name, wanted: wanted.name, of: cut.pixels.length };
  for (const other of stored) {
    const found = other === wanted ? undefined : nativeFrames(other).find(({ pixels }) => isSame(pixels, body));
    if (found) return { name: other.name, wanted: wanted.name, frame: found.number };
  }
  return null;
}

/** How many bytes stand before the pixels of a frame of the instance in the path; null where it is something else. */
export function bytesBeforeFrame(body: ByteSource, url: string, stored: readonly StoredInstance[]): number | null {
  const asked = /\/instances\/([^/]+)\/frames\//.exec(url)?.[1];
  const wanted = stored.find(({ instance }) => instance === asked);
  for (const { pixels } of wanted ? nativeFrames(wanted) : []) {
    const before = body.length - pixels.length;
    if (before < 1 || before > MOST_BEFORE) continue;
    if (firstDifference(sliceSource(body, before, pixels.length), pixels) < 0) return before;
  }
  return null;
}

/** A value may have one byte more, which pads it. */
function isSame(frame: ByteSource, body: ByteSource): boolean {
  const padding = body.length - frame.length;
  if (padding !== 0 && padding !== 1) return false;
  const offset = firstDifference(frame, body);
  return offset < 0 || (padding === 1 && offset === frame.length);
}

interface Frame {
  readonly name: string;
  readonly number: number;
  readonly pixels: ByteSource;
}

/** The first frames of an instance as uncompressed bytes; none where they are compressed. */
function nativeFrames({ dataSet, name }: StoredInstance): readonly Frame[] {
  const pixelData = dataSet.elements.get('7FE00010');
  if (!pixelData || pixelData.fragments) return [];
  try {
    const count = Math.min(frameCount(dataSet), MOST_FRAMES);
    return Array.from({ length: count }, (_, index) => ({
      name: count === 1 ? `the pixels of ${name}` : `frame ${index + 1} of ${name}`,
      number: index + 1,
      pixels: frame(dataSet, index + 1),
    }));
  } catch (error) {
    if (error instanceof Part10Error) return [];
    throw error;
  }
}
