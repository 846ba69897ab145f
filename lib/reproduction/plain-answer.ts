import type { ByteWindow, Place } from '../breaches/place.ts';
import { type ByteSource, memorySource, readAll, sliceSource } from '../bytes/byte-source.ts';
import { readPart10 } from '../dicom/part10.ts';
import { readMultipart } from '../http/multipart.ts';

/** Longest answer in which a place is looked for, in bytes: it is read as a whole. */
const LONGEST = 64 << 20;

/**
 * Where the bytes of a window begin in the plain answer, in which the server's address and the boundary are replaced by
 * words of one length as the scripts do it. Null where they cannot be found.
 */
export function plainOffset(
  body: ByteSource,
  where: Place,
  window: ByteWindow,
  { address, boundary }: { readonly address: string; readonly boundary: string },
): number | null {
  if (body.length > LONGEST) return null;
  const start = partOf(where) === null ? 0 : partStart(body, boundary, partOf(where) ?? 0);
  if (start === null) return null;
  const actual = Buffer.from(window.actual.replaceAll(' ', ''), 'hex');
  const bytes = readAll(body);
  const at = beginnings(body, where, start, boundary)
    .map((begin) => begin + window.offset)
    .find((offset) => actual.length > 0 && actual.equals(bytes.subarray(offset, offset + actual.length)));
  return at === undefined ? null : plain(bytes.subarray(0, at), address, boundary).length;
}

function plain(bytes: Uint8Array, address: string, boundary: string): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(address, '{base}');
  return boundary === '' ? text : text.replaceAll(boundary, '{boundary}');
}

function partOf(where: Place): number | null {
  return 'part' in where && where.part !== undefined ? where.part : null;
}

function partStart(body: ByteSource, boundary: string, part: number): number | null {
  const found = readMultipart(body, boundary).parts[part];
  if (!found) return null;
  const bytes = Buffer.from(readAll(sliceSource(body, found.offset, Math.min(body.length - found.offset, 1 << 16))));
  const end = bytes.indexOf('\r\n\r\n');
  return bytes.subarray(0, 2).equals(Buffer.from('\r\n')) ? found.offset + 2 : end < 0 ? null : found.offset + end + 4;
}

/** Where what the window counts from may begin: the part, or the value of an element behind its header of 8 or 12 bytes. */
function beginnings(body: ByteSource, where: Place, start: number, boundary: string): number[] {
  if (where.kind !== 'element') return [start];
  const part = where.part === undefined ? body : readMultipart(body, boundary).parts[where.part]?.body;
  const element = part && elementOffset(part, where.path);
  return element === undefined ? [] : [start + element + 8, start + element + 12];
}

function elementOffset(part: ByteSource, path: string): number | undefined {
  try {
    return readPart10(memorySource(readAll(part))).dataSet.elements.get(path)?.offset;
  } catch {
    return undefined;
  }
}
