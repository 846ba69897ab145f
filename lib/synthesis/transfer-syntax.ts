import { TRANSFER_SYNTAX } from '../dicom/transfer-syntax.ts';
import { type Geometry, type PixelFormat, samplesPerPixel } from './pixel-data.ts';
import { encodeRle } from './rle.ts';

/** A transfer syntax that instances can be written in. */
export interface WritableTransferSyntax {
  readonly name: string;
  readonly uid: string;
  /** Encodes one frame; null where pixel data is native. */
  readonly encode: ((frame: Uint8Array, geometry: Geometry, format: PixelFormat) => Uint8Array) | null;
}

export const EXPLICIT_LITTLE_ENDIAN: WritableTransferSyntax = {
  name: 'explicit-vr-little-endian',
  uid: TRANSFER_SYNTAX.explicitLittleEndian,
  encode: null,
};

export const WRITABLE: readonly WritableTransferSyntax[] = [
  EXPLICIT_LITTLE_ENDIAN,
  { name: 'implicit-vr-little-endian', uid: TRANSFER_SYNTAX.implicitLittleEndian, encode: null },
  {
    name: 'rle-lossless',
    uid: TRANSFER_SYNTAX.rleLossless,
    encode: (frame, { columns }, format) =>
      encodeRle(frame, columns, samplesPerPixel(format), format.bitsAllocated / 8),
  },
];

/** The transfer syntax of that name or UID; undefined when instances cannot be written in it. */
export function writableTransferSyntax(nameOrUid: string): WritableTransferSyntax | undefined {
  return WRITABLE.find(({ name, uid }) => name === nameOrUid || uid === nameOrUid);
}
