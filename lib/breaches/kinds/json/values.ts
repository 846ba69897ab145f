import { ofMissingValue, ofOtherValue } from '../../element-consequence.ts';
import { kind } from '../../kind.ts';

/** The attribute, what is stored and what the answer has in its place. */
type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

/** Kinds of breaches of values in DICOM JSON beside the stored ones. */
export const JSON_VALUES = {
  'value-differs': kind<Differs>({
    harm: ofOtherValue,
    identity: ['tag'],
    alike: 'other-value',
    explains: ['other value of {tag}'],
    alters: true,
  }),
  'value-lost': kind<Differs>({ harm: ofMissingValue, identity: ['tag'], alters: true, unread: true }),
  'value-invented': kind<Differs>({ harm: ofOtherValue, identity: ['tag'], unread: true }),
  'value-count-differs': kind<Differs>({
    harm: ofOtherValue,
    identity: ['tag'],
    alike: 'other-value',
    explains: ['other value of {tag}'],
    alters: true,
    unread: true,
  }),
  'value-characters-differ': kind<Differs>({ harm: 'text-garbled', unread: true, follows: ['json-not-utf8'] }),
  'values-joined': kind<Differs>({ harm: 'value-altered', cause: 'values-joined', alters: true }),
  'values-without-gaps': kind<Differs>({ harm: 'value-altered', identity: ['tag'] }),
  'number-rounded': kind<Differs>({ harm: 'value-altered', alters: true }),
  'inline-bytes-differ': kind<Differs>({ harm: 'value-altered', identity: ['tag'], explains: ['inline-bytes'] }),
  'name-groups-differ': kind<Differs>({
    harm: 'text-garbled',
    cause: 'name-groups-mixed',
    unread: true,
  }),
  'empty-attribute-left-out': kind<{ readonly tag: string }>({
    harm: 'detail-missing',
    alike: 'empty-left-out',
    unread: true,
    follows: ['metadata-lacks-most'],
  }),
} as const;
