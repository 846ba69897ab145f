import type { JSON_ATTRIBUTES } from '../../../../lib/breaches/kinds/json/attributes.ts';
import { alternatives, attributeName, either, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';
import { written } from '../../written-value.ts';

export const JSON_ATTRIBUTES_WORDS: WordsFor<typeof JSON_ATTRIBUTES> = {
  'json-attributes-unordered': {
    english: ({ tag, before }, seen) => ({
      headline: `${seen.request} lists ${attributeName(tag)} after ${attributeName(before)} instead of in ascending order of tags.`,
      expected: `${tag} before ${before}`,
      observed: `${tag} after ${before}`,
      remedy: 'Sort the attributes of each data set by their tags.',
    }),
    japanese: ({ tag, before }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} がタグの昇順ではなく ${attributeName(before)} の後にあります。`,
      expected: `${tag}、${before} の順`,
      observed: `${before}、${tag} の順`,
      remedy: '各データセットの属性をタグの順に並べてください。',
    }),
  },
  'json-name-no-tag': {
    english: ({ name }, seen) => ({
      headline: `${seen.request} names an attribute ${quoted(name)} instead of by its tag in eight upper-case hexadecimal digits.`,
      expected: 'a tag as eight upper-case hexadecimal digits',
      observed: quoted(name),
      remedy: 'Name attributes by group and element in upper case, such as 0020000D.',
    }),
    japanese: ({ name }, seen) => ({
      headline: `${seen.request} の応答の属性名 ${quoted(name)} が、大文字の 16 進数 8 桁のタグではありません。`,
      expected: '大文字の 16 進数 8 桁のタグ',
      observed: quoted(name),
      remedy: '属性名を 0020000D のように、グループと要素の大文字 16 進数で書いてください。',
    }),
  },
  'json-group-length': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} has the group length element ${attributeName(tag)}, which JSON leaves out.`,
      expected: 'no group length element',
      observed: quoted(tag),
      remedy: 'Leave elements (gggg,0000) out.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答に、JSON では除くべきグループ長 ${attributeName(tag)} があります。`,
      expected: 'グループ長要素なし',
      observed: quoted(tag),
      remedy: '要素 (gggg,0000) を除いてください。',
    }),
  },
  'json-vr-missing': {
    english: ({ tag, value }, seen) => ({
      headline: `${seen.request} has ${attributeName(tag)} without vr.`,
      expected: 'an attribute object with a vr member',
      observed: String(value),
      remedy: 'Write the vr of each attribute, that of empty ones as well.',
    }),
    japanese: ({ tag, value }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} に vr がありません。`,
      expected: 'vr のある属性オブジェクト',
      observed: String(value),
      remedy: '空の属性も含め、各属性に vr を書いてください。',
    }),
  },
  'json-vr-unknown': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} gives ${attributeName(tag)} the vr ${vr}, which is none.`,
      expected: 'a VR of Table F.2.3-1',
      observed: String(vr),
      remedy: 'Write VRs as two upper-case letters, as PS3.5 has them.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の vr ${vr} は存在しない VR です。`,
      expected: '表 F.2.3-1 の VR',
      observed: String(vr),
      remedy: 'VR を PS3.5 のとおり大文字 2 文字で書いてください。',
    }),
  },
  'json-vr-wrong': {
    english: ({ tag, vr, expected }, seen) => ({
      headline: `${seen.request} gives ${attributeName(tag)} the vr ${vr} instead of ${either(expected)}.`,
      expected: `${either(expected)} as vr`,
      observed: String(vr),
      remedy: 'Take the vr from the data dictionary, or the stored one of private attributes.',
    }),
    japanese: ({ tag, vr, expected }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の vr が ${alternatives(expected)} ではなく ${vr} です。`,
      expected: `vr は ${alternatives(expected)}`,
      observed: String(vr),
      remedy: 'vr をデータ辞書から取り、プライベート属性では保存されたものを使ってください。',
    }),
  },
  'json-value-no-array': {
    english: written.english(
      'and not as an array',
      'an array as Value',
      'Write Value as an array, around a single value too.',
    ),
    japanese: written.japanese('配列ではありません', '配列の Value', '値が 1 つでも Value を配列で書いてください。'),
  },
  'json-two-holders': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} holds ${attributeName(tag)} in two of Value, BulkDataURI and InlineBinary instead of one.`,
      expected: 'one of Value, BulkDataURI and InlineBinary',
      observed: 'two of them',
      remedy: 'Write either the value or a reference to it.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} に Value、BulkDataURI、InlineBinary のうち 2 つがあります。`,
      expected: 'Value、BulkDataURI、InlineBinary のうち 1 つ',
      observed: '2 つ',
      remedy: '値か参照のどちらかだけを書いてください。',
    }),
  },
  'json-unknown-member': {
    english: ({ tag, member, instead }, seen) => ({
      headline: `${seen.request} has ${attributeName(tag)} with a member ${quoted(member)} that DICOM JSON does not know.`,
      expected: 'no members but vr and one holder',
      observed: quoted(member),
      remedy: instead
        ? 'Name the member that holds the content Value, BulkDataURI or InlineBinary.'
        : 'Leave members out that PS3.18 Annex F does not have.',
    }),
    japanese: ({ tag, member, instead }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} に DICOM JSON にない ${quoted(member)} があります。`,
      expected: 'vr と値の入れ物 1 つだけ',
      observed: quoted(member),
      remedy: instead
        ? '値の入れ物の名前を Value、BulkDataURI、InlineBinary のどれかにしてください。'
        : 'PS3.18 Annex F にないメンバーを除いてください。',
    }),
  },
  'json-inline-not-allowed': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} has ${attributeName(tag)} of vr ${vr} as InlineBinary instead of Value.`,
      expected: 'InlineBinary only for OB OD OF OL OV OW and UN',
      observed: `InlineBinary for ${vr}`,
      remedy: 'Write values of text and number VRs as Value.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} の応答で、vr ${vr} の ${attributeName(tag)} が Value ではなく InlineBinary です。`,
      expected: 'InlineBinary は OB OD OF OL OV OW UN だけ',
      observed: `${vr} の InlineBinary`,
      remedy: 'テキストと数値の VR の値を Value で書いてください。',
    }),
  },
  'json-inline-no-base64': {
    english: written.english(
      'which is no base64 text of whole values',
      'one base64 string of whole values',
      'Encode the whole value field in base64 (RFC 4648 §4), as one string.',
    ),
    japanese: written.japanese(
      '値全体の base64 テキストではありません',
      '値全体の base64 文字列 1 つ',
      '値フィールド全体を base64（RFC 4648 §4）の文字列 1 つで書いてください。',
    ),
  },
  'json-inline-other-alphabet': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} has ${attributeName(tag)} in base64 of another alphabet or without padding.`,
      expected: 'base64 in the standard alphabet (RFC 4648 §4)',
      observed: 'another alphabet, or no padding',
      remedy: 'Use + and / in base64, and pad with equals signs.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の base64 の文字の種類か詰め物が標準と違います。`,
      expected: '標準の文字による base64（RFC 4648 §4）',
      observed: '別の文字、または詰め物なし',
      remedy: 'base64 に + と / を使い、等号で詰めてください。',
    }),
  },
  'json-binary-as-values': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} has ${attributeName(tag)} of vr ${vr} as Value instead of BulkDataURI or InlineBinary.`,
      expected: `no Value for ${vr}`,
      observed: 'Value',
      remedy: 'Write bytes as BulkDataURI or as InlineBinary in base64.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} の応答で、vr ${vr} の ${attributeName(tag)} が BulkDataURI や InlineBinary ではなく Value です。`,
      expected: `${vr} に Value なし`,
      observed: 'Value',
      remedy: 'バイト列を BulkDataURI か base64 の InlineBinary で書いてください。',
    }),
  },
  'json-bulk-data-not-allowed': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} has a BulkDataURI in the place of ${attributeName(tag)}, whose vr ${vr} does not allow it.`,
      expected: `no BulkDataURI for ${vr}`,
      observed: 'BulkDataURI',
      remedy: 'Write short values as Value; BulkDataURI is for the VRs that PS3.18 §10.4.3.3.2 names.',
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} の応答で、認められない vr ${vr} の ${attributeName(tag)} が BulkDataURI に置き換えられています。`,
      expected: `${vr} に BulkDataURI なし`,
      observed: 'BulkDataURI',
      remedy: '短い値を Value で書いてください。BulkDataURI は PS3.18 §10.4.3.3.2 の VR のためのものです。',
    }),
  },
  'json-bulk-data-uri-no-string': {
    english: written.english(
      'a BulkDataURI that is no URI',
      'a URI as BulkDataURI',
      'Write BulkDataURI as one string.',
    ),
    japanese: written.japanese(
      'URI の BulkDataURI ではありません',
      'URI の BulkDataURI',
      'BulkDataURI を文字列 1 つで書いてください。',
    ),
  },
  'json-bulk-data-uri-relative': {
    english: ({ tag, uri }, seen) => ({
      headline: `${seen.request} has a relative BulkDataURI for ${attributeName(tag)}: ${quoted(uri)}.`,
      expected: 'an absolute http or https URI',
      observed: quoted(uri),
      remedy: 'Build BulkDataURI from the public base URL of the service.',
    }),
    japanese: ({ tag, uri }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の BulkDataURI が相対参照です: ${quoted(uri)}。`,
      expected: 'http または https の絶対 URI',
      observed: quoted(uri),
      remedy: 'サービスの公開された基準 URL から BulkDataURI を作ってください。',
    }),
  },
  'json-bulk-data-uri-unusable': {
    english: ({ tag, uri }, seen) => ({
      headline: `${seen.request} has a BulkDataURI for ${attributeName(tag)} that no client can follow: ${quoted(uri)}.`,
      expected: 'an absolute http or https URI',
      observed: quoted(uri),
      remedy: 'Build BulkDataURI as an http or https URL of the service.',
    }),
    japanese: ({ tag, uri }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の BulkDataURI はたどれません: ${quoted(uri)}。`,
      expected: 'http または https の絶対 URI',
      observed: quoted(uri),
      remedy: 'BulkDataURI をサービスの http または https の URL で作ってください。',
    }),
  },
  'json-private-without-creator': {
    english: ({ tag, creator }, seen) => ({
      headline: `${seen.request} has the private attribute ${attributeName(tag)} without its creator ${attributeName(creator)}.`,
      expected: `the creator ${attributeName(creator)} in the same data set`,
      observed: `${attributeName(tag)} without it`,
      remedy: 'Send the private creator with each private attribute, or leave both out.',
    }),
    japanese: ({ tag, creator }, seen) => ({
      headline: `${seen.request} の応答に、作成者 ${attributeName(creator)} のないプライベート属性 ${attributeName(tag)} があります。`,
      expected: `同じデータセットに作成者 ${attributeName(creator)}`,
      observed: `それのない ${attributeName(tag)}`,
      remedy: 'プライベート属性とともに作成者を送るか、両方を除いてください。',
    }),
  },
};
