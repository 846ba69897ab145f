import { type Random, randomFrom } from '../portable/random.ts';

/** How a pixel is written: unsigned samples, interleaved, little endian. */
export interface PixelFormat {
  readonly photometricInterpretation: 'MONOCHROME2' | 'RGB';
  readonly bitsAllocated: 8 | 16;
  readonly bitsStored: number;
}

export interface Geometry {
  readonly rows: number;
  readonly columns: number;
  readonly frames: number;
}

/**
 * What a picture shows: the brightness (0 to 1) of each sample at a place, one number where all samples are as bright.
 * `x` and `y` run from -1 to 1 over the frame, `noise` is a standard normal value of its own for the pixel.
 */
export type Scene = (x: number, y: number, frame: number, noise: number) => readonly number[] | number;

/** Native pixel data as the buffers to write one after another; the same buffer may come up many times. */
export interface PixelData {
  readonly segments: readonly Uint8Array[];
  readonly length: number;
}

/** Most bytes drawn anew; a larger picture repeats its strip or its frames, so any size takes bounded memory. */
const MOST_DRAWN = 16 << 20;

export function samplesPerPixel(format: PixelFormat): 1 | 3 {
  return format.photometricInterpretation === 'RGB' ? 3 : 1;
}

export function bytesPerPixel(format: PixelFormat): number {
  return samplesPerPixel(format) * (format.bitsAllocated / 8);
}

/** Draws a scene. The same seed draws the same bytes. */
export function drawPixelData(scene: Scene, format: PixelFormat, geometry: Geometry, seed: number): PixelData {
  const rowLength = geometry.columns * bytesPerPixel(format);
  const frameLength = rowLength * geometry.rows;
  const length = frameLength * geometry.frames;
  const drawnFrames = Math.max(1, Math.min(geometry.frames, Math.floor(MOST_DRAWN / frameLength)));
  const drawnRows = Math.max(1, Math.min(geometry.rows, Math.floor(MOST_DRAWN / rowLength)));
  const drawn = draw(scene, format, { rows: drawnRows, columns: geometry.columns, frames: drawnFrames }, seed);
  return { segments: repeat(drawn, length), length };
}

/** The bytes again and again until there are `length` of them. */
function repeat(bytes: Uint8Array, length: number): Uint8Array[] {
  const segments: Uint8Array[] = [];
  for (let left = length; left > 0; left -= bytes.length) {
    segments.push(left < bytes.length ? bytes.subarray(0, left) : bytes);
  }
  return segments;
}

function draw(scene: Scene, format: PixelFormat, geometry: Geometry, seed: number): Uint8Array {
  const { rows, columns, frames } = geometry;
  const count = rows * columns * frames * samplesPerPixel(format);
  const samples = format.bitsAllocated === 8 ? new Uint8Array(count) : new Uint16Array(count);
  const largest = 2 ** format.bitsStored - 1;
  const random = randomFrom(seed);
  const noise = noiseTable(random);
  const perPixel = samplesPerPixel(format);
  let at = 0;
  const put = (brightness: number): void => {
    const rounded = brightness * largest + 0.5;
    // The array leaves out what is behind the point.
    samples[at++] = Math.max(0, Math.min(largest, rounded));
  };
  for (let frame = 0; frame < frames; frame++) {
    for (let row = 0; row < rows; row++) {
      const y = (2 * row + 1) / rows - 1;
      // A random start in the table for each row: neighbouring rows share no pattern that a compressor would find.
      let noiseAt = Math.floor(random() * noise.length);
      for (let column = 0; column < columns; column++) {
        noiseAt = noiseAt + 1 < noise.length ? noiseAt + 1 : 0;
        const value = scene((2 * column + 1) / columns - 1, y, frame, noise[noiseAt] ?? 0);
        if (typeof value !== 'number') for (const sample of value) put(sample);
        else for (let sample = 0; sample < perPixel; sample++) put(value);
      }
    }
  }
  return new Uint8Array(samples.buffer);
}

/** Standard normal values (Box and Muller), a prime number of them. */
function noiseTable(random: Random): Float32Array {
  return Float32Array.from(
    { length: 65_521 },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
}
