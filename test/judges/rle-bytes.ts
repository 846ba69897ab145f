/** An RLE frame with these packed segments, written out by hand (PS3.5 §G.5). */
export function rleFrame(segments: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(64);
  header.writeUInt32LE(segments.length, 0);
  let offset = 64;
  for (const [index, segment] of segments.entries()) {
    header.writeUInt32LE(offset, 4 + index * 4);
    offset += segment.length;
  }
  return Buffer.concat([header, ...segments.map((segment) => Buffer.from(segment))]);
}
