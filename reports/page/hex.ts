import type { ByteWindow } from '../../lib/breaches/place.ts';

const BYTES_A_ROW = 8;
/** Longest window shown, in bytes. */
const LONGEST = 64;

interface HexByte {
  readonly hex: string;
  readonly ascii: string;
  readonly differs: boolean;
}

interface HexRow {
  readonly offset: number;
  readonly expected: readonly HexByte[];
  readonly actual: readonly HexByte[];
}

/** Two windows of hexadecimal as rows of eight bytes, each byte with its ASCII form and whether it differs. */
export function hexRows({ offset, expected, actual }: ByteWindow): HexRow[] {
  const [left, right] = [bytesOf(expected), bytesOf(actual)];
  const rows: HexRow[] = [];
  for (let at = 0; at < Math.min(Math.max(left.length, right.length), LONGEST); at += BYTES_A_ROW) {
    rows.push({ offset: offset + at, expected: row(left, right, at), actual: row(right, left, at) });
  }
  return rows;
}

/** A window of hexadecimal as rows of eight bytes. */
export function plainHexRows(
  offset: number,
  hexadecimal: string,
): { readonly offset: number; readonly cells: readonly HexByte[] }[] {
  return hexRows({ offset, expected: hexadecimal, actual: hexadecimal }).map((row) => ({
    offset: row.offset,
    cells: row.actual,
  }));
}

function bytesOf(hexadecimal: string): string[] {
  return (
    hexadecimal
      .replace(/[^0-9a-f]/gi, '')
      .toLowerCase()
      .match(/../g) ?? []
  );
}

function row(own: readonly string[], other: readonly string[], from: number): HexByte[] {
  return own.slice(from, from + BYTES_A_ROW).map((hex, index) => ({
    hex,
    ascii: asciiOf(Number.parseInt(hex, 16)),
    differs: other[from + index] !== hex,
  }));
}

function asciiOf(code: number): string {
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·';
}
