import type { Harm } from './harm.ts';

/** What says whose image it is, and which one: names and ids of the patient, and the UIDs of study, series, instance. */
const IDENTIFYING = new Set([
  '00080016',
  '00080018',
  '00080050',
  '00100010',
  '00100020',
  '00100021',
  '00100030',
  '00100040',
  '0020000D',
  '0020000E',
]);

/** Harm of another value in an element, or of none where one is shown: a wrong patient or image where it identifies them. */
export function harmOfElement({ tag }: { readonly tag: string }): Harm {
  return IDENTIFYING.has(tag) ? 'wrong-patient-or-image' : 'altered';
}
