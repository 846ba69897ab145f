import type { DicomJsonAttribute, DicomJsonDataSet } from '../../dicom/json.ts';

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
