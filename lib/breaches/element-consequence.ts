import { alterationsTold } from './alterations/alterations.ts';
import type { Consequence } from './consequences.ts';
import type { Parameters } from './kind.ts';

/** PatientName, PatientID, IssuerOfPatientID, PatientBirthDate, PatientSex. */
const OF_PATIENT = new Set(['00100010', '00100020', '00100021', '00100030', '00100040']);

/** SOP Class and SOP Instance UID, AccessionNumber, Study and Series Instance UID: they say which image it is. */
const IDENTIFIERS = new Set(['00080016', '00080018', '00080050', '0020000D', '0020000E']);

/** Float, Double Float and Pixel Data. */
const PIXELS = new Set(['7FE00008', '7FE00009', '7FE00010']);

/** PatientID, with what tells whose it is. */
const IDS_OF_PATIENT = new Set(['00100020', '00100021']);

/** An identifier of which a part is left may be that of another. */
const LEAVES_A_PART = /^(cut |without the last |no leading zeros|rounded|only the |the first |the lowest |at most )/;
const GARBLES = /^(UTF-8 taken |characters that are no UTF-8|question marks |no characters beyond ASCII)/;

type OfElement = Parameters & { readonly tag: string };

/**
 * What another value in an element does, or of one that had none. A value that shows how it was made of the right one is
 * nobody else's: it is the same person's in another notation.
 */
export function ofOtherValue(of: OfElement): Consequence {
  const { tag } = of;
  const alterations = alterationsTold(of);
  if (alterations.some((one) => GARBLES.test(one))) return 'text-garbled';
  const isIdentifier = IDENTIFIERS.has(tag) || IDS_OF_PATIENT.has(tag);
  const isPart = isIdentifier && alterations.some((one) => LEAVES_A_PART.test(one));
  if (alterations.length > 0 && !isPart) return 'value-altered';
  if (OF_PATIENT.has(tag)) return 'patient-mistaken';
  return IDENTIFIERS.has(tag) ? 'identifier-mistaken' : 'value-altered';
}

/** What it does that an element, or its value, is not there. */
export function ofMissingValue({ tag }: { readonly tag: string }): Consequence {
  if (PIXELS.has(tag)) return 'cannot-open';
  return OF_PATIENT.has(tag) ? 'patient-unidentified' : 'value-missing';
}

/** What other bytes do in an element that holds bytes. */
export function ofOtherBytes({ tag }: { readonly tag: string }): Consequence {
  return PIXELS.has(tag) ? 'image-altered' : 'value-altered';
}
