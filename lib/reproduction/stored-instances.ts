import type { ByteSource } from '../bytes/byte-source.ts';
import { openInstance } from '../dicom/instance.ts';
import { headerValue } from '../http/exchange.ts';
import { parameter, parseMediaType } from '../http/media-type.ts';
import { readMultipart } from '../http/multipart.ts';
import type { ExchangeRecord } from '../results/results.ts';

/** An instance by its UIDs. */
export interface Uids {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
}

/** The boundary that a Content-Type names; empty where it names none. */
export function boundaryIn(headers: ExchangeRecord['request']['headers']): string {
  const type = parseMediaType(headerValue(headers, 'content-type') ?? '');
  return (type && parameter(type, 'boundary')) ?? '';
}

/**
 * The instances that a store sends, and its number of parts. A part that is no DICOM file or has no proper UIDs, as some are
 * on purpose, names none.
 */
export function instancesIn({ request }: ExchangeRecord, body: ByteSource): { instances: Uids[]; parts: number } {
  const { parts } = readMultipart(body, boundaryIn(request.headers));
  const instances = parts.flatMap(({ body: part }, index) => {
    try {
      const { study, series, instance } = openInstance(part, `part ${index}`);
      return [study, series, instance].every((uid) => /^[0-9.]+$/.test(uid)) ? [{ study, series, instance }] : [];
    } catch {
      return [];
    }
  });
  return { instances, parts: parts.length };
}
