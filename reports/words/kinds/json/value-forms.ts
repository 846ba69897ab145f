import type { JSON_VALUE_FORMS } from '../../../../lib/breaches/kinds/json/value-forms.ts';
import { attributeName, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';
import { written } from '../../written-value.ts';

export const JSON_VALUE_FORMS_WORDS: WordsFor<typeof JSON_VALUE_FORMS> = {
  'json-text-no-string': {
    english: written.english('and not as a JSON string', 'a JSON string', 'Write values of text VRs as JSON strings.'),
    japanese: written.japanese(
      'JSON の文字列ではありません',
      'JSON の文字列',
      'テキストの VR の値を JSON の文字列で書いてください。',
    ),
  },
  'json-number-no-number': {
    english: written.english(
      'and not as a JSON number',
      'a JSON number',
      'Write FD, FL, SL, SS, UL and US as JSON numbers.',
    ),
    japanese: written.japanese(
      'JSON の数値ではありません',
      'JSON の数値',
      'FD、FL、SL、SS、UL、US を JSON の数値で書いてください。',
    ),
  },
  'json-decimal-no-number': {
    english: written.english(
      'which is neither a number nor a string',
      'a JSON number or string',
      'Write DS, IS, SV and UV as JSON numbers, or as strings.',
    ),
    japanese: written.japanese(
      '数値でも文字列でもありません',
      'JSON の数値または文字列',
      'DS、IS、SV、UV を JSON の数値または文字列で書いてください。',
    ),
  },
  'json-attribute-tag-malformed': {
    english: written.english(
      'and not as a tag of eight digits',
      'a tag as eight upper-case hexadecimal digits',
      'Write AT values as strings of eight hexadecimal digits: group and element in upper case, without parentheses and comma.',
    ),
    japanese: written.japanese(
      '8 桁のタグではありません',
      '大文字の 16 進数 8 桁のタグ',
      'AT の値を、括弧とコンマのない大文字のグループと要素、16 進数 8 桁の文字列で書いてください。',
    ),
  },
  'json-name-no-object': {
    english: written.english(
      'and not as an object of component groups',
      'an object of Alphabetic, Ideographic and Phonetic',
      'Write names as {"Alphabetic": "Doe^John"}.',
    ),
    japanese: written.japanese(
      '成分グループのオブジェクトではありません',
      'Alphabetic、Ideographic、Phonetic のオブジェクト',
      '名前を {"Alphabetic": "Doe^John"} のように書いてください。',
    ),
  },
  'json-name-group-no-string': {
    english: written.english(
      'a component group that is no string',
      'a JSON string as component group',
      'Write component groups as strings.',
    ),
    japanese: written.japanese(
      '文字列の成分グループではありません',
      'JSON の文字列の成分グループ',
      '成分グループを文字列で書いてください。',
    ),
  },
  'json-name-group-empty': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} writes an empty component group into ${attributeName(tag)} instead of leaving it out.`,
      expected: 'no member for an empty component group',
      observed: '""',
      remedy: 'Leave component groups without a value out.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の空の成分グループが省かれずに書かれています。`,
      expected: '空の成分グループを書かない',
      observed: '""',
      remedy: '値のない成分グループを省いてください。',
    }),
  },
  'json-name-group-joined': {
    english: written.english(
      'with an equals sign in a component group',
      'component groups in members of their own',
      'Split names at the equals sign into Alphabetic, Ideographic and Phonetic.',
    ),
    japanese: written.japanese(
      '等号で成分グループをつないでいます',
      '別々のメンバーにした成分グループ',
      '名前を等号で Alphabetic、Ideographic、Phonetic に分けてください。',
    ),
  },
  'json-item-no-object': {
    english: written.english(
      'a sequence whose item is no data set',
      'a data set object as item of a sequence',
      'Write each item of a sequence as an object of attributes.',
    ),
    japanese: written.japanese(
      'データセットではありません',
      'シーケンスの項目となるデータセットのオブジェクト',
      'シーケンスの項目を属性のオブジェクトで書いてください。',
    ),
  },
  'json-empty-written': {
    english: ({ tag, form }, seen) => ({
      headline: `${seen.request} writes ${form} for ${attributeName(tag)}, which has no value, instead of its vr alone.`,
      expected: 'vr alone, without Value and InlineBinary',
      observed: String(form),
      remedy: 'Write attributes without a value as {"vr": "…"}.',
    }),
    japanese: ({ tag, form }, seen) => ({
      headline: `${seen.request} の応答で、値のない ${attributeName(tag)} に vr だけではなく ${form} が書かれています。`,
      expected: 'Value も InlineBinary もなく vr だけ',
      observed: String(form),
      remedy: '値のない属性を {"vr": "…"} と書いてください。',
    }),
  },
  'json-gap-not-null': {
    english: written.english(
      'for an empty value among several instead of null',
      'null for an empty value among several',
      'Write null in the place of an empty value among several.',
    ),
    japanese: written.japanese(
      '、複数の値の中の空の値を表す null ではありません',
      '空の値を表す null',
      '複数の値の中の空の値を null で書いてください。',
    ),
  },
  'json-several-of-one': {
    english: ({ tag, vr }, seen) => ({
      headline: `${seen.request} has several values of ${attributeName(tag)}, although ${vr} has one.`,
      expected: `one value for ${vr}`,
      observed: 'several',
      remedy: `Do not split ${vr} at the backslash: there it is text.`,
    }),
    japanese: ({ tag, vr }, seen) => ({
      headline: `${seen.request} の応答で、値が 1 つの ${vr} である ${attributeName(tag)} に複数の値があります。`,
      expected: `${vr} の値は 1 つ`,
      observed: '複数',
      remedy: `${vr} の逆斜線は文字です。そこで分割しないでください。`,
    }),
  },
  'json-value-malformed': {
    english: ({ tag, vr, value }, seen) => ({
      headline: `${seen.request} writes ${attributeName(tag)} as ${value}, which is no value of vr ${vr}.`,
      expected: `a value in the format of ${vr}`,
      observed: String(value),
      remedy: `Write values in the format of their VR (PS3.5 Table 6.2-1), as they are stored.`,
    }),
    japanese: ({ tag, vr, value }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} の ${value} が vr ${vr} の値ではありません。`,
      expected: `${vr} の形式の値`,
      observed: String(value),
      remedy: '値を保存されたとおり、VR の形式で書いてください（PS3.5 表 6.2-1）。',
    }),
  },
  'json-value-with-nul': {
    english: ({ tag, value }, seen) => ({
      headline: `${seen.request} leaves the padding byte NUL in ${attributeName(tag)}: ${quoted(value)}.`,
      expected: 'a string without NUL',
      observed: quoted(value),
      remedy: 'Take the padding of the value field off before it is written as JSON.',
    }),
    japanese: ({ tag, value }, seen) => ({
      headline: `${seen.request} の応答で、${attributeName(tag)} に詰め物のバイト NUL が残っています: ${quoted(value)}。`,
      expected: 'NUL のない文字列',
      observed: quoted(value),
      remedy: 'JSON に書く前に値フィールドの詰め物を除いてください。',
    }),
  },
};
