import type { Harm } from '../../harm.ts';
import { kind } from '../../kind.ts';

/** The attribute, and the level of the entity that the result is about. */
type Of = { readonly tag: string; readonly level: string };

type Differs = Of & { readonly expected: string; readonly actual: string };

/** PatientName, PatientID, PatientBirthDate. */
const OF_PATIENT = new Set(['00100010', '00100020', '00100030']);

const UIDS = new Set(['0020000D', '0020000E', '00080018', '00080016']);

function harmOfValue({ tag }: Of): Harm {
  return OF_PATIENT.has(tag) || UIDS.has(tag) ? 'wrong-patient-or-image' : 'altered';
}

function harmOfAbsence({ tag }: Of): Harm {
  return UIDS.has(tag) ? 'not-found-or-opened' : 'some-clients-only';
}

/** Kinds of breaches of the attributes that search results return. */
export const SEARCH_ATTRIBUTES = {
  'search-attribute-missing': kind<Of>({
    harm: harmOfAbsence,
    identity: ['tag'],
    unread: true,
    says: 'absent',
  }),
  'search-empty-attribute-missing': kind<Of>({ harm: 'cosmetic', unread: true }),
  /** `parent` is the level above whose attributes are left out. */
  'search-lacks-parent-attributes': kind<Of & { readonly parent: string }>({ harm: 'some-clients-only', unread: true }),
  'search-attribute-without-value': kind<Of & { readonly expected: string }>({
    harm: harmOfAbsence,
    identity: ['tag'],
  }),
  'search-value-differs': kind<Differs>({
    harm: harmOfValue,
    identity: ['tag'],
    says: 'altered',
  }),
  'search-sequence-items-differ': kind<Of & { readonly expected: number; readonly actual: number }>({
    harm: 'altered',
    identity: ['tag'],
  }),
  /** Fewer than there are, as before the last store. */
  'search-count-too-small': kind<Differs>({ harm: 'not-found-or-opened', says: 'absent' }),
  'search-count-differs': kind<Differs>({ harm: 'altered', identity: ['tag'], says: 'foreign' }),
  'search-modalities-differ': kind<{ readonly expected: readonly string[]; readonly actual: readonly string[] }>({
    harm: 'not-found-or-opened',
  }),
  'search-availability-undefined': kind<{ readonly actual: string }>({ harm: 'some-clients-only' }),
  'search-timezone-malformed': kind<{ readonly actual: string }>({ harm: 'altered' }),
} as const;
