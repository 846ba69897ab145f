import { PNG } from 'pngjs';

/** An empty PNG in Base64, as results carry pictures. */
export function png(width: number, height: number): string {
  return PNG.sync.write(new PNG({ width, height })).toString('base64');
}
