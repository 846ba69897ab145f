import { type ByteSource, readAll } from '../bytes/byte-source.ts';
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

/** What a store sends: its instances, and whether it may send something else that has UIDs. */
export interface Sent {
  readonly instances: readonly Uids[];
  readonly isOpaque: boolean;
}

/** Longest part without an instance that is looked through for UIDs, in bytes. */
const LONGEST_SEARCHED = 1 << 20;

/** A part that is no DICOM file or has no proper UIDs, as some are on purpose, names no instance. */
export function sentBy({ request }: ExchangeRecord, body: ByteSource): Sent {
  const { parts } = readMultipart(body, boundaryIn(request.headers));
  const read = parts.map(({ body: part }, index) => ({ part, uids: uidsOf(part, index) }));
  const instances = read.flatMap(({ uids }) => uids ?? []);
  const known = new Set(instances.flatMap(({ study, series, instance }) => [study, series, instance]));
  const isOpaque = read.some(({ part, uids }) => uids === null && namesOthers(part, known));
  return { instances, isOpaque: isOpaque || parts.length === 0 };
}

function uidsOf(part: ByteSource, index: number): Uids | null {
  try {
    const { study, series, instance } = openInstance(part, `part ${index}`);
    return [study, series, instance].every((uid) => /^[0-9.]+$/.test(uid)) ? { study, series, instance } : null;
  } catch {
    return null;
  }
}

/** Whether there are UIDs in it that none of these instances has; those of the standard name nothing that is stored. */
function namesOthers(part: ByteSource, known: ReadonlySet<string>): boolean {
  if (part.length > LONGEST_SEARCHED) return true;
  const found =
    Buffer.from(readAll(part))
      .toString('latin1')
      .match(/[0-2](?:\.[0-9]+){2,}/g) ?? [];
  return found.some((uid) => !known.has(uid) && !uid.startsWith('1.2.840.10008.'));
}
