import { readAll } from '../bytes/byte-source.ts';
import { decodedBody } from '../http/content.ts';
import type { Exchange } from '../http/exchange.ts';

/** Longest store response that is read for acknowledgements, in bytes. */
const LARGEST = 64 << 20;

/**
 * SOP Instance UIDs that the answer to a store request says were stored: those in ReferencedSOPSequence of a 200 or 202
 * answer (PS3.18 Table I.1-1). Reads leniently, since this only decides what may be asked for next.
 */
export function acknowledgedInstances({ response, failure }: Exchange): ReadonlySet<string> {
  if (!response || failure || (response.status !== 200 && response.status !== 202)) return new Set();
  const decoded = decodedBody(response, LARGEST);
  if (!decoded.ok || decoded.body.length > LARGEST) return new Set();
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(readAll(decoded.body)));
    const items = valueOf(Array.isArray(parsed) ? parsed[0] : parsed, '00081199');
    return new Set(items.flatMap((item) => valueOf(item, '00081155')).filter((uid) => typeof uid === 'string'));
  } catch {
    return new Set();
  }
}

function valueOf(dataSet: unknown, tag: string): readonly unknown[] {
  if (dataSet === null || typeof dataSet !== 'object') return [];
  const element: unknown = (dataSet as Readonly<Record<string, unknown>>)[tag];
  if (element === null || typeof element !== 'object' || !('Value' in element)) return [];
  return Array.isArray(element.Value) ? element.Value : [];
}
