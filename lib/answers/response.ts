import { type ExchangeResponse, headerValue } from '../http/exchange.ts';
import { type MediaType, parseMediaType } from '../http/media-type.ts';
import { counted, quoted } from './wording.ts';

export function isSuccess({ status }: ExchangeResponse): boolean {
  return status >= 200 && status < 300;
}

/** Status and reason phrase as a server sent them, for people. */
export function statusLine({ status, reason }: ExchangeResponse): string {
  return reason ? `${status} ${reason.slice(0, 60)}` : String(status);
}

const mediaTypes = new WeakMap<ExchangeResponse, MediaType | null>();

/** The media type of a response, null when it names none that can be read. Every judge asks for it: it is read once. */
export function mediaTypeOf(response: ExchangeResponse): MediaType | null {
  const known = mediaTypes.get(response);
  if (known !== undefined) return known;
  const value = headerValue(response.headers, 'Content-Type');
  const mediaType = value === null ? null : parseMediaType(value);
  mediaTypes.set(response, mediaType);
  return mediaType;
}

/** Whether an answer is labelled as XML of any kind. */
export function isXml(response: ExchangeResponse): boolean {
  return /xml/.test(mediaTypeOf(response)?.essence ?? '');
}

/** The ETag of a response, null when it has none that If-None-Match can hold (RFC 9110 §8.8.3). */
export function etagOf(response: ExchangeResponse): string | null {
  const value = headerValue(response.headers, 'ETag');
  return value !== null && /^(W\/)?"[!#-~]*"$/.test(value) ? value : null;
}

/** 429, and 503 with Retry-After, ask to come back later: that says nothing about the duty in question. */
export function isBusy({ status, headers }: ExchangeResponse): boolean {
  return status === 429 || (status === 503 && headerValue(headers, 'Retry-After') !== null);
}

/** Status, media type and size of an answer, for people. */
export function describeBody(response: ExchangeResponse): string {
  const size = response.body.length === 0 ? 'no body' : counted(response.body.length, 'byte');
  const type = mediaTypeOf(response);
  return `${statusLine(response)}, ${size}${type && response.body.length > 0 ? ` of ${quoted(type.essence)}` : ''}`;
}
