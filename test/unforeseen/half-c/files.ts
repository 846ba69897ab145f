/** A top-level element of a file of Explicit VR Little Endian. */
export interface Place {
  readonly tag: string;
  readonly vr: string;
  readonly start: number;
  /** Where its value begins. */
  readonly at: number;
  readonly end: number;
}

const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV']);
const UNDEFINED = 0xffffffff;

/** The top-level elements of a file, those of the file meta information first. */
export function places(bytes: Uint8Array): Place[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found: Place[] = [];
  for (let start = 132; start + 8 <= buffer.length; ) {
    const place = placeAt(buffer, start);
    found.push(place);
    start = place.end;
  }
  return found;
}

function placeAt(buffer: Buffer, start: number): Place {
  const tag = [start, start + 2].map((at) => hex(buffer.readUInt16LE(at))).join('');
  const vr = buffer.toString('latin1', start + 4, start + 6);
  const isLong = LONG.has(vr);
  const length = isLong ? buffer.readUInt32LE(start + 8) : buffer.readUInt16LE(start + 6);
  const at = start + (isLong ? 12 : 8);
  return { tag, vr, start, at, end: length === UNDEFINED ? afterItems(buffer, at) : at + length };
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** Past the delimiter of a sequence of undefined length. */
function afterItems(buffer: Buffer, from: number): number {
  let at = from;
  while (at + 8 <= buffer.length) {
    const [element, length] = [buffer.readUInt16LE(at + 2), buffer.readUInt32LE(at + 4)];
    at += 8;
    if (element === 0xe0dd) return at;
    if (length !== UNDEFINED) {
      at += length;
      continue;
    }
    while (buffer.readUInt32LE(at) !== 0xe00dfffe) at = placeAt(buffer, at).end;
    at += 8;
  }
  return buffer.length;
}

/** The file without the top-level elements that are not to be kept. */
export function keepingElements(bytes: Uint8Array, isKept: (place: Place) => boolean): Uint8Array {
  const kept = places(bytes).filter(isKept);
  return Buffer.concat([bytes.subarray(0, 132), ...kept.map(({ start, end }) => bytes.subarray(start, end))]);
}

/** The first value of a top-level element of VR US; 0 without it. */
export function wordIn(bytes: Uint8Array, tag: string): number {
  const place = places(bytes).find((one) => one.tag === tag);
  return place && place.end > place.at ? Buffer.from(bytes).readUInt16LE(place.at) : 0;
}
