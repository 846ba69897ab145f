import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { frame } from '../../dicom/frames.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { Refusal } from '../message.ts';

/** One frame as it lies in the pixel data. @throws Refusal 404 when the pixel data do not hold it. */
export function storedFrame(dataSet: DataSet, number: number): ByteSource {
  try {
    return frame(dataSet, number);
  } catch (error) {
    if (error instanceof Part10Error) throw new Refusal(404, error.message);
    throw error;
  }
}
