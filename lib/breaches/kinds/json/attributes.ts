import { kind } from '../../kind.ts';

/** The tag of the attribute, as the answer writes it, and what stands there. */
type OfAttribute = { readonly tag: string };

type OfValue = OfAttribute & { readonly vr: string; readonly value: string };

/** Kinds of breaches of the attributes of DICOM JSON (PS3.18 Annex F): their names, their vr and what holds their content. */
export const JSON_ATTRIBUTES = {
  'json-attributes-unordered': kind<OfAttribute & { readonly before: string }>({
    harm: 'some-clients-only',
    unread: true,
  }),
  'json-name-no-tag': kind<{ readonly name: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-group-length': kind<OfAttribute>({ harm: 'some-clients-only' }),
  'json-vr-missing': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-vr-unknown': kind<OfAttribute & { readonly vr: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-vr-wrong': kind<OfAttribute & { readonly vr: string; readonly expected: readonly string[] }>({
    harm: 'some-clients-only',
    identity: ['vr', 'expected'],
  }),
  'json-value-no-array': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-two-holders': kind<OfAttribute>({ harm: 'some-clients-only' }),
  /** `instead`: no member of a known name holds the content. */
  'json-unknown-member': kind<OfAttribute & { readonly member: string; readonly instead: boolean }>({
    harm: ({ instead }) => (instead ? 'not-found-or-opened' : 'cosmetic'),
    identity: ['member'],
    spoils: ({ instead }) => (instead ? 'content' : null),
    unread: 'as text',
  }),
  'json-inline-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'not-found-or-opened' }),
  'json-inline-no-base64': kind<OfValue>({ harm: 'not-found-or-opened' }),
  'json-inline-other-alphabet': kind<OfAttribute>({ harm: 'some-clients-only' }),
  'json-binary-as-values': kind<OfAttribute & { readonly vr: string }>({
    harm: 'not-found-or-opened',
  }),
  'json-bulk-data-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'some-clients-only' }),
  'json-bulk-data-uri-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-bulk-data-uri-relative': kind<OfAttribute & { readonly uri: string }>({
    harm: 'some-clients-only',
  }),
  'json-bulk-data-uri-unusable': kind<OfAttribute & { readonly uri: string }>({ harm: 'not-found-or-opened' }),
  'json-private-without-creator': kind<OfAttribute & { readonly creator: string }>({
    harm: 'altered',
    unread: true,
    says: 'absent',
  }),
} as const;
