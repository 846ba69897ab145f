import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import type { Picture } from '../../../lib/answers/pictures/pixels.ts';
import type { Exchange } from '../../../lib/http/exchange.ts';
import { exchange, type Parts } from '../exchanges.ts';

/** A grey picture of shades, each made from column and row. */
export function greyPicture(width: number, height: number, shade: (column: number, row: number) => number): Picture {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    rgba.fill(shade(pixel % width, Math.floor(pixel / width)), pixel * 4, pixel * 4 + 3);
  return { width, height, rgba };
}

/** The same picture through a curve that keeps the order of its shades, as another window does. */
export function inAnotherWindow({ rgba, ...size }: Picture): Picture {
  return { ...size, rgba: rgba.map((sample) => (sample < 200 ? Math.floor(sample / 8) : sample)) };
}

export function png({ width, height, rgba }: Picture): Uint8Array {
  const file = new PNG({ width, height });
  file.data = Buffer.from(rgba);
  return PNG.sync.write(file);
}

export function jpeg({ width, height, rgba }: Picture): Uint8Array {
  return encode({ width, height, data: Buffer.from(rgba) }, 95).data;
}

/** An answer of 200 with a body under a media type; null for none. */
export function labelled(type: string | null, body: Uint8Array | string, parts: Parts = {}): Exchange {
  return exchange({ headers: type === null ? [] : [['Content-Type', type]], body, ...parts });
}
