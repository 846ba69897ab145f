import type { PictureChange } from '../../breaches/picture-change.ts';
import { likeness, order, type Picture } from './pixels.ts';

type Pixel = readonly [red: number, green: number, blue: number];
type Reading = (picture: Picture, column: number, row: number) => Pixel;

const CHANGES: readonly (readonly [change: PictureChange, made: (picture: Picture) => Picture])[] = [
  ['in grey', (picture) => remade(picture, (from, column, row) => greyOf(pixelAt(from, column, row)))],
  ['red and blue exchanged', (picture) => remade(picture, (from, column, row) => reversed(pixelAt(from, column, row)))],
  ['mirrored', (picture) => remade(picture, (from, column, row) => pixelAt(from, from.width - 1 - column, row))],
  ['upside down', (picture) => remade(picture, (from, column, row) => pixelAt(from, column, from.height - 1 - row))],
  [
    'turned by 180 degrees',
    (picture) => remade(picture, (from, column, row) => pixelAt(from, from.width - 1 - column, from.height - 1 - row)),
  ],
  [
    'turned by 90 degrees',
    (picture) => turned(picture, (from, column, row) => pixelAt(from, row, from.height - 1 - column)),
  ],
  [
    'turned by 90 degrees',
    (picture) => turned(picture, (from, column, row) => pixelAt(from, from.width - 1 - row, column)),
  ],
];

/**
 * What was done to one of the pictures as which an image may be shown, so that the actual one came of it: changed like that, it is
 * at least `least` alike. Null where nothing known tells it.
 */
export function pictureChange(expected: readonly Picture[], actual: Picture, least: number): PictureChange | null {
  if (isOneShade(actual))
    return expected.every((one) => isOfSize(one, actual) && !isOneShade(one)) ? 'one shade' : null;
  const isAlike = (picture: Picture) => Math.max(likeness(picture, actual) ?? 0, order(picture, actual) ?? 0) >= least;
  return CHANGES.find(([, made]) => expected.some((picture) => isAlike(made(picture))))?.[0] ?? null;
}

function isOfSize(left: Picture, right: Picture): boolean {
  return left.width === right.width && left.height === right.height;
}

/** Compression changes the shades of a plain picture by less than this. */
const SAME_SHADE = 4;

function isOneShade({ rgba }: Picture): boolean {
  for (let channel = 0; channel < 3; channel++) {
    let [least, most] = [255, 0];
    for (let at = channel; at < rgba.length; at += 4) {
      const sample = rgba[at] ?? 0;
      if (sample < least) least = sample;
      if (sample > most) most = sample;
    }
    if (most - least > SAME_SHADE) return false;
  }
  return true;
}

function remade(picture: Picture, read: Reading): Picture {
  return made(picture, picture, read);
}

function turned(picture: Picture, read: Reading): Picture {
  return made(picture, { width: picture.height, height: picture.width }, read);
}

function made(from: Picture, { width, height }: Omit<Picture, 'rgba'>, read: Reading): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) rgba.set(read(from, column, row), (row * width + column) * 4);
  }
  return { width, height, rgba };
}

function pixelAt({ rgba, width }: Picture, column: number, row: number): Pixel {
  const at = (row * width + column) * 4;
  return [rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0];
}

function reversed([red, green, blue]: Pixel): Pixel {
  return [blue, green, red];
}

/** Luminance as JPEG has it (ITU-T T.871). */
function greyOf([red, green, blue]: Pixel): Pixel {
  const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  return [grey, grey, grey];
}
