import { type ByteSource, memorySource } from './byte-source.ts';

/** Sources one after the other, as one source. Nothing is copied but the bytes of a read that crosses a border. */
export function concatSources(parts: readonly ByteSource[]): ByteSource {
  const filled = parts.filter((part) => part.length > 0);
  const [only] = filled;
  if (!only) return memorySource(new Uint8Array(0));
  if (filled.length === 1) return only;
  const starts: number[] = [];
  let length = 0;
  for (const part of filled) {
    starts.push(length);
    length += part.length;
  }
  return { length, read: (offset, count) => readAcross(filled, starts, offset, Math.min(count, length - offset)) };
}

function readAcross(
  parts: readonly ByteSource[],
  starts: readonly number[],
  offset: number,
  count: number,
): Uint8Array {
  if (count <= 0) return new Uint8Array(0);
  let index = partAt(starts, offset);
  let within = offset - (starts[index] ?? 0);
  const first = parts[index];
  if (first && within + count <= first.length) return first.read(within, count);
  const bytes = new Uint8Array(count);
  let filled = 0;
  for (; filled < count && index < parts.length; index++) {
    const piece = parts[index]?.read(within, count - filled) ?? new Uint8Array(0);
    bytes.set(piece, filled);
    filled += piece.length;
    within = 0;
  }
  return bytes.subarray(0, filled);
}

/** Index of the last part that starts at or before `offset`. */
function partAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
