/**
 * The patient and the date of a generated study. All follow from its number, so a reader knows what a writer stored.
 */

/** Bytes of Patient's Name, padded with spaces, which are insignificant (PS3.5 section 6.2). */
export const NAME_BYTES = 64;
/** Bytes of Patient ID and of Accession Number. */
export const PATIENT_ID_BYTES = 14;
export const ACCESSION_BYTES = 14;

/** A name, and its bytes in the character set of the instances. */
export interface Name {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** ASCII text as bytes, padded with spaces, and cut at `width`. */
export function asciiBytes(text: string, width: number): Uint8Array {
  const bytes = new Uint8Array(width).fill(0x20);
  for (let index = 0; index < text.length && index < width; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function patientID(worker: number, study: number): string {
  return `P${digits(worker % 1e5, 5)}${digits(study % 1e8, 8)}`;
}

export function accessionNumber(worker: number, study: number): string {
  return `A${digits(worker % 1e5, 5)}${digits(study % 1e8, 8)}`;
}

/** The name of a study's patient. Throws an Error when `names` is empty. */
export function nameOf(names: readonly Name[], worker: number, study: number): Name {
  const name = names[(worker * 7 + study) % names.length];
  if (!name) throw new Error('there are no names');
  return name;
}

/** Study Date: a day of 2024 that follows from the study's number. */
export function studyDate(worker: number, study: number): string {
  const day = (worker * 31 + study) % 336;
  return `2024${digits(1 + Math.floor(day / 28), 2)}${digits(1 + (day % 28), 2)}`;
}
