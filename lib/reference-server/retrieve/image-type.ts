/** Image media types of encapsulated transfer syntaxes (PS3.18 Table 8.7.3-5). */
const IMAGE_TYPES: Readonly<Record<string, string>> = {
  '1.2.840.10008.1.2.5': 'image/dicom-rle',
  '1.2.840.10008.1.2.4.50': 'image/jpeg',
  '1.2.840.10008.1.2.4.51': 'image/jpeg',
  '1.2.840.10008.1.2.4.57': 'image/jpeg',
  '1.2.840.10008.1.2.4.70': 'image/jpeg',
  '1.2.840.10008.1.2.4.80': 'image/jls',
  '1.2.840.10008.1.2.4.81': 'image/jls',
  '1.2.840.10008.1.2.4.90': 'image/jp2',
  '1.2.840.10008.1.2.4.91': 'image/jp2',
  '1.2.840.10008.1.2.4.92': 'image/jpx',
  '1.2.840.10008.1.2.4.93': 'image/jpx',
  '1.2.840.10008.1.2.4.110': 'image/jxl',
  '1.2.840.10008.1.2.4.111': 'image/jxl',
  '1.2.840.10008.1.2.4.112': 'image/jxl',
  '1.2.840.10008.1.2.4.201': 'image/jphc',
  '1.2.840.10008.1.2.4.202': 'image/jphc',
  '1.2.840.10008.1.2.4.203': 'image/jphc',
  '1.2.840.10008.1.2.4.100': 'video/mpeg',
  '1.2.840.10008.1.2.4.101': 'video/mpeg',
  '1.2.840.10008.1.2.4.102': 'video/mp4',
  '1.2.840.10008.1.2.4.103': 'video/mp4',
  '1.2.840.10008.1.2.4.104': 'video/mp4',
  '1.2.840.10008.1.2.4.105': 'video/mp4',
  '1.2.840.10008.1.2.4.106': 'video/mp4',
  '1.2.840.10008.1.2.4.107': 'video/H265',
  '1.2.840.10008.1.2.4.108': 'video/H265',
};

/** Media type of the bare codestream in a transfer syntax; undefined for native ones and for those without a type. */
export function imageTypeOf(transferSyntax: string): string | undefined {
  return IMAGE_TYPES[transferSyntax];
}

/** Whether this server takes in instances of a transfer syntax: the native ones and the encapsulated ones of PS3.5. */
export function isKnownTransferSyntax(transferSyntax: string): boolean {
  const encapsulatedUncompressed = transferSyntax === '1.2.840.10008.1.2.1.98';
  const native = /^1\.2\.840\.10008\.1\.2(\.1|\.1\.99|\.2)?$/.test(transferSyntax);
  return native || encapsulatedUncompressed || IMAGE_TYPES[transferSyntax] !== undefined;
}
