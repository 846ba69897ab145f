import { kind } from '../../kind.ts';

/** Kinds of breaches of the header fields that describe the content of an answer. */
export const HTTP_CONTENT = {
  'media-type-missing': kind({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'media-type-repeated': kind<{ readonly values: readonly string[] }>({
    harm: 'some-clients-only',
    spoils: 'answer',
  }),
  'media-type-unreadable': kind<{ readonly value: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'media-type-malformed': kind<{ readonly value: string; readonly defects: readonly string[] }>({
    harm: 'some-clients-only',
  }),
  'media-type-parameter-repeated': kind<{ readonly parameter: string; readonly values: readonly string[] }>({
    harm: 'some-clients-only',
    identity: ['parameter'],
  }),
  'transfer-syntax-wildcard': kind({ harm: 'some-clients-only' }),
  'transfer-syntax-untrue': kind<{ readonly named: string; readonly actual: string }>({
    harm: 'not-found-or-opened',
    unread: true,
  }),
  /** `terms` has the SpecificCharacterSet of an instance; null where text that is no UTF-8 was labelled so. */
  'charset-untrue': kind<{ readonly terms: readonly string[] | null }>({ harm: 'altered' }),
  'resource-without-location': kind({ harm: 'cosmetic' }),
  /** `asked` is the URL of the request. */
  'location-of-another-resource': kind<{ readonly location: string; readonly asked: string }>({
    harm: 'wrong-patient-or-image',
    says: 'foreign',
  }),
} as const;
