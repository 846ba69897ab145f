import type { ExchangeResponse } from '../http/exchange.ts';
import { parameter, parseMediaType } from '../http/media-type.ts';
import { holdsDicomJson } from './json/body.ts';
import { representationsOf } from './multipart.ts';
import { mediaTypeOf } from './response.ts';

export const DICOM_JSON = 'application/dicom+json';
export const DICOM_XML = 'multipart/related of application/dicom+xml';
export const DICOM_PARTS = 'multipart/related of application/dicom';
export const DICOM_ALONE = 'application/dicom';

/**
 * What kind of payload an answer is: its media type, and that of its parts. JSON under the label of plain JSON or none is
 * JSON all the same: its label is judged by others.
 */
export function servedType(response: ExchangeResponse): string {
  if (holdsDicomJson(response)) return DICOM_JSON;
  const type = mediaTypeOf(response);
  if (type?.type !== 'multipart') return type?.essence ?? 'no media type';
  const [first] = representationsOf(response);
  const root = first?.mediaType ?? parseMediaType(parameter(type, 'type') ?? '');
  return `${type.essence} of ${root?.essence ?? 'no media type'}`;
}
