import { PNG } from 'pngjs';
import type { DicomJsonDataSet } from '../../dicom/json.ts';
import { TRANSFER_SYNTAX } from '../../dicom/transfer-syntax.ts';
import type { ValueRepresentation } from '../../dicom/vr.ts';
import { parseMediaType } from '../media-type.ts';
import type { ReceivedPart } from '../multipart-reader.ts';
import { encapsulatedElement, encodeValue } from '../retrieve/encode.ts';

/** Transfer syntaxes of compressed bulk data that does not name its own (PS3.18 Table 8.7.3-5). */
const DEFAULT_SYNTAX: Readonly<Record<string, string>> = {
  'image/dicom-rle': TRANSFER_SYNTAX.rleLossless,
  'image/jls': '1.2.840.10008.1.2.4.80',
  'image/jp2': '1.2.840.10008.1.2.4.90',
  'image/jpx': '1.2.840.10008.1.2.4.92',
  'image/jphc': '1.2.840.10008.1.2.4.201',
  'image/jxl': '1.2.840.10008.1.2.4.110',
};
/** Transfer syntax by the frame header marker of a JPEG stream (ITU-T T.81 Table B.1). */
const JPEG_SYNTAX: Readonly<Record<number, string>> = {
  192: '1.2.840.10008.1.2.4.50',
  193: '1.2.840.10008.1.2.4.51',
  195: '1.2.840.10008.1.2.4.70',
};

export interface BulkPart {
  readonly location: string;
  readonly mediaType: string;
  /** Transfer syntax of encapsulated pixel data; undefined where the bytes are a native value. */
  readonly transferSyntax: string | undefined;
  readonly body: Uint8Array;
}

function jpegSyntax(stream: Uint8Array): string | undefined {
  for (let at = 2; at + 4 < stream.length; at += 2 + (stream[at + 2] ?? 0) * 256 + (stream[at + 3] ?? 0)) {
    const syntax = JPEG_SYNTAX[stream[at + 1] ?? 0];
    if (syntax !== undefined) return syntax;
  }
  return undefined;
}

/** Reads a bulk data part: what it is, and under which location the metadata refers to it. */
export function readBulkPart({ headers, body }: ReceivedPart): BulkPart {
  const mediaType = parseMediaType(headers.get('content-type') ?? 'application/octet-stream');
  const essence = mediaType?.essence ?? 'application/octet-stream';
  const stated = mediaType?.parameters.get('transfer-syntax') ?? DEFAULT_SYNTAX[essence];
  const compressed = essence !== 'application/octet-stream' && essence !== 'image/png';
  const transferSyntax = compressed ? (stated ?? jpegSyntax(body)) : undefined;
  return { location: headers.get('content-location') ?? '', mediaType: essence, transferSyntax, body };
}

/** Samples of a PNG as native pixel data, grey or RGB as the data set says. */
function pngSamples(body: Uint8Array, dataSet: DicomJsonDataSet): Uint8Array {
  const { data } = PNG.sync.read(Buffer.from(body));
  const samples = Number(dataSet['00280002']?.Value?.[0] ?? 1);
  return data.filter((_, index) => index % 4 < samples);
}

/** The element that a bulk data part stands for: compressed pixel data is kept as it is, a PNG is unpacked. */
export function bulkElement(
  part: BulkPart,
  tag: string,
  vr: ValueRepresentation,
  dataSet: DicomJsonDataSet,
): Uint8Array[] {
  if (part.transferSyntax !== undefined) return encapsulatedElement(tag, [part.body]);
  return encodeValue(tag, vr, part.mediaType === 'image/png' ? pngSamples(part.body, dataSet) : part.body);
}
