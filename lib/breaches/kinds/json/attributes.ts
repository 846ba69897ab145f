import { kind } from '../../kind.ts';

/** The tag of the attribute, as the answer writes it, and what stands there. */
type OfAttribute = { readonly tag: string };

type OfValue = OfAttribute & { readonly vr: string; readonly value: string };

/** Kinds of breaches of the attributes of DICOM JSON (PS3.18 Annex F): their names, their vr and what holds their content. */
export const JSON_ATTRIBUTES = {
  'json-attributes-unordered': kind<OfAttribute & { readonly before: string }>({
    harm: 'strict-clients-refuse',
    unread: true,
  }),
  'json-name-no-tag': kind<{ readonly name: string }>({
    // Many clients read tags in either case.
    harm: ({ name }) => (/^[0-9A-Fa-f]{8}$/.test(name) ? 'strict-clients-refuse' : 'value-unread'),
    spoils: 'content',
    unread: 'as text',
  }),
  'json-group-length': kind<OfAttribute>({ harm: 'strict-clients-refuse' }),
  'json-vr-missing': kind<OfAttribute & { readonly value: string }>({
    harm: 'value-unread',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-vr-unknown': kind<OfAttribute & { readonly vr: string }>({
    harm: 'value-unread',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-vr-wrong': kind<OfAttribute & { readonly vr: string; readonly expected: readonly string[] }>({
    harm: 'label-misleads',
    identity: ['vr', 'expected'],
  }),
  'json-value-no-array': kind<OfAttribute & { readonly value: string }>({
    harm: 'value-unread',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-two-holders': kind<OfAttribute>({ harm: 'label-misleads' }),
  /** `instead`: no member of a known name holds the content. */
  'json-unknown-member': kind<OfAttribute & { readonly member: string; readonly instead: boolean }>({
    harm: ({ instead }) => (instead ? 'value-unread' : 'detail-differs'),
    identity: ['member'],
    spoils: ({ instead }) => (instead ? 'content' : null),
    unread: 'as text',
  }),
  'json-inline-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'value-unread' }),
  'json-inline-no-base64': kind<OfValue>({ harm: 'value-unread' }),
  'json-inline-other-alphabet': kind<OfAttribute>({ harm: 'strict-clients-refuse' }),
  'json-binary-as-values': kind<OfAttribute & { readonly vr: string }>({
    // What is labelled UN can be read all the same.
    harm: ({ vr }) => (vr === 'UN' ? 'label-misleads' : 'value-unread'),
  }),
  'json-bulk-data-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'attribute-empty' }),
  'json-bulk-data-uri-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'value-unread' }),
  'json-bulk-data-uri-relative': kind<OfAttribute & { readonly uri: string }>({
    harm: 'link-needs-context',
  }),
  'json-bulk-data-uri-unusable': kind<OfAttribute & { readonly uri: string }>({ harm: 'link-broken' }),
  'json-private-without-creator': kind<OfAttribute & { readonly creator: string }>({
    harm: 'label-misleads',
    says: 'absent',
    unread: true,
  }),
} as const;
