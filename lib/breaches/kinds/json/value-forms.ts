import { kind } from '../../kind.ts';

/** The tag of the attribute, as the answer writes it, and what stands there. */
type OfAttribute = { readonly tag: string };

type OfValue = OfAttribute & { readonly vr: string; readonly value: string };

/** Kinds of breaches of how DICOM JSON writes values (PS3.18 Annex F). */
export const JSON_VALUE_FORMS = {
  'json-text-no-string': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-number-no-number': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-decimal-no-number': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-attribute-tag-malformed': kind<OfValue>({ harm: 'some-clients-only' }),
  'json-name-no-object': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-name-group-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-name-group-empty': kind<OfAttribute>({ harm: 'cosmetic' }),
  'json-name-group-joined': kind<OfAttribute & { readonly value: string }>({
    harm: 'wrong-patient-or-image',
  }),
  'json-item-no-object': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
  }),
  /** `form` is what stands for nothing: `[]`, `[null]`, `[""]`. */
  'json-empty-written': kind<OfAttribute & { readonly form: string }>({
    harm: 'some-clients-only',
    identity: ['form'],
  }),
  'json-gap-not-null': kind<OfAttribute & { readonly value: string }>({ harm: 'some-clients-only' }),
  'json-several-of-one': kind<OfAttribute & { readonly vr: string }>({ harm: 'altered' }),
  'json-value-malformed': kind<OfValue>({ harm: 'some-clients-only', identity: ['vr'] }),
  'json-value-with-nul': kind<OfAttribute & { readonly value: string }>({
    harm: 'some-clients-only',
  }),
} as const;
