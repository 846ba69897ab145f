import type { Consequence } from './consequences.ts';

/** PatientName, PatientID, IssuerOfPatientID, PatientBirthDate, PatientSex. */
const OF_PATIENT = new Set(['00100010', '00100020', '00100021', '00100030', '00100040']);

/** SOP Class and SOP Instance UID, AccessionNumber, Study and Series Instance UID: they say which image it is. */
const IDENTIFIERS = new Set(['00080016', '00080018', '00080050', '0020000D', '0020000E']);

/** Float, Double Float and Pixel Data. */
const PIXELS = new Set(['7FE00008', '7FE00009', '7FE00010']);

interface OfElement {
  readonly tag: string;
}

/** What another value in an element does, or of one that had none. */
export function ofOtherValue({ tag }: OfElement): Consequence {
  if (OF_PATIENT.has(tag)) return 'patient-mistaken';
  return IDENTIFIERS.has(tag) ? 'identifier-mistaken' : 'value-altered';
}

/** What it does that an element, or its value, is not there. */
export function ofMissingValue({ tag }: OfElement): Consequence {
  if (PIXELS.has(tag)) return 'cannot-open';
  return OF_PATIENT.has(tag) ? 'patient-unidentified' : 'value-missing';
}

/** What other bytes do in an element that holds bytes. */
export function ofOtherBytes({ tag }: OfElement): Consequence {
  return PIXELS.has(tag) ? 'image-altered' : 'value-altered';
}
