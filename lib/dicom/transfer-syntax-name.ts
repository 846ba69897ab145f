import { TRANSFER_SYNTAX } from './transfer-syntax.ts';

const { implicitLittleEndian, explicitLittleEndian, explicitBigEndian } = TRANSFER_SYNTAX;

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
  '1.2.840.10008.1.2.4.81': 'JPEG-LS Near-Lossless',
  '1.2.840.10008.1.2.4.90': 'JPEG 2000 Lossless',
  '1.2.840.10008.1.2.4.91': 'JPEG 2000',
  '1.2.840.10008.1.2.4.110': 'JPEG XL Lossless',
  '1.2.840.10008.1.2.4.201': 'HTJ2K Lossless',
  '1.2.840.10008.1.2.4.202': 'HTJ2K Lossless RPCL',
  '1.2.840.10008.1.2.4.203': 'HTJ2K',
};

/** A transfer syntax for people: its name, where it is a common one, and its UID. */
export function transferSyntaxName(uid: string): string {
  const name = NAMES[uid];
  return name ? `${name} (${uid})` : uid.slice(0, 64);
}
