import { type ByteSource, readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';

/** A window as PS3.3 §C.11.2.1.2 has it, of the function LINEAR. */
export interface GreyWindow {
  readonly center: number;
  readonly width: number;
}

/** Modality values of a native grey frame of 8 or 16 bits: sign and rescale applied (PS3.3 §C.11.1.1). Null for others. */
export function modalityValues(dataSet: DataSet, frame: ByteSource): readonly number[] | null {
  const value = (tag: string, otherwise: number) => Number(numbers(dataSet, tag)[0] ?? otherwise);
  const [allocated, signed] = [value('00280100', 8), value('00280103', 0) === 1];
  const stored = value('00280101', allocated);
  if ((allocated !== 8 && allocated !== 16) || value('00280102', stored - 1) !== stored - 1) return null;
  const bytes = readAll(frame);
  const [slope, intercept] = [value('00281053', 1), value('00281052', 0)];
  const step = allocated / 8;
  const range = 2 ** stored;
  return Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => {
    const low = bytes[index * step] ?? 0;
    const word = (step === 1 ? low : low + 256 * (bytes[index * step + 1] ?? 0)) % range;
    return (signed && word >= range / 2 ? word - range : word) * slope + intercept;
  });
}

/** The windows that a data set suggests, in its order. */
export function ownWindows(dataSet: DataSet): readonly GreyWindow[] {
  const widths = numbers(dataSet, '00281051').map(Number);
  return numbers(dataSet, '00281050')
    .map((center, index) => ({ center: Number(center), width: widths[index] ?? 0 }))
    .filter(({ width }) => width >= 1);
}

/** The window that shows all values, from the least to the greatest. */
export function wholeWindow(values: readonly number[]): GreyWindow {
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  return { center: (least + most + 1) / 2, width: most - least + 1 };
}

/** Brightness from 0 to 255 of a modality value within a window. */
export function brightness(value: number, { center, width }: GreyWindow): number {
  if (width <= 1) return value <= center - 0.5 ? 0 : 255;
  return 255 * Math.max(0, Math.min(1, (value - (center - 0.5)) / (width - 1) + 0.5));
}
