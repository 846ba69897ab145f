/** Where an element with a short length lies in a file of Explicit VR Little Endian; -1 where it is not found. */
function placeOf(bytes: Uint8Array, tag: string, vr: string): number {
  const group = Number.parseInt(tag.slice(0, 4), 16);
  const element = Number.parseInt(tag.slice(4), 16);
  const head = Buffer.from([
    group & 0xff,
    group >> 8,
    element & 0xff,
    element >> 8,
    vr.charCodeAt(0),
    vr.charCodeAt(1),
  ]);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(head, 128);
}

/** The value of an element with a short length, as Latin-1 text. */
export function textIn(bytes: Uint8Array, tag: string, vr: string): string | null {
  const at = placeOf(bytes, tag, vr);
  if (at < 0) return null;
  const buffer = Buffer.from(bytes);
  return buffer.subarray(at + 8, at + 8 + buffer.readUInt16LE(at + 6)).toString('latin1');
}

/** The file with another value, padded to an even length; unchanged where the element is not found. */
export function withElement(
  bytes: Uint8Array,
  tag: string,
  vr: string,
  change: (value: Buffer) => Uint8Array | string,
): Uint8Array {
  const at = placeOf(bytes, tag, vr);
  if (at < 0) return bytes;
  const buffer = Buffer.from(bytes);
  const end = at + 8 + buffer.readUInt16LE(at + 6);
  const changed = change(buffer.subarray(at + 8, end));
  const value = typeof changed === 'string' ? Buffer.from(changed, 'latin1') : Buffer.from(changed);
  const padded = value.length % 2 === 0 ? value : Buffer.concat([value, Buffer.from(vr === 'UI' ? '\0' : ' ')]);
  const length = Buffer.alloc(2);
  length.writeUInt16LE(padded.length);
  return Buffer.concat([buffer.subarray(0, at + 6), length, padded, buffer.subarray(end)]);
}

/** The file without an element of a short length. */
export function withoutElement(bytes: Uint8Array, tag: string, vr: string): Uint8Array {
  const at = placeOf(bytes, tag, vr);
  if (at < 0) return bytes;
  const buffer = Buffer.from(bytes);
  return Buffer.concat([buffer.subarray(0, at), buffer.subarray(at + 8 + buffer.readUInt16LE(at + 6))]);
}

/** Where the value of Pixel Data begins that is not encapsulated; -1 without it. */
export function pixelsAt(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const vr of ['OW', 'OB']) {
    const at = buffer.lastIndexOf(Buffer.from([0xe0, 0x7f, 0x10, 0x00, vr.charCodeAt(0), vr.charCodeAt(1)]));
    if (at >= 0) return at + 12;
  }
  return -1;
}

/** The file with other pixels; the change is made in a copy of them, in place. */
export function withPixels(bytes: Uint8Array, change: (pixels: Buffer) => void): Uint8Array {
  const at = pixelsAt(bytes);
  if (at < 0) return bytes;
  const copy = Buffer.from(bytes);
  change(copy.subarray(at));
  return copy;
}
