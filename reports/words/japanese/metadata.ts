import type { METADATA } from '../../../lib/breaches/kinds/metadata.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const WHOLE_DATA_SET = 'データセット全体を変換し、既知の属性だけを選ばないでください。';
const begins = (found: string) => `${String(found).slice(0, 40)}…`;
const missing = (tag: string) => `メタデータを読むすべてのビューアで ${attributeName(tag)} の内容が欠けます。`;
const XML = 'application/dicom+xml の multipart/related';
const NO_ATTRIBUTE = '属性なし';

export const METADATA_JAPANESE: WordsFor<typeof METADATA> = {
  'metadata-not-retrieved': (told, seen) => ({
    headline: `${seen.request} がメタデータを返しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'メタデータから始めるビューアは画像を開けません。',
    remedy:
      told.status >= 500
        ? 'サーバーのログで原因を確認し、メタデータを返してください。'
        : 'すべての検査、シリーズ、インスタンスの /metadata を application/dicom+json で提供してください。',
  }),
  'metadata-not-json': ({ type, bytes }, seen) => ({
    headline: `${seen.request} の応答が DICOM JSON ではなく${bytes === 0 ? '空' : ` ${typeTold(type)} `}です。`,
    expected: 'DICOM JSON の本文',
    observed: bytes === 0 ? '本文なし' : `${typeTold(type)} の ${bytes} バイト`,
    effect: 'メタデータから始めるビューアは画像を開けません。',
    remedy: 'データセットを application/dicom+json で返してください。',
  }),
  'metadata-not-a-list': ({ seen: found }, seen) => ({
    headline: `${seen.request} の応答がデータセットの配列ではありません: ${begins(found)} があります。`,
    expected: '最上位に、インスタンスごとのデータセットの配列 1 つ',
    observed: begins(found),
    effect: '配列をたどるクライアントは、インスタンスを見つけられません。',
    remedy: 'インスタンスが 1 つでも、最上位に配列を置き、インスタンスごとに 1 オブジェクトを入れてください。',
  }),
  'metadata-lacks-instance': ({ instance, name, count }, seen) => ({
    headline: `${seen.request} に ${name} がありません: ${count} 件のデータセットのどれもこれを記述していません。`,
    expected: `${instance} のデータセット 1 件`,
    observed: `${count} 件のうちになし`,
    effect: 'メタデータから画像の並びを作るビューアは、この画像を決して表示しません。',
    remedy: 'リソースの下の各インスタンスに 1 件ずつデータセットを返してください。',
  }),
  'metadata-repeats-instance': ({ instance, name, count }, seen) => ({
    headline: `${seen.request} が ${name} を 1 回ではなく ${count} 回記述しています。`,
    expected: `${instance} のデータセット 1 件`,
    observed: `${count} 件`,
    effect: 'ビューアが同じ画像を何度も表示し、スライス間隔を誤ります。',
    remedy: 'インスタンスの一覧から重複を除いてください。',
  }),
  'metadata-of-foreign-instance': ({ instance }, seen) => ({
    headline: `${seen.request} が、このリソースに属さないインスタンスを記述しています: ${quoted(instance)}。`,
    expected: 'リソースの下のインスタンスだけのデータセット',
    observed: quoted(instance),
    effect: 'ビューアが、別のシリーズ、検査、患者の画像を混ぜて表示します。',
    remedy: 'パスのすべての UID で選択してください。',
  }),
  'metadata-without-instance-uid': (_, seen) => ({
    headline: `${seen.request} が SOPInstanceUID のないデータセットを返します。`,
    expected: 'リソースのインスタンスのデータセット',
    observed: 'SOPInstanceUID のないデータセット',
    effect: 'ビューアはどの画像の記述か分からず、画像を読み込めません。',
    remedy: 'SOPInstanceUID を含む、各インスタンスのデータセットを返してください。',
  }),
  'metadata-lacks-most-attributes': ({ missing, of }, seen) => ({
    headline: `${seen.request} に、インスタンスが持つ属性 ${of} 個のうち ${missing} 個がありません。`,
    expected: `属性 ${of} 個すべて`,
    observed: `${missing} 個が欠落`,
    effect: 'メタデータから画像を組み立てるビューアは、位置情報も画素も得られず、画像を表示しません。',
    remedy: '各インスタンスのデータセット全体を返してください。検索結果には属性の一部しかありません。',
  }),
  'metadata-lacks-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} に、インスタンスが持つ ${attributeName(tag)} がありません。`,
    expected: `vr ${vr} の ${attributeName(tag)}`,
    observed: NO_ATTRIBUTE,
    effect: missing(tag),
    remedy: WHOLE_DATA_SET,
  }),
  'metadata-lacks-empty-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} に、インスタンスが値なしで持つ ${attributeName(tag)} がありません。`,
    expected: `vr ${vr} だけの ${attributeName(tag)}`,
    observed: NO_ATTRIBUTE,
    effect: 'クライアントは、空の属性と最初からない属性を区別できません。',
    remedy: '値のない属性は vr だけで書いてください。',
  }),
  'metadata-lacks-private-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} に、インスタンスが持つプライベート属性 ${attributeName(tag)} がありません。`,
    expected: `vr ${vr} の ${attributeName(tag)}`,
    observed: NO_ATTRIBUTE,
    effect: 'b 値などベンダー固有の値を必要とするクライアントが、メタデータだけでは動作しません。',
    remedy: 'プライベート属性を作成者とともに書き、辞書で選別しないでください。',
  }),
  'metadata-lacks-binary-attribute': ({ tag, vr }, seen) => ({
    headline: `${seen.request} に、インスタンスが持つバイナリ属性 ${attributeName(tag)} がありません。`,
    expected: `vr ${vr} で、InlineBinary または BulkDataURI を持つ ${attributeName(tag)}`,
    observed: NO_ATTRIBUTE,
    effect: missing(tag),
    remedy: 'バイナリ属性は InlineBinary で、長いものは BulkDataURI で書いてください。',
  }),
  'metadata-adds-attribute': ({ tag, name }, seen) => ({
    headline: `${seen.request} に、${name} にない ${attributeName(tag)} が加えられています。`,
    expected: `${name} にある属性だけ`,
    observed: `${attributeName(tag)} の追加`,
    effect: 'アーカイブが加えたものを、モダリティの記録と取り違えます。',
    remedy: '保存したインスタンスの属性だけを返してください。',
  }),
  'metadata-has-file-meta': ({ tag }, seen) => ({
    headline: `${seen.request} に、ファイルメタ情報の要素 ${attributeName(tag)} があります。`,
    expected: 'グループ 0002 の要素なし',
    observed: attributeName(tag),
    effect: 'メタデータを書き戻すクライアントが、データセットにファイルメタ要素を入れ、リーダーに拒否されます。',
    remedy: 'グループ 0002 をメタデータから除いてください。転送構文は AvailableTransferSyntaxUID で示せます。',
  }),
  'metadata-lacks-pixel-data': ({ tag }, seen) => ({
    headline: `${seen.request} に ${attributeName(tag)} の BulkDataURI がなく、属性そのものがありません。`,
    expected: `${attributeName(tag)} の BulkDataURI`,
    observed: NO_ATTRIBUTE,
    effect: 'メタデータだけで動くクライアントは、画像の有無も場所も分かりません。',
    remedy: '画素データを vr と BulkDataURI を持つ属性として示してください。',
  }),
  'metadata-holds-pixel-data': ({ tag }, seen) => ({
    headline: `${seen.request} に、BulkDataURI ではなく ${attributeName(tag)} そのものが入っています。`,
    expected: `${attributeName(tag)} の BulkDataURI`,
    observed: '値そのもの、または文字列でない参照',
    effect: '大きな検査のメタデータが読み込めないほど大きくなり、ビューアが停止します。',
    remedy: '画素データを vr と BulkDataURI を持つ属性として示してください。',
  }),
  'xml-refused': (told, seen) => ({
    headline: `${seen.request} を XML で取得できません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'Native DICOM Model を読むクライアントは、このリソースを使えません。',
    remedy: `${XML} を提供するか、JSON だけに対応することを適合性宣言に書いてください。`,
  }),
  'xml-answered-in-json': ({ type }, seen) => ({
    headline: `XML だけを求めた ${seen.request} の応答が ${typeTold(type)} です。`,
    expected: XML,
    observed: typeTold(type),
    effect: 'XML だけを受け入れるクライアントに、読めないものが届きます。',
    remedy: `${XML} を提供するか、406 で応答してください。`,
  }),
  'xml-media-type': ({ type }, seen) => ({
    headline: `XML を求めた ${seen.request} の応答が ${typeTold(type)} です。`,
    expected: XML,
    observed: typeTold(type),
    effect: 'XML だけを受け入れるクライアントに、読めないものが届きます。',
    remedy: `${XML} で、データセットごとに 1 パートを返してください。`,
  }),
  'xml-part-count': ({ count, expected }, seen) => ({
    headline: `${seen.request} が XML の文書を ${expected} 件ではなく ${count} 件返します。`,
    expected: `${expected} パート`,
    observed: `${count} パート`,
    effect: 'XML を読むクライアントに、画像が足りないか重複して見えます。',
    remedy: 'データセットごとに 1 パートを送ってください。',
  }),
  'xml-lacks-document': ({ uid, parts }, seen) => ({
    headline: `${seen.request} の XML に ${quoted(uid)} がありません: ${parts} パートのどれもこれを記述していません。`,
    expected: `${quoted(uid)} の文書`,
    observed: `${parts} パートのうちになし`,
    effect: 'XML を読むクライアントは、このオブジェクトの存在を知ることができません。',
    remedy: 'データセットごとに 1 パートを、JSON と同じ内容で送ってください。',
  }),
};
