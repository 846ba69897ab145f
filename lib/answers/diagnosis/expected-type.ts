import type { Exchange } from '../../http/exchange.ts';
import { type MediaType, parameter } from '../../http/media-type.ts';
import { acceptedTypes } from '../accept.ts';

/** The media type that a request asked for first, as words have it: that of the parts where they are named. */
export interface ExpectedType {
  readonly essence: string;
  /** Media type of the parts; null where it is no multipart type, or names none. */
  readonly ofParts: string | null;
}

const DICOM_JSON: ExpectedType = { essence: 'application/dicom+json', ofParts: null };
const IN_JSON = /\/metadata$|\/(studies|series|instances)$/;

/** What a request is usually answered with: the first type of Accept, or the default of the resource. */
export function expectedType(exchange: Exchange): ExpectedType | null {
  const [first] = acceptedTypes(exchange);
  if (first && first.essence !== '*/*') return typeOf(first);
  const { pathname } = URL.canParse(exchange.request.url) ? new URL(exchange.request.url) : { pathname: '' };
  return exchange.request.method === 'POST' || IN_JSON.test(pathname) ? DICOM_JSON : null;
}

function typeOf(type: MediaType): ExpectedType {
  return { essence: type.essence, ofParts: type.type === 'multipart' ? parameter(type, 'type') : null };
}

/** A type as a sentence has it. */
export function typeInWords({ essence, ofParts }: ExpectedType): string {
  return ofParts === null ? essence : `${essence} of ${ofParts}`;
}

export function isJsonType(essence: string): boolean {
  return /^(application|text)\/(.+\+)?json$/.test(essence);
}
