import { kind } from '../../kind.ts';

/** Kinds of breaches of DICOM JSON as a text (PS3.18 Annex F): its syntax, its characters and its label. */
export const JSON_TEXT = {
  'json-malformed': kind<{ readonly message: string; readonly offset: number }>({
    harm: 'not-found-or-opened',
    spoils: 'answer',
  }),
  'json-member-repeated': kind<{ readonly message: string }>({ harm: 'altered' }),
  'json-number-non-finite': kind<{ readonly message: string }>({ harm: 'not-found-or-opened', spoils: 'answer' }),
  'json-control-character': kind<{ readonly message: string }>({ harm: 'not-found-or-opened' }),
  'json-byte-order-mark': kind({ harm: 'not-found-or-opened' }),
  'json-not-utf8': kind<{ readonly message: string }>({ harm: 'altered', unread: 'as text', spoils: 'characters' }),
  /** `type` is null where the answer has no media type that can be read. */
  'json-labelled-otherwise': kind<{ readonly type: string | null }>({
    harm: 'some-clients-only',
    identity: ['type'],
    unread: 'as text',
  }),
  'json-charset-untrue': kind<{ readonly charset: string }>({ harm: 'altered', identity: ['charset'] }),
} as const;
