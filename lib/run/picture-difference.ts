import { PNG } from 'pngjs';
import { LONGEST_SIDE, type Raster } from './picture.ts';

/** Where two pictures differ, as a small picture, and in how many pixels. */
export interface PictureDifference {
  /** PNG: what is the same pale, what hardly differs amber, what clearly differs red. */
  readonly png: Buffer;
  readonly pixels: number;
  readonly of: number;
}

/** Up to so many of 255 levels is what a lossy compression may change. */
const HARDLY = 24;
/** So few points are drawn so much larger, or nobody would find them. */
const FEW = 30;
const REACH = 3;
const AMBER = [240, 165, 30] as const;
const RED = [200, 16, 32] as const;

/** Compares every pixel, so that a single one that differs can be seen in the small picture; null for other sizes. */
export function pictureDifference(expected: Raster, actual: Raster): PictureDifference | null {
  const { rows, columns } = expected;
  if (rows !== actual.rows || columns !== actual.columns) return null;
  const scale = Math.max(1, Math.ceil(Math.max(rows, columns) / LONGEST_SIDE));
  const png = new PNG({ width: Math.ceil(columns / scale), height: Math.ceil(rows / scale), colorType: 2 });
  const worst = new Uint8Array(png.width * png.height);
  let pixels = 0;
  for (let y = 0; y < rows; y++) {
    const [left, right] = [rowOf(expected, y), rowOf(actual, y)];
    const start = Math.floor(y / scale) * png.width;
    for (let x = 0; x < columns; x++) {
      const apart = distance(left, x * expected.samplesPerPixel, right, x * actual.samplesPerPixel, [expected, actual]);
      if (apart === 0) continue;
      pixels++;
      const at = start + Math.floor(x / scale);
      if (apart > (worst[at] ?? 0)) worst[at] = apart;
    }
  }
  paint(png, findable(worst, png), { raster: expected, scale });
  return { png: PNG.sync.write(png), pixels, of: rows * columns };
}

/** The points, each drawn as a square where they are few. */
function findable(worst: Uint8Array, { width, height }: PNG): Uint8Array {
  const points = [...worst.keys()].filter((at) => worst[at] !== 0);
  if (points.length > FEW) return worst;
  const larger = Uint8Array.from(worst);
  for (const at of points) {
    const [x, y] = [at % width, Math.floor(at / width)];
    for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
      for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
        const here = row * width + column;
        larger[here] = Math.max(larger[here] ?? 0, worst[at] ?? 0);
      }
    }
  }
  return larger;
}

function rowOf({ samples, columns, samplesPerPixel }: Raster, y: number): Uint8Array {
  return samples.read(y * columns * samplesPerPixel, columns * samplesPerPixel);
}

/** Largest difference of a colour sample; grey counts as three equal ones, and what a short frame lacks as black. */
function distance(
  left: Uint8Array,
  leftAt: number,
  right: Uint8Array,
  rightAt: number,
  [expected, actual]: readonly [Raster, Raster],
): number {
  let largest = 0;
  for (let channel = 0; channel < 3; channel++) {
    const one = left[leftAt + (expected.samplesPerPixel === 1 ? 0 : channel)] ?? 0;
    const other = right[rightAt + (actual.samplesPerPixel === 1 ? 0 : channel)] ?? 0;
    largest = Math.max(largest, Math.abs(one - other));
  }
  return largest;
}

function paint(
  png: PNG,
  worst: Uint8Array,
  { raster, scale }: { readonly raster: Raster; readonly scale: number },
): void {
  for (let y = 0; y < png.height; y++) {
    const row = rowOf(raster, y * scale);
    for (let x = 0; x < png.width; x++) {
      const apart = worst[y * png.width + x] ?? 0;
      const colour = apart === 0 ? pale(row, x * scale, raster.samplesPerPixel) : apart > HARDLY ? RED : AMBER;
      const at = 4 * (y * png.width + x);
      png.data.set([...colour, 255], at);
    }
  }
}

function pale(row: Uint8Array, x: number, samplesPerPixel: number): readonly number[] {
  const grey = row[x * samplesPerPixel + (samplesPerPixel === 1 ? 0 : 1)] ?? 0;
  const light = 205 + Math.round(grey / 6);
  return [light, light, light];
}
