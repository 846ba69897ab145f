import type { DataSet } from '../../dicom/data-set.ts';
import type { ElementIn } from './element-values.ts';

/** The element at a path such as `00880200[1].7FE00010`, with items counted from 1; null where there is none. */
export function elementAt(dataSet: DataSet, path: string): ElementIn | null {
  const [, tag = '', item, rest] = /^([0-9A-F]{8})(?:\[([0-9]+)\]\.(.+))?$/.exec(path) ?? [];
  const element = dataSet.elements.get(tag);
  if (!element) return null;
  if (item === undefined || rest === undefined) return { element, dataSet };
  const below = element.items?.[Number(item) - 1];
  return below ? elementAt(below, rest) : null;
}
