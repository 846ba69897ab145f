import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';

const { implicitLittleEndian, explicitLittleEndian, explicitBigEndian } = TRANSFER_SYNTAX;
const JPEG_FAMILY = '1.2.840.10008.1.2.4.';

/** Members of the image compression family that keep every pixel (PS3.5 §A.4, PS3.6 Table A-1). */
const LOSSLESS = new Set(
  ['57', '58', '65', '66', '70', '80', '90', '92', '110', '201', '202'].map((end) => JPEG_FAMILY + end),
);

export const EXPLICIT_VR_LITTLE_ENDIAN: string = explicitLittleEndian;

/** Whether pixel data in this transfer syntax may have lost something: JPEG, MPEG and kin, unless known to be lossless. */
export function mayBeLossy(transferSyntax: string): boolean {
  return transferSyntax.startsWith(JPEG_FAMILY) && !LOSSLESS.has(transferSyntax);
}

/** Implicit VR Little Endian and Explicit VR Big Endian have no place in web services (PS3.18 §8.7.3). */
export function isForbiddenOnTheWeb(transferSyntax: string): boolean {
  return transferSyntax === implicitLittleEndian || transferSyntax === explicitBigEndian;
}

/**
 * Transfer syntaxes that lose the same, since each can be made of the other without a further loss: JPEG XL recompresses
 * the bit stream of JPEG, and HTJ2K that of JPEG 2000 (ISO/IEC 15444-15).
 */
const SAME_LOSS: readonly (readonly string[])[] = [
  ['50', '51', '111'],
  ['91', '203'],
].map((family) => family.map((end) => JPEG_FAMILY + end));

/** Whether what was stored in lossy compression can have come in that transfer syntax without a further loss. */
export function isNoFurtherLoss(stored: string, returned: string): boolean {
  return stored === returned || SAME_LOSS.some((family) => family.includes(stored) && family.includes(returned));
}
