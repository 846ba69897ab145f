import { type ByteSource, memorySource, readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { frame, pixelDataOf } from '../../dicom/frames.ts';
import type { StoredInstance } from '../../dicom/instance.ts';
import { littleEndianValue } from '../../dicom/json.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { numbers, text } from '../../dicom/values.ts';
import { frameReader } from '../dicom/pixel-comparison.ts';
import { brightness, type GreyWindow, modalityValues, ownWindows, wholeWindow } from './grey-values.ts';
import type { Picture } from './pixels.ts';

/** Larger pictures are not made here. */
const MOST_PIXELS = 16 * 2 ** 20;

/**
 * The pictures as which a stored frame may rightly be shown: grey in each of its own windows and over all of its values,
 * colour in one way. None where how it has to look is not decided here. With a window, that one alone.
 */
export function shownPictures(stored: StoredInstance, number: number, window?: GreyWindow): readonly Picture[] {
  const { dataSet } = stored;
  const value = (tag: string) => Number(numbers(dataSet, tag)[0] ?? Number.NaN);
  const size = { height: value('00280010'), width: value('00280011') };
  if (!(size.width * size.height <= MOST_PIXELS)) return [];
  // A modality or VOI lookup table is more than a window.
  if (['00283000', '00283010'].some((tag) => dataSet.elements.has(tag))) return [];
  const pixels = decodedFrame(stored, number);
  if (!pixels) return [];
  const photometric = text(dataSet, '00280004') ?? '';
  if (photometric.startsWith('MONOCHROME')) return greyPictures(dataSet, pixels, size, photometric, window);
  const samples = photometric === 'PALETTE COLOR' ? 1 : 3;
  const isWhole = pixels.length >= size.width * size.height * samples;
  const rgb = isWhole ? colours(dataSet, readAll(pixels), photometric) : null;
  return rgb ? [pictureOf(size, rgb)] : [];
}

type Size = { readonly width: number; readonly height: number };
type Colour = readonly [red: number, green: number, blue: number];

function greyPictures(dataSet: DataSet, pixels: ByteSource, size: Size, photometric: string, window?: GreyWindow) {
  const values = modalityValues(dataSet, pixels);
  if (!values || values.length < size.width * size.height) return [];
  const isInverted = photometric === 'MONOCHROME1';
  const windows = window ? [window] : [...ownWindows(dataSet), wholeWindow(values)];
  return windows.map((one) =>
    pictureOf(size, (pixel) => {
      const shown = brightness(values[pixel] ?? 0, one);
      const grey = isInverted ? 255 - shown : shown;
      return [grey, grey, grey];
    }),
  );
}

function pictureOf({ width, height }: Size, colourAt: (pixel: number) => Colour): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) rgba.set(colourAt(pixel).map(Math.round), pixel * 4);
  return { width, height, rgba };
}

function colours(dataSet: DataSet, bytes: Uint8Array, photometric: string): ((pixel: number) => Colour) | null {
  if (Number(numbers(dataSet, '00280100')[0]) !== 8) return null;
  if (photometric === 'PALETTE COLOR') return paletteColours(dataSet, bytes);
  const isPlanar = numbers(dataSet, '00280006')[0] === 1;
  const pixels = bytes.length / 3;
  const sample = (pixel: number, channel: number) =>
    bytes[isPlanar ? channel * pixels + pixel : pixel * 3 + channel] ?? 0;
  // What a codec decoded is red, green and blue already.
  if (photometric === 'RGB' || pixelDataOf(dataSet)?.fragments)
    return (pixel) => [sample(pixel, 0), sample(pixel, 1), sample(pixel, 2)];
  return photometric === 'YBR_FULL' ? (pixel) => fromYbr(sample(pixel, 0), sample(pixel, 1), sample(pixel, 2)) : null;
}

/** PS3.3 §C.7.6.3.1.2. */
function fromYbr(luminance: number, blue: number, red: number): Colour {
  const bounded = (value: number) => Math.max(0, Math.min(255, value));
  return [
    bounded(luminance + 1.402 * (red - 128)),
    bounded(luminance - 0.3441 * (blue - 128) - 0.7141 * (red - 128)),
    bounded(luminance + 1.772 * (blue - 128)),
  ];
}

/** PS3.3 §C.7.6.3.1.5: tables of 16-bit entries; others are not read here. */
function paletteColours(dataSet: DataSet, bytes: Uint8Array): ((pixel: number) => Colour) | null {
  const tables = ['1', '2', '3'].map((channel) => {
    const [count = 0, first = 0, bits = 0] = numbers(dataSet, `0028110${channel}`).map(Number);
    const element = dataSet.elements.get(`0028120${channel}`);
    if (!element || bits !== 16 || element.value.length !== count * 2) return null;
    const entries = readAll(littleEndianValue(element, dataSet));
    return (index: number) => entries[Math.max(0, Math.min(count - 1, index - first)) * 2 + 1] ?? 0;
  });
  const [red, green, blue] = tables;
  if (!red || !green || !blue) return null;
  return (pixel) => [red(bytes[pixel] ?? 0), green(bytes[pixel] ?? 0), blue(bytes[pixel] ?? 0)];
}

/** A frame as native pixels, whatever it is stored as; null where nothing here decodes it. */
function decodedFrame({ dataSet, transferSyntax, decoded }: StoredInstance, number: number): ByteSource | null {
  const known = decoded?.[number - 1];
  if (known) return memorySource(known);
  const element = pixelDataOf(dataSet);
  if (!element) return null;
  try {
    if (!element.fragments) return frame(dataSet, number);
    return frameReader({ element, dataSet, transferSyntax }, false)?.(number) ?? null;
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}
