import type { DataSet } from '../../dicom/data-set.ts';
import { numbers } from '../../dicom/values.ts';

/**
 * How pixels were altered, where each of them shows it. `red and blue`: the first and third sample of each pixel are exchanged.
 * `by plane`: samples that were stored pixel by pixel come plane by plane. `by pixel`: the other way round. `mirrored`: left for
 * right. `upside down`: the last row first. `turned`: by half a turn. `lowest bits`: they are zero. `negative`: white for black in
 * words with fewer bits than they have room for. `nearly`: each byte differs by little, as after compression with loss.
 */
export type PixelPattern =
  | 'red and blue'
  | 'by plane'
  | 'by pixel'
  | 'mirrored'
  | 'upside down'
  | 'turned'
  | 'lowest bits'
  | 'negative'
  | 'nearly';

/** How pixels lie in bytes. */
export interface PixelShape {
  readonly columns: number;
  readonly rows: number;
  /** Bytes of one pixel with all its samples. */
  readonly size: number;
}

/** The shape of the native pixels of a data set; null where they are not whole bytes, or lie plane by plane. */
export function pixelShapeOf(dataSet: DataSet): PixelShape | null {
  const value = (tag: string, otherwise: number) => Number(numbers(dataSet, tag)[0] ?? otherwise);
  const [rows, columns] = [value('00280010', 0), value('00280011', 0)];
  const size = (value('00280002', 1) * value('00280100', 0)) / 8;
  const isRead = rows > 0 && columns > 0 && size > 0 && Number.isInteger(size) && value('00280006', 0) === 0;
  return isRead ? { columns, rows, size } : null;
}

/** Patterns as the place of each byte in the stored pixels. */
type Places = (index: number, length: number) => number;

const SAMPLES = 3;

const COLOURS: Readonly<Partial<Record<PixelPattern, Places>>> = {
  'red and blue': (index) => index - (index % SAMPLES) + SAMPLES - 1 - (index % SAMPLES),
  'by plane': (index, length) => {
    const pixels = Math.floor(length / SAMPLES);
    return (index % pixels) * SAMPLES + Math.floor(index / pixels);
  },
  'by pixel': (index, length) => {
    const pixels = Math.floor(length / SAMPLES);
    return (index % SAMPLES) * pixels + Math.floor(index / SAMPLES);
  },
};

function placesIn({ columns, rows, size }: PixelShape): Readonly<Partial<Record<PixelPattern, Places>>> {
  const at = (index: number) => {
    const pixel = Math.floor(index / size);
    return {
      frame: Math.floor(pixel / (rows * columns)),
      row: Math.floor(pixel / columns) % rows,
      column: pixel % columns,
    };
  };
  const from = (index: number, turn: (row: number, column: number) => readonly [row: number, column: number]) => {
    const { frame, row, column } = at(index);
    const [other, beside] = turn(row, column);
    return ((frame * rows + other) * columns + beside) * size + (index % size);
  };
  return {
    mirrored: (index) => from(index, (row, column) => [row, columns - 1 - column]),
    'upside down': (index) => from(index, (row, column) => [rows - 1 - row, column]),
    turned: (index) => from(index, (row, column) => [rows - 1 - row, columns - 1 - column]),
  };
}

/** The pattern that all bytes have; null where they have none of these. */
export function pixelPattern(left: Uint8Array, right: Uint8Array, shape: PixelShape | null): PixelPattern | null {
  const frame = shape ? shape.columns * shape.rows * shape.size : 1;
  const length = Math.floor(Math.min(left.length, right.length) / frame) * frame;
  if (length === 0) return null;
  const whole = shape ? length : length - (length % SAMPLES);
  const places = { ...COLOURS, ...(shape ? placesIn(shape) : {}) };
  for (const [pattern, place] of Object.entries(places) as [PixelPattern, Places][]) {
    const isWhole = !(pattern in COLOURS) || whole % SAMPLES === 0;
    if (isWhole && every(whole, (index) => right[index] === left[place(index, whole)])) return pattern;
  }
  if (isWithoutLowestBits(left, right, length)) return 'lowest bits';
  if (isNegative(left, right, length)) return 'negative';
  return isNear(left, right, length) ? 'nearly' : null;
}

function every(length: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < length; index++) if (!holds(index)) return false;
  return true;
}

/** Of a byte; more of them are no noise. */
const MOST_LOST_BITS = 4;

function isWithoutLowestBits(left: Uint8Array, right: Uint8Array, length: number): boolean {
  let lost = 0;
  for (let index = 0; index < length; index++) lost |= (left[index] ?? 0) ^ (right[index] ?? 0);
  const mask = 2 ** Math.ceil(Math.log2(lost + 1)) - 1;
  const isLow = lost > 0 && mask < 2 ** MOST_LOST_BITS;
  return isLow && every(length, (index) => right[index] === ((left[index] ?? 0) & ~mask));
}

const FEWEST_BITS = 9;
const MOST_BITS = 15;

function isNegative(left: Uint8Array, right: Uint8Array, length: number): boolean {
  const word = (bytes: Uint8Array, index: number) => (bytes[index] ?? 0) + 256 * (bytes[index + 1] ?? 0);
  const sum = word(left, 0) + word(right, 0);
  const bits = Math.log2(sum + 1);
  if (!Number.isInteger(bits) || bits < FEWEST_BITS || bits > MOST_BITS) return false;
  return every(length - (length % 2), (index) => index % 2 === 1 || word(left, index) + word(right, index) === sum);
}

/** What compression with loss changes by, at most and at least of how many bytes. */
const NEAR = 48;
const MEAN = 8;
const LEAST_CHANGED = 0.05;

function isNear(left: Uint8Array, right: Uint8Array, length: number): boolean {
  let [changed, total] = [0, 0];
  const changes = new Set<number>();
  for (let index = 0; index < length; index++) {
    const apart = Math.abs((left[index] ?? 0) - (right[index] ?? 0));
    if (apart > NEAR) return false;
    if (apart > 0) changed++;
    changes.add((right[index] ?? 0) - (left[index] ?? 0));
    total += apart;
  }
  // What is added to all of them is no loss.
  return changes.size > 2 && changed >= length * LEAST_CHANGED && total <= length * MEAN;
}
