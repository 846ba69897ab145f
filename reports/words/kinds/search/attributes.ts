import type { SEARCH_ATTRIBUTES } from '../../../../lib/breaches/kinds/search/attributes.ts';
import type { InEach } from '../../language.ts';
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

const PATIENT = {
  english: 'The wrong patient is shown beside the study.',
  japanese: '検査に誤った患者が表示されます。',
};

/** What a wrong value does to a user, where it is worse than a wrong column. */
const WRONG: InEach<Readonly<Record<string, string | undefined>>> = {
  english: {
    '00100010': PATIENT.english,
    '00100020': PATIENT.english,
    '00100030': PATIENT.english,
    '0020000D': 'A client opens another study than the list shows.',
    '0020000E': 'A client opens another series than the list shows.',
    '00080018': 'A client opens another image than the list shows.',
    '00200013': 'A viewer puts the images of a series in the wrong order.',
    '00280010': 'A viewer reserves too little memory or shows a distorted picture.',
  },
  japanese: {
    '00100010': PATIENT.japanese,
    '00100020': PATIENT.japanese,
    '00100030': PATIENT.japanese,
    '0020000D': 'クライアントは一覧とは別の検査を開きます。',
    '0020000E': 'クライアントは一覧とは別のシリーズを開きます。',
    '00080018': 'クライアントは一覧とは別の画像を開きます。',
    '00200013': 'ビューアがシリーズの画像を誤った順に並べます。',
    '00280010': 'ビューアが確保するメモリが不足するか、歪んだ画像が表示されます。',
  },
};

/** What it does to a user that an attribute is not returned. */
const effectOfAbsence = {
  english(tag: string): string {
    const name = attributeName(tag);
    if (['0020000D', '0020000E', '00080018', '00081190'].includes(tag))
      return `A client cannot open what it found: it needs ${name} to ask for it.`;
    if (String(tag).startsWith('0010'))
      return `The list does not show ${name}, so a user cannot tell patients apart by it.`;
    if (String(tag).startsWith('002012')) return 'A user cannot see whether a study has arrived completely.';
    return `The list does not show ${name}, by which users and clients choose.`;
  },
  japanese(tag: string): string {
    const name = attributeName(tag);
    if (['0020000D', '0020000E', '00080018', '00081190'].includes(tag))
      return `クライアントは見つけたものを開けません。取得には ${name} が必要です。`;
    if (String(tag).startsWith('0010')) return `一覧に ${name} が表示されず、患者を区別できません。`;
    if (String(tag).startsWith('002012')) return '検査がすべて到着したかどうかわかりません。';
    return `一覧に ${name} が表示されず、利用者やクライアントはそれで選べません。`;
  },
};

export const SEARCH_ATTRIBUTES_WORDS: WordsFor<typeof SEARCH_ATTRIBUTES> = {
  'search-attribute-missing': {
    english: ({ tag, level }, { request }) => ({
      headline: `${request} returns ${one(level)} without ${attributeName(tag)}.`,
      expected: attributeName(tag),
      observed: 'the attribute is left out',
      effect: effectOfAbsence.english(tag),
      remedy: `Return ${attributeName(tag)} with each ${level} without being asked.`,
    }),
    japanese: ({ tag, level }, { request }) => ({
      headline: `${request} が返す${levelName(level)}に ${attributeName(tag)} がありません。`,
      expected: attributeName(tag),
      observed: '属性がない',
      effect: effectOfAbsence.japanese(tag),
      remedy: `要求がなくても、各${levelName(level)}とともに ${attributeName(tag)} を返してください。`,
    }),
  },
  'search-empty-attribute-missing': {
    english: ({ tag, level }, { request }) => ({
      headline: `${request} leaves out ${attributeName(tag)}, of which no value is stored, instead of returning it empty with the ${level}.`,
      expected: `${attributeName(tag)} with its vr alone`,
      observed: 'the attribute is left out',
      effect: 'A client cannot tell an empty value from an attribute that the server does not know.',
      remedy: 'Return attributes that have no value with their vr alone.',
    }),
    japanese: ({ tag, level }, { request }) => ({
      headline: `${request} は、値が保存されていない ${attributeName(tag)} を空で返さず、${levelName(level)}から省きます。`,
      expected: `vr のみの ${attributeName(tag)}`,
      observed: '属性がない',
      effect: '値が空なのか、サーバーがその属性を知らないのか、クライアントには区別できません。',
      remedy: '値のない属性は vr のみで返してください。',
    }),
  },
  'search-lacks-parent-attributes': {
    english: ({ tag, level, parent }, { request }) => ({
      headline: `${request} returns ${one(level)} without the attributes of its ${parent}, such as ${attributeName(tag)}.`,
      expected: `the attributes of the ${parent}`,
      observed: `no ${attributeName(tag)}`,
      effect: `A list across studies does not say to which patient and study each ${level} belongs.`,
      remedy: `Join the attributes of the ${parent} into the results of this search.`,
    }),
    japanese: ({ tag, level, parent }, { request }) => ({
      headline: `${request} が返す${levelName(level)}に、${attributeName(tag)} などの${levelName(parent)}の属性がありません。`,
      expected: `${levelName(parent)}の属性`,
      observed: `${attributeName(tag)} がない`,
      effect: `検査をまたぐ一覧で、各${levelName(level)}がどの患者と検査に属するかわかりません。`,
      remedy: `この検索の結果に${levelName(parent)}の属性を結合してください。`,
    }),
  },
  'search-attribute-without-value': {
    english: ({ tag, level, expected }, { request }) => ({
      headline: `${request} returns ${one(level)} with an empty ${attributeName(tag)}, although the value is ${valueOr.english(expected)}.`,
      expected: `${attributeName(tag)} ${valueOr.english(expected)}`,
      observed: 'no value',
      effect: effectOfAbsence.english(tag),
      remedy: `Keep ${attributeName(tag)} when an instance is stored, and return its value.`,
    }),
    japanese: ({ tag, level, expected }, { request }) => ({
      headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が空です。値は ${valueOr.japanese(expected)} です。`,
      expected: `${attributeName(tag)} ${valueOr.japanese(expected)}`,
      observed: '値なし',
      effect: effectOfAbsence.japanese(tag),
      remedy: `インスタンスの保存時に ${attributeName(tag)} を保持し、その値を返してください。`,
    }),
  },
  'search-value-differs': {
    english: ({ tag, level, expected, actual }, { request }) => ({
      headline: `${request} returns ${one(level)} with ${attributeName(tag)} ${valueOr.english(actual)} instead of ${valueOr.english(expected)}.`,
      expected: `${attributeName(tag)} ${valueOr.english(expected)}`,
      observed: valueOr.english(actual),
      effect: WRONG.english[tag] ?? `The list shows a wrong ${attributeName(tag)}, and users choose by it.`,
      remedy: `Return the stored value of ${attributeName(tag)} of this ${level} itself.`,
    }),
    japanese: ({ tag, level, expected, actual }, { request }) => ({
      headline: `${request} が返す${levelName(level)}の ${attributeName(tag)} が ${valueOr.japanese(expected)} ではなく ${valueOr.japanese(actual)} です。`,
      expected: `${attributeName(tag)} ${valueOr.japanese(expected)}`,
      observed: valueOr.japanese(actual),
      effect: WRONG.japanese[tag] ?? `一覧に誤った ${attributeName(tag)} が表示され、利用者はそれで選びます。`,
      remedy: `その${levelName(level)}自体に保存されている ${attributeName(tag)} の値を返してください。`,
    }),
  },
  'search-sequence-items-differ': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} with ${actual} instead of ${expected} items.`,
      expected: `${expected} items`,
      observed: `${actual} items`,
      effect: 'Orders and procedures that belong to the series are lost or invented in the list.',
      remedy: `Return all stored items of ${attributeName(tag)}.`,
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} の項目が ${expected} 個ではなく ${actual} 個です。`,
      expected: `${expected} 個`,
      observed: `${actual} 個`,
      effect: 'シリーズに属するオーダーや手技が一覧から失われるか、存在しないものが表示されます。',
      remedy: `${attributeName(tag)} の保存された項目をすべて返してください。`,
    }),
  },
  'search-count-too-small': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} ${actual}, although ${expected} are stored.`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: actual,
      effect: 'A user takes a complete study for an incomplete one, and a client stops before it has all of it.',
      remedy: 'Compute the counts from what is stored, or update them with every store.',
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} は ${actual} ですが、${expected} 件保存されています。`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: actual,
      effect: '完全な検査が不完全とみなされ、クライアントは途中で読み込みを終えます。',
      remedy: '保存されているものから数えるか、保存のたびに件数を更新してください。',
    }),
  },
  'search-count-differs': {
    english: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} returns ${attributeName(tag)} ${valueOr.english(actual)} instead of ${expected}.`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: valueOr.english(actual),
      effect: 'A client waits for images that do not exist, or takes a study for incomplete.',
      remedy: 'Compute the counts from what is stored, or update them with every store and delete.',
    }),
    japanese: ({ tag, expected, actual }, { request }) => ({
      headline: `${request} が返す ${attributeName(tag)} は ${expected} ではなく ${valueOr.japanese(actual)} です。`,
      expected: `${attributeName(tag)} ${expected}`,
      observed: valueOr.japanese(actual),
      effect: 'クライアントは存在しない画像を待つか、検査を不完全とみなします。',
      remedy: '保存されているものから数えるか、保存と削除のたびに件数を更新してください。',
    }),
  },
  'search-modalities-differ': {
    english: ({ expected, actual }, { request }) => ({
      headline: `${request} returns ModalitiesInStudy ${listed.english(actual)} instead of ${listed.english(expected)}.`,
      expected: `ModalitiesInStudy ${listed.english(expected)}`,
      observed: listed.english(actual),
      effect: 'A user who filters by modality does not find the study, or finds it under a wrong one.',
      remedy: 'Collect the Modality of each series of the study, each once.',
    }),
    japanese: ({ expected, actual }, { request }) => ({
      headline: `${request} が返す ModalitiesInStudy は ${listed.japanese(expected)} ではなく ${listed.japanese(actual)} です。`,
      expected: `ModalitiesInStudy ${listed.japanese(expected)}`,
      observed: listed.japanese(actual),
      effect: 'モダリティで絞り込むと検査が見つからないか、誤ったモダリティで表示されます。',
      remedy: '検査の各シリーズの Modality を重複なく集めてください。',
    }),
  },
  'search-availability-undefined': {
    english: ({ actual }, { request }) => ({
      headline: `${request} returns InstanceAvailability ${quoted(actual)}, which is no defined term.`,
      expected: 'ONLINE, NEARLINE, OFFLINE or UNAVAILABLE',
      observed: quoted(actual),
      effect: 'A client cannot tell whether it has to wait for a recall.',
      remedy: 'Use the defined terms, or leave the attribute out.',
    }),
    japanese: ({ actual }, { request }) => ({
      headline: `${request} が返す InstanceAvailability ${quoted(actual)} は定義語ではありません。`,
      expected: 'ONLINE、NEARLINE、OFFLINE、UNAVAILABLE のいずれか',
      observed: quoted(actual),
      effect: 'クライアントは呼び出しを待つ必要があるか判断できません。',
      remedy: '定義語を使うか、属性を省いてください。',
    }),
  },
  'search-timezone-malformed': {
    english: ({ actual }, { request }) => ({
      headline: `${request} returns TimezoneOffsetFromUTC ${quoted(actual)} instead of a sign and four digits.`,
      expected: 'a sign and four digits',
      observed: quoted(actual),
      effect: 'Times from several sites are put in the wrong order.',
      remedy: 'Return the stored offset as it is, such as +0900.',
    }),
    japanese: ({ actual }, { request }) => ({
      headline: `${request} が返す TimezoneOffsetFromUTC が符号と 4 桁の数字ではなく ${quoted(actual)} です。`,
      expected: '符号と 4 桁の数字',
      observed: quoted(actual),
      effect: '複数の施設の時刻が誤った順に並びます。',
      remedy: '+0900 のように、保存されたオフセットをそのまま返してください。',
    }),
  },
};
