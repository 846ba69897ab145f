import type { STORE_FORMS } from '../../../../lib/breaches/kinds/store/forms.ts';
import { alternatives, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const FORMS: Readonly<Record<string, { readonly english: string; readonly japanese: string }>> = {
  'single-part': { english: 'of one instance without multipart', japanese: 'multipart でない 1 件の' },
  'implicit-vr': { english: 'in Implicit VR Little Endian', japanese: 'Implicit VR Little Endian の' },
  'other-label': {
    english: 'whose part names another transfer syntax than its file',
    japanese: 'パートの転送構文がファイルと異なる',
  },
  'private-class': { english: 'of a private SOP class', japanese: 'プライベート SOP クラスの' },
};

const english = (form: string) => FORMS[form]?.english ?? 'in another form';
const japanese = (form: string) => FORMS[form]?.japanese ?? '別の形式の';

const MEANINGS: Readonly<Record<string, { readonly english: string; readonly japanese: string }>> = {
  'sop-class': { english: 'that the SOP class is not supported', japanese: 'SOP クラスに対応していない' },
  'transfer-syntax': { english: 'that the transfer syntax is not supported', japanese: '転送構文に対応していない' },
  resources: { english: 'that the server is out of resources', japanese: 'サーバーの資源が不足している' },
  'data-set': {
    english: 'that the data set does not match its SOP class',
    japanese: 'データセットが SOP クラスに合わない',
  },
};

const hexadecimal = (reason: number) => `${Number(reason).toString(16).toUpperCase().padStart(4, '0')}H`;

export const STORE_FORMS_WORDS: WordsFor<typeof STORE_FORMS> = {
  'store-form-badly-refused': {
    english: ({ form, status, expected }, seen) => ({
      headline: `A store ${english(form)} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Store the instance, or refuse it as what the client sent.',
    }),
    japanese: ({ form, status, expected }, seen) => ({
      headline: `${japanese(form)}保存要求の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'インスタンスを保存するか、送られたものの問題として拒否してください。',
    }),
  },
  'store-form-lost': {
    english: ({ form, status }) => ({
      headline: `A store ${english(form)} is answered ${status} as stored, and the instance is nowhere.`,
      expected: 'the instance on the server, or a refusal',
      observed: 'the store was answered with success, and neither metadata nor a search shows the instance',
      remedy: 'Acknowledge only what is stored.',
    }),
    japanese: ({ form, status }) => ({
      headline: `${japanese(form)}保存要求は保存済みとして ${status} で応答されましたが、インスタンスはどこにもありません。`,
      expected: 'サーバー上のインスタンス、または拒否',
      observed: '成功で応答されたが、メタデータにも検索にも現れない',
      remedy: '保存したものだけを保存済みとして応答してください。',
    }),
  },
  'failure-reason-misleads': {
    english: ({ reason, means }) => ({
      headline: `The refused instance is listed with FailureReason ${hexadecimal(reason)}, ${MEANINGS[means]?.english ?? 'another meaning'}, which is not why.`,
      expected: 'a FailureReason that fits, such as 0110H, processing failure',
      observed: hexadecimal(reason),
      remedy: 'Send the FailureReason of Table I.2-2 that fits, or a code of your own that your document explains.',
    }),
    japanese: ({ reason, means }) => ({
      headline: `拒否したインスタンスの FailureReason が ${hexadecimal(reason)}（${MEANINGS[means]?.japanese ?? '別の意味'}）ですが、理由はそれではありません。`,
      expected: '理由に合う FailureReason（0110H 処理失敗など）',
      observed: hexadecimal(reason),
      remedy: '表 I.2-2 から理由に合う FailureReason を送るか、文書で説明した独自のコードを送ってください。',
    }),
  },
};
