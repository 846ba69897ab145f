import type { SEARCH_INCLUDE } from '../../../../lib/breaches/kinds/search/include.ts';
import type { InEach } from '../../language.ts';
import { alternatives, attributeName, either } from '../../quote.ts';
import { levelName, one } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

const FORMS: InEach<Readonly<Record<string, string | undefined>>> = {
  english: {
    'by-keyword': 'by keyword',
    'by-tag': 'by tag',
    'in-one-list': 'in one list with commas',
    'in-two-parameters': 'in repeated parameters',
    all: 'as "all"',
  },
  japanese: {
    'by-keyword': 'キーワード',
    'by-tag': 'タグ',
    'in-one-list': 'コンマ区切りの一つのリスト',
    'in-two-parameters': '繰り返したパラメーター',
    all: '"all"',
  },
};

export const SEARCH_INCLUDE_WORDS: WordsFor<typeof SEARCH_INCLUDE> = {
  'includefield-refused': {
    english: ({ form, status, expected }, { request, status: line }) => ({
      headline: `${request} with includefield, given ${FORMS.english[form] ?? form}, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      remedy: 'Accept includefield in all its forms: keyword or tag, a comma list, repeated parameters, all.',
    }),
    japanese: ({ form, status, expected }, { request, status: line }) => ({
      headline: `includefield を${FORMS.japanese[form] ?? form}で指定した ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy: 'includefield のすべての形 (キーワード、タグ、コンマ区切り、繰り返し、all) を受け付けてください。',
    }),
  },
  'includefield-ignored': {
    english: ({ tag, level }, { request }) => ({
      headline: `The search ignores includefield: ${request} adds nothing to ${one(level)}, not even ${attributeName(tag)}, which is stored.`,
      expected: `more than without includefield, such as ${attributeName(tag)}`,
      observed: 'the same attributes as without includefield',
      remedy: 'Read includefield, and add the attributes that it names to each result.',
    }),
    japanese: ({ tag, level }, { request }) => ({
      headline: `検索が includefield を無視しています。${request} は${levelName(level)}に何も追加せず、保存されている ${attributeName(tag)} も返しません。`,
      expected: `${attributeName(tag)} など、includefield なしより多くの属性`,
      observed: 'includefield なしと同じ属性',
      remedy: 'includefield を読み、指定された属性を各結果に追加してください。',
    }),
  },
  'includefield-form-ignored': {
    english: ({ tag, form }, { request }) => ({
      headline: `Of includefield ${FORMS.english[form] ?? form}, ${request} does not return ${attributeName(tag)}, which it returns for another form.`,
      expected: attributeName(tag),
      observed: 'the attribute is left out',
      remedy: `Read includefield given ${FORMS.english[form] ?? form} as well, and merge all forms.`,
    }),
    japanese: ({ tag, form }, { request }) => ({
      headline: `${FORMS.japanese[form] ?? form}で指定した includefield のうち、${request} は別の形では返す ${attributeName(tag)} を返しません。`,
      expected: attributeName(tag),
      observed: '属性がない',
      remedy: `${FORMS.japanese[form] ?? form}で指定した includefield も読み、すべての形をまとめてください。`,
    }),
  },
  'includefield-leaves-out': {
    english: ({ tag, level, form = 'all' }, { request }) => ({
      headline: `${request} with includefield${form === 'all' ? '=all' : ''} leaves out ${attributeName(tag)}, which it returns with ${one(level)} otherwise.`,
      expected: `${attributeName(tag)}, as without includefield`,
      observed: 'the attribute is left out',
      remedy: 'Add to the attributes that are returned by default, and take none of them away.',
    }),
    japanese: ({ tag, level, form = 'all' }, { request }) => ({
      headline: `includefield${form === 'all' ? '=all' : ''} の ${request} は、通常は${levelName(level)}とともに返す ${attributeName(tag)} を省きます。`,
      expected: `includefield なしと同じく ${attributeName(tag)}`,
      observed: '属性がない',
      remedy: '既定で返す属性に追加し、そこから何も取り除かないでください。',
    }),
  },
  'includefield-value-differs': {
    english: ({ tag, level, expected, actual }, { request }) => ({
      headline: `${request} with includefield returns ${one(level)} with ${attributeName(tag)} ${actual || 'empty'} instead of ${expected || 'no value'}.`,
      expected: `${attributeName(tag)} ${expected || 'without value'}`,
      observed: actual || 'no value',
      remedy: 'Return attributes of includefield with their stored values, whole and unchanged.',
    }),
    japanese: ({ tag, level, expected, actual }, { request }) => ({
      headline: `includefield を指定した ${request} が返す${levelName(level)}の ${attributeName(tag)} が ${expected || '値なし'} ではなく ${actual || '空'} です。`,
      expected: `${attributeName(tag)} ${expected || '値なし'}`,
      observed: actual || '値なし',
      remedy: 'includefield の属性は、保存された値を変えずにすべて返してください。',
    }),
  },
  'includefield-of-lower-level': {
    english: ({ tag, level, lower }, { request }) => ({
      headline: `${request} returns ${one(level)} with ${attributeName(tag)}, which each ${lower} has for itself.`,
      expected: `no ${attributeName(tag)}`,
      observed: 'the attribute has a value',
      remedy: 'Leave out names in includefield that belong to a level below the one that is searched.',
    }),
    japanese: ({ tag, level, lower }, { request }) => ({
      headline: `${request} が返す${levelName(level)}に、${levelName(lower)}ごとに異なる ${attributeName(tag)} があります。`,
      expected: `${attributeName(tag)} なし`,
      observed: '値がある',
      remedy: '検索するレベルより下の属性が includefield にあっても返さないでください。',
    }),
  },
  'includefield-fails-on-lower-level': {
    english: ({ tag, status, expected }, { request, status: line }) => ({
      headline: `${request} with includefield=${attributeName(tag)}, an attribute of a lower level, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)} without the attribute`,
      observed: `status ${line ?? status}`,
      remedy: 'Leave out names in includefield that belong to a level below the one that is searched.',
    }),
    japanese: ({ tag, status, expected }, { request, status: line }) => ({
      headline: `下位レベルの属性を指定した includefield=${attributeName(tag)} の ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `その属性のない、ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy: '検索するレベルより下の属性が includefield にあっても返さないでください。',
    }),
  },
  'includefield-from-above-ignored': {
    english: ({ tag, level, above }, { request }) => ({
      headline: `${request} with includefield=${attributeName(tag)} returns ${one(level)} without it, although its ${above} has it.`,
      expected: `${attributeName(tag)} of the ${above}`,
      observed: 'the attribute is left out',
      remedy: `Resolve names in includefield that belong to the ${above} from the ${above} of each result.`,
    }),
    japanese: ({ tag, level, above }, { request }) => ({
      headline: `includefield=${attributeName(tag)} の ${request} が返す${levelName(level)}に、その${levelName(above)}にある属性がありません。`,
      expected: `${levelName(above)}の ${attributeName(tag)}`,
      observed: '属性がない',
      remedy: `includefield にある${levelName(above)}の属性は、各結果の${levelName(above)}から取得してください。`,
    }),
  },
};
