import type { DataSet } from '../../dicom/data-set.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { decodeJpeg } from './jpeg.ts';
import { decodeRle } from './rle.ts';

const { explicitLittleEndian, implicitLittleEndian, explicitBigEndian, deflatedExplicitLittleEndian, rleLossless } =
  TRANSFER_SYNTAX;
const NATIVE: readonly string[] = [
  implicitLittleEndian,
  explicitBigEndian,
  explicitLittleEndian,
  deflatedExplicitLittleEndian,
];
/** Encapsulated Uncompressed Explicit VR Little Endian: native frames, one in each item. */
const ENCAPSULATED_UNCOMPRESSED = '1.2.840.10008.1.2.1.98';
const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';

/** Whether the pixel data of a transfer syntax are not encapsulated. */
export function isNative(transferSyntax: string): boolean {
  return NATIVE.includes(transferSyntax);
}

/** Whether this server can undo a transfer syntax without changing a pixel. */
export function isLosslesslyDecodable(transferSyntax: string): boolean {
  return isNative(transferSyntax) || transferSyntax === rleLossless || transferSyntax === ENCAPSULATED_UNCOMPRESSED;
}

/** Whether this server can turn frames of a transfer syntax into native pixels, exactly or as the lossy codec has them. */
export function isDecodable(transferSyntax: string): boolean {
  return isLosslesslyDecodable(transferSyntax) || isJpeg(transferSyntax);
}

/** JPEG Baseline, the compressed syntax that every decoder of the web knows. */
export function isJpeg(transferSyntax: string): boolean {
  return transferSyntax === JPEG_BASELINE;
}

/** A frame as native little-endian pixels. The transfer syntax has to be decodable. */
export function decodeFrame(stored: Uint8Array, transferSyntax: string, dataSet: DataSet): Uint8Array {
  if (isJpeg(transferSyntax)) return decodeJpeg(stored).samples;
  return transferSyntax === rleLossless ? decodeRle(stored, dataSet) : stored;
}
