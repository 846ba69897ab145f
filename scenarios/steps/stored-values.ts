import { storedAttributes } from '../../lib/answers/stored/stored-attributes.ts';
import type { StoredInstance } from '../../lib/dicom/instance.ts';
import { text } from '../../lib/dicom/values.ts';
import type { SearchResource } from '../../lib/dicomweb/operations.ts';
import type { ScenarioContext } from '../../lib/run/context.ts';

/** The series of the study: a resource that every server has to search by Modality and SeriesInstanceUID. */
export const seriesOfStudy = ({ dataset }: ScenarioContext): SearchResource => ({
  level: 'series',
  study: dataset.study,
});

export const MODALITY = '00080060';

/** A value that no modality has, nor begins with. */
export const NO_MODALITY = 'ZZ';

/**
 * The only value of an attribute as text, without padding; empty where it has none or several. Of a person name it is the
 * alphabetic group, where there is no other; of a number nothing where it is written in another way than usual.
 */
export function storedValue({ dataSet }: StoredInstance, tag: string): string {
  const [value, ...others] = storedAttributes(dataSet).get(tag)?.values ?? [];
  if (value === undefined || value === null || others.length > 0) return '';
  if (typeof value === 'number') return String(value) === text(dataSet, tag) ? String(value) : '';
  if (typeof value !== 'object') return String(value).trim();
  const [group, ...groups] = Object.entries(value);
  return group?.[0] === 'Alphabetic' && groups.length === 0 ? String(group[1]).trim() : '';
}

/** The modality of the first instance, where it is one of which a part can stand for the whole. */
export function modalityOf([first]: readonly StoredInstance[]): string | null {
  const modality = first ? storedValue(first, MODALITY) : '';
  return /^[A-Z0-9]{2,}$/.test(modality) && !modality.startsWith(NO_MODALITY) ? modality : null;
}
