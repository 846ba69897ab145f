import type { ByteSource } from '../../bytes/byte-source.ts';
import { type PixelPattern, type PixelShape, pixelPattern } from './pixel-pattern.ts';

/**
 * How bytes were altered, as far as they show it. `swapped`: the two bytes of each word. `reversed words`: the four of each.
 * `inverted`: each is the complement. `zeros`: all are zero. `zeros from`: they are zero from the first difference to the end.
 * `last byte`: no other differs. `shifted`: they are all there, some bytes later or earlier. `cut`: the end is missing.
 * `longer`: more stands behind them. `high bytes` and `low bytes`: one of each two is left. `some`: anything else.
 */
export type BytePattern =
  | 'swapped'
  | 'reversed words'
  | 'inverted'
  | 'zeros'
  | 'zeros from'
  | 'last byte'
  | 'shifted'
  | 'cut'
  | 'longer'
  | 'high bytes'
  | 'low bytes'
  | PixelPattern
  | 'some';

/** What is told of bytes that differ. */
export interface ByteDifference {
  readonly how: BytePattern;
  /** How many bytes are the same at the beginning. */
  readonly same: number;
}

/** Values up to this length are looked at as a whole, in bytes; of longer ones as much of the beginning. */
const MOST_READ = 8 * 2 ** 20;

/**
 * How the actual bytes were made of the expected ones. Padding at the end is taken for what it is. `shape` tells how pixels lie
 * in them, where they are pixels.
 */
export function byteDifference(
  expected: ByteSource,
  actual: ByteSource,
  shape: PixelShape | null = null,
): ByteDifference {
  const [left, right] = [expected.read(0, MOST_READ), actual.read(0, MOST_READ)];
  let same = 0;
  const shared = Math.min(left.length, right.length);
  while (same < shared && left[same] === right[same]) same++;
  const how = patternOf(left, right, same, expected.length - actual.length, shape);
  return { how, same };
}

/** One byte pads a value to an even length. */
const PADDING = 1;

function patternOf(
  left: Uint8Array,
  right: Uint8Array,
  same: number,
  missing: number,
  shape: PixelShape | null,
): BytePattern {
  if (missing > 0 && same === right.length) return 'cut';
  if (missing < 0 && same === left.length) return 'longer';
  if (Math.min(left.length, right.length) >= LEAST && Math.abs(left.length - 2 * right.length) <= PADDING) {
    return halfOf(left, right);
  }
  if (Math.abs(missing) > PADDING) return 'some';
  if (Math.min(left.length, right.length) < LEAST) return isSwapped(left, right) ? 'swapped' : 'some';
  const length = Math.min(left.length, right.length);
  const every = (from: number, holds: (index: number) => boolean): boolean => {
    for (let index = from; index < length; index++) if (!holds(index)) return false;
    return true;
  };
  if (every(0, (index) => right[index] === 0)) return 'zeros';
  const isPadded = left[length - 1] === 0 && right[length - 1] === 0;
  if (same === length - 1 || (same === length - 1 - PADDING && isPadded)) return 'last byte';
  if (every(same, (index) => right[index] === 0)) return 'zeros from';
  if (every(0, (index) => index === length - 1 || right[index] === left[index ^ 1])) return 'swapped';
  if (every(0, (index) => index >= length - (length % 4) || right[index] === left[index ^ 3])) return 'reversed words';
  if (every(0, (index) => right[index] === 255 - (left[index] ?? 0))) return 'inverted';
  for (const shift of SHIFTS) {
    const isShifted = (by: number) =>
      every(Math.max(0, by), (index) => index - by >= length || right[index] === left[index - by]);
    if (isShifted(shift) || isShifted(-shift)) return 'shifted';
  }
  return pixelPattern(left, right, shape) ?? 'some';
}

/** One of the two bytes of each word, as 16 bits that were made 8. */
function halfOf(left: Uint8Array, right: Uint8Array): BytePattern {
  const isHalf = (start: number) =>
    right.every((byte, index) => 2 * index + start >= left.length || byte === left[2 * index + start]);
  return isHalf(1) ? 'high bytes' : isHalf(0) ? 'low bytes' : 'some';
}

/** Of few bytes, two words that are swapped are no chance. */
function isSwapped(left: Uint8Array, right: Uint8Array): boolean {
  const isEven = left.length === right.length && left.length % 2 === 0 && left.length >= 4;
  return isEven && right.every((byte, index) => byte === left[index ^ 1]);
}

/** Lengths of what may stand before bytes by mistake: headers, markers, byte order marks. */
const SHIFTS = [1, 2, 3, 4, 8, 12];
/** Fewer bytes are alike by chance. */
const LEAST = 16;
