import type { SEARCH_ATTRIBUTES } from '../../../../lib/breaches/kinds/search/attributes.ts';
import { attributeName, quoted } from '../../quote.ts';
import { levelName, one } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

const valueOr = {
  english: (text: string): string => (text ? text : 'no value'),
  japanese: (text: string): string => (text ? text : '値なし'),
};

const listed = {
  english(values: readonly string[]): string {
    return (values ?? []).length === 0 ? 'without a value' : values.join(', ');
  },
  japanese(values: readonly string[]): string {
    return (values ?? []).length === 0 ? '値なし' : values.join('、');
  },
};

export const SEARCH_ATTRIBUTES_WORDS: WordsFor<typeof SEARCH_ATTRIBUTES> = {
  'search-attribute-missing': {
    english: ({ tag, level }, { request }) => ({
      headline: `${request} returns ${isOfLevel(request, level) ? one(level) : 'results'} without ${attributeName(tag)}.`,
      expected: attributeName(tag),
      observed: 'the attribute is left out',
      remedy: `Return ${attributeName(tag)} with each ${isOfLevel(request, level) ? level : 'result'} without being asked.`,
    }),
    japanese: ({ tag, level }, { request }) => ({
      headline: `${request} が返す${isOfLevel(request, level) ? levelName(level) : '結果'}に ${attributeName(tag)} がありません。`,
      expected: attributeName(tag),
      observed: '属性がない',
      remedy: `要求がなくても、各${isOfLevel(request, level) ? levelName(level) : '結果'}とともに ${attributeName(tag)} を返してください。`,
    }),
  },
  'search-empty-attribute-missing': {
    english: ({ tag, level }, { request }) => ({
      headline: `${request} leaves out ${attributeName(tag)}, of which no value is stored, instead of returning it empty with the ${level}.`,
      expected: `${attributeName(tag)} with its vr alone`,
      observed: 'the attribute is left out',
      remedy: 'Return attributes that have no value with their vr alone.',
    }),
    japanese: ({ tag, level }, { request }) => ({
      headline: `${request} は、値が保存されていない ${attributeName(tag)} を空で返さず、${levelName(level)}から省きます。`,
      expected: `vr のみの ${attributeName(tag)}`,
      observed: '属性がない',
      remedy: '値のない属性は vr のみで返してください。',
    }),
  },
  'search-lacks-parent-attributes': {
    english: ({ tag, level, parent }, { request }) => ({
      headline: `${request} returns ${one(level)} without the attributes of its ${parent}, such as ${attributeName(tag)}.`,
      expected: `the attributes of the ${parent}`,
      observed: `no ${attributeName(tag)}`,
      remedy: `Join the attributes of the ${parent} into the results of this search.`,
    }),
    japanese: ({ tag, level, parent }, { request }) => ({
      headline: `${request} が返す${levelName(level)}に、${attributeName(tag)} などの${levelName(parent)}の属性がありません。`,
      expected: `${levelName(parent)}の属性`,
      observed: `${attributeName(tag)} がない`,
      remedy: `この検索の結果に${levelName(parent)}の属性を結合してください。`,
    }),
  },
  'search-attribute-without-value': {
    english: ({ tag, level, expected }, { request }) => ({
      headline: `${request} returns ${one(level)} with an empty ${attributeName(tag)}, although the value is ${valueOr.english(expected)}.`,
      expected: `${attributeName(tag)} ${valueOr.english(expected)}`,
      observed: 'no value',
      remedy: `Keep ${attributeName(tag)} when an instance is stored, and return its value.`,
    }),
    japanese: ({ tag, level, expected }, { request }) => ({
      headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が空です。値は ${valueOr.japanese(expected)} です。`,
      expected: `${attributeName(tag)} ${valueOr.japanese(expected)}`,
      observed: '値なし',
      remedy: `インスタンスの保存時に ${attributeName(tag)} を保持し、その値を返してください。`,
    }),
  },
  'search-value-differs': {
    english: ({ tag, level, expected, actual }, { request }) => ({
      headline: `${request} returns ${one(level)} with ${attributeName(tag)} ${valueOr.english(actual)} instead of ${valueOr.english(expected)}.`,
      expected: `${attributeName(tag)} ${valueOr.english(expected)}`,
      observed: valueOr.english(actual),
      remedy: `Return the stored value of ${attributeName(tag)} of this ${level} itself.`,
    }),
    japanese: ({ tag, level, expected, actual }, { request }) => ({
      headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が ${valueOr.japanese(expected)} ではなく ${valueOr.japanese(actual)} です。`,
      expected: `${attributeName(tag)} ${valueOr.japanese(expected)}`,
      observed: valueOr.japanese(actual),
      remedy: `その${levelName(level)}自体に保存されている ${attributeName(tag)} の値を返してください。`,
    }),
  },
  'search-sequence-items-differ': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} with ${actual} instead of ${expected} items.`,
      expected: `${expected} items`,
      observed: `${actual} items`,
      remedy: `Return all stored items of ${attributeName(tag)}.`,
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} の項目が ${expected} 個ではなく ${actual} 個です。`,
      expected: `${expected} 個`,
      observed: `${actual} 個`,
      remedy: `${attributeName(tag)} の保存された項目をすべて返してください。`,
    }),
  },
  'search-count-too-small': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} ${actual}, although ${expected} are stored.`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: actual,
      remedy: 'Compute the counts from what is stored, or update them with every store.',
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} は ${actual} ですが、${expected} 件保存されています。`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: actual,
      remedy: '保存されているものから数えるか、保存のたびに件数を更新してください。',
    }),
  },
  'search-count-differs': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} ${valueOr.english(actual)} instead of ${expected}.`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: valueOr.english(actual),
      remedy: 'Compute the counts from what is stored, or update them with every store and delete.',
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} は ${expected} ではなく ${valueOr.japanese(actual)} です。`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: valueOr.japanese(actual),
      remedy: '保存されているものから数えるか、保存と削除のたびに件数を更新してください。',
    }),
  },
  'search-modalities-differ': {
    english: ({ expected, actual }, { request }) => ({
      headline: `${request} returns ModalitiesInStudy ${listed.english(actual)} instead of ${listed.english(expected)}.`,
      expected: `ModalitiesInStudy ${listed.english(expected)}`,
      observed: listed.english(actual),
      remedy: 'Collect the Modality of each series of the study, each once.',
    }),
    japanese: ({ expected, actual }, { request }) => ({
      headline: `${request} が返す ModalitiesInStudy は ${listed.japanese(expected)} ではなく ${listed.japanese(actual)} です。`,
      expected: `ModalitiesInStudy ${listed.japanese(expected)}`,
      observed: listed.japanese(actual),
      remedy: '検査の各シリーズの Modality を重複なく集めてください。',
    }),
  },
  'search-availability-undefined': {
    english: ({ actual }, { request }) => ({
      headline: `${request} returns InstanceAvailability ${quoted(actual)}, which is no defined term.`,
      expected: 'ONLINE, NEARLINE, OFFLINE or UNAVAILABLE',
      observed: quoted(actual),
      remedy: 'Use the defined terms, or leave the attribute out.',
    }),
    japanese: ({ actual }, { request }) => ({
      headline: `${request} が返す InstanceAvailability ${quoted(actual)} は定義語ではありません。`,
      expected: 'ONLINE、NEARLINE、OFFLINE、UNAVAILABLE のいずれか',
      observed: quoted(actual),
      remedy: '定義語を使うか、属性を省いてください。',
    }),
  },
  'search-timezone-malformed': {
    english: ({ actual }, { request }) => ({
      headline: `${request} returns TimezoneOffsetFromUTC ${quoted(actual)} instead of a sign and four digits.`,
      expected: 'a sign and four digits',
      observed: quoted(actual),
      remedy: 'Return the stored offset as it is, such as +0900.',
    }),
    japanese: ({ actual }, { request }) => ({
      headline: `${request} が返す TimezoneOffsetFromUTC が符号と 4 桁の数字ではなく ${quoted(actual)} です。`,
      expected: '符号と 4 桁の数字',
      observed: quoted(actual),
      remedy: '+0900 のように、保存されたオフセットをそのまま返してください。',
    }),
  },
};

/** Whether the results of a search are of a level: those of a level below have its attributes as well. */
function isOfLevel(request: string, level: string): boolean {
  const [, segment = ''] = /\/(studies|series|instances)$/.exec(request) ?? [];
  return { studies: 'study', series: 'series', instances: 'instance' }[segment] === level;
}
