import { kind } from '../../kind.ts';

/** Kinds of breaches of DICOM JSON as a text (PS3.18 Annex F): its syntax, its characters and its label. */
export const JSON_TEXT = {
  'json-malformed': kind<{ readonly message: string; readonly offset: number }>({
    harm: 'answer-unreadable',
    spoils: 'answer',
  }),
  'json-member-repeated': kind<{ readonly message: string }>({ harm: 'value-ambiguous' }),
  'json-number-non-finite': kind<{ readonly message: string }>({ harm: 'answer-unreadable', spoils: 'answer' }),
  'json-control-character': kind<{ readonly message: string }>({ harm: 'answer-unreadable' }),
  'json-byte-order-mark': kind({ harm: 'answer-unreadable' }),
  'json-not-utf8': kind<{ readonly message: string }>({
    harm: 'text-garbled',
    spoils: 'characters',
    unread: 'as text',
  }),
  /** `type` is null where the answer has no media type that can be read. */
  'json-labelled-otherwise': kind<{ readonly type: string | null }>({
    harm: 'label-misleads',
    identity: ['type'],
    unread: 'as text',
  }),
  'json-charset-untrue': kind<{ readonly charset: string }>({ harm: 'text-garbled', identity: ['charset'] }),
} as const;
