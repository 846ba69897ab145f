import type { ByteSource } from '../../bytes/byte-source.ts';
import type { DataSet } from '../../dicom/data-set.ts';
import { numbers, text } from '../../dicom/values.ts';
import type { ValueComparison } from './element-values.ts';
import type { Pixels } from './pixels.ts';
import { samplesOf } from './samples.ts';

/**
 * By how much samples may differ on average, as a part of their range, where what was stored is compressed with loss. Two
 * decoders of one stream differ by far less, another picture, a negative or a shift by far more.
 */
export const MOST_LOSS = 0.03;

/**
 * Compares a frame that was stored with loss with the native one that came back, within `MOST_LOSS`. Null where the colours
 * of either stand for what is not read here.
 */
export function lossOf(
  stored: Pixels,
  returned: Pixels,
  expected: ByteSource,
  actual: ByteSource,
): ValueComparison | null {
  const wanted = asDecoded(stored.dataSet, samplesOf(stored.dataSet, expected));
  const found = asReturned(returned.dataSet, samplesOf(returned.dataSet, actual));
  if (!wanted || !found) return null;
  if (wanted.length !== found.length) {
    return { kind: 'different', expected: `${wanted.length} samples`, actual: `${found.length} samples` };
  }
  const range = 2 ** Number(numbers(stored.dataSet, '00280101')[0] ?? 8) - 1;
  const loss = wanted.reduce((sum, sample, index) => sum + Math.abs(sample - (found[index] ?? 0)), 0);
  const mean = loss / wanted.length / range;
  if (mean <= MOST_LOSS) return { kind: 'equal' };
  return {
    kind: 'different',
    expected: `samples that differ by at most ${percent(MOST_LOSS)} on average`,
    actual: `they differ by ${percent(mean)}`,
  };
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

type Samples = readonly number[];

/** Codecs give colours as red, green and blue, whatever the stream holds. */
function asDecoded(dataSet: DataSet, samples: Uint8Array | Uint16Array): Samples | null {
  const count = Number(numbers(dataSet, '00280002')[0] ?? 1);
  return count === 1 || count === 3 ? Array.from(samples) : null;
}

function asReturned(dataSet: DataSet, samples: Uint8Array | Uint16Array): Samples | null {
  const photometric = text(dataSet, '00280004') ?? '';
  if (photometric.startsWith('MONOCHROME') || photometric === 'RGB') return byPixel(dataSet, samples);
  if (photometric === 'YBR_FULL') return toRgb(byPixel(dataSet, samples));
  return photometric === 'YBR_FULL_422' ? toRgb(fullColour(samples)) : null;
}

function byPixel(dataSet: DataSet, samples: Uint8Array | Uint16Array): Samples {
  const isPlanar = numbers(dataSet, '00280006')[0] === 1 && numbers(dataSet, '00280002')[0] === 3;
  if (!isPlanar) return Array.from(samples);
  const pixels = samples.length / 3;
  return Array.from({ length: samples.length }, (_, at) => samples[(at % 3) * pixels + Math.floor(at / 3)] ?? 0);
}

/** Two luminances share one pair of colours (PS3.3 §C.7.6.3.1.2). */
function fullColour(samples: Uint8Array | Uint16Array): Samples {
  const full: number[] = [];
  for (let at = 0; at + 3 < samples.length; at += 4) {
    const [first = 0, second = 0, blue = 0, red = 0] = samples.subarray(at, at + 4);
    full.push(first, blue, red, second, blue, red);
  }
  return full;
}

/** PS3.3 §C.7.6.3.1.2, turned round. */
function toRgb(ybr: Samples): Samples {
  return ybr.map((_, at) => {
    const pixel = at - (at % 3);
    const [luminance = 0, blue = 0, red = 0] = ybr.slice(pixel, pixel + 3);
    const channels = [
      luminance + 1.402 * (red - 128),
      luminance - 0.3441 * (blue - 128) - 0.7141 * (red - 128),
      luminance + 1.772 * (blue - 128),
    ];
    return Math.max(0, Math.min(255, channels[at % 3] ?? 0));
  });
}
