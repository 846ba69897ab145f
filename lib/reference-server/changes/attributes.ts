import type { DicomJsonAttribute, DicomJsonDataSet } from '../../dicom/json.ts';
import type { Behaviour } from '../behaviour.ts';
import { changeDataSets, type Selector } from './answers.ts';

/** The data set with another attribute in the place of one that is there; the same when it is not. */
export function withAttribute(
  dataSet: DicomJsonDataSet,
  tag: string,
  change: (attribute: DicomJsonAttribute) => unknown,
): Record<string, unknown> {
  const attribute = dataSet[tag];
  return attribute === undefined ? { ...dataSet } : { ...dataSet, [tag]: change(attribute) };
}

export function withoutAttribute(dataSet: DicomJsonDataSet, tag: string): DicomJsonDataSet {
  return Object.fromEntries(Object.entries(dataSet).filter(([name]) => name !== tag));
}

/** The data set with every attribute changed that a condition names. */
export function withEach(
  dataSet: DicomJsonDataSet,
  which: (attribute: DicomJsonAttribute) => boolean,
  change: (attribute: DicomJsonAttribute) => unknown,
): Record<string, unknown> {
  const entries = Object.entries(dataSet).map(([tag, attribute]) => [
    tag,
    which(attribute) ? change(attribute) : attribute,
  ]);
  return Object.fromEntries(entries);
}

/** Changes one attribute of each data set that has it, in successful JSON answers. */
export function changeAttribute(
  selector: Selector,
  tag: string,
  change: (attribute: DicomJsonAttribute) => unknown,
): Behaviour {
  return changeDataSets(selector, (dataSet) => withAttribute(dataSet, tag, change));
}

/** Changes every attribute that a condition names, in successful JSON answers. */
export function changeAttributes(
  selector: Selector,
  which: (attribute: DicomJsonAttribute) => boolean,
  change: (attribute: DicomJsonAttribute) => unknown,
): Behaviour {
  return changeDataSets(selector, (dataSet) => withEach(dataSet, which, change));
}

/** Leaves one attribute out of each data set, in successful JSON answers. */
export function dropAttribute(selector: Selector, tag: string): Behaviour {
  return changeDataSets(selector, (dataSet) => withoutAttribute(dataSet, tag));
}
