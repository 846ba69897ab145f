import { kind } from '../../kind.ts';

/** The tag of the attribute, as the answer writes it, and what stands there. */
type OfAttribute = { readonly tag: string };

type OfValue = OfAttribute & { readonly vr: string; readonly value: string };

/** Kinds of breaches of how DICOM JSON writes values (PS3.18 Annex F). */
export const JSON_VALUE_FORMS = {
  'json-text-no-string': kind<OfValue>({ harm: 'strict-clients-refuse' }),
  'json-number-no-number': kind<OfValue>({ harm: 'strict-clients-refuse' }),
  'json-decimal-no-number': kind<OfValue>({ harm: 'strict-clients-refuse' }),
  'json-attribute-tag-malformed': kind<OfValue>({ harm: 'strict-clients-refuse' }),
  'json-name-no-object': kind<OfAttribute & { readonly value: string }>({ harm: 'value-unread' }),
  'json-name-group-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'value-unread' }),
  'json-name-group-empty': kind<OfAttribute>({ harm: 'attribute-empty' }),
  'json-name-group-joined': kind<OfAttribute & { readonly value: string }>({
    harm: 'text-garbled',
  }),
  'json-item-no-object': kind<OfAttribute & { readonly value: string }>({ harm: 'value-unread', spoils: 'content' }),
  /** `form` is what stands for nothing: `[]`, `[null]`, `[""]`. */
  'json-empty-written': kind<OfAttribute & { readonly form: string }>({
    harm: 'strict-clients-refuse',
    identity: ['form'],
  }),
  'json-gap-not-null': kind<OfAttribute & { readonly value: string }>({ harm: 'strict-clients-refuse' }),
  'json-several-of-one': kind<OfAttribute & { readonly vr: string }>({ harm: 'value-altered' }),
  'json-value-malformed': kind<OfValue>({ harm: 'strict-clients-refuse', identity: ['vr'] }),
  'json-value-with-nul': kind<OfAttribute & { readonly value: string }>({
    harm: 'strict-clients-refuse',
  }),
} as const;
