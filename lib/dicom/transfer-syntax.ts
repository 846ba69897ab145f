/** How the data elements of a data set are encoded (PS3.5 §7, Annex A). */
export interface Encoding {
  readonly explicitVr: boolean;
  readonly littleEndian: boolean;
}

export const EXPLICIT_LITTLE_ENDIAN: Encoding = { explicitVr: true, littleEndian: true };
export const IMPLICIT_LITTLE_ENDIAN: Encoding = { explicitVr: false, littleEndian: true };
export const EXPLICIT_BIG_ENDIAN: Encoding = { explicitVr: true, littleEndian: false };

export const TRANSFER_SYNTAX = {
  implicitLittleEndian: '1.2.840.10008.1.2',
  explicitLittleEndian: '1.2.840.10008.1.2.1',
  deflatedExplicitLittleEndian: '1.2.840.10008.1.2.1.99',
  explicitBigEndian: '1.2.840.10008.1.2.2',
  rleLossless: '1.2.840.10008.1.2.5',
} as const;

/** Encoding of the data set in a transfer syntax; every one that is not named here is Explicit VR Little Endian. */
export function encodingOf(transferSyntax: string): Encoding {
  if (transferSyntax === TRANSFER_SYNTAX.implicitLittleEndian) return IMPLICIT_LITTLE_ENDIAN;
  if (transferSyntax === TRANSFER_SYNTAX.explicitBigEndian) return EXPLICIT_BIG_ENDIAN;
  return EXPLICIT_LITTLE_ENDIAN;
}

const DEFLATED = new Set<string>([
  TRANSFER_SYNTAX.deflatedExplicitLittleEndian,
  // JPIP Referenced Deflate and JPIP HTJ2K Referenced Deflate.
  '1.2.840.10008.1.2.4.95',
  '1.2.840.10008.1.2.4.205',
]);

/** Whether the whole data set is a deflate stream (PS3.5 §A.5). */
export function isDeflated(transferSyntax: string): boolean {
  return DEFLATED.has(transferSyntax);
}
