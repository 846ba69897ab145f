/** RLE Lossless (PS3.5 Annex G): a header of 64 bytes, then each byte plane of the frame in runs, rows on their own. */
export function encodeRle(frame: Uint8Array, columns: number, samples: number, bytesPerSample: number): Uint8Array {
  const stride = samples * bytesPerSample;
  const header = Buffer.alloc(64);
  const planes: Uint8Array[] = [];
  let offset = header.length;
  header.writeUInt32LE(stride, 0);
  for (let sample = 0; sample < samples; sample++) {
    // The most significant byte of a sample comes first (section G.2).
    for (let byte = bytesPerSample - 1; byte >= 0; byte--) {
      const plane = packBits(frame, sample * bytesPerSample + byte, stride, columns);
      header.writeUInt32LE(offset, 4 + 4 * planes.length);
      planes.push(plane);
      offset += plane.length;
    }
  }
  return Buffer.concat([header, ...planes]);
}

/** One byte plane: every `stride`th byte from `start`, packed row by row, padded to even length (section G.3.1). */
function packBits(frame: Uint8Array, start: number, stride: number, columns: number): Uint8Array {
  const count = frame.length / stride;
  // A literal run of 128 bytes takes 129, and every row ends a run.
  const packed = new Uint8Array(count + Math.ceil(count / 128) + count / columns + 2);
  const row = new Uint8Array(columns);
  let at = 0;
  for (let first = 0; first < count; first += columns) {
    for (let column = 0; column < columns; column++) row[column] = frame[start + (first + column) * stride] ?? 0;
    at = packRow(row, packed, at);
  }
  return packed.subarray(0, at + (at & 1));
}

function packRow(row: Uint8Array, packed: Uint8Array, start: number): number {
  let at = start;
  let next = 0;
  while (next < row.length) {
    const run = runLength(row, next);
    if (run >= 2) {
      packed[at++] = 257 - run;
      packed[at++] = row[next] ?? 0;
      next += run;
      continue;
    }
    const literal = next;
    while (next < row.length && next - literal < 128 && runLength(row, next) < 3) next++;
    packed[at++] = next - literal - 1;
    packed.set(row.subarray(literal, next), at);
    at += next - literal;
  }
  return at;
}

function runLength(row: Uint8Array, start: number): number {
  let end = start + 1;
  while (end < row.length && end - start < 128 && row[end] === row[start]) end++;
  return end - start;
}
