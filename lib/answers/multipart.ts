import type { ByteSource } from '../bytes/byte-source.ts';
import type { ExchangeResponse, Header } from '../http/exchange.ts';
import { headerValue } from '../http/exchange.ts';
import { type MediaType, parameter, parseMediaType } from '../http/media-type.ts';
import { type Multipart, readMultipart } from '../http/multipart.ts';
import { mediaTypeOf } from './response.ts';

const read = new WeakMap<ExchangeResponse, Multipart | null>();

/**
 * The response as multipart, null when Content-Type is not multipart or has no boundary. Several judges look at one
 * response, and finding the delimiters means reading all of it: that is done once.
 */
export function multipartOf(response: ExchangeResponse): Multipart | null {
  const known = read.get(response);
  if (known !== undefined) return known;
  const type = mediaTypeOf(response);
  const boundary = type?.type === 'multipart' ? parameter(type, 'boundary') : null;
  const multipart = boundary === null ? null : readMultipart(response.body, boundary);
  read.set(response, multipart);
  return multipart;
}

const OPENING_DELIMITER = /^--([0-9A-Za-z'()+_,\-./:=?]{1,70})\r\n/;
/** Two hyphens, the longest boundary and the line break. */
const OPENING_LENGTH = 74;

const unlabelled = new WeakMap<ExchangeResponse, Multipart | null>();

/**
 * A body that Content-Type calls multipart without a boundary, read by the delimiter that it begins with; null where it
 * begins otherwise. MP-002 fails the missing parameter: what the parts hold is judged by their own bytes.
 */
function unlabelledMultipart(response: ExchangeResponse): Multipart | null {
  const known = unlabelled.get(response);
  if (known !== undefined) return known;
  const isMultipart = mediaTypeOf(response)?.type === 'multipart';
  const opening = isMultipart ? Buffer.from(response.body.read(0, OPENING_LENGTH)).toString('latin1') : '';
  const boundary = OPENING_DELIMITER.exec(opening)?.[1];
  const multipart = boundary === undefined ? null : readMultipart(response.body, boundary);
  unlabelled.set(response, multipart);
  return multipart;
}

/** Whether the body is in parts: Content-Type says so, or it begins with a delimiter. */
export function isInParts(response: ExchangeResponse): boolean {
  if (mediaTypeOf(response)?.type === 'multipart') return true;
  const opening = Buffer.from(response.body.read(0, OPENING_LENGTH + 2)).toString('latin1');
  return OPENING_DELIMITER.test(opening.replace(/^\r\n/, ''));
}

/** One representation in a response: a part of a multipart body, or the whole body. */
export interface Representation {
  /** Index of the part, from 0; absent when it is the whole body. */
  readonly part?: number;
  readonly headers: readonly Header[];
  readonly mediaType: MediaType | null;
  readonly body: ByteSource;
}

/** What the response carries: its parts, or its body where it is not multipart; nothing where it has no body. */
export function representationsOf(response: ExchangeResponse): readonly Representation[] {
  const multipart = multipartOf(response) ?? unlabelledMultipart(response);
  if (multipart) {
    return multipart.parts.map(({ headers, body }, part) => {
      const value = headerValue(headers, 'Content-Type');
      return { part, headers, mediaType: value === null ? null : parseMediaType(value), body };
    });
  }
  if (response.body.length === 0) return [];
  return [{ headers: response.headers, mediaType: mediaTypeOf(response), body: response.body }];
}

/** The part number for a `where`, absent where the representation is the whole body. */
export function partOf({ part }: Representation): { readonly part?: number } {
  return part === undefined ? {} : { part };
}
