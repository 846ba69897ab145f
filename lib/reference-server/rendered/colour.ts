import { readAll } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { littleEndianValue } from '../../dicom/json.ts';
import { numbers } from '../../dicom/values.ts';
import type { Picture } from './picture.ts';
import { storedValues } from './stored-values.ts';

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Y, CB and CR of full range to red, green and blue (PS3.3 §C.7.6.3.1.2, ITU-R BT.601). */
function toRgb(y: number, cb: number, cr: number): readonly [number, number, number] {
  const clamp = (value: number): number => Math.round(Math.min(255, Math.max(0, value)));
  return [
    clamp(y + 1.402 * (cr - 128)),
    clamp(y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128)),
    clamp(y + 1.772 * (cb - 128)),
  ];
}

/** Renders RGB, YBR_FULL and YBR_FULL_422 of 8 bits. */
export function renderColour(
  frame: Uint8Array,
  dataSet: DataSet,
  size: Size,
  photometricInterpretation: string,
): Picture {
  const pixels = size.columns * size.rows;
  const samples = new Uint8Array(pixels * 3);
  const byPlane = Number(numbers(dataSet, '00280006')[0] ?? 0) === 1;
  const pairs = photometricInterpretation === 'YBR_FULL_422';
  for (let pixel = 0; pixel < pixels; pixel++) {
    const pair = (pixel >> 1) * 4;
    const positions = pairs
      ? [pair + (pixel & 1), pair + 2, pair + 3]
      : byPlane
        ? [pixel, pixels + pixel, 2 * pixels + pixel]
        : [pixel * 3, pixel * 3 + 1, pixel * 3 + 2];
    const [first = 0, second = 0, third = 0] = positions.map((at) => frame[at] ?? 0);
    samples.set(photometricInterpretation === 'RGB' ? [first, second, third] : toRgb(first, second, third), pixel * 3);
  }
  return { ...size, channels: 3, samples };
}

/** A palette colour lookup table as a function from stored value to 0..255 (PS3.3 §C.7.6.3.1.5). */
function palette(dataSet: DataSet, descriptorTag: string, dataTag: string): (value: number) => number {
  const [count = 0, first = 0, bits = 16] = numbers(dataSet, descriptorTag).map(Number);
  const element = dataSet.elements.get(dataTag);
  const bytes = element ? readAll(littleEndianValue(element, dataSet)) : new Uint8Array(0);
  const entries = count === 0 ? 65_536 : count;
  const wide = bytes.length >= entries * 2;
  return (value) => {
    const index = Math.min(entries - 1, Math.max(0, value - first));
    if (!wide) return bytes[index] ?? 0;
    return bits > 8 ? (bytes[index * 2 + 1] ?? 0) : (bytes[index * 2] ?? 0);
  };
}

/** Renders PALETTE COLOR through its three lookup tables. */
export function renderPalette(frame: Uint8Array, dataSet: DataSet, size: Size): Picture {
  const values = storedValues(frame, dataSet, size.columns * size.rows);
  const tables = [
    palette(dataSet, '00281101', '00281201'),
    palette(dataSet, '00281102', '00281202'),
    palette(dataSet, '00281103', '00281203'),
  ];
  const samples = new Uint8Array(values.length * 3);
  values.forEach((value, pixel) => {
    tables.forEach((table, channel) => {
      samples[pixel * 3 + channel] = table(value);
    });
  });
  return { ...size, channels: 3, samples };
}
