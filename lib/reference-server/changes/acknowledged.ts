import type { DicomJsonDataSet } from '../../dicom/json.ts';
import type { Archive } from '../archive.ts';
import type { Instance } from '../instance.ts';
import type { Answer } from '../message.ts';

/** The instances that a store answer says are stored, as far as they are there, in the order of the answer. */
export function acknowledgedIn({ content }: Answer, archive: Archive): readonly Instance[] {
  if (content.kind !== 'json') return [];
  const [module = {}] = [content.value].flat();
  const items = (module['00081199']?.Value ?? []) as readonly DicomJsonDataSet[];
  return items.flatMap((item) => archive.find(String(item['00081155']?.Value?.[0])) ?? []);
}
