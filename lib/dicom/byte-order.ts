import type { ByteSource } from '../bytes/byte-source.ts';

/** A source of big-endian words of `size` bytes, read as little-endian ones. A partial last word stays as it is. */
export function littleEndianSource(source: ByteSource, size: number): ByteSource {
  if (size === 1) return source;
  return {
    length: source.length,
    read(offset, length) {
      const end = Math.min(source.length, offset + length);
      const start = Math.floor(offset / size) * size;
      const bytes = Uint8Array.from(source.read(start, Math.ceil((end - start) / size) * size));
      for (let word = 0; word + size <= bytes.length; word += size) bytes.subarray(word, word + size).reverse();
      return bytes.subarray(offset - start, Math.max(offset, end) - start);
    },
  };
}
