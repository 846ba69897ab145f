import type { FRAMES } from '../../../lib/breaches/kinds/frames.ts';
import type { WordsFor } from '../telling.ts';
import { statusTold, typeTold } from './status-told.ts';

const SCROLLS = 'フレームごとに読み込むビューアが、医師に別の画像を表示するか、何も表示しません。';
const FRAME_NATIVE =
  'Rows、Columns、SamplesPerPixel、BitsAllocated に従って画素データからフレームを切り出し、そのバイトだけを送ってください。';
const OCTETS = 'multipart/related; type="application/octet-stream"';

export const FRAMES_JAPANESE: WordsFor<typeof FRAMES> = {
  'frames-not-retrieved': (told, seen) => ({
    headline: `${seen.request} がフレームを返しません: 200 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'フレームごとに読み込むビューアは画像を表示できません。',
    remedy:
      told.status >= 500
        ? 'サーバーのログで原因を確認し、フレームを返してください。'
        : `画素データを持つ全インスタンスの /frames/{list} を ${OCTETS} で提供してください。最初のフレームは 1 です。`,
  }),
  'frames-media-type': ({ type }, seen) => ({
    headline: `${seen.request} の応答が multipart/related ではなく ${typeTold(type)} です。`,
    expected: OCTETS,
    observed: typeTold(type),
    effect: '境界で応答を分けるクライアントは、フレームを見つけられません。',
    remedy: `フレームは ${OCTETS} のパートとして送り、単一パートは求められたときだけにしてください。`,
  }),
  'frame-part-media-type': ({ type }, seen) => ({
    headline: `${seen.request} が非圧縮の画素を application/octet-stream ではなく ${typeTold(type)} として返します。`,
    expected: 'application/octet-stream のパート',
    observed: typeTold(type),
    effect: 'クライアントは表示された型でデコーダーを選ぶため、フレームを復号できません。',
    remedy: 'パートの型は実際のバイトに合わせてください。非圧縮の画素は application/octet-stream です。',
  }),
  'frames-missing': ({ asked, returned }, seen) => ({
    headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートしか返しません。`,
    expected: `${asked} パート`,
    observed: `${returned} パート`,
    effect: '動画やボリュームの画像が、知らせなく欠けます。',
    remedy: 'リストの各フレームに 1 パートずつ、その順に返すか、リスト全体を拒否してください。',
  }),
  'frames-too-many': ({ asked, returned }, seen) => ({
    headline: `${seen.request} が、求めた ${asked} フレームに対して ${returned} パートを返します。`,
    expected: `${asked} パート`,
    observed: `${returned} パート`,
    effect: 'パートを数えるクライアントが、フレームを誤った位置に置きます。',
    remedy: 'リストの各フレームに 1 パートずつ返し、ほかのものを返さないでください。',
  }),
  'frames-counted-otherwise': ({ asked, returned }, seen) => ({
    headline: `${seen.request} が、求めたフレーム ${asked} ではなくフレーム ${returned} を返します。`,
    expected: `フレーム ${asked}`,
    observed: `フレーム ${returned}`,
    effect: SCROLLS,
    remedy: 'フレームは 1 から数えてください。',
  }),
  'frames-in-another-order': ({ asked, returned }, seen) => ({
    headline: `${seen.request} が返すフレームの順序が異なります: フレーム ${asked} の位置にフレーム ${returned} があります。`,
    expected: `フレーム ${asked}`,
    observed: `フレーム ${returned}`,
    effect: SCROLLS,
    remedy: 'パスのリストの順にパートを送ってください。',
  }),
  'frame-bytes-changed': ({ frame, name, stored }, seen) => ({
    headline: `${seen.request} が返す ${name} のフレーム ${frame} の画素が、保存した画素と異なります。`,
    expected: `フレームの ${stored} バイト`,
    observed: '同じ長さで、一部のバイトが異なる',
    effect: '医師が見る画像は、撮影された画像ではありません。',
    remedy: 'パスのインスタンスの、求められたフレームの保存バイトを、変えずに返してください。',
  }),
  'frame-cut-short': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} が、${name} のフレーム ${frame} の ${stored} バイトのうち ${returned} バイトしか返しません。`,
    expected: `${stored} バイト`,
    observed: `${returned} バイト`,
    effect: '画像が欠けるか、ずれるか、ビューアに拒否されます。',
    remedy: FRAME_NATIVE,
  }),
  'frame-too-long': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} が、${stored} バイトである ${name} のフレーム ${frame} に ${returned} バイトを返します。`,
    expected: `${stored} バイト`,
    observed: `${returned} バイト`,
    effect: 'バイト数からフレームの大きさを判断するビューアが、ずれた画像を表示するか拒否します。',
    remedy: FRAME_NATIVE,
  }),
  'frame-sent-as-file': ({ frame, name, stored, returned }, seen) => ({
    headline: `${seen.request} が、${name} のフレーム ${frame} の画素ではなく PS3.10 ファイル全体を返します。`,
    expected: `フレームの ${stored} バイト`,
    observed: `${returned} バイトのファイル`,
    effect: 'ビューアがファイルのヘッダーを画素として表示するか、拒否します。',
    remedy: 'フレームのバイトだけを送り、プリアンブルやほかの要素を含めないでください。',
  }),
  'frame-zero-answered': (told, seen) => ({
    headline: `${seen.request} が、存在しないフレーム 0 を拒否せず ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: '0 から数えるクライアントが別の画像を受け取り、誤りに気付きません。',
    remedy: 'フレームは 1 から数えます。フレーム 0 は 400 または 404 で拒否してください。',
  }),
  'frame-zero-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、存在しないフレーム 0 に 400 または 404 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'クライアントは自分の番号の誤りとサーバーの障害を区別できず、再試行します。',
    remedy: '読み出す前にフレーム番号を確認し、400 または 404 で応答してください。',
  }),
  'frame-beyond-last-answered': (told, seen) => ({
    headline: `${seen.request} が、最後より後のフレームを拒否せず ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'クライアントは届いたものを、存在しないフレームの画像と取り違えます。',
    remedy: 'フレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
  }),
  'frame-list-cut-silently': ({ status, asked, returned, last }, seen) => ({
    headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、206 や拒否ではなく、${status} と ${returned} フレームで応答します。`,
    expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
    observed: `ステータス ${seen.status ?? status}、${asked} フレーム中 ${returned} フレーム`,
    effect: '複数のフレームを要求したクライアントは、足りないことを知らされず、フレームを取り違えるおそれがあります。',
    remedy:
      '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
  }),
  'frame-list-made-up': ({ status, asked, returned, last }, seen) => ({
    headline: `${seen.request} が、最後の一つが存在しない ${asked} フレームの要求に、${status} と ${returned} フレームで応答します。`,
    expected: `400 または 404、あるいは存在するものだけを 206 で返す（最後のフレームは ${last}）`,
    observed: `ステータス ${seen.status ?? status}、${returned} フレーム`,
    effect: 'クライアントは届いたものを、存在しないフレームの画像と取り違えます。',
    remedy:
      '一覧のすべての番号を NumberOfFrames と比べ、404 で応答するか、存在するものだけを返すときは 206 で応答してください。',
  }),
  'frame-list-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、最後を超えるフレームの一覧に 206、400、404 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'クライアントは動画の終わりとサーバーの障害を区別できず、再試行を続けます。',
    remedy:
      '読み出す前に一覧のすべての番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
  }),
  'frame-beyond-last-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、最後より後のフレームに 400 または 404 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'クライアントは動画の終わりとサーバーの障害を区別できず、再試行します。',
    remedy: '読み出す前にフレーム番号を NumberOfFrames と比べ、超えるものには 400 または 404 で応答してください。',
  }),
  'frame-name-answered': (told, seen) => ({
    headline: `${seen.request} が、数値でないフレームを拒否せず ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'パスに誤りのあるクライアントが何らかのフレームを受け取り、誤りに気付きません。',
    remedy: '1 以上の数値のリストでないものは、400 または 404 で拒否してください。',
  }),
  'frame-name-badly-refused': (told, seen) => ({
    headline: `${seen.request} が、数値でないフレームに 400 または 404 ではなく ${told.status} で応答します。`,
    ...statusTold(told, seen),
    effect: 'クライアントは自分のパスの誤りとサーバーの障害を区別できず、再試行します。',
    remedy: '読み出す前にリストが数値であることを確認し、400 または 404 で応答してください。',
  }),
};
