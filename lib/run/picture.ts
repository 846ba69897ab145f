import { PNG } from 'pngjs';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { DataSet } from '../dicom/data-set.ts';
import { numbers, text } from '../dicom/values.ts';

/** Longest side of a picture in a report, in pixels: it is there to be recognised. */
const LONGEST_SIDE = 320;

/** How the samples of a native frame lie, as far as a picture can be made of it. */
export interface FrameShape {
  readonly rows: number;
  readonly columns: number;
  readonly samples: 1 | 3;
}

/** The shape of 8-bit grey or interleaved RGB frames; null for every other kind, of which no picture is made. */
export function frameShape(dataSet: DataSet): FrameShape | null {
  const number = (tag: string): number => Number(numbers(dataSet, tag)[0] ?? 0);
  const samples = number('00280002');
  const photometric = text(dataSet, '00280004');
  const plain =
    number('00280100') === 8 &&
    ((samples === 1 && photometric === 'MONOCHROME2') ||
      (samples === 3 && photometric === 'RGB' && number('00280006') === 0));
  const [rows, columns] = [number('00280010'), number('00280011')];
  return plain && rows > 0 && columns > 0 ? { rows, columns, samples: samples === 1 ? 1 : 3 } : null;
}

/** A small PNG of a native frame; what a short frame lacks is left black. Reads one row at a time. */
export function picturePng(frame: ByteSource, { rows, columns, samples }: FrameShape): Buffer {
  const scale = Math.max(1, Math.ceil(Math.max(rows, columns) / LONGEST_SIDE));
  const png = new PNG({ width: Math.ceil(columns / scale), height: Math.ceil(rows / scale), colorType: 2 });
  png.data.fill(0);
  for (let y = 0; y < png.height; y++) {
    const row = frame.read(y * scale * columns * samples, columns * samples);
    for (let x = 0; x < png.width; x++) {
      const from = x * scale * samples;
      const at = 4 * (y * png.width + x);
      for (let channel = 0; channel < 3; channel++) {
        png.data[at + channel] = row[from + (samples === 3 ? channel : 0)] ?? 0;
      }
      png.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(png);
}
