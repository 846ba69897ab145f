import type { STORE_RESPONSE } from '../../../../lib/breaches/kinds/store/response.ts';
import { attributeName, counted, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const STORE_RESPONSE_WORDS: WordsFor<typeof STORE_RESPONSE> = {
  'store-response-empty': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status} with an empty body instead of the Store Instances Response Module.`,
      expected: 'a data set with ReferencedSOPSequence or FailedSOPSequence',
      observed: 'no body',
      remedy: 'Return the response module with each 200 and 202.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} が ${status} を返しますが、ボディが空で Store Instances Response Module がありません。`,
      expected: 'ReferencedSOPSequence または FailedSOPSequence を含むデータセット',
      observed: 'ボディなし',
      remedy: '200 と 202 には必ず応答モジュールを返してください。',
    }),
  },
  'store-response-without-module': {
    english: ({ status, type, bytes }, seen) => ({
      headline: `${seen.request} is answered ${status} with a body that is not the Store Instances Response Module.`,
      expected: 'a data set with ReferencedSOPSequence or FailedSOPSequence',
      observed: `${counted(bytes, 'byte')} of ${type ?? 'no media type'}`,
      remedy: 'Return the response module of PS3.18 Annex I with each 200 and 202, in place of a format of your own.',
    }),
    japanese: ({ status, type, bytes }, seen) => ({
      headline: `${seen.request} が ${status} を返しますが、ボディが Store Instances Response Module ではありません。`,
      expected: 'ReferencedSOPSequence または FailedSOPSequence を含むデータセット',
      observed: `${type ?? 'メディアタイプなし'} ${bytes} バイト`,
      remedy: '200 と 202 には、独自形式ではなく PS3.18 Annex I の応答モジュールを返してください。',
    }),
  },
  'store-response-without-lists': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status} with a module that lists nothing: ReferencedSOPSequence and FailedSOPSequence are both missing.`,
      expected: 'ReferencedSOPSequence or FailedSOPSequence',
      observed: 'neither of them',
      remedy: 'Add an item to ReferencedSOPSequence for each instance that was stored.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} が ${status} を返しますが、モジュールに ReferencedSOPSequence も FailedSOPSequence もありません。`,
      expected: 'ReferencedSOPSequence または FailedSOPSequence',
      observed: 'どちらもない',
      remedy: '保存したインスタンスごとに ReferencedSOPSequence へ項目を加えてください。',
    }),
  },
  'store-response-in-array': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with the response module inside a JSON array instead of as an object.`,
      expected: 'a JSON object',
      observed: 'an array of one object',
      remedy: 'Write the module as one JSON object, without an array around it.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答モジュールが、オブジェクトではなく JSON 配列の中にあります。`,
      expected: 'JSON オブジェクト',
      observed: 'オブジェクト 1 つの配列',
      remedy: 'モジュールを配列で囲まず、1 つの JSON オブジェクトとして返してください。',
    }),
  },
  'store-response-in-other-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered as ${type ?? 'no media type'}, though application/dicom+json was asked for.`,
      expected: 'application/dicom+json, as Accept asked',
      observed: type === null ? 'no media type' : quoted(type),
      remedy: 'Choose the type of the answer by Accept, with application/dicom+json as the default.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `application/dicom+json を求めた ${seen.request} が、${type ?? 'メディアタイプなし'} で応答します。`,
      expected: 'Accept のとおり application/dicom+json',
      observed: type === null ? 'メディアタイプなし' : quoted(type),
      remedy: '応答の形式を Accept に従って選び、既定を application/dicom+json にしてください。',
    }),
  },
  'store-response-without-type': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} is answered ${seen.status === null ? '' : `${seen.status} `}with a body ${value === null ? 'without Content-Type' : `whose Content-Type cannot be read: ${quoted(value)}`}.`,
      expected: 'a Content-Type field',
      observed: value === null ? 'none' : quoted(value),
      remedy: 'Set Content-Type on each response that has a body.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `${seen.request} の応答のボディに${value === null ? ' Content-Type がありません' : `読める Content-Type がありません: ${quoted(value)}`}。`,
      expected: 'Content-Type フィールド',
      observed: value === null ? 'なし' : quoted(value),
      remedy: 'ボディのあるすべての応答に Content-Type を付けてください。',
    }),
  },
  'store-response-empty-sequence': {
    english: ({ tag }, seen) => ({
      headline: `${seen.request} is answered with an empty ${attributeName(tag)}.`,
      expected: `no ${attributeName(tag)}`,
      observed: 'an empty sequence',
      remedy: `Leave ${attributeName(tag)} out when it has no item.`,
    }),
    japanese: ({ tag }, seen) => ({
      headline: `${seen.request} の応答に、空の ${attributeName(tag)} があります。`,
      expected: `${attributeName(tag)} なし`,
      observed: '空のシーケンス',
      remedy: `項目がないときは ${attributeName(tag)} を省いてください。`,
    }),
  },
  'other-failure-without-cause': {
    english: ({ items }, seen) => ({
      headline: `${seen.request} stored everything and still tells of ${counted(items, 'other failure')}.`,
      expected: 'no OtherFailuresSequence',
      observed: counted(items, 'item'),
      remedy: 'Add an item to OtherFailuresSequence only for a part that could not be read as an instance.',
    }),
    japanese: ({ items }, seen) => ({
      headline: `${seen.request} はすべて保存したのに、その他の失敗を ${items} 件報告しています。`,
      expected: 'OtherFailuresSequence なし',
      observed: `${items} 項目`,
      remedy: 'OtherFailuresSequence には、インスタンスとして読めなかったパートだけを入れてください。',
    }),
  },
  'store-response-without-url': {
    english: ({ level }, seen) => ({
      headline: `${seen.request} is answered without RetrieveURL of the ${level}.`,
      expected: 'RetrieveURL (0008,1190), with or without a value',
      observed: 'the attribute is left out',
      remedy:
        level === 'study'
          ? 'Add RetrieveURL of the study at the top of the module; leave it empty where no single URL fits.'
          : 'Add RetrieveURL to each item of ReferencedSOPSequence.',
    }),
    japanese: ({ level }, seen) => ({
      headline: `${seen.request} の応答に、${level === 'study' ? '検査' : 'インスタンス'}の RetrieveURL がありません。`,
      expected: 'RetrieveURL (0008,1190)（値は空でもよい）',
      observed: '属性がない',
      remedy:
        level === 'study'
          ? 'モジュールの最上位に検査の RetrieveURL を加えてください。1 つの URL で表せなければ空にします。'
          : 'ReferencedSOPSequence の各項目に RetrieveURL を加えてください。',
    }),
  },
  'store-warning-status': {
    english: ({ status, reason }, seen) => ({
      headline: `${seen.request} stored an instance with WarningReason ${reason} and is answered ${status} instead of 202.`,
      expected: 'status 202 with a warning',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 202 when any instance was stored with a warning.',
    }),
    japanese: ({ status, reason }, seen) => ({
      headline: `${seen.request} は WarningReason ${reason} で保存しましたが、202 ではなく ${status} を返します。`,
      expected: '警告とともにステータス 202',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '警告付きで保存したインスタンスがあるときは 202 を返してください。',
    }),
  },
  'store-without-location': {
    english: ({ header }, seen) => ({
      headline: `${seen.request} created something and is answered without ${header}.`,
      expected: `a ${header} field`,
      observed: 'none',
      remedy: 'Set Location and Content-Location to the URL of the study when something was created.',
    }),
    japanese: ({ header }, seen) => ({
      headline: `新たに作成した ${seen.request} の応答に、${header} がありません。`,
      expected: `${header} フィールド`,
      observed: 'なし',
      remedy: '作成したときは、Location と Content-Location に検査の URL を入れてください。',
    }),
  },
  'store-location-of-another-study': {
    english: ({ header, value }, seen) => ({
      headline: `${seen.request} is answered with ${header} of another study: ${quoted(value)}.`,
      expected: `${header} of a study that was stored into`,
      observed: quoted(value),
      remedy: `Build ${header} from the StudyInstanceUID of what was stored.`,
    }),
    japanese: ({ header, value }, seen) => ({
      headline: `${seen.request} の応答の ${header} が別の検査を指しています: ${quoted(value)}。`,
      expected: `保存先の検査の ${header}`,
      observed: quoted(value),
      remedy: `${header} は保存したものの StudyInstanceUID から作ってください。`,
    }),
  },
};
