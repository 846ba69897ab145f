import { harmOfElement } from '../../element-harm.ts';
import { kind } from '../../kind.ts';

/** The attribute, what is stored and what the answer has in its place. */
type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

/** Kinds of breaches of values in DICOM JSON beside the stored ones. */
export const JSON_VALUES = {
  'value-differs': kind<Differs>({
    harm: harmOfElement,
    identity: ['tag'],
    says: 'altered',
    unread: true,
  }),
  'value-lost': kind<Differs>({ harm: harmOfElement, identity: ['tag'], unread: true, says: 'altered' }),
  'value-invented': kind<Differs>({ harm: harmOfElement, identity: ['tag'], unread: true }),
  'value-count-differs': kind<Differs>({
    harm: harmOfElement,
    identity: ['tag'],
    unread: true,
    says: 'altered',
  }),
  'value-characters-differ': kind<Differs>({ harm: harmOfElement, unread: 'characters' }),
  'values-joined': kind<Differs>({ harm: 'altered' }),
  'values-without-gaps': kind<Differs>({ harm: 'altered', identity: ['tag'] }),
  'number-rounded': kind<Differs>({ harm: 'altered' }),
  'inline-bytes-differ': kind<Differs>({ harm: 'altered', identity: ['tag'] }),
  'name-groups-differ': kind<Differs>({
    harm: harmOfElement,
    unread: true,
  }),
  'empty-attribute-left-out': kind<{ readonly tag: string }>({
    harm: 'cosmetic',
    unread: true,
  }),
} as const;
