import { ofMissingValue, ofOtherValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';

/** The attribute, what is stored and what the answer has in its place. */
type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

/** Kinds of breaches of values in DICOM JSON beside the stored ones. */
export const JSON_VALUES = {
  'value-differs': kind<Differs>({
    harm: ofOtherValue,
    identity: ['tag'],
    says: 'altered',
    unread: true,
  }),
  'value-lost': kind<Differs>({ harm: ofMissingValue, identity: ['tag'], says: 'altered', unread: true }),
  'value-invented': kind<Differs>({ harm: ofOtherValue, identity: ['tag'], says: 'altered', unread: true }),
  'value-count-differs': kind<Differs>({
    harm: ofOtherValue,
    identity: ['tag'],
    says: 'altered',
    unread: true,
  }),
  'sequence-items-reordered': kind<Differs>({ harm: 'value-altered' }),
  'value-characters-differ': kind<Differs>({ harm: 'text-garbled', unread: 'characters' }),
  'values-joined': kind<Differs>({ harm: 'value-altered' }),
  'values-without-gaps': kind<Differs>({ harm: 'value-altered', identity: ['tag'], says: 'altered' }),
  'number-rounded': kind<Differs>({ harm: 'value-altered' }),
  /** `how` as `BytePattern` has it; `same` counts the bytes at the beginning that are alike. */
  'inline-bytes-differ': kind<
    Differs & { readonly how: string; readonly same: number; readonly stored: number; readonly returned: number }
  >({ harm: 'value-altered', identity: ['tag'] }),
  'name-groups-differ': kind<Differs>({
    harm: 'text-garbled',
    says: 'altered',
    unread: true,
  }),
  'empty-attribute-left-out': kind<{ readonly tag: string }>({
    harm: 'detail-missing',
    says: 'absent',
    unread: true,
  }),
} as const;
