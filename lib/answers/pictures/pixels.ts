import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { type ByteSource, readAll } from '../../bytes/byte-source.ts';
import { frame } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { numbers, text } from '../../dicom/values.ts';
import { pictureFormat } from './picture-format.ts';

/** A picture in memory: red, green, blue and alpha a pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** Larger pictures are not decoded: a small file can claim to be any size. */
const MOST_PIXELS = 64 * 2 ** 20;
const MOST_BYTES = 64 * 2 ** 20;
const MEGABYTES_FOR_JPEG = 1024;

/** Decodes a JPEG or PNG; null when it is neither, cannot be decoded, or is beyond what is decoded here. */
export function decodePicture(source: ByteSource): Picture | null {
  const format = pictureFormat(source);
  if (!format || source.length > MOST_BYTES || format.width * format.height > MOST_PIXELS) return null;
  const bytes = Buffer.from(readAll(source));
  try {
    if (format.mediaType === 'image/png') {
      const { width, height, data } = PNG.sync.read(bytes);
      return { width, height, rgba: data };
    }
    if (format.mediaType !== 'image/jpeg') return null;
    const { width, height, data } = decode(bytes, { useTArray: true, maxMemoryUsageInMB: MEGABYTES_FOR_JPEG });
    return { width, height, rgba: data };
  } catch {
    return null;
  }
}

/**
 * A stored frame as it has to look: RGB, and grey with the polarity of its photometric interpretation. Null for all
 * that takes a window, a palette or a decoder: how that looks is not decided here.
 */
export function storedPicture({ dataSet }: StoredInstance, number: number): Picture | null {
  const value = (tag: string) => Number(numbers(dataSet, tag)[0] ?? Number.NaN);
  const [height, width, samples] = [value('00280010'), value('00280011'), value('00280002')];
  const photometric = text(dataSet, '00280004');
  const colour = photometric === 'RGB' && samples === 3;
  const grey = (photometric === 'MONOCHROME1' || photometric === 'MONOCHROME2') && samples === 1;
  const windowed = dataSet.elements.has('00281050') || dataSet.elements.has('00283010');
  if (!(colour || (grey && !windowed)) || value('00280100') !== 8 || value('00280101') !== 8) return null;
  if (dataSet.elements.get('7FE00010')?.fragments || width * height > MOST_PIXELS) return null;
  const pixels = nativePixels(dataSet, number);
  if (!pixels) return null;
  const planar = colour && numbers(dataSet, '00280006')[0] === 1;
  const [step, plane] = planar ? [1, width * height] : [samples, 1];
  const invert = photometric === 'MONOCHROME1' ? 255 : 0;
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const sample = colour ? channel * plane : 0;
      rgba[pixel * 4 + channel] = (pixels[pixel * step + sample] ?? 0) ^ invert;
    }
  }
  return { width, height, rgba };
}

function nativePixels(dataSet: StoredInstance['dataSet'], number: number): Uint8Array | null {
  try {
    return readAll(frame(dataSet, number));
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}

/**
 * How much two pictures are alike: the correlation of their colour samples, 1 for the same picture whatever its
 * brightness and contrast, -1 for its negative. Null when their sizes differ or one of them is of a single shade.
 */
export function likeness(left: Picture, right: Picture): number | null {
  if (left.width !== right.width || left.height !== right.height) return null;
  let [count, sumLeft, sumRight, squaresLeft, squaresRight, products] = [0, 0, 0, 0, 0, 0];
  for (let offset = 0; offset < left.rgba.length; offset += 4) {
    for (let channel = offset; channel < offset + 3; channel++) {
      const [a, b] = [left.rgba[channel] ?? 0, right.rgba[channel] ?? 0];
      count++;
      sumLeft += a;
      sumRight += b;
      squaresLeft += a * a;
      squaresRight += b * b;
      products += a * b;
    }
  }
  const spread = (count * squaresLeft - sumLeft ** 2) * (count * squaresRight - sumRight ** 2);
  return spread > 0 ? (count * products - sumLeft * sumRight) / Math.sqrt(spread) : null;
}

/** Shades that differ by less are the same: compression changes that much. */
const SAME_SHADE = 24;
const MOST_PAIRS = 20_000;
const FEWEST_PAIRS = 100;

/**
 * Whether the shades of a grey picture are in the order of those of another: 1 where each pixel that is brighter in one is no
 * darker in the other, -1 where it is always so the other way round. Any window, however narrow, keeps the order. Null for
 * pictures in colour, of different sizes, or with too few shades to tell.
 */
export function order(left: Picture, right: Picture): number | null {
  if (left.width !== right.width || left.height !== right.height || !isGrey(left) || !isGrey(right)) return null;
  const pixels = left.width * left.height;
  const shade = ({ rgba }: Picture, pixel: number) => rgba[(pixel % pixels) * 4] ?? 0;
  let [same, opposite] = [0, 0];
  for (let pair = 0; pair < Math.min(MOST_PAIRS, pixels); pair++) {
    // Strides that share no factor with usual sizes reach pixels all over the picture.
    const [one, other] = [pair * 7919, pair * 104_729 + 31];
    const a = shade(left, one) - shade(left, other);
    const b = shade(right, one) - shade(right, other);
    if (Math.abs(a) < SAME_SHADE || Math.abs(b) < SAME_SHADE) continue;
    if (a > 0 === b > 0) same++;
    else opposite++;
  }
  const told = same + opposite;
  return told < FEWEST_PAIRS ? null : (same - opposite) / told;
}

function isGrey({ rgba }: Picture): boolean {
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3);
    if (Math.abs(red - green) > 8 || Math.abs(green - blue) > 8) return false;
  }
  return true;
}
