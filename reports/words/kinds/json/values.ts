import type { JSON_VALUES } from '../../../../lib/breaches/kinds/json/values.ts';
import { alterationTold } from '../../alteration-told.ts';
import { bytesTold, type HowTold } from '../../bytes-told.ts';
import { attributeName, listed } from '../../quote.ts';
import type { SeenIn, Wording, WordsFor } from '../../telling.ts';

type Differs = { readonly tag: string; readonly expected: string; readonly actual: string };

type InlineBytes = { readonly how: string; readonly same: number; readonly stored: number; readonly returned: number };

/** A value beside the stored one. */
const beside = {
  english(what: string, remedy: string) {
    return ({ tag, expected, actual }: Differs, seen: SeenIn): Wording => {
      const altered = alterationTold('english', tag, { expected, actual });
      return {
        headline: `${seen.request} has ${attributeName(tag)} ${altered?.how ?? what}: ${actual} instead of ${expected}.`,
        expected: `${attributeName(tag)} ${expected}`,
        observed: String(actual),
        remedy: altered?.remedy ?? remedy,
      };
    };
  },
  japanese(what: string, remedy: string) {
    return ({ tag, expected, actual }: Differs, seen: SeenIn): Wording => {
      const altered = alterationTold('japanese', tag, { expected, actual });
      return {
        headline: `${seen.request} の応答の ${attributeName(tag)} ${altered ? `の値が${altered.how}` : what}（${expected} ではなく ${actual}）。`,
        expected: `${attributeName(tag)} ${expected}`,
        observed: String(actual),
        remedy: altered?.remedy ?? remedy,
      };
    };
  },
};

const OTHER_GROUPS = {
  english: beside.english(
    'with other component groups than are stored',
    'Split names at the equals sign: first Alphabetic, second Ideographic, third Phonetic.',
  ),
  japanese: beside.japanese(
    'の成分グループが保存されたものと違います',
    '名前を等号で分け、1 番目を Alphabetic、2 番目を Ideographic、3 番目を Phonetic としてください。',
  ),
};

/** Whether it counts items of a sequence. */
function isOfItems({ expected }: Differs): boolean {
  return /^\d+ items?$/.test(String(expected));
}

/** How inline bytes differ; null where no pattern shows. */
function inlineBytes(language: 'english' | 'japanese', { how, same, stored, returned }: InlineBytes): HowTold | null {
  const told = bytesTold(language, { how, same, stored, returned });
  return told.how === '' ? null : told;
}

const GROUPS = ['Alphabetic', 'Ideographic', 'Phonetic'];

/** The component groups that are stored and of which the answer has nothing, where what it has is in its place. */
function lostGroups({ expected, actual }: Differs): string[] {
  const has = (text: string, group: string, index: number): boolean =>
    text.startsWith('{') ? text.includes(`"${group}"`) : (text.replace(/^"|"$/g, '').split('=')[index] ?? '') !== '';
  return GROUPS.filter((group, index) => has(String(expected), group, index) && !has(String(actual), group, index));
}

export const JSON_VALUES_WORDS: WordsFor<typeof JSON_VALUES> = {
  'value-differs': {
    english: beside.english(
      'with another value than is stored',
      'Return values as they were stored, or keep the original in Original Attributes Sequence.',
    ),
    japanese: beside.japanese(
      'の値が保存されたものと違います',
      '値を保存されたまま返すか、元の値を Original Attributes Sequence に残してください。',
    ),
  },
  'value-lost': {
    english: beside.english('without the value that is stored', 'Return each stored value.'),
    japanese: beside.japanese('に、保存された値がありません', '保存された値をすべて返してください。'),
  },
  'value-invented': {
    english: beside.english('with a value where none is stored', 'Return attributes without a value as {"vr": "…"}.'),
    japanese: beside.japanese('に、保存されていない値があります', '値のない属性を {"vr": "…"} と返してください。'),
  },
  'value-count-differs': {
    english: (differs, seen) =>
      isOfItems(differs)
        ? beside.english(
            'with another number of items than are stored',
            'Write every item of a sequence, and no other.',
          )(differs, seen)
        : beside.english(
            'with another number of values than is stored',
            'Return all values, one element of Value for each.',
          )(differs, seen),
    japanese: (differs, seen) =>
      isOfItems(differs)
        ? beside.japanese(
            'の項目の数が保存されたものと違います',
            'シーケンスのすべての項目を過不足なく書いてください。',
          )(differs, seen)
        : beside.japanese(
            'の値の数が保存されたものと違います',
            'すべての値を、Value の要素 1 つずつで返してください。',
          )(differs, seen),
  },
  'sequence-items-reordered': {
    english: beside.english(
      'with its items in another order than they are stored in',
      'Keep the order of items: the first of several has a meaning, and clients often read it alone.',
    ),
    japanese: beside.japanese(
      'の項目の順序が保存されたものと違います',
      '項目の順序を保ってください。最初の項目には意味があり、それだけを読むクライアントもあります。',
    ),
  },
  'value-characters-differ': {
    english: beside.english(
      'with other characters than are stored',
      'Decode stored text by its SpecificCharacterSet, code extensions included, and write it as UTF-8.',
    ),
    japanese: beside.japanese(
      'の文字が保存されたものと違います',
      '保存されたテキストを符号拡張も含めて SpecificCharacterSet で復号し、UTF-8 で書いてください。',
    ),
  },
  'values-joined': {
    english: beside.english(
      'as one string instead of several values',
      'Split values at the backslash, and write each as an element of Value.',
    ),
    japanese: beside.japanese(
      'が、複数の値ではなく 1 つの文字列です',
      '値を逆斜線で分け、それぞれを Value の要素で書いてください。',
    ),
  },
  'values-without-gaps': {
    english: beside.english(
      'without null for an empty value among several',
      'Write null in the place of an empty value among several.',
    ),
    japanese: beside.japanese(
      'に、複数の値の中の空の値を表す null がありません',
      '複数の値の中の空の値を null で書いてください。',
    ),
  },
  'number-rounded': {
    english: beside.english('rounded', 'Write decimal strings as they are stored, without a conversion to float.'),
    japanese: beside.japanese(
      'が丸められています',
      '10 進数の文字列を、浮動小数点に変換せず保存されたまま書いてください。',
    ),
  },
  'inline-bytes-differ': {
    english: (differs, seen) => {
      const told = inlineBytes('english', differs);
      const remedy = 'Encode the stored value field in base64, in little-endian byte order.';
      if (told === null) return beside.english('with other bytes than are stored', remedy)(differs, seen);
      return {
        headline: `${seen.request} has the bytes of ${attributeName(differs.tag)} ${told.how}.`,
        expected: `${attributeName(differs.tag)} ${differs.expected}`,
        observed: told.observed,
        remedy: told.remedy ?? remedy,
      };
    },
    japanese: (differs, seen) => {
      const told = inlineBytes('japanese', differs);
      const remedy = '保存された値フィールドを、リトルエンディアンの順で base64 にしてください。';
      if (told === null) return beside.japanese('のバイト列が保存されたものと違います', remedy)(differs, seen);
      return {
        headline: `${seen.request} の応答の ${attributeName(differs.tag)} のバイト列が保存されたものと違います: ${told.how}。`,
        expected: `${attributeName(differs.tag)} ${differs.expected}`,
        observed: told.observed,
        remedy: told.remedy ?? remedy,
      };
    },
  },
  'name-groups-differ': {
    english: (differs, seen) => {
      const lost = lostGroups(differs);
      return lost.length === 0
        ? OTHER_GROUPS.english(differs, seen)
        : beside.english(
            `without the ${listed(lost)} ${lost.length === 1 ? 'group' : 'groups'} that ${lost.length === 1 ? 'is' : 'are'} stored`,
            'Write all component groups of a name: Alphabetic, Ideographic and Phonetic.',
          )(differs, seen);
    },
    japanese: (differs, seen) => {
      const lost = lostGroups(differs);
      return lost.length === 0
        ? OTHER_GROUPS.japanese(differs, seen)
        : beside.japanese(
            `に、保存された成分グループ ${lost.join('、')} がありません`,
            '名前の成分グループ Alphabetic、Ideographic、Phonetic をすべて書いてください。',
          )(differs, seen);
    },
  },
  'empty-attribute-left-out': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} leaves ${attributeName(tag)} out, which is stored without a value.`,
      expected: `${attributeName(tag)} with its vr alone`,
      observed: 'the attribute is left out',
      remedy: 'Return attributes without a value as {"vr": "…"}.',
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答に、値なしで保存された ${attributeName(tag)} がありません。`,
      expected: `vr だけの ${attributeName(tag)}`,
      observed: '属性がない',
      remedy: '値のない属性を {"vr": "…"} と返してください。',
    }),
  },
};
