import { memorySource } from '../../lib/bytes/byte-source.ts';
import { openInstance, type StoredInstance } from '../../lib/dicom/instance.ts';
import type { Exchange } from '../../lib/http/exchange.ts';
import { EXPLICIT, fileMeta, str, UIDS, type Write } from './dicom-bytes.ts';
import { exchange, type Parts } from './exchanges.ts';

export const DICOM_JSON = 'application/dicom+json';
export const STUDY = UIDS.study;
export const SERIES = UIDS.series;
export const INSTANCE = UIDS.instance;

export interface Identity {
  readonly study?: string;
  readonly series?: string;
  readonly instance?: string;
  readonly sopClass?: string;
  readonly name?: string;
}

/** An instance in Explicit VR Little Endian, written byte by byte; its elements are put in order. */
export function anInstance(elements: readonly Write[] = [], identity: Identity = {}): StoredInstance {
  const { study = STUDY, series = SERIES, instance = INSTANCE, sopClass = UIDS.sopClass, name = 'sample' } = identity;
  const encoding = { explicit: true, little: true };
  const uids = [
    str('00080016', 'UI', sopClass),
    str('00080018', 'UI', instance),
    str('0020000D', 'UI', study),
    str('0020000E', 'UI', series),
  ];
  const data = [...uids, ...elements].map((write) => write(encoding));
  const key = (element: Buffer) => element.readUInt16LE(0) * 0x10000 + element.readUInt16LE(2);
  data.sort((left, right) => key(left) - key(right));
  return openInstance(memorySource(Buffer.concat([fileMeta(EXPLICIT, instance), ...data])), name);
}

/** A 200 answer of DICOM JSON; text is sent as UTF-8, anything else is serialised. */
export function json(body: unknown, parts: Parts = {}): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return exchange({ headers: [['Content-Type', DICOM_JSON]], body: Buffer.from(text, 'utf8'), ...parts });
}

/** An attribute of a data set in JSON. */
export function attribute(vr: string, ...values: readonly unknown[]) {
  return values.length > 0 ? { vr, Value: values } : { vr };
}

/** A data set of the default identity with more attributes, in ascending order. */
export function dataSet(attributes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const all: Record<string, unknown> = {
    '00080016': attribute('UI', UIDS.sopClass),
    '00080018': attribute('UI', INSTANCE),
    '0020000D': attribute('UI', STUDY),
    '0020000E': attribute('UI', SERIES),
    ...attributes,
  };
  return Object.fromEntries(Object.entries(all).sort(([left], [right]) => (left < right ? -1 : 1)));
}

export const at = (pointer: string) => ({ kind: 'json', pointer }) as const;
