import type { ByteSource } from '../../bytes/byte-source.ts';
import { concatSources } from '../../bytes/concat-source.ts';
import { frameCount } from '../../dicom/frames.ts';
import { Part10Error } from '../../dicom/part10.ts';
import { numbers } from '../../dicom/values.ts';
import { counted } from '../wording.ts';
import { frameReader, whyUndecided } from './decoded-frames.ts';
import { compareBytes, littleEndianOf, type ValueComparison } from './element-values.ts';
import { lossOf } from './lossy-comparison.ts';
import type { FrameReader, Pixels } from './pixels.ts';
import { hasSameSamples } from './samples.ts';
import { mayBeLossy } from './transfer-syntaxes.ts';

export { frameReader } from './decoded-frames.ts';
export type { FrameReader, Pixels } from './pixels.ts';

type PixelComparison =
  | ValueComparison
  /** Without a decoder nobody can tell; `why` says what would be needed. */
  | { readonly kind: 'undecided'; readonly why: string };

/**
 * Compares the pixels of two instances: byte by byte where both are native or both hold the same bit stream, decoded and
 * frame by frame otherwise. What was compressed with loss has to come back within a bound. What no codec decodes here is
 * undecided: it may well hold the same pixels. So is what the server compressed with loss, which another judge grades.
 */
export function comparePixels(stored: Pixels, returned: Pixels): PixelComparison {
  if (!stored.element.fragments && !returned.element.fragments) {
    return compareBytes(littleEndianOf(stored), littleEndianOf(returned), true);
  }
  if (stored.element.fragments && returned.element.fragments && stored.transferSyntax === returned.transferSyntax) {
    const streams = compareBytes(bitStream(stored), bitStream(returned), false);
    if (streams.kind === 'equal') return streams;
  }
  if (returned.element.fragments && mayBeLossy(returned.transferSyntax)) return undecided(stored, returned);
  const planar = (returned.element.fragments ? stored : returned).dataSet;
  const layout = Number(numbers(planar, '00280006')[0] ?? 0) === 1;
  const [expected, actual] = [frameReader(stored, layout), frameReader(returned, layout)];
  if (!expected || !actual) return undecided(stored, returned);
  try {
    return compareFrames(stored, returned, expected, actual);
  } catch (error) {
    if (error instanceof Part10Error) return { kind: 'undecided', why: error.message };
    throw error;
  }
}

function undecided(stored: Pixels, returned: Pixels): PixelComparison {
  return { kind: 'undecided', why: whyUndecided(stored, returned) };
}

function bitStream({ element }: Pixels): ByteSource {
  return concatSources(element.fragments ?? []);
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
    const compared = compareFrame(stored, returned, left, right);
    if (compared === null) return undecided(stored, returned);
    if (compared.kind === 'different') return { ...compared, actual: `frame ${number}: ${compared.actual}` };
  }
  return { kind: 'equal' };
}

/** Null where two frames cannot be compared: their colours stand for something else. */
function compareFrame(stored: Pixels, returned: Pixels, left: ByteSource, right: ByteSource): ValueComparison | null {
  const compared = compareBytes(left, right, false);
  if (compared.kind !== 'different') return compared;
  if (mayBeLossy(stored.transferSyntax)) return lossOf(stored, returned, left, right);
  return hasSameSamples(stored.dataSet, left, right) ? { kind: 'equal' } : compared;
}
