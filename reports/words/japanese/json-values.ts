import type { JSON_VALUES } from '../../../lib/breaches/kinds/json-values.ts';
import { attributeName } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

const OTHER_VALUE = '利用者は保存されたものとは違う値を見て、正しいと考えます。';

/** 保存された値と並べた値。 */
function beside(what: string, effect: string, remedy: string) {
  return ({ tag, expected, actual }: Differs, seen: SeenIn): Telling => ({
    headline: `${seen.request} の応答の ${attributeName(tag)} ${what}（${expected} ではなく ${actual}）。`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: String(actual),
    effect,
    remedy,
  });
}

export const JSON_VALUES_JAPANESE: WordsFor<typeof JSON_VALUES> = {
  'value-differs': beside(
    'の値が保存されたものと違います',
    OTHER_VALUE,
    '値を保存されたまま返すか、元の値を Original Attributes Sequence に残してください。',
  ),
  'value-lost': beside(
    'に、保存された値がありません',
    '利用者には保存された値が見えず、不明だと考えます。',
    '保存された値をすべて返してください。',
  ),
  'value-invented': beside(
    'に、保存されていない値があります',
    OTHER_VALUE,
    '値のない属性を {"vr": "…"} と返してください。',
  ),
  'value-count-differs': beside(
    'の値の数が保存されたものと違います',
    OTHER_VALUE,
    'すべての値を、Value の要素 1 つずつで返してください。',
  ),
  'value-characters-differ': beside(
    'の文字が保存されたものと違います',
    '氏名が文字化けし、患者が分からないか、氏名で検索されません。',
    '保存されたテキストを符号拡張も含めて SpecificCharacterSet で復号し、UTF-8 で書いてください。',
  ),
  'values-joined': beside(
    'が、複数の値ではなく 1 つの文字列です',
    'クライアントは 1 つの値とみなし、誤って表示または比較します。',
    '値を逆斜線で分け、それぞれを Value の要素で書いてください。',
  ),
  'values-without-gaps': beside(
    'に、複数の値の中の空の値を表す null がありません',
    '空の値より後の値が別の位置に移り、意味が変わります。',
    '複数の値の中の空の値を null で書いてください。',
  ),
  'number-rounded': beside(
    'が丸められています',
    'この数値による計測が、装置での計測と違ってきます。',
    '10 進数の文字列を、浮動小数点に変換せず保存されたまま書いてください。',
  ),
  'inline-bytes-differ': beside(
    'のバイト列が保存されたものと違います',
    '復号したクライアントは、保存されたものとは違う内容を得ます。',
    '保存された値フィールドを、リトルエンディアンの順で base64 にしてください。',
  ),
  'name-groups-differ': beside(
    'の成分グループが保存されたものと違います',
    '別の表記の場所に氏名が表示され、患者が分からなくなります。',
    '名前を等号で分け、1 番目を Alphabetic、2 番目を Ideographic、3 番目を Phonetic としてください。',
  ),
  'empty-attribute-left-out': ({ tag }, seen) => ({
    headline: `${seen.request} の応答に、値なしで保存された ${attributeName(tag)} がありません。`,
    expected: `vr だけの ${attributeName(tag)}`,
    observed: '属性がない',
    effect: 'クライアントは、空だと分かっている属性と存在しない属性を区別できません。',
    remedy: '値のない属性を {"vr": "…"} と返してください。',
  }),
};
