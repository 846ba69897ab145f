import { PNG } from 'pngjs';
import type { Picture } from '../answers/pictures/pixels.ts';
import { type ByteSource, memorySource } from '../bytes/byte-source.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { numbers, text } from '../dicom/values.ts';

/** Longest side of a picture in a report, in pixels: it is there to be recognised, and `results.json` carries it. */
export const LONGEST_SIDE = 160;

/** Samples row by row as far as a picture can be made of them: grey, RGB, or RGB with an alpha that is not looked at. */
export interface Raster {
  readonly samples: ByteSource;
  readonly rows: number;
  readonly columns: number;
  readonly samplesPerPixel: 1 | 3 | 4;
}

/** A frame of 8-bit grey or interleaved RGB as a raster; null for every other kind, of which no picture is made. */
export function frameRaster(dataSet: DataSet, frame: ByteSource): Raster | null {
  const number = (tag: string): number => Number(numbers(dataSet, tag)[0] ?? 0);
  const samples = number('00280002');
  const photometric = text(dataSet, '00280004');
  const plain =
    number('00280100') === 8 &&
    ((samples === 1 && photometric === 'MONOCHROME2') ||
      (samples === 3 && photometric === 'RGB' && number('00280006') === 0));
  const [rows, columns] = [number('00280010'), number('00280011')];
  if (!plain || rows <= 0 || columns <= 0) return null;
  return { samples: frame, rows, columns, samplesPerPixel: samples === 1 ? 1 : 3 };
}

/** A decoded picture as a raster; null where there is none. */
export function pictureRaster(picture: Picture | null): Raster | null {
  if (picture === null) return null;
  const { width, height, rgba } = picture;
  return { samples: memorySource(rgba), rows: height, columns: width, samplesPerPixel: 4 };
}

/** A small PNG of a raster; what a short frame lacks is left black. Reads one row at a time. */
export function thumbnail({ samples, rows, columns, samplesPerPixel }: Raster): Buffer {
  const scale = Math.max(1, Math.ceil(Math.max(rows, columns) / LONGEST_SIDE));
  const png = new PNG({ width: Math.ceil(columns / scale), height: Math.ceil(rows / scale), colorType: 2 });
  for (let y = 0; y < png.height; y++) {
    const row = samples.read(y * scale * columns * samplesPerPixel, columns * samplesPerPixel);
    for (let x = 0; x < png.width; x++) {
      const from = x * scale * samplesPerPixel;
      const at = 4 * (y * png.width + x);
      for (let channel = 0; channel < 3; channel++) {
        png.data[at + channel] = row[from + (samplesPerPixel === 1 ? 0 : channel)] ?? 0;
      }
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}
