import { type Picture, sampleAt } from './picture.ts';

/** Levels of red, green and blue in the colour table: 6 × 7 × 6 colours. */
const LEVELS = [6, 7, 6] as const;
const CODE_BITS = 8;
const CLEAR = 256;
const END = 257;
/** As many codes of nine bits may follow a clear code before a decoder expects ten. */
const RUN = 254;
const BLOCK = 255;

function colourTable(grey: boolean): Uint8Array {
  const table = new Uint8Array(768);
  for (let index = 0; index < 256; index++) {
    const [red, green, blue] = LEVELS;
    const levels = [Math.floor(index / (green * blue)), Math.floor(index / blue) % green, index % blue];
    for (let channel = 0; channel < 3; channel++) {
      const most = (LEVELS[channel] ?? red) - 1;
      table[index * 3 + channel] = grey ? index : Math.min(255, Math.round(((levels[channel] ?? 0) * 255) / most));
    }
  }
  return table;
}

function colourIndex(picture: Picture, column: number, row: number): number {
  if (picture.channels === 1) return sampleAt(picture, column, row, 0);
  const [red = 0, green = 0, blue = 0] = LEVELS.map((levels, channel) =>
    Math.round((sampleAt(picture, column, row, channel) * (levels - 1)) / 255),
  );
  return (red * LEVELS[1] + green) * LEVELS[2] + blue;
}

/** Codes of nine bits each, least significant bit first, with a clear code before each run: LZW that never grows. */
function pack(indices: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  let pending = 0;
  let bits = 0;
  const write = (code: number): void => {
    pending |= code << bits;
    bits += CODE_BITS + 1;
    for (; bits >= 8; bits -= 8, pending >>= 8) bytes.push(pending & 255);
  };
  indices.forEach((index, position) => {
    if (position % RUN === 0) write(CLEAR);
    write(index);
  });
  write(END);
  if (bits > 0) bytes.push(pending & 255);
  return Uint8Array.from(bytes);
}

function uint16(value: number): Buffer {
  return Buffer.from([value & 255, value >> 8]);
}

/** Writes a picture as a GIF: greys exactly, colours in a table of 252. */
export function writeGif(picture: Picture): Uint8Array {
  const { columns, rows } = picture;
  const indices = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      indices[row * columns + column] = colourIndex(picture, column, row);
  const data = pack(indices);
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += BLOCK) {
    const block = data.subarray(at, at + BLOCK);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([
    Buffer.from('GIF89a'),
    uint16(columns),
    uint16(rows),
    Buffer.from([0xf7, 0, 0]),
    colourTable(picture.channels === 1),
    Buffer.from([0x2c, 0, 0, 0, 0]),
    uint16(columns),
    uint16(rows),
    Buffer.from([0, CODE_BITS]),
    ...blocks,
    Buffer.from([0, 0x3b]),
  ]);
}
