import type { ByteSource } from '../bytes/byte-source.ts';
import type { Encoding } from './transfer-syntax.ts';
import { VALUE_REPRESENTATIONS } from './vr.ts';

/** Longest value of a first element that is taken for one: it is a UID, a character set or the like. */
const LONGEST_FIRST_VALUE = 1024;
const VRS: ReadonlySet<string> = new Set(VALUE_REPRESENTATIONS);

/**
 * The encoding in which a data set begins: that of its transfer syntax, or another one where the first element header
 * cannot be read in it and can be in the other. Tells files apart whose file meta information names a wrong syntax.
 */
export function seenEncoding(source: ByteSource, start: number, named: Encoding): Encoding {
  const header = Buffer.from(source.read(start, 8));
  if (header.length < 8) return named;
  const littleEndian = isLittleEndian(header) ?? named.littleEndian;
  if (VRS.has(header.toString('latin1', 4, 6))) return { explicitVr: true, littleEndian };
  const length = header.readUInt32LE(4);
  const isImplicit = littleEndian && length <= LONGEST_FIRST_VALUE && start + 8 + length <= source.length;
  return isImplicit ? { explicitVr: false, littleEndian } : named;
}

/** By the group of the first element, one octet of which is zero; null where that tells nothing. */
function isLittleEndian(header: Buffer): boolean | null {
  const [first, second] = header;
  if (first === 0 && second !== 0) return false;
  return second === 0 && first !== 0 ? true : null;
}
