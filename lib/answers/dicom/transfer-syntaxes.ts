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

const NAMES: Readonly<Record<string, string>> = {
  [implicitLittleEndian]: 'Implicit VR Little Endian',
  [explicitLittleEndian]: 'Explicit VR Little Endian',
  [TRANSFER_SYNTAX.deflatedExplicitLittleEndian]: 'Deflated Explicit VR Little Endian',
  [explicitBigEndian]: 'Explicit VR Big Endian',
  [TRANSFER_SYNTAX.rleLossless]: 'RLE Lossless',
  '1.2.840.10008.1.2.4.50': 'JPEG Baseline',
  '1.2.840.10008.1.2.4.57': 'JPEG Lossless',
  '1.2.840.10008.1.2.4.70': 'JPEG Lossless, first-order prediction',
  '1.2.840.10008.1.2.4.80': 'JPEG-LS Lossless',
  '1.2.840.10008.1.2.4.90': 'JPEG 2000 Lossless',
  '1.2.840.10008.1.2.4.91': 'JPEG 2000',
};

/** A transfer syntax for people: its name, where it is a common one, and its UID. */
export function transferSyntaxName(uid: string): string {
  const name = NAMES[uid];
  return name ? `${name} (${uid})` : uid.slice(0, 64);
}
