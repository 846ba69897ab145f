import type { ByteSource } from '../../bytes/byte-source.ts';

/** Longest beginning of a body that is looked at, in bytes. */
export const BEGINNING = 4096;

const MAGIC: readonly (readonly [format: string, offset: number, bytes: readonly number[]])[] = [
  ['application/dicom', 128, [0x44, 0x49, 0x43, 0x4d]],
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/jls', 0, [0xff, 0xd8, 0xff, 0xf7]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/j2c', 0, [0xff, 0x4f, 0xff, 0x51]],
  ['image/jp2', 0, [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
  ['application/gzip', 0, [0x1f, 0x8b, 0x08]],
  ['application/zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/vnd.rar', 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];

/** Types of text by how it begins, behind white space and a byte order mark. */
const TEXTS: readonly (readonly [format: string, beginning: RegExp])[] = [
  ['text/html', /^(<!--[^>]*-->\s*)?<(!doctype\s+html|html|head|body)\b/i],
  ['multipart/related', /^--[0-9A-Za-z'()+_,\-./:=? ]{1,70}\r?\n[A-Za-z-]+[ \t]*:/],
  ['application/xml', /^<(\?xml|[A-Za-z][\w:.-]*[\s>/])/],
  ['application/json', /^(\[\s*(\{|\[|"|null|\])|\{\s*("|\}))/],
];

/**
 * The media type that the bytes themselves show, whatever the label says; null where they are none of the known ones, as
 * uncompressed pixels are. Reads the beginning alone.
 */
export function formatOf(body: ByteSource): string | null {
  const head = body.read(0, BEGINNING);
  const found = MAGIC.find(([, offset, bytes]) => bytes.every((byte, index) => head[offset + index] === byte));
  if (found) return found[0];
  const text = beginningOf(body).replace(/^(\ufeff|\u00ef\u00bb\u00bf)?\s*/, '');
  return TEXTS.find(([, beginning]) => beginning.test(text))?.[0] ?? null;
}

/** The beginning of a body as text, one character a byte. */
export function beginningOf(body: ByteSource): string {
  return Buffer.from(body.read(0, BEGINNING)).toString('latin1');
}

/** Types that name the same format. */
const SAME: Readonly<Record<string, string>> = {
  'application/dicom+json': 'application/json',
  'application/dicom+xml': 'application/xml',
  'text/xml': 'application/xml',
  'text/json': 'application/json',
  'application/xhtml+xml': 'text/html',
  'image/jpg': 'image/jpeg',
  'image/jphc': 'image/j2c',
  'image/jpx': 'image/jp2',
};

/** Whether two media types are of one format: a label need not tell which JSON or XML it is. */
export function isSameFormat(one: string, other: string): boolean {
  const plain = (type: string) => SAME[type] ?? type.replace(/^.*\+(json|xml)$/, 'application/$1');
  return plain(one) === plain(other);
}
