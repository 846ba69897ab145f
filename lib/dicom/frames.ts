import { type ByteSource, sliceSource } from '../bytes/byte-source.ts';
import { concatSources } from '../bytes/concat-source.ts';
import { bitsSource } from './bits.ts';
import type { DataElement, DataSet } from './data-set.ts';
import { littleEndianValue } from './json.ts';
import { Part10Error } from './part10-error.ts';
import { numbers, text } from './values.ts';

/** Pixel Data, Float Pixel Data, Double Float Pixel Data. */
const PIXEL_DATA_TAGS = ['7FE00010', '7FE00008', '7FE00009'];
const ITEM_HEADER = 8;

/** The element that holds the pixels of a data set, of whichever of the three kinds. */
export function pixelDataOf(dataSet: DataSet): DataElement | undefined {
  for (const tag of PIXEL_DATA_TAGS) {
    const element = dataSet.elements.get(tag);
    if (element) return element;
  }
  return undefined;
}

/** Number of frames of a data set: 0 without pixel data, 1 where Number of Frames is absent (PS3.3 §C.7.6.6). */
export function frameCount(dataSet: DataSet): number {
  if (!pixelDataOf(dataSet)) return 0;
  const count = Number(numbers(dataSet, '00280008')[0] ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

/**
 * Frame `number` (from 1): native pixels in little-endian byte order without padding, or the encoded bit stream of an
 * encapsulated frame, as ranges of the source. Throws Part10Error when there is no such frame or the pixel data do not
 * tell where it lies.
 */
export function frame(dataSet: DataSet, number: number): ByteSource {
  const element = pixelDataOf(dataSet);
  if (!element) throw new Part10Error('no-pixel-data', 0, 'the data set has no pixel data');
  const count = frameCount(dataSet);
  if (!Number.isInteger(number) || number < 1 || number > count) {
    throw new Part10Error('no-such-frame', element.offset, `frame ${number} was asked for, there are ${count}`);
  }
  return element.fragments
    ? encapsulatedFrame(element, element.fragments, dataSet, number, count)
    : nativeFrame(element, dataSet, number);
}

function nativeFrame(element: DataElement, dataSet: DataSet, number: number): ByteSource {
  const bits = bitsPerFrame(element, dataSet);
  const words = littleEndianValue(element, dataSet);
  const start = (number - 1) * bits;
  if (Math.ceil((start + bits) / 8) > words.length) {
    throw new Part10Error('bad-pixel-data', element.offset, `the pixel data end before frame ${number} does`);
  }
  if (bits % 8 === 0) return sliceSource(words, start / 8, bits / 8);
  return bitsSource(words, start, bits);
}

/** Bits of one native frame, from the Image Pixel module (PS3.3 §C.7.6.3); single-bit frames are packed without gaps. */
function bitsPerFrame(element: DataElement, dataSet: DataSet): number {
  const value = (tag: string) => Number(numbers(dataSet, tag)[0] ?? Number.NaN);
  const pixels = value('00280010') * value('00280011');
  // PS3.3 §C.7.6.3.1.2: the 422 photometric interpretations keep one pair of chroma samples for two pixels.
  const subsampled = /_422$/.test(text(dataSet, '00280004') ?? '');
  const samples = subsampled ? 2 : Number(numbers(dataSet, '00280002')[0] ?? 1);
  const allocated = { '7FE00008': 32, '7FE00009': 64 }[element.tag] ?? value('00280100');
  const bits = pixels * samples * allocated;
  if (Number.isSafeInteger(bits) && bits > 0) return bits;
  throw new Part10Error(
    'bad-pixel-data',
    element.offset,
    'Rows, Columns, Samples per Pixel or Bits Allocated are missing or zero',
  );
}

function encapsulatedFrame(
  element: DataElement,
  fragments: readonly ByteSource[],
  dataSet: DataSet,
  number: number,
  count: number,
): ByteSource {
  if (count === 1) return concatSources(fragments);
  const extended = extendedOffsets(dataSet);
  const table = extended.length > 0 ? extended : (element.basicOffsetTable ?? []);
  if (table.length === count) return fragmentsBetween(element, fragments, table[number - 1], table[number]);
  const fragment = fragments[number - 1];
  if (fragments.length === count && fragment) return fragment;
  throw new Part10Error(
    'bad-pixel-data',
    element.offset,
    `${fragments.length} fragments without an offset table do not tell ${count} frames apart`,
  );
}

function extendedOffsets(dataSet: DataSet): readonly number[] {
  const bytes = dataSet.elements.get('7FE00001')?.value;
  if (!bytes) return [];
  const count = Math.floor(bytes.length / 8);
  const view = Buffer.from(bytes.read(0, count * 8));
  return Array.from({ length: count }, (_, index) =>
    Number(dataSet.littleEndian ? view.readBigUInt64LE(index * 8) : view.readBigUInt64BE(index * 8)),
  );
}

/** Fragments of a frame: offsets count from the first byte of the first fragment's item (PS3.5 §A.4). */
function fragmentsBetween(
  element: DataElement,
  fragments: readonly ByteSource[],
  start = 0,
  end = Number.POSITIVE_INFINITY,
): ByteSource {
  const chosen: ByteSource[] = [];
  let offset = 0;
  let met = false;
  for (const fragment of fragments) {
    met ||= offset === start;
    if (offset >= start && offset < end) chosen.push(fragment);
    offset += ITEM_HEADER + fragment.length;
  }
  if (met && chosen.length > 0) return concatSources(chosen);
  throw new Part10Error(
    'bad-pixel-data',
    element.offset,
    `the offset table points to byte ${start}, where no fragment starts`,
  );
}
