import type { DataSet } from '../../dicom/data-set.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import { numbers } from '../../dicom/values.ts';
import { decodeFrame as decodeWith } from '../../pixels/decode-frame.ts';
import { decoderOf } from '../../pixels/decoders.ts';
import { Refusal } from '../message.ts';
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

/** Compressed syntaxes that keep every pixel, and for which a codec may be installed. */
const LOSSLESS: readonly string[] = ['57', '70', '80', '90', '201', '202'].map((end) => `1.2.840.10008.1.2.4.${end}`);

/** Whether the pixel data of a transfer syntax are not encapsulated. */
export function isNative(transferSyntax: string): boolean {
  return NATIVE.includes(transferSyntax);
}

/** Whether this server can undo a transfer syntax without changing a pixel. */
export function isLosslesslyDecodable(transferSyntax: string): boolean {
  if (isNative(transferSyntax) || transferSyntax === rleLossless) return true;
  return (
    transferSyntax === ENCAPSULATED_UNCOMPRESSED || (LOSSLESS.includes(transferSyntax) && hasCodec(transferSyntax))
  );
}

/** Whether this server can turn frames of a transfer syntax into native pixels, exactly or as the lossy codec has them. */
export function isDecodable(transferSyntax: string): boolean {
  return isLosslesslyDecodable(transferSyntax) || hasCodec(transferSyntax);
}

function hasCodec(transferSyntax: string): boolean {
  return decoderOf(transferSyntax).decoder !== null;
}

/** JPEG Baseline, the compressed syntax that every decoder of the web knows. */
export function isJpeg(transferSyntax: string): boolean {
  return transferSyntax === JPEG_BASELINE;
}

/** A frame as native little-endian pixels. The transfer syntax has to be decodable. */
export function decodeFrame(stored: Uint8Array, transferSyntax: string, dataSet: DataSet): Uint8Array {
  if (isJpeg(transferSyntax)) return decodeJpeg(stored).samples;
  if (transferSyntax === rleLossless) return decodeRle(stored, dataSet);
  const { decoder } = decoderOf(transferSyntax);
  return decoder ? decodeByCodec(decoder, stored, dataSet) : stored;
}

function decodeByCodec(decoder: Parameters<typeof decodeWith>[0], stored: Uint8Array, dataSet: DataSet): Uint8Array {
  const value = (tag: string, otherwise: number) => Number(numbers(dataSet, tag)[0] ?? otherwise);
  const [rows, columns, samples] = [value('00280010', 0), value('00280011', 0), value('00280002', 1)];
  const decoded = decodeWith(decoder, stored, { rows, columns, samples, bytesPerSample: value('00280100', 8) / 8 });
  if (decoded === null) throw new Refusal(406, 'the compressed pixels cannot be decoded');
  return decoded;
}
