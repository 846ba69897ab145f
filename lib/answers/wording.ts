import type { ByteWindow } from '../breaches/place.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { keywordOf } from '../dicom/dictionary.ts';

const LONGEST_TEXT = 120;
const WINDOW = 16;

/** Text of a server in quotation marks, control characters escaped and cut to a readable length; `nothing` for null. */
export function quoted(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length > LONGEST_TEXT ? `${JSON.stringify(text.slice(0, LONGEST_TEXT))}…` : JSON.stringify(text);
}

/** Bytes as pairs of hexadecimal digits with a space between. */
function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, '0')).join(' ');
}

/** Sixteen bytes of two sources from `offset` on, for the eye. */
export function byteWindow(expected: ByteSource, actual: ByteSource, offset: number): ByteWindow {
  return {
    offset,
    expected: hexadecimal(expected.read(offset, WINDOW)),
    actual: hexadecimal(actual.read(offset, WINDOW)),
  };
}

/** Sixteen bytes of a source from `offset` on beside those that should stand there. */
export function byteWindowFor(expected: Uint8Array, actual: ByteSource, offset: number): ByteWindow {
  return { offset, expected: hexadecimal(expected), actual: hexadecimal(actual.read(offset, WINDOW)) };
}

/** A tag for people: `PatientName (0010,0010)`, or `(0029,1001)` where no keyword is known. */
export function tagName(tag: string): string {
  const pair = `(${tag.slice(0, 4)},${tag.slice(4)})`;
  const keyword = keywordOf(tag);
  return keyword ? `${keyword} ${pair}` : pair;
}

/** A count with its noun in the right number. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
