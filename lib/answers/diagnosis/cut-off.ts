import { type ByteSource, firstDifference, sliceSource } from '../../bytes/byte-source.ts';

/** Whether a body is the beginning of another one, and no more. */
export function isBeginningOf(body: ByteSource, whole: ByteSource): boolean {
  return body.length > 0 && body.length < whole.length && firstDifference(body, sliceSource(whole, 0, body.length)) < 0;
}

/** Sizes at which buffers, fields and limits end; others tell nothing. */
const LEAST_ROUND = 256;

/** A length as programs set it: a power of two, or a whole number of kilobytes; null for any other. */
export function roundSize(length: number): string | null {
  if (length < LEAST_ROUND) return null;
  for (const [unit, name] of UNITS) if (length % unit === 0 && length / unit < 1024) return `${length / unit} ${name}`;
  return Number.isInteger(Math.log2(length)) || length % 1000 === 0 || length === 65535 ? String(length) : null;
}

const UNITS = [
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;
