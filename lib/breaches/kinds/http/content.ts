import { kind } from '../../kind.ts';

/** Kinds of breaches of the header fields that describe the content of an answer. */
export const HTTP_CONTENT = {
  'media-type-missing': kind({ harm: 'answer-unreadable', spoils: 'answer' }),
  'media-type-repeated': kind<{ readonly values: readonly string[] }>({
    harm: 'label-misleads',
    spoils: 'answer',
  }),
  'media-type-unreadable': kind<{ readonly value: string }>({ harm: 'answer-unreadable', spoils: 'answer' }),
  'media-type-malformed': kind<{ readonly value: string; readonly defects: readonly string[] }>({
    harm: 'strict-clients-refuse',
  }),
  'media-type-parameter-repeated': kind<{ readonly parameter: string; readonly values: readonly string[] }>({
    harm: 'label-misleads',
    identity: ['parameter'],
  }),
  'transfer-syntax-wildcard': kind({ harm: 'label-misleads' }),
  'transfer-syntax-untrue': kind<{ readonly named: string; readonly actual: string }>({
    harm: 'image-unreadable',
    unread: true,
  }),
  /** `terms` has the SpecificCharacterSet of an instance; null where text that is no UTF-8 was labelled so. */
  'charset-untrue': kind<{ readonly terms: readonly string[] | null }>({ harm: 'text-garbled' }),
  'resource-without-location': kind({ harm: 'detail-missing' }),
  /** `asked` is the URL of the request. */
  'location-of-another-resource': kind<{ readonly location: string; readonly asked: string }>({
    harm: 'other-image-opened',
    says: 'foreign',
  }),
} as const;
