import type { PictureRecord } from '../results/results.ts';
import { type Raster, thumbnail } from './picture.ts';
import { pictureDifference } from './picture-difference.ts';

/** Two pictures and where they differ, as results carry them. */
export function pictureRecord(label: string, actual: Raster, expected: Raster): PictureRecord {
  const difference = pictureDifference(expected, actual);
  return {
    label,
    actual: thumbnail(actual).toString('base64'),
    expected: thumbnail(expected).toString('base64'),
    ...(difference
      ? { difference: { picture: difference.png.toString('base64'), pixels: difference.pixels, of: difference.of } }
      : {}),
  };
}
