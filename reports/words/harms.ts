import type { Harm } from '../../lib/breaches/harm.ts';

/** Each class of harm for people, in English and Japanese. */
export const HARM_WORDS: Readonly<Record<Harm, readonly [english: string, japanese: string]>> = {
  'data-lost': ['Data is lost', 'データが失われる'],
  'wrong-patient-or-image': ['Wrong patient or wrong image', '別の患者または別の画像になる'],
  altered: ['Image or value is altered', '画像または値が変わる'],
  exposed: ['Data is open to others', 'データが他者に見える'],
  'not-found-or-opened': ['Cannot be found or opened', '検索または表示できない'],
  'some-clients-only': ['Works with some clients only', '一部のクライアントでのみ動作する'],
  cosmetic: ['Cosmetic', '軽微'],
};
