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
    explains: ['{vr} for others'],
  }),
  'json-value-no-array': kind<OfAttribute & { readonly value: string }>({
    harm: 'not-found-or-opened',
    spoils: 'content',
    unread: 'as text',
  }),
  'json-two-holders': kind<OfAttribute>({ harm: 'some-clients-only', cause: 'two-holders' }),
  /** `instead`: no member of a known name holds the content. */
  'json-unknown-member': kind<OfAttribute & { readonly member: string; readonly instead: boolean }>({
    harm: ({ instead }) => (instead ? 'not-found-or-opened' : 'cosmetic'),
    identity: ['member'],
    spoils: ({ instead }) => (instead ? 'content' : null),
    unread: 'as text',
  }),
  'json-inline-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'not-found-or-opened' }),
  'json-inline-no-base64': kind<OfValue>({ harm: 'not-found-or-opened', alike: 'inline-form' }),
  'json-inline-other-alphabet': kind<OfAttribute>({ harm: 'some-clients-only', alike: 'inline-form' }),
  'json-binary-as-values': kind<OfAttribute & { readonly vr: string }>({
    harm: 'not-found-or-opened',
    follows: ['two-holders', '{vr} for others'],
  }),
  'json-bulk-data-not-allowed': kind<OfAttribute & { readonly vr: string }>({ harm: 'some-clients-only' }),
  'json-bulk-data-uri-no-string': kind<OfAttribute & { readonly value: string }>({ harm: 'not-found-or-opened' }),
  'json-bulk-data-uri-relative': kind<OfAttribute & { readonly uri: string }>({
    harm: 'some-clients-only',
    cause: 'bulk-data-uri-relative',
    alike: 'url-relative',
  }),
  'json-bulk-data-uri-unusable': kind<OfAttribute & { readonly uri: string }>({ harm: 'not-found-or-opened' }),
  'json-private-without-creator': kind<OfAttribute & { readonly creator: string }>({
    harm: 'altered',
    cause: 'private-creators-left-out',
    unread: true,
  }),
} as const;
