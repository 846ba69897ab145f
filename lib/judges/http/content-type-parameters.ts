import { partOf, type Representation, representationsOf } from '../../answers/multipart.ts';
import { mediaTypeOf } from '../../answers/response.ts';
import { breach } from '../../breaches/breach.ts';
import type { Place } from '../../breaches/place.ts';
import { type ByteSource, chunks } from '../../bytes/byte-source.ts';
import { type Part10, Part10Error, readPart10 } from '../../dicom/part10.ts';
import { text, texts } from '../../dicom/values.ts';
import type { Exchange } from '../../http/exchange.ts';
import { type MediaType, namesUtf8 } from '../../http/media-type.ts';
import type { Finding } from '../../results/finding.ts';
import type { Assessment } from '../assess.ts';
import { assessEach } from '../assess-each.ts';
import { decodedResponse } from '../complete-response.ts';

const PARAMETERS = ['transfer-syntax', 'charset'] as const;

/** COMMON-021: Content-Type has each of transfer-syntax and charset once at most, and they describe the bytes. */
export function describesItsBytes(...exchanges: readonly Exchange[]): Finding {
  const claim = 'describes the bytes truthfully in Content-Type';
  return assessEach('COMMON-021', claim, exchanges, (response, a) => {
    const message = mediaTypeOf(response);
    if (message) assessRepetition(message, {}, a);
    const decoded = decodedResponse(response, a);
    if (!decoded) return;
    const announced = message ? values(message, 'transfer-syntax')[0] : undefined;
    if (announced !== undefined) assessWildcard(announced, {}, a);
    for (const representation of representationsOf(decoded)) {
      const { mediaType, part } = representation;
      if (mediaType && part !== undefined) assessRepetition(mediaType, { part }, a);
      const own = mediaType && part !== undefined ? values(mediaType, 'transfer-syntax')[0] : undefined;
      if (own !== undefined) assessWildcard(own, partOf(representation), a);
      const named = own ?? announced;
      if (named !== undefined) assessTransferSyntax(named, representation, a);
      if (mediaType && saysUtf8(mediaType)) assessUtf8(mediaType, representation, a);
    }
  });
}

function inContentType(place: { readonly part?: number }): Place {
  return { kind: 'header', name: 'Content-Type', ...place };
}

function values(mediaType: MediaType, name: string): string[] {
  return mediaType.parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
}

function assessRepetition(mediaType: MediaType, place: { part?: number }, a: Assessment): void {
  for (const name of PARAMETERS) {
    const given = values(mediaType, name);
    a.must(given.length <= 1, () =>
      breach('media-type-parameter-repeated', inContentType(place), { parameter: name, values: given }),
    );
  }
}

function assessWildcard(named: string, place: { part?: number }, a: Assessment): void {
  a.must(named !== '*', () => breach('transfer-syntax-wildcard', inContentType(place), {}));
}

function assessTransferSyntax(named: string, representation: Representation, a: Assessment): void {
  const actual =
    representation.mediaType?.essence === 'application/dicom' ? transferSyntaxOf(representation.body) : null;
  if (named === '*' || actual === null) return;
  a.must(named === actual, () =>
    breach('transfer-syntax-untrue', inContentType(partOf(representation)), { named, actual }),
  );
}

/** The transfer syntax of the file meta information; null where the bytes are no DICOM file, which others judge. */
function transferSyntaxOf(body: ByteSource): string | null {
  const file = fileIn(body);
  return file && text(file.fileMeta, '00020010');
}

function fileIn(body: ByteSource): Part10 | null {
  try {
    return readPart10(body);
  } catch (error) {
    if (error instanceof Part10Error) return null;
    throw error;
  }
}

function saysUtf8(mediaType: MediaType): boolean {
  return values(mediaType, 'charset').some(namesUtf8);
}

/** Of a DICOM file the parameter speaks of its text, which (0008,0005) tells; of pixels and other octets, of nothing. */
function assessUtf8({ type, subtype, essence }: MediaType, representation: Representation, a: Assessment): void {
  const { body } = representation;
  const where = inContentType(partOf(representation));
  if (essence === 'application/dicom') {
    const file = fileIn(body);
    if (!file) return;
    const terms = texts(file.dataSet, '00080005').filter((term) => term !== '');
    a.must(
      terms.every((term) => WITHIN_UTF8.includes(term)),
      () => breach('charset-untrue', where, { terms }),
    );
  } else if (type === 'text' || /^(?:.*\+)?(?:json|xml)$/.test(subtype)) {
    a.must(isUtf8(body), () => breach('charset-untrue', where, { terms: null }));
  }
}

/** Defined Terms of UTF-8 and of ASCII, which is a part of it. */
const WITHIN_UTF8 = ['ISO_IR 192', 'ISO_IR 6', 'ISO 2022 IR 6'];

function isUtf8(source: ByteSource): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const chunk of chunks(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
