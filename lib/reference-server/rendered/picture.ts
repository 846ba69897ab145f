/** An 8-bit picture: grey with one channel, RGB interleaved with three. */
export interface Picture {
  readonly columns: number;
  readonly rows: number;
  readonly channels: 1 | 3;
  readonly samples: Uint8Array;
}

/** Channel `channel` of the pixel at a column and row; a grey picture has the same in all three. */
export function sampleAt(
  { columns, channels, samples }: Picture,
  column: number,
  row: number,
  channel: number,
): number {
  return samples[(row * columns + column) * channels + (channels === 3 ? channel : 0)] ?? 0;
}

/** A rectangle of a picture in pixels; negative width or height mirrors it (PS3.18 §8.3.5.1.3). */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The region of a picture at another size; each pixel is the mean of those that it covers, or the nearest one. */
export function resample(picture: Picture, region: Region, columns: number, rows: number): Picture {
  const { channels } = picture;
  const samples = new Uint8Array(columns * rows * channels);
  const spans = (size: number, from: number, extent: number): (readonly [number, number])[] =>
    Array.from({ length: size }, (_, index) => {
      const position = extent < 0 ? size - 1 - index : index;
      const first = Math.floor(from + (position * Math.abs(extent)) / size);
      const last = Math.ceil(from + ((position + 1) * Math.abs(extent)) / size) - 1;
      return [first, Math.max(first, last)];
    });
  const across = spans(columns, region.left, region.width);
  const down = spans(rows, region.top, region.height);
  let at = 0;
  for (const [top, bottom] of down) {
    for (const [left, right] of across) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let row = top; row <= bottom; row++)
          for (let column = left; column <= right; column++) sum += sampleAt(picture, column, row, channel);
        samples[at++] = Math.round(sum / ((bottom - top + 1) * (right - left + 1)));
      }
    }
  }
  return { columns, rows, channels, samples };
}
