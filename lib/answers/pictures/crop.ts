import type { Picture } from './pixels.ts';

export type { Picture } from './pixels.ts';

interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a picture within a region that lies in it. */
export function shownCrop(picture: Picture, { left, top, width, height }: Region): Picture {
  const rgba = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * picture.width + left) * 4;
    rgba.set(picture.rgba.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, rgba };
}
