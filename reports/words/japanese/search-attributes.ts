import type { SEARCH_ATTRIBUTES } from '../../../lib/breaches/kinds/search-attributes.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { levelName } from './search-phrases.ts';

const valueOr = (text: string): string => (text ? text : '値なし');

export const SEARCH_ATTRIBUTES_JAPANESE: WordsFor<typeof SEARCH_ATTRIBUTES> = {
  'search-attribute-missing': ({ tag, level }, { request }) => ({
    headline: `${request} が返す${levelName(level)}に ${attributeName(tag)} がありません。`,
    expected: attributeName(tag),
    observed: '属性がない',
    effect: effectOfAbsence(tag),
    remedy: `要求がなくても、各${levelName(level)}とともに ${attributeName(tag)} を返してください。`,
  }),
  'search-empty-attribute-missing': ({ tag, level }, { request }) => ({
    headline: `${request} は、値が保存されていない ${attributeName(tag)} を空で返さず、${levelName(level)}から省きます。`,
    expected: `vr のみの ${attributeName(tag)}`,
    observed: '属性がない',
    effect: '値が空なのか、サーバーがその属性を知らないのか、クライアントには区別できません。',
    remedy: '値のない属性は vr のみで返してください。',
  }),
  'search-lacks-parent-attributes': ({ tag, level, parent }, { request }) => ({
    headline: `${request} が返す${levelName(level)}に、${attributeName(tag)} などの${levelName(parent)}の属性がありません。`,
    expected: `${levelName(parent)}の属性`,
    observed: `${attributeName(tag)} がない`,
    effect: `検査をまたぐ一覧で、各${levelName(level)}がどの患者と検査に属するかわかりません。`,
    remedy: `この検索の結果に${levelName(parent)}の属性を結合してください。`,
  }),
  'search-attribute-without-value': ({ tag, level, expected }, { request }) => ({
    headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が空です。値は ${valueOr(expected)} です。`,
    expected: `${attributeName(tag)} ${valueOr(expected)}`,
    observed: '値なし',
    effect: effectOfAbsence(tag),
    remedy: `インスタンスの保存時に ${attributeName(tag)} を保持し、その値を返してください。`,
  }),
  'search-value-differs': ({ tag, level, expected, actual }, { request }) => ({
    headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が ${valueOr(expected)} ではなく ${valueOr(actual)} です。`,
    expected: `${attributeName(tag)} ${valueOr(expected)}`,
    observed: valueOr(actual),
    effect: WRONG[tag] ?? `一覧に誤った ${attributeName(tag)} が表示され、利用者はそれで選びます。`,
    remedy: `その${levelName(level)}自体に保存されている ${attributeName(tag)} の値を返してください。`,
  }),
  'search-sequence-items-differ': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} が返す ${attributeName(tag)} の項目が ${expected} 個ではなく ${actual} 個です。`,
    expected: `${expected} 個`,
    observed: `${actual} 個`,
    effect: 'シリーズに属するオーダーや手技が一覧から失われるか、存在しないものが表示されます。',
    remedy: `${attributeName(tag)} の保存された項目をすべて返してください。`,
  }),
  'search-count-too-small': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} が返す ${attributeName(tag)} は ${actual} ですが、${expected} 件保存されています。`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: actual,
    effect: '完全な検査が不完全とみなされ、クライアントは途中で読み込みを終えます。',
    remedy: '保存されているものから数えるか、保存のたびに件数を更新してください。',
  }),
  'search-count-differs': ({ tag, expected, actual }, { request }) => ({
    headline: `${request} が返す ${attributeName(tag)} は ${expected} ではなく ${valueOr(actual)} です。`,
    expected: `${attributeName(tag)} ${expected}`,
    observed: valueOr(actual),
    effect: 'クライアントは存在しない画像を待つか、検査を不完全とみなします。',
    remedy: '保存されているものから数えるか、保存と削除のたびに件数を更新してください。',
  }),
  'search-modalities-differ': ({ expected, actual }, { request }) => ({
    headline: `${request} が返す ModalitiesInStudy は ${listed(expected)} ではなく ${listed(actual)} です。`,
    expected: `ModalitiesInStudy ${listed(expected)}`,
    observed: listed(actual),
    effect: 'モダリティで絞り込むと検査が見つからないか、誤ったモダリティで表示されます。',
    remedy: '検査の各シリーズの Modality を重複なく集めてください。',
  }),
  'search-availability-undefined': ({ actual }, { request }) => ({
    headline: `${request} が返す InstanceAvailability ${quoted(actual)} は定義語ではありません。`,
    expected: 'ONLINE、NEARLINE、OFFLINE、UNAVAILABLE のいずれか',
    observed: quoted(actual),
    effect: 'クライアントは呼び出しを待つ必要があるか判断できません。',
    remedy: '定義語を使うか、属性を省いてください。',
  }),
  'search-timezone-malformed': ({ actual }, { request }) => ({
    headline: `${request} が返す TimezoneOffsetFromUTC が符号と 4 桁の数字ではなく ${quoted(actual)} です。`,
    expected: '符号と 4 桁の数字',
    observed: quoted(actual),
    effect: '複数の施設の時刻が誤った順に並びます。',
    remedy: '+0900 のように、保存されたオフセットをそのまま返してください。',
  }),
};

function listed(values: readonly string[]): string {
  return (values ?? []).length === 0 ? '値なし' : values.join('、');
}

const PATIENT = '検査に誤った患者が表示されます。';
/** What a wrong value does to a user, where it is worse than a wrong column. */
const WRONG: Readonly<Record<string, string | undefined>> = {
  '00100010': PATIENT,
  '00100020': PATIENT,
  '00100030': PATIENT,
  '0020000D': 'クライアントは一覧とは別の検査を開きます。',
  '0020000E': 'クライアントは一覧とは別のシリーズを開きます。',
  '00080018': 'クライアントは一覧とは別の画像を開きます。',
  '00200013': 'ビューアがシリーズの画像を誤った順に並べます。',
  '00280010': 'ビューアが確保するメモリが不足するか、歪んだ画像が表示されます。',
};

/** What it does to a user that an attribute is not returned. */
function effectOfAbsence(tag: string): string {
  const name = attributeName(tag);
  if (['0020000D', '0020000E', '00080018', '00081190'].includes(tag))
    return `クライアントは見つけたものを開けません。取得には ${name} が必要です。`;
  if (String(tag).startsWith('0010')) return `一覧に ${name} が表示されず、患者を区別できません。`;
  if (String(tag).startsWith('002012')) return '検査がすべて到着したかどうかわかりません。';
  return `一覧に ${name} が表示されず、利用者やクライアントはそれで選べません。`;
}
