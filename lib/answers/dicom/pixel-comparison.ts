import { type ByteSource, memorySource } from '../../bytes/byte-source.ts';
import { concatSources } from '../../bytes/concat-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frame, frameCount } from '../../dicom/frames.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { transferSyntaxName } from '../../dicom/transfer-syntax-name.ts';
import { numbers } from '../../dicom/values.ts';
import { counted } from '../wording.ts';
import { compareBytes, littleEndianOf, type ValueComparison } from './element-values.ts';
import { decodeRleFrame } from './rle.ts';

/** Pixel data of a data set, with the transfer syntax that says how they are encoded. */
export interface Pixels {
  readonly element: DataElement;
  readonly dataSet: DataSet;
  readonly transferSyntax: string;
}

type PixelComparison =
  | ValueComparison
  /** Without a decoder nobody can tell; `why` says what would be needed. */
  | { readonly kind: 'undecided'; readonly why: string };

/** Native form of a frame by number (from 1), null when it cannot be had. */
export type FrameReader = (number: number) => ByteSource | null;

/**
 * Compares the pixels of two instances: byte by byte where both are native or both hold the same bit stream, frame by
 * frame where one or both are RLE Lossless, which can be decoded here. Other compressed forms are undecided: they may
 * well hold the same pixels.
 */
export function comparePixels(stored: Pixels, returned: Pixels): PixelComparison {
  if (!stored.element.fragments && !returned.element.fragments) {
    return compareBytes(littleEndianOf(stored), littleEndianOf(returned), true);
  }
  if (stored.element.fragments && returned.element.fragments && stored.transferSyntax === returned.transferSyntax) {
    const streams = compareBytes(bitStream(stored), bitStream(returned), false);
    if (streams.kind === 'equal') return streams;
  }
  const planar = (returned.element.fragments ? stored : returned).dataSet;
  const layout = Number(numbers(planar, '00280006')[0] ?? 0) === 1;
  const [expected, actual] = [frameReader(stored, layout), frameReader(returned, layout)];
  if (!expected || !actual) return { kind: 'undecided', why: whyUndecided(stored, returned) };
  return compareFrames(stored, returned, expected, actual);
}

function bitStream({ element }: Pixels): ByteSource {
  return concatSources(element.fragments ?? []);
}

function whyUndecided(stored: Pixels, returned: Pixels): string {
  const [from, to] = [transferSyntaxName(stored.transferSyntax), transferSyntaxName(returned.transferSyntax)];
  return `pixel data were not compared: stored as ${from}, returned as ${to}${from === to ? ' with other bytes' : ''}`;
}

function compareFrames(stored: Pixels, returned: Pixels, expected: FrameReader, actual: FrameReader): PixelComparison {
  const [count, returnedCount] = [frameCount(stored.dataSet), frameCount(returned.dataSet)];
  if (count !== returnedCount) {
    return { kind: 'different', expected: counted(count, 'frame'), actual: counted(returnedCount, 'frame') };
  }
  for (let number = 1; number <= count; number++) {
    const [left, right] = [expected(number), actual(number)];
    if (!left) return { kind: 'undecided', why: `frame ${number} of what was stored cannot be decoded` };
    if (!right) {
      return {
        kind: 'different',
        expected: `${left.length} bytes in frame ${number}`,
        actual: 'no frame that can be decoded',
      };
    }
    const compared = compareBytes(left, right, false);
    if (compared.kind === 'different') return { ...compared, actual: `frame ${number}: ${compared.actual}` };
  }
  return { kind: 'equal' };
}

/** Frames as native bytes, in the planar configuration asked for; null for a transfer syntax without a decoder here. */
export function frameReader(pixels: Pixels, planar: boolean): FrameReader | null {
  if (!pixels.element.fragments) return (number) => frameOf(pixels, number);
  if (pixels.transferSyntax !== TRANSFER_SYNTAX.rleLossless) return null;
  const value = (tag: string) => Number(numbers(pixels.dataSet, tag)[0] ?? Number.NaN);
  const shape = {
    pixels: value('00280010') * value('00280011'),
    samples: Number(numbers(pixels.dataSet, '00280002')[0] ?? 1),
    bytesPerSample: value('00280100') / 8,
    planar,
  };
  const bytes = shape.pixels * shape.samples * shape.bytesPerSample;
  if (!Number.isSafeInteger(bytes) || bytes > LARGEST_FRAME) return null;
  return (number) => {
    const encoded = frameOf(pixels, number);
    const decoded = encoded && encoded.length <= LARGEST_FRAME ? decodeRleFrame(encoded, shape) : null;
    return decoded && memorySource(decoded);
  };
}

const LARGEST_FRAME = 512 * 2 ** 20;

function frameOf({ dataSet }: Pixels, number: number): ByteSource | null {
  try {
    return frame(dataSet, number);
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}
