import { kind } from '../kind.ts';

/** The tag of the attribute, as the answer writes it, and what stands there. */
type OfAttribute = { readonly tag: string };
type OfValue = OfAttribute & { readonly vr: string; readonly value: string };

/** Kinds of breaches of the form of DICOM JSON (PS3.18 Annex F): the text, its attributes and their holders. */
export const JSON_FORM = {
  'json-malformed': kind<{ readonly message: string; readonly offset: number }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'json-member-repeated': kind<{ readonly message: string }>({ harm: 'altered' }),
  'json-number-non-finite': kind<{ readonly message: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'json-control-character': kind<{ readonly message: string }>({ harm: 'not-found-or-opened' }),
  'json-byte-order-mark': kind({ harm: 'not-found-or-opened' }),
  'json-not-utf8': kind<{ readonly message: string }>({ harm: 'altered', cause: 'json-not-utf8', unread: true }),
  /** `type` is null where the answer has no media type that can be read. */
  'json-labelled-otherwise': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
    identity: ['type'],
    cause: 'json-labelled',
    unread: true,
  }),
  'json-charset-untrue': kind<{ readonly charset: string }>({ harm: 'altered', identity: ['charset'] }),
  'json-attributes-unordered': kind<OfAttribute & { readonly before: string }>({
    harm: 'some-clients-only',
    unread: true,
  }),
  'json-name-no-tag': kind<{ readonly name: string }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
    follows: ['store-without-module'],
  }),
  'json-group-length': kind<OfAttribute>({ harm: 'some-clients-only' }),
  'json-vr-missing': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
    follows: ['store-without-module'],
  }),
  'json-vr-unknown': kind<OfAttribute & { readonly vr: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'json-vr-wrong': kind<OfAttribute & { readonly vr: string; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
    identity: ['vr', 'expected'],
  }),
  'json-value-no-array': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'json-two-holders': kind<OfAttribute>({ harm: 'some-clients-only', cause: 'two-holders' }),
  'json-unknown-member': kind<OfAttribute & { readonly member: string }>({ harm: 'cosmetic', identity: ['member'] }),
  'json-text-no-string': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-number-no-number': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-decimal-no-number': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-attribute-tag-malformed': kind<OfValue>({ harm: 'some-clients-only' }),
  'json-name-no-object': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-name-group-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-name-group-empty': kind<OfAttribute>({ harm: 'cosmetic' }),
  'json-name-group-joined': kind<OfAttribute & { readonly value: string }>({
    harm: 'wrong-patient-or-image',
    cause: 'name-groups-mixed',
  }),
  'json-item-no-object': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  /** `form` is what stands for nothing: `[]`, `[null]`, `[""]`. */
  'json-empty-written': kind<OfAttribute & { readonly form: string }>({
    harm: 'some-clients-only',
    identity: ['form'],
  }),
  'json-gap-not-null': kind<OfAttribute & { readonly value: string }>({ harm: 'some-clients-only' }),
  'json-several-of-one': kind<OfAttribute & { readonly vr: string }>({ harm: 'altered' }),
  'json-inline-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'not-found-or-opened' }),
  'json-inline-no-base64': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-inline-other-alphabet': kind<OfAttribute>({ harm: 'some-clients-only' }),
  'json-binary-as-values': kind<OfAttribute & { readonly vr: string }>({
    harm: 'not-found-or-opened',
    follows: ['two-holders'],
  }),
  'json-bulk-data-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'some-clients-only' }),
  'json-bulk-data-uri-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-bulk-data-uri-relative': kind<OfAttribute & { readonly uri: string }>({
    harm: 'some-clients-only',
    cause: 'bulk-data-uri-relative',
  }),
  'json-bulk-data-uri-unusable': kind<OfAttribute & { readonly uri: string }>({ harm: 'not-found-or-opened' }),
  'json-value-malformed': kind<OfValue>({ harm: 'some-clients-only', identity: ['vr'], follows: ['padding-left'] }),
  'json-value-with-nul': kind<OfAttribute & { readonly value: string }>({
    harm: 'some-clients-only',
    cause: 'padding-left',
  }),
  'json-private-without-creator': kind<OfAttribute & { readonly creator: string }>({ harm: 'altered' }),
} as const;
