import { shellWord } from '../http/curl.ts';

/**
 * A word of bash that stands for this text, in printable ASCII alone: what a server sent can neither end the word nor
 * show a reader another text than bash reads.
 *
 * @throws RangeError for a text with a NUL byte, which no word can hold
 */
export function quoted(text: string): string {
  if (text.includes('\0')) throw new RangeError('no word of a shell can hold a NUL byte');
  if (text !== '' && /^[ -~]*$/.test(text)) return shellWord(text);
  const bytes = [...Buffer.from(text, 'utf8')];
  if (bytes.length === 0) return "''";
  return `$'${bytes.map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : escapeOf(byte))).join('')}'`;
}

/** Printable ASCII but the quotation mark and the backslash. */
function isPlain(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c;
}

function escapeOf(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
