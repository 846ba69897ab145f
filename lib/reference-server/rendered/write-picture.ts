import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { writeGif } from './gif.ts';
import { type Picture, sampleAt } from './picture.ts';

/** Media types of rendered pictures, the default first (PS3.18 Table 8.7.4-1). */
export const PICTURE_TYPES = ['image/jpeg', 'image/gif', 'image/png'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

function rgba(picture: Picture): Uint8Array {
  const { columns, rows } = picture;
  const bytes = new Uint8Array(columns * rows * 4).fill(255);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 4;
      for (let channel = 0; channel < 3; channel++) bytes[at + channel] = sampleAt(picture, column, row, channel);
    }
  }
  return bytes;
}

/** Writes a picture as baseline JPEG of the given quality, as PNG or as GIF. */
export function writePicture(picture: Picture, mediaType: PictureType, quality: number): Uint8Array {
  const { columns: width, rows: height, channels } = picture;
  switch (mediaType) {
    case 'image/jpeg':
      return jpeg.encode({ width, height, data: Buffer.from(rgba(picture).buffer) }, quality).data;
    case 'image/png': {
      const colorType = channels === 1 ? 0 : 2;
      const png = new PNG({ width, height });
      png.data = Buffer.from(picture.samples);
      return PNG.sync.write(png, { colorType, inputColorType: colorType, inputHasAlpha: false });
    }
    case 'image/gif':
      return writeGif(picture);
  }
}
