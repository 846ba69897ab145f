import type { Picture } from './picture.ts';

/** Glyphs of 3 by 5 pixels, one octal digit a row, the most significant bit on the left. */
const GLYPHS: Readonly<Record<string, string>> = {
  ...{ A: '25755', B: '65656', C: '34443', D: '65556', E: '74647', F: '74644', G: '34553', H: '55755', I: '72227' },
  ...{ J: '11152', K: '55655', L: '44447', M: '57755', N: '65555', O: '25552', P: '65644', Q: '25573', R: '65655' },
  ...{ S: '34216', T: '72222', U: '55557', V: '55552', W: '55775', X: '55255', Y: '55222', Z: '71247' },
  ...{ '0': '75557', '1': '26227', '2': '61247', '3': '61216', '4': '55711', '5': '74616', '6': '34757', '7': '71122' },
  ...{ '8': '75757', '9': '75716', '-': '00700', '.': '00002', ':': '02020', '/': '11244', '^': '25000', '=': '07070' },
};
const GLYPH = { columns: 3, rows: 5 } as const;

/** Writes lines of text into the upper left corner, white on black, as large as a twentieth of the picture's height. */
export function annotate(picture: Picture, lines: readonly string[]): Picture {
  const { columns, rows, channels } = picture;
  const scale = Math.max(1, Math.floor(rows / 120));
  const samples = Uint8Array.from(picture.samples);
  const paint = (left: number, top: number, value: number): void => {
    for (let row = top; row < Math.min(rows, top + scale); row++) {
      for (let column = left; column < Math.min(columns, left + scale); column++)
        samples.fill(value, (row * columns + column) * channels, (row * columns + column + 1) * channels);
    }
  };
  lines.forEach((line, lineNumber) => {
    [...line.toUpperCase()].forEach((character, position) => {
      const glyph = GLYPHS[character] ?? '00000';
      for (let row = -1; row <= GLYPH.rows; row++) {
        for (let column = -1; column <= GLYPH.columns; column++) {
          const bits = Number(glyph[row] ?? 0);
          const lit = column >= 0 && column < GLYPH.columns && ((bits >> (GLYPH.columns - 1 - column)) & 1) === 1;
          const left = (1 + position * (GLYPH.columns + 1) + column) * scale;
          const top = (1 + lineNumber * (GLYPH.rows + 2) + row) * scale;
          if (row < GLYPH.rows || !lit) paint(left, top, lit ? 255 : 0);
        }
      }
    });
  });
  return { ...picture, samples };
}
