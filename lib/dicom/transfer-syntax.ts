/** How the data elements of a data set are encoded (PS3.5 §7, Annex A). */
export interface Encoding {
  readonly explicitVr: boolean;
  readonly littleEndian: boolean;
}

export const EXPLICIT_LITTLE_ENDIAN: Encoding = { explicitVr: true, littleEndian: true };
export const IMPLICIT_LITTLE_ENDIAN: Encoding = { explicitVr: false, littleEndian: true };
const EXPLICIT_BIG_ENDIAN: Encoding = { explicitVr: true, littleEndian: false };

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

const NATIVE = new Set<string>([
  TRANSFER_SYNTAX.implicitLittleEndian,
  TRANSFER_SYNTAX.explicitLittleEndian,
  TRANSFER_SYNTAX.deflatedExplicitLittleEndian,
  TRANSFER_SYNTAX.explicitBigEndian,
]);

/** Whether Pixel Data lie in the data set as they are (true), in fragments (false), elsewhere or unknown (null). */
export function isNative(transferSyntax: string): boolean | null {
  if (NATIVE.has(transferSyntax)) return true;
  // JPIP keeps the pixels on another server; the other compressed ones are under 1.2.840.10008.1.2.4 and .5.
  if (/^1\.2\.840\.10008\.1\.2\.4\.(94|95|204|205)$/.test(transferSyntax)) return null;
  return /^1\.2\.840\.10008\.1\.2\.(4\.[0-9]+(\.1)?|5)$/.test(transferSyntax) ? false : null;
}
