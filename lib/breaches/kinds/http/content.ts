import { kind } from '../../kind.ts';

/** Types whose bytes can be read without a label; parts need the boundary that it names. */
const READABLE = /^(application\/(json|xml|dicom)|image\/)/;

/** Kinds of breaches of the header fields that describe the content of an answer. */
export const HTTP_CONTENT = {
  /** `found` is the media type that the bytes show; null where they show none. What shows its type can be read in spite of it. */
  'media-type-missing': kind<{ readonly found: string | null }>({
    harm: ({ found }) => (READABLE.test(String(found)) ? 'label-misleads' : 'answer-unreadable'),
    spoils: 'answer',
  }),
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
