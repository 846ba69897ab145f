import { between, type Random } from '../portable/random.ts';
import { uid } from '../portable/uid.ts';
import { encodeText } from './character-set.ts';
import type { Modality } from './modality/modality.ts';
import { type Person, person } from './people.ts';
import type { SlotValues } from './template.ts';

/** A study of one person on one day: what all of its instances share. */
export interface SyntheticStudy {
  readonly studyInstanceUID: string;
  readonly person: Person;
  readonly patientID: string;
  readonly accessionNumber: string;
  readonly date: string;
  readonly time: string;
  readonly studyID: string;
}

const FIRST_YEAR = 2016;
const LAST_YEAR = 2025;

/** Study number `number` (from 0) of a generator. Person, date and time depend on the random numbers alone. */
export function syntheticStudy(random: Random, prefix: string, number: number): SyntheticStudy {
  const digits = String(number + 1).padStart(7, '0');
  return {
    studyInstanceUID: uid(prefix, 'study', 0, number),
    person: person(random),
    patientID: `SYN${digits}`,
    accessionNumber: `ACC${digits}`,
    date: `${between(random, FIRST_YEAR, LAST_YEAR)}${two(between(random, 1, 12))}${two(between(random, 1, 28))}`,
    time: `${two(between(random, 7, 19))}${two(between(random, 0, 59))}${two(between(random, 0, 59))}`,
    studyID: digits,
  };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Values of the slots that a study fills. */
export function studyValues(study: SyntheticStudy): SlotValues {
  return {
    '00080005': study.person.characterSet,
    '00080020': study.date,
    '00080021': study.date,
    '00080023': study.date,
    '0008002A': study.date + study.time,
    '00080030': study.time,
    '00080031': study.time,
    '00080033': study.time,
    '00080050': study.accessionNumber,
    '00100010': encodeText(study.person.name, study.person.characterSet),
    '00100020': study.patientID,
    '00100030': study.person.birthDate,
    '00100040': study.person.sex,
    '0020000D': study.studyInstanceUID,
    '00200010': study.studyID,
  };
}

/** Values of the slots that a series fills. */
export function seriesValues(seriesInstanceUID: string, frameOfReferenceUID: string, seriesNumber: number): SlotValues {
  return { '0020000E': seriesInstanceUID, '00200011': String(seriesNumber), '00200052': frameOfReferenceUID };
}

const SLICE_DISTANCE = 2.5;

/** Values of the slots that are an instance's own; `number` counts from 1 in its series. */
export function instanceValues(modality: Modality, sopInstanceUID: string, number: number): SlotValues {
  if (!modality.sliced) {
    return { '00020003': sopInstanceUID, '00080018': sopInstanceUID, '00200013': String(number) };
  }
  const position = String((number - 1) * SLICE_DISTANCE);
  return {
    '00020003': sopInstanceUID,
    '00080018': sopInstanceUID,
    '00200013': String(number),
    '00200032': `-179\\-179\\${position}`,
    '00201041': position,
  };
}
