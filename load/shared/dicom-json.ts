/** Reads values from the DICOM JSON model (PS3.18 Annex F). */

export const TAG = {
  studyDate: '00080020',
  modality: '00080060',
  patientID: '00100020',
  rows: '00280010',
  numberOfStudyRelatedInstances: '00201208',
  studyInstanceUID: '0020000D',
  seriesInstanceUID: '0020000E',
  sopInstanceUID: '00080018',
  referencedSOPSequence: '00081199',
  failedSOPSequence: '00081198',
  referencedSOPInstanceUID: '00081155',
  failureReason: '00081197',
  warningReason: '00081196',
  originalAttributes: '04000561',
} as const;

/** Values of an element of a data set in JSON; an empty list when the element is missing or malformed. */
export function values(dataSet: unknown, tag: string): readonly unknown[] {
  if (typeof dataSet !== 'object' || dataSet === null) return [];
  const element = (dataSet as { readonly [tag: string]: unknown })[tag];
  if (typeof element !== 'object' || element === null) return [];
  const value = (element as { readonly Value?: unknown }).Value;
  return Array.isArray(value) ? value : [];
}

/** First value of an element as text; empty when there is none. */
export function text(dataSet: unknown, tag: string): string {
  const value = values(dataSet, tag)[0];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
