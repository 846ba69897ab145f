import type { STORE_RESPONSE } from '../../../lib/breaches/kinds/store-response.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const UNSURE = '送信側は、手元のどのインスタンスを消去してよいか判断できません。';

export const STORE_RESPONSE_JAPANESE: WordsFor<typeof STORE_RESPONSE> = {
  'store-response-empty': ({ status }, seen) => ({
    headline: `${seen.request} が ${status} を返しますが、ボディが空で Store Instances Response Module がありません。`,
    expected: 'ReferencedSOPSequence または FailedSOPSequence を含むデータセット',
    observed: 'ボディなし',
    effect: UNSURE,
    remedy: '200 と 202 には必ず応答モジュールを返してください。',
  }),
  'store-response-without-module': ({ status, type, bytes }, seen) => ({
    headline: `${seen.request} が ${status} を返しますが、ボディが Store Instances Response Module ではありません。`,
    expected: 'ReferencedSOPSequence または FailedSOPSequence を含むデータセット',
    observed: `${type ?? 'メディアタイプなし'} ${bytes} バイト`,
    effect: UNSURE,
    remedy: '200 と 202 には、独自形式ではなく PS3.18 Annex I の応答モジュールを返してください。',
  }),
  'store-response-without-lists': ({ status }, seen) => ({
    headline: `${seen.request} が ${status} を返しますが、モジュールに ReferencedSOPSequence も FailedSOPSequence もありません。`,
    expected: 'ReferencedSOPSequence または FailedSOPSequence',
    observed: 'どちらもない',
    effect: UNSURE,
    remedy: '保存したインスタンスごとに ReferencedSOPSequence へ項目を加えてください。',
  }),
  'store-response-in-array': (_, seen) => ({
    headline: `${seen.request} の応答モジュールが、オブジェクトではなく JSON 配列の中にあります。`,
    expected: 'JSON オブジェクト',
    observed: 'オブジェクト 1 つの配列',
    effect: 'オブジェクトから ReferencedSOPSequence を読むクライアントは何も見つけられず、失敗と報告します。',
    remedy: 'モジュールを配列で囲まず、1 つの JSON オブジェクトとして返してください。',
  }),
  'store-response-in-other-type': ({ type }, seen) => ({
    headline: `application/dicom+json を求めた ${seen.request} が、${type ?? 'メディアタイプなし'} で応答します。`,
    expected: 'Accept のとおり application/dicom+json',
    observed: type === null ? 'メディアタイプなし' : quoted(type),
    effect: 'JSON を求めたクライアントは応答を読めず、成功した保存を失敗と判断します。',
    remedy: '応答の形式を Accept に従って選び、既定を application/dicom+json にしてください。',
  }),
  'store-response-without-type': ({ value }, seen) => ({
    headline: `${seen.request} の応答のボディに${value === null ? ' Content-Type がありません' : `読める Content-Type がありません: ${quoted(value)}`}。`,
    expected: 'Content-Type フィールド',
    observed: value === null ? 'なし' : quoted(value),
    effect: 'クライアントは JSON か XML かテキストかを推測するしかなく、読めないものもあります。',
    remedy: 'ボディのあるすべての応答に Content-Type を付けてください。',
  }),
  'stored-not-listed': ({ name, instance, listed }, seen) => ({
    headline: `${seen.request} の応答に、${name} が保存済みとして列挙されていません。`,
    expected: `ReferencedSOPSequence に ${instance} の項目 1 つ`,
    observed: `${listed} 項目のうちになし`,
    effect: '送信側は失われたと判断し、再送するか警告を出します。',
    remedy: '保存したインスタンスごとに ReferencedSOPSequence へ項目を 1 つ加えてください。',
  }),
  'refused-not-listed': ({ name, instance, listed }, seen) => ({
    headline: `${seen.request} は ${name} を拒否しましたが、失敗として列挙していません。`,
    expected: `FailedSOPSequence に ${instance} の項目 1 つ`,
    observed: `${listed} 項目のうちになし`,
    effect: '列挙されない失敗は、誰も気づかない喪失になります。',
    remedy: '保存しなかったインスタンスごとに FailedSOPSequence へ項目を 1 つ加えてください。',
  }),
  'store-lists-twice': ({ name, tag, count }, seen) => ({
    headline: `${seen.request} の ${attributeName(tag)} に、${name} が 1 回ではなく ${count} 回列挙されています。`,
    expected: `${name} の項目 1 つ`,
    observed: `${count} 項目`,
    effect: '項目を数える送信側は、送ったより多いインスタンスがあると判断します。',
    remedy: 'インスタンスごとに項目を 1 つだけ書いてください。',
  }),
  'refused-listed-as-stored': ({ name, instance }, seen) => ({
    headline: `${seen.request} は拒否した ${name} を保存済みとして列挙しています。`,
    expected: 'ReferencedSOPSequence には保存したインスタンスだけ',
    observed: `拒否した ${instance} の項目`,
    effect: '成功と知らされた送信側は手元の画像を消去するため、画像はどこにも残りません。',
    remedy: 'ReferencedSOPSequence は実際に保存したものから、FailedSOPSequence は残りから作ってください。',
  }),
  'stored-listed-as-failed': ({ name, instance }, seen) => ({
    headline: `${seen.request} は保存した ${name} を失敗として列挙しています。`,
    expected: 'FailedSOPSequence には拒否したインスタンスだけ',
    observed: `保存した ${instance} の項目`,
    effect: '送信側は既にあるものを再送するか、警告を出します。',
    remedy: '失敗がなければ FailedSOPSequence を省き、保存したインスタンスを入れないでください。',
  }),
  'store-lists-unknown-instance': ({ instance }, seen) => ({
    headline: `${seen.request} は送っていないインスタンスを列挙しています: ${quoted(instance)}。`,
    expected: '要求に含まれるインスタンスだけ',
    observed: quoted(instance),
    effect: '送信側は自分のインスタンスを一覧に見つけられず、失われたと判断します。',
    remedy: '項目には、送られたインスタンスの SOPInstanceUID を書いてください。',
  }),
  'store-item-without-instance': ({ tag }, seen) => ({
    headline: `${seen.request} の応答に、${attributeName(tag)} のない項目があります。`,
    expected: `各項目に ${attributeName(tag)}`,
    observed: 'ない',
    effect: '送信側は、その項目がどのインスタンスのものか判断できません。',
    remedy: '各項目に ReferencedSOPInstanceUID を入れてください。',
  }),
  'store-item-without-attribute': ({ tag }, seen) => ({
    headline: `${seen.request} の応答に、${attributeName(tag)} のない項目があります。`,
    expected: `各項目に ${attributeName(tag)}`,
    observed: 'ない',
    effect: '送信側は、インスタンスの結果やその理由を読み取れません。',
    remedy: `各項目に ${attributeName(tag)} を入れてください。`,
  }),
  'store-attribute-malformed': ({ tag, seen: value }, seen) => ({
    headline: `${seen.request} の応答の ${attributeName(tag)} が誤っています: ${value}。`,
    expected: RIGHT[tag] ?? 'PS3.18 Annex I の形式',
    observed: value,
    effect: '送信側は、インスタンスの結果やその理由を読み取れません。',
    remedy: `${attributeName(tag)} は ${RIGHT[tag] ?? 'PS3.18 Annex I の形式'} として書いてください。`,
  }),
  'store-item-of-another-class': ({ expected, seen: value }, seen) => ({
    headline: `${seen.request} は、送ったものと異なる SOP Class を列挙しています: ${expected} ではなく ${quoted(value)}。`,
    expected: `ReferencedSOPClassUID ${expected}`,
    observed: quoted(value),
    effect: '両方の UID を照合する送信側は自分のインスタンスと認識できず、失われたと判断します。',
    remedy: '保存したインスタンスの SOPClassUID を項目に写してください。',
  }),
  'store-response-empty-sequence': ({ tag }, seen) => ({
    headline: `${seen.request} の応答に、空の ${attributeName(tag)} があります。`,
    expected: `${attributeName(tag)} なし`,
    observed: '空のシーケンス',
    effect: 'シーケンスの有無だけを見る送信側が、誤った判断をします。',
    remedy: `項目がないときは ${attributeName(tag)} を省いてください。`,
  }),
  'other-failure-without-cause': ({ items }, seen) => ({
    headline: `${seen.request} はすべて保存したのに、その他の失敗を ${items} 件報告しています。`,
    expected: 'OtherFailuresSequence なし',
    observed: `${items} 項目`,
    effect: '送信側は一部が失われたと判断し、再送します。',
    remedy: 'OtherFailuresSequence には、インスタンスとして読めなかったパートだけを入れてください。',
  }),
  'store-response-without-url': ({ level }, seen) => ({
    headline: `${seen.request} の応答に、${level === 'study' ? '検査' : 'インスタンス'}の RetrieveURL がありません。`,
    expected: 'RetrieveURL (0008,1190)（値は空でもよい）',
    observed: '属性がない',
    effect: 'RetrieveURL をたどるクライアントは、保存したものを開けません。',
    remedy:
      level === 'study'
        ? 'モジュールの最上位に検査の RetrieveURL を加えてください。1 つの URL で表せなければ空にします。'
        : 'ReferencedSOPSequence の各項目に RetrieveURL を加えてください。',
  }),
  'store-warning-status': ({ status, reason }, seen) => ({
    headline: `${seen.request} は WarningReason ${reason} で保存しましたが、202 ではなく ${status} を返します。`,
    expected: '警告とともにステータス 202',
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'ステータスで判断する送信側は、保存されたオブジェクトが変更されたことを知りません。',
    remedy: '警告付きで保存したインスタンスがあるときは 202 を返してください。',
  }),
  'store-without-location': ({ header }, seen) => ({
    headline: `新たに作成した ${seen.request} の応答に、${header} がありません。`,
    expected: `${header} フィールド`,
    observed: 'なし',
    effect: '一般の HTTP クライアントは新しいリソースを見つけられません。',
    remedy: '作成したときは、Location と Content-Location に検査の URL を入れてください。',
  }),
  'store-location-of-another-study': ({ header, value }, seen) => ({
    headline: `${seen.request} の応答の ${header} が別の検査を指しています: ${quoted(value)}。`,
    expected: `保存先の検査の ${header}`,
    observed: quoted(value),
    effect: 'このフィールドをたどるクライアントは、保存したものと別の検査を開きます。',
    remedy: `${header} は保存したものの StudyInstanceUID から作ってください。`,
  }),
};

/** What is right of each attribute of the module. */
const RIGHT: Readonly<Record<string, string>> = {
  '00081150': '値 1 つの UI',
  '00081155': '値 1 つの UI',
  '00081196': '1 から 65535 の数 1 つの US',
  '00081197': '1 から 65535 の数 1 つの US',
  '00081198': '項目からなる SQ',
  '00081199': '項目からなる SQ',
  '0008119A': '項目からなる SQ',
};
