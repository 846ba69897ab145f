import type { PART10 } from '../../../lib/breaches/kinds/part10.ts';
import { attributeName, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { readerFact } from './reader-facts.ts';

const UNREADABLE = 'リーダーがインスタンスを開けず、画像が表示されません。';
const META_TABLE = 'PS3.10 表 7.1-1';

export const PART10_JAPANESE: WordsFor<typeof PART10> = {
  'file-without-prefix': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスに、128 バイトのプリアンブルに続く DICM プレフィックスがありません。`,
    expected: 'プリアンブル、DICM、ファイルメタ情報、データセットを持つ PS3.10 ファイル',
    observed: readerFact(rule, at),
    effect: UNREADABLE,
    remedy: 'ファイルメタ情報の前に 128 バイトのプリアンブルと DICM を書いてください。',
  }),
  'file-unreadable': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスは、読み取れる PS3.10 ファイルではありません: ${readerFact(rule, at)}。`,
    expected: 'プリアンブル、DICM、ファイルメタ情報、データセットを持つ PS3.10 ファイル',
    observed: readerFact(rule, at),
    effect: UNREADABLE,
    remedy: 'データセットの前に、プリアンブル、DICM、転送構文を含む完全なグループ 0002 を書いてください。',
  }),
  'file-meta-group-length': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルのグループ長が誤っているか、ありません: ${readerFact(rule, at)}。`,
    expected: `ファイルメタ情報のバイト数（${META_TABLE}）`,
    observed: readerFact(rule, at),
    effect: '長さでグループを飛ばすリーダーが、データセットを誤った位置から読み始めます。',
    remedy: 'グループを書くたびに、(0002,0000) を後続の要素から計算してください。',
  }),
  'file-meta-lacks-element': ({ tag, rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルのファイルメタ情報に ${attributeName(tag)} がありません。`,
    expected: `値を持つ ${attributeName(tag)}（${META_TABLE}）`,
    observed: readerFact(rule, at),
    effect: 'ファイルメタ情報に頼るリーダーが、ファイルを拒否します。',
    remedy: `${META_TABLE} のタイプ 1 の要素をすべて書いてください。`,
  }),
  'file-meta-value': ({ tag, rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルの ${attributeName(tag)} の値は許されないものです。`,
    expected: `許された値を持つファイルメタ情報（${META_TABLE}）`,
    observed: readerFact(rule, at),
    effect: '厳格なリーダーがファイルを拒否します。',
    remedy: `${attributeName(tag)} を ${META_TABLE} のとおりに書いてください。`,
  }),
  'file-meta-encoding': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルのファイルメタ情報が Explicit VR Little Endian ではありません。`,
    expected: 'Explicit VR Little Endian のファイルメタ情報（PS3.10 §7.1）',
    observed: readerFact(rule, at),
    effect: UNREADABLE,
    remedy: 'データセットの転送構文にかかわらず、グループ 0002 は Explicit VR Little Endian で書いてください。',
  }),
  'file-meta-of-another-class': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルのファイルメタ情報が、データセットと異なる SOP クラスを示しています。`,
    expected: 'データセットの SOP Class UID',
    observed: readerFact(rule, at),
    effect: 'ファイルメタ情報で整理するアーカイブが、画像を別の種類のオブジェクトと取り違えます。',
    remedy: 'ファイルを書くとき、MediaStorageSOPClassUID をデータセットから写してください。',
  }),
  'file-meta-of-another-instance': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すファイルのファイルメタ情報が、データセットと異なるインスタンスを示しています。`,
    expected: 'データセットの SOP Instance UID',
    observed: readerFact(rule, at),
    effect: 'ファイルメタ情報で整理するアーカイブが、この画像を別の画像の場所に置きます。',
    remedy: 'ファイルを書くとき、MediaStorageSOPInstanceUID をデータセットから写してください。',
  }),
  'data-set-truncated': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスが、データセットの途中で終わっています。`,
    expected: '完全なデータセット',
    observed: readerFact(rule, at),
    effect: 'インスタンスの終わり、多くは画素が失われます。',
    remedy: 'ファイルを最後のバイトまで送り、途中で切るバッファーや長さがないか調べてください。',
  }),
  'data-set-trailing-bytes': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスのデータセットの後に、余分なバイトがあります。`,
    expected: 'データセットの後に何もない',
    observed: readerFact(rule, at),
    effect: '厳格なリーダーがファイルを拒否し、複製が原本と一致しません。',
    remedy: 'パートはデータセットの最後のバイトで終えてください。改行は後続の区切りに属します。',
  }),
  'data-set-odd-length': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスに奇数長の値があります: ${readerFact(rule, at)}。`,
    expected: '偶数長の値（PS3.5 §7.1.1）',
    observed: readerFact(rule, at),
    effect: '偶数長を前提とするリーダーが、読み取り位置を失うか拒否します。',
    remedy: 'VR に従って、各値を偶数長に詰めてください。',
  }),
  'data-set-value-length': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスに、VR に合わない長さの値があります: ${readerFact(rule, at)}。`,
    expected: '値 1 つの大きさの倍数（PS3.5 §6.2）',
    observed: readerFact(rule, at),
    effect: 'リーダーが数値を誤読するか、データセットを拒否します。',
    remedy: 'バイナリの数値を、VR が定める大きさで書いてください。',
  }),
  'data-set-padding': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスに、誤ったバイトで詰められた値があります: ${readerFact(rule, at)}。`,
    expected: '空白、UID とバイト列では NUL（PS3.5 §6.2）',
    observed: readerFact(rule, at),
    effect: '値を文字ごとに比べるクライアントが、異なる値と判断します。',
    remedy: '文字列は空白で、UI と OB は NUL で詰めてください。',
  }),
  'data-set-out-of-order': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスの要素がタグの順に並んでいません: ${readerFact(rule, at)}。`,
    expected: 'タグの昇順の要素（PS3.5 §7.1）',
    observed: readerFact(rule, at),
    effect: 'より大きいタグで読むのをやめるリーダーは、その後の要素を見つけられません。',
    remedy: 'データセットを書くとき、要素をタグの順に並べてください。',
  }),
  'data-set-repeats-element': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスに、同じ要素が 2 回あります: ${readerFact(rule, at)}。`,
    expected: '各要素は 1 回（PS3.5 §7.1）',
    observed: readerFact(rule, at),
    effect: 'リーダーによって、最初の値または最後の値を表示します。',
    remedy: '要素を設定し直すときは置き換え、追加しないでください。',
  }),
  'data-set-malformed': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスが、データセットの規則に反しています: ${readerFact(rule, at)}。`,
    expected: 'PS3.5 §7 の規則に従うデータセット',
    observed: readerFact(rule, at),
    effect: 'リーダーがそこで止まるか、インスタンスを拒否します。',
    remedy: '検証を行うライブラリーでデータセットを書き、保存したものと比べてください。',
  }),
  'data-set-character-set': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスの SpecificCharacterSet は定義されていません: ${readerFact(rule, at)}。`,
    expected: 'PS3.3 §C.12.1.1.2 の定義語',
    observed: readerFact(rule, at),
    effect: 'ASCII 以外の氏名や説明が読めません。',
    remedy: '定義語を書き、文字列もその文字集合で書いてください。',
  }),
  'pixel-data-vr': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスの画素データの VR は許されないものです: ${readerFact(rule, at)}。`,
    expected: 'VR OW、またはカプセル化か 8 ビット以下の OB の画素データ（PS3.5 §A.2、§A.4）',
    observed: readerFact(rule, at),
    effect: 'リーダーが画素のバイト順を判断できず、ノイズを表示するか、何も表示しません。',
    remedy: '8 ビットを超える非圧縮の画素は OW、カプセル化された画素は OB で書いてください。',
  }),
  'pixel-data-encapsulation': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスの画素データが、示された転送構文で符号化されていません: ${readerFact(rule, at)}。`,
    expected: '非圧縮の転送構文では非圧縮の画素、それ以外ではカプセル化された画素',
    observed: readerFact(rule, at),
    effect: 'リーダーが誤ったデコーダーを選び、画像が表示されません。',
    remedy: '(0002,0010) には、画素データを実際に書いた転送構文を書いてください。',
  }),
  'pixel-data-offset-table': ({ rule, at }, seen) => ({
    headline: `${seen.request} が返すインスタンスのオフセットテーブルが成り立ちません: ${readerFact(rule, at)}。`,
    expected: 'フレームごとのオフセット、または空のテーブル（PS3.5 §A.4）',
    observed: readerFact(rule, at),
    effect: 'オフセットでフレームへ進むリーダーが、別のフレームを表示するか、何も表示しません。',
    remedy: 'フラグメントを書くときに Basic Offset Table を計算するか、空にしてください。',
  }),
  'saved-file-of-unknown-instance': ({ file, instance }, seen) => ({
    headline: `${seen.request} が返した ${file} は、保存したインスタンスではありません: ${instance === null ? 'SOP Instance UID がありません' : quoted(instance)}。`,
    expected: '保存したインスタンスの SOP Instance UID',
    observed: instance === null ? 'なし' : quoted(instance),
    effect: '利用者が、別のものに属する画像を保存して開きます。',
    remedy: 'パスのインスタンスを、保存したときの UID で返してください。',
  }),
  'saved-file-unreadable': ({ file, rule, at }, seen) => ({
    headline: `${seen.request} が返した ${file} は、保存した後に開けません: ${readerFact(rule, at)}。`,
    expected: 'PS3.10 として開けるファイル',
    observed: readerFact(rule, at),
    effect: UNREADABLE,
    remedy: '各 application/dicom パートを、完全な PS3.10 ファイルとして送ってください。',
  }),
};
