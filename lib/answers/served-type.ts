import type { ResourcePath } from '../dicomweb/operations.ts';
import type { Exchange, ExchangeResponse } from '../http/exchange.ts';
import { parameter, parseMediaType } from '../http/media-type.ts';
import type { Assessment } from '../judges/assess.ts';
import { describeBody, holdsDicomJson } from './json/body.ts';
import { representationsOf } from './multipart.ts';
import { completeResponse, mediaTypeOf } from './response.ts';
import { sightOf } from './sight.ts';

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

/** Whether an answer shows what it was asked for; otherwise says why nothing can be told from it. */
export function showsIt(exchange: Exchange, path: ResourcePath, a: Assessment): boolean {
  if (sightOf(exchange, path) === 'shown') return true;
  const response = completeResponse(exchange, a);
  if (response)
    a.cannot('prerequisite-failed', `${exchange.id} does not show what is stored: ${describeBody(response)}`);
  return false;
}

/** The answer is a payload of that type. */
export function assessServedType(
  response: ExchangeResponse,
  wanted: string,
  prefix: string,
  grade: Assessment['must'],
): boolean {
  const actual = servedType(response);
  grade(actual === wanted, () => ({
    expected: wanted,
    actual: `${prefix}${actual}`,
    where: { kind: 'header', name: 'Content-Type' },
  }));
  return actual === wanted;
}

/** What is stored is in the answer. */
export function assessShown(exchange: Exchange, path: ResourcePath, prefix: string, a: Assessment): void {
  const sight = sightOf(exchange, path);
  a.must(sight === 'shown', () => ({
    expected: 'what is stored, as the usual request shows it',
    actual: `${prefix}${sight === 'absent' ? 'an answer without it' : 'nothing that can be read as it'}`,
    where: { kind: 'exchange' },
  }));
}
