import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';
import type { Window } from './parameters.ts';
import type { Picture } from './picture.ts';
import { storedValues } from './stored-values.ts';

type Curve = (value: number) => number;

/** A window as a curve from modality values to 0..255 (PS3.3 §C.11.2.1.2, §C.11.2.1.3). */
function curveOf({ center, width, function: shape }: Window): Curve {
  const clamp = (share: number): number => Math.round(255 * Math.min(1, Math.max(0, share)));
  switch (shape) {
    case 'linear':
      if (width === 1) return (value) => (value <= center - 0.5 ? 0 : 255);
      return (value) => clamp((value - (center - 0.5)) / (width - 1) + 0.5);
    case 'linear-exact':
      return (value) => clamp((value - center) / width + 0.5);
    case 'sigmoid':
      return (value) => clamp(1 / (1 + Math.exp((-4 * (value - center)) / width)));
  }
}

/** The window that the instance suggests, or one over all of its values. */
function ownWindow(dataSet: DataSet, values: Float64Array): Window {
  const center = Number(numbers(dataSet, '00281050')[0] ?? Number.NaN);
  const width = Number(numbers(dataSet, '00281051')[0] ?? Number.NaN);
  if (Number.isFinite(center) && width >= 1) return { center, width, function: 'linear' };
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { center: (least + most) / 2, width: Math.max(1, most - least), function: 'linear-exact' };
}

/** Values of a narrow range are shown as they are: 8-bit greys without a window of their own need none. */
function isDisplayReady(dataSet: DataSet): boolean {
  return (
    Number(numbers(dataSet, '00280101')[0] ?? 8) === 8 &&
    Number(numbers(dataSet, '00280103')[0] ?? 0) === 0 &&
    !dataSet.elements.has('00281050') &&
    !dataSet.elements.has('00281052')
  );
}

/** Renders a frame of MONOCHROME1 or MONOCHROME2 through rescale and window; the smallest value of MONOCHROME1 is white. */
export function renderGrey(
  frame: Uint8Array,
  dataSet: DataSet,
  size: { readonly columns: number; readonly rows: number },
  photometricInterpretation: string,
  window: Window | null,
): Picture {
  const slope = Number(numbers(dataSet, '00281053')[0] ?? 1);
  const intercept = Number(numbers(dataSet, '00281052')[0] ?? 0);
  const values = storedValues(frame, dataSet, size.columns * size.rows).map((value) => value * slope + intercept);
  const curve: Curve =
    window === null && isDisplayReady(dataSet) ? (value) => value : curveOf(window ?? ownWindow(dataSet, values));
  const inverted = photometricInterpretation === 'MONOCHROME1';
  const samples = Uint8Array.from(values, (value) => (inverted ? 255 - curve(value) : curve(value)));
  return { ...size, channels: 1, samples };
}
