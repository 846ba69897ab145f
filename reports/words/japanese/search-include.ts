import type { SEARCH_INCLUDE } from '../../../lib/breaches/kinds/search-include.ts';
import { alternatives, attributeName } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { levelName } from './search-phrases.ts';

const FORMS: Readonly<Record<string, string | undefined>> = {
  'by-keyword': 'キーワード',
  'by-tag': 'タグ',
  'in-one-list': 'コンマ区切りの一つのリスト',
  'in-two-parameters': '繰り返したパラメーター',
  all: '"all"',
};

const COLUMNS = '利用者が選んだ列が空になるか、クライアントがすべてのメタデータを取得しなければなりません。';

export const SEARCH_INCLUDE_JAPANESE: WordsFor<typeof SEARCH_INCLUDE> = {
  'includefield-refused': ({ form, status, expected }, { request, status: line }) => ({
    headline: `includefield を${FORMS[form] ?? form}で指定した ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: '追加の列を求めるクライアントは、一覧をまったく得られません。',
    remedy: 'includefield のすべての形 (キーワード、タグ、コンマ区切り、繰り返し、all) を受け付けてください。',
  }),
  'includefield-ignored': ({ tag, level }, { request }) => ({
    headline: `検索が includefield を無視しています。${request} は${levelName(level)}に何も追加せず、保存されている ${attributeName(tag)} も返しません。`,
    expected: `${attributeName(tag)} など、includefield なしより多くの属性`,
    observed: 'includefield なしと同じ属性',
    effect: COLUMNS,
    remedy: 'includefield を読み、指定された属性を各結果に追加してください。',
  }),
  'includefield-form-ignored': ({ tag, form }, { request }) => ({
    headline: `${FORMS[form] ?? form}で指定した includefield が無視されます。${request} は、別の形では返す ${attributeName(tag)} を返しません。`,
    expected: attributeName(tag),
    observed: '属性がない',
    effect: `includefield を${FORMS[form] ?? form}で書くクライアントでは、列が空になります。`,
    remedy: `${FORMS[form] ?? form}で指定した includefield も読み、すべての形をまとめてください。`,
  }),
  'includefield-leaves-out': ({ tag, level }, { request }) => ({
    headline: `includefield=all の ${request} は、通常は${levelName(level)}とともに返す ${attributeName(tag)} を省きます。`,
    expected: `includefield なしと同じく ${attributeName(tag)}`,
    observed: '属性がない',
    effect: 'より多くを求めたクライアントが、より少なく受け取ります。',
    remedy: '既定で返す属性に追加し、そこから何も取り除かないでください。',
  }),
  'includefield-value-differs': ({ tag, level, expected, actual }, { request }) => ({
    headline: `includefield を指定した ${request} が返す${levelName(level)}の ${attributeName(tag)} が ${expected || '値なし'} ではなく ${actual || '空'} です。`,
    expected: `${attributeName(tag)} ${expected || '値なし'}`,
    observed: actual || '値なし',
    effect: `一覧に誤った ${attributeName(tag)} が表示されます。`,
    remedy: 'includefield の属性は、保存された値を変えずにすべて返してください。',
  }),
  'includefield-of-lower-level': ({ tag, level, lower }, { request }) => ({
    headline: `${request} が返す${levelName(level)}に、${levelName(lower)}ごとに異なる ${attributeName(tag)} があります。`,
    expected: `${attributeName(tag)} なし`,
    observed: '値がある',
    effect: `任意の一つの${levelName(lower)}の値が、${levelName(level)}全体の値として表示されます。`,
    remedy: '検索するレベルより下の属性が includefield にあっても返さないでください。',
  }),
  'includefield-fails-on-lower-level': ({ tag, status, expected }, { request, status: line }) => ({
    headline: `下位レベルの属性を指定した includefield=${attributeName(tag)} の ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: `その属性のない、ステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: '列を一つ多く求めただけで、一覧がまったく得られません。',
    remedy: '検索するレベルより下の属性が includefield にあっても返さないでください。',
  }),
  'includefield-from-above-ignored': ({ tag, level, above }, { request }) => ({
    headline: `includefield=${attributeName(tag)} の ${request} が返す${levelName(level)}に、その${levelName(above)}にある属性がありません。`,
    expected: `${levelName(above)}の ${attributeName(tag)}`,
    observed: '属性がない',
    effect: `${attributeName(tag)} を表示するために、${levelName(above)}をもう一度検索しなければなりません。`,
    remedy: `includefield にある${levelName(above)}の属性は、各結果の${levelName(above)}から取得してください。`,
  }),
};
