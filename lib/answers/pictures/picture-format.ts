import type { ByteSource } from '../../bytes/byte-source.ts';

/** What the first bytes of a picture say about it. */
interface PictureFormat {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/gif';
  readonly width: number;
  readonly height: number;
  /** JPEG only: the number of the SOF marker (0 is baseline) and the bits a sample. */
  readonly jpeg?: { readonly process: number; readonly bits: number };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Metadata before a JPEG frame header, a colour profile included, stays well below this. */
const LONGEST_JPEG_HEADER = 4 * 2 ** 20;

/** Format and size of a picture by its own bytes, whatever Content-Type says; null for anything else. */
export function pictureFormat(source: ByteSource): PictureFormat | null {
  const head = Buffer.from(source.read(0, 32));
  if (PNG.every((octet, index) => head[index] === octet) && head.length >= 24) {
    return { mediaType: 'image/png', width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  }
  if (/^GIF8[79]a/.test(head.toString('latin1')) && head.length >= 10) {
    return { mediaType: 'image/gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8) };
  }
  return head[0] === 0xff && head[1] === 0xd8 ? jpegFormat(Buffer.from(source.read(0, LONGEST_JPEG_HEADER))) : null;
}

/** Walks the marker segments up to the frame header (ITU-T T.81 §B.2). */
function jpegFormat(bytes: Buffer): PictureFormat | null {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrameHeader(marker)) {
      return {
        mediaType: 'image/jpeg',
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
        jpeg: { process: marker - 0xc0, bits: bytes[at + 4] ?? 0 },
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
