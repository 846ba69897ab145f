import type { Harm } from '../harm.ts';
import { kind } from '../kind.ts';

/** The attribute, what is stored and what the answer has in its place. */
type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

/** Names of a patient, and the UIDs by which images are told apart. */
const OF_IDENTITY = new Set([
  ...['00100010', '00100020', '00100021', '00100030', '00100040'],
  ...['00080016', '00080018', '0020000D', '0020000E', '00080050'],
]);

function harmOf({ tag }: { readonly tag: string }): Harm {
  return OF_IDENTITY.has(tag) ? 'wrong-patient-or-image' : 'altered';
}

/** Kinds of breaches of values in DICOM JSON beside the stored ones. */
export const JSON_VALUES = {
  'value-differs': kind<Differs>({ harm: harmOf, identity: ['tag'], unread: true }),
  'value-lost': kind<Differs>({ harm: harmOf, identity: ['tag'], unread: true }),
  'value-invented': kind<Differs>({ harm: harmOf, identity: ['tag'], unread: true }),
  'value-count-differs': kind<Differs>({ harm: harmOf, identity: ['tag'], unread: true }),
  'value-characters-differ': kind<Differs>({ harm: harmOf, unread: true }),
  'values-joined': kind<Differs>({ harm: 'altered', cause: 'values-joined' }),
  'values-without-gaps': kind<Differs>({ harm: 'altered', identity: ['tag'] }),
  'number-rounded': kind<Differs>({ harm: 'altered' }),
  'inline-bytes-differ': kind<Differs>({ harm: 'altered', identity: ['tag'] }),
  'name-groups-differ': kind<Differs>({
    harm: harmOf,
    cause: 'name-groups-mixed',
    unread: true,
  }),
  'empty-attribute-left-out': kind<{ readonly tag: string }>({ harm: 'cosmetic', unread: true }),
} as const;
