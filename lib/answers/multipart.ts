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
  const multipart = multipartOf(response);
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
