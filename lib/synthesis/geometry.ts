import type { Modality } from './modality/modality.ts';
import { bytesPerPixel, type Geometry } from './pixel-data.ts';

/** Rows and Columns are 16-bit values (PS3.3 Table C.7-11a). */
const MOST_ROWS_OR_COLUMNS = 65_535;

/**
 * The geometry whose native pixel data comes nearest to `bytes` from below: other rows and columns in the usual
 * proportions, or as many frames as fit. Never smaller than one pixel.
 */
export function geometryFor(modality: Modality, bytes: number): Geometry {
  const { rows, columns, frames } = modality.usual;
  const pixel = bytesPerPixel(modality.format);
  const frameBytes = rows * columns * pixel;
  if (modality.resizes === 'frames' && bytes >= frameBytes) {
    return { rows, columns, frames: Math.floor(bytes / frameBytes) };
  }
  const pixels = Math.max(1, bytes / pixel);
  const width = clamp(Math.round(Math.sqrt((pixels * columns) / rows)));
  const height = clamp(Math.floor(pixels / width));
  return { rows: height, columns: width, frames: modality.resizes === 'frames' ? 1 : frames };
}

function clamp(value: number): number {
  return Math.max(1, Math.min(MOST_ROWS_OR_COLUMNS, value));
}
