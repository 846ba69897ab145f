import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataElement, DataSet } from '../../dicom/data-set.ts';
import { frame } from '../../dicom/frames.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { numbers } from '../../dicom/values.ts';

/** Pixel data of a data set, with the transfer syntax that says how they are encoded. */
export interface Pixels {
  readonly element: DataElement;
  readonly dataSet: DataSet;
  readonly transferSyntax: string;
  /** Native pixels of each frame, of colour as RGB, where they are known without decoding. */
  readonly decoded?: readonly Uint8Array[];
}

/** Native form of a frame by number (from 1), null when it cannot be had. */
export type FrameReader = (number: number) => ByteSource | null;

/** Larger frames are not decoded: a small data set can claim to be any size. */
const LARGEST_FRAME = 512 * 2 ** 20;

/** Size of a native frame, as the data set says (PS3.3 §C.7.6.3). */
export interface FrameSize {
  readonly rows: number;
  readonly columns: number;
  readonly samples: number;
  readonly bytesPerSample: number;
}

/** Size of a frame that is decoded; null where it is unknown, or too large. */
export function frameSize({ dataSet }: Pick<Pixels, 'dataSet'>): FrameSize | null {
  const value = (tag: string) => Number(numbers(dataSet, tag)[0] ?? Number.NaN);
  const size = {
    rows: value('00280010'),
    columns: value('00280011'),
    samples: Number(numbers(dataSet, '00280002')[0] ?? 1),
    bytesPerSample: value('00280100') / 8,
  };
  const bytes = size.rows * size.columns * size.samples * size.bytesPerSample;
  return Number.isSafeInteger(bytes) && bytes <= LARGEST_FRAME ? size : null;
}

/** A frame as it lies in the data set: native, or encoded. */
export function storedFrame({ dataSet }: Pick<Pixels, 'dataSet'>, number: number): ByteSource | null {
  try {
    const source = frame(dataSet, number);
    return source.length <= LARGEST_FRAME ? source : null;
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}
