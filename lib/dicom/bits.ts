import type { ByteSource } from '../bytes/byte-source.ts';

/**
 * `count` bits from bit `start` of a source on, as a source of their own whose first bit is the least significant one
 * of its first byte (PS3.5 §8.1.1); the bits after the last one are 0.
 */
export function bitsSource(source: ByteSource, start: number, count: number): ByteSource {
  const length = Math.ceil(count / 8);
  const shift = start % 8;
  const first = Math.floor(start / 8);
  const unused = length * 8 - count;
  return {
    length,
    read(offset, size) {
      const end = Math.min(length, offset + size);
      const bytes = source.read(first + offset, Math.max(0, end - offset) + 1);
      const bits = Uint8Array.from({ length: Math.max(0, end - offset) }, (_, index) => {
        return (((bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8)) >> shift) & 0xff;
      });
      if (end === length && bits.length > 0) bits[bits.length - 1] = (bits[bits.length - 1] ?? 0) & (0xff >> unused);
      return bits;
    },
  };
}
