import type { MULTIPART } from '../../../lib/breaches/kinds/multipart.ts';
import { quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const NOT_SPLIT = 'クライアントはボディを分割できず、中の画像を 1 枚も開けません。';
const BY_GRAMMAR =
  '各パートの前に CRLF、ハイフン 2 つ、境界文字列を書き、最後のパートの後ではさらにハイフン 2 つを付けてください。';
const CUT = 'クライアントは途切れた応答と区別できず、厳密なものは全体を拒否します。';

/** 復帰のない改行がある場所。 */
const PLACES: Readonly<Record<string, string>> = {
  'before-delimiter': '区切りの前',
  'after-delimiter': '区切りの後',
  'part-headers': 'パートのヘッダー',
};

export const MULTIPART_JAPANESE: WordsFor<typeof MULTIPART> = {
  'multipart-labelled-otherwise': ({ type }, seen) => ({
    headline:
      type === null
        ? `${seen.request} の応答に、multipart/related を示す Content-Type がありません。`
        : `${seen.request} の応答の Content-Type が multipart/related ではなく ${quoted(type)} です。`,
    expected: 'multipart/related',
    observed: type === null ? 'Content-Type なし' : quoted(type),
    effect: 'multipart/related を求めたクライアントは応答を分割せず、画像を開けません。',
    remedy: 'マルチパートの応答を multipart/related とし、作れないときは 406 で応答してください。',
  }),
  'multipart-without-boundary': ({ type }, seen) => ({
    headline: `${seen.request} の応答の Content-Type に boundary がありません: ${quoted(type)}。`,
    expected: 'boundary パラメーター',
    observed: quoted(type),
    effect: NOT_SPLIT,
    remedy: 'ボディで使う境界文字列を Content-Type の boundary に書いてください。',
  }),
  'multipart-without-type': ({ type }, seen) => ({
    headline: `${seen.request} の応答の Content-Type に type パラメーターがありません: ${quoted(type)}。`,
    expected: 'type パラメーター',
    observed: quoted(type),
    effect: 'type パラメーターで判断するクライアントは、パートの種類が分かりません。',
    remedy: '最初のパートのメディアタイプを type="…" として Content-Type に書いてください。',
  }),
  'multipart-type-untrue': ({ announced, actual }, seen) => ({
    headline: `${seen.request} の応答は type を ${announced} としていますが、最初のパートは ${actual === null ? 'Content-Type がありません' : `${quoted(actual)} です`}。`,
    expected: `${quoted(announced)} のパート`,
    observed: actual === null ? 'Content-Type なし' : quoted(actual),
    effect: 'type パラメーターで判断するクライアントは、パートを別のものとして読みます。',
    remedy: 'type パラメーターを最初のパートの Content-Type から取ってください。',
  }),
  'multipart-boundary-nowhere': ({ boundary, bytes }, seen) => ({
    headline: `${seen.request} の応答が示す境界文字列が、${bytes} バイトのボディのどこにもありません。`,
    expected: `各パートの前に行 --${boundary}`,
    observed: 'その行がない',
    effect: NOT_SPLIT,
    remedy: 'Content-Type の境界文字列をボディで使い、プロキシやフレームワークが置き換えていないか確認してください。',
  }),
  'multipart-without-part': ({ bytes }, seen) => ({
    headline: `${seen.request} の応答のマルチパートにパートがありません。`,
    expected: 'パートが 1 つ以上',
    observed: `終わりの区切りだけ（${bytes} バイト）`,
    effect: 'クライアントはリソースが空だと考え、画像を表示しません。',
    remedy: '保存されていなければ 404 で応答し、あればインスタンスやフレームごとにパートを送ってください。',
  }),
  'multipart-not-closed': ({ bytes }, seen) => ({
    headline: `${seen.request} の応答が、終わりの区切りなしに ${bytes} バイトで終わります。`,
    expected: '境界文字列の後にハイフン 2 つを付けた終わりの区切り',
    observed: '区切りなしに終わる',
    effect: CUT,
    remedy: '最後のパートの後に、前後にハイフン 2 つずつを付けた境界文字列を書いてください。',
  }),
  'multipart-delimiter-cut': (_, seen) => ({
    headline: `${seen.request} の応答が、区切りの行の途中で終わります。`,
    expected: '完全な区切りの行',
    observed: '行の途中で終わる',
    effect: CUT,
    remedy: 'ハイフン 2 つ、境界文字列、ハイフン 2 つの終わりの区切りを最後まで書いてください。',
  }),
  'multipart-bare-line-feed': ({ place }, seen) => ({
    headline: `${seen.request} の応答の${PLACES[place] ?? '行'}が、CRLF ではなく LF だけで改行されています。`,
    expected: '各行の終わりに CRLF',
    observed: `${PLACES[place] ?? '行'}に LF だけ`,
    effect: '厳密なクライアントはパートを見つけられず、画像を開けません。',
    remedy: '区切りの行とパートのヘッダーを CRLF で終えてください（RFC 2046 §5.1.1）。',
  }),
  'multipart-delimiter-within-line': (_, seen) => ({
    headline: `${seen.request} の応答の区切りの前に CRLF がなく、行頭から始まっていません。`,
    expected: '区切りの前に CRLF',
    observed: 'ほかのバイト',
    effect: NOT_SPLIT,
    remedy: BY_GRAMMAR,
  }),
  'multipart-text-after-boundary': (_, seen) => ({
    headline: `${seen.request} の応答の区切りの行で、境界文字列の後に余分なものがあります。`,
    expected: '境界文字列の後に CRLF',
    observed: 'ほかのバイト',
    effect: NOT_SPLIT,
    remedy: BY_GRAMMAR,
  }),
  'multipart-boundary-in-part': (_, seen) => ({
    headline: `${seen.request} の応答のパートの中に、境界文字列で始まる行があります。`,
    expected: '境界文字列で始まる行がパートの中にない',
    observed: 'その行がある',
    effect: 'クライアントはそこでパートを切り、画像が壊れ、残りが別のパートとして読まれます。',
    remedy: 'どのパートにも現れない無作為な境界文字列を選んでください。',
  }),
  'multipart-part-before-first-delimiter': (_, seen) => ({
    headline: `${seen.request} の応答で、最初の区切りより前の読まれない場所にパートがあります。`,
    expected: '最初の区切りの前にパートなし',
    observed: 'パートのヘッダー',
    effect: 'クライアントがそのパートを読み飛ばし、画像が欠けます。',
    remedy: '最初のパートの前にも区切りを書いてください。',
  }),
  'multipart-delimiter-after-close': (_, seen) => ({
    headline: `${seen.request} の応答で、終わりの区切りより後の読まれない場所に別の区切りがあります。`,
    expected: '終わりの区切りの後に何もない',
    observed: '別の区切り',
    effect: 'クライアントが終わりの区切りより後のパートを読み飛ばし、画像が欠けます。',
    remedy: '終わりの区切りは、最後のパートの後に 1 つだけ書いてください。',
  }),
  'boundary-illegal': ({ boundary, length }, seen) => ({
    headline: `${seen.request} の応答の境界文字列（${length} 文字、${quoted(boundary)}）は使えないものです。`,
    expected: 'RFC 2046 §5.1.1 が認める 1 から 70 文字。末尾に空白なし',
    observed: `${length} 文字: ${quoted(boundary)}`,
    effect: '厳密なクライアントは応答を拒否し、画像を開けません。',
    remedy: '境界文字列を 70 文字以内の英数字とハイフンで作ってください。',
  }),
  'boundary-not-quoted': ({ boundary }, seen) => ({
    headline: `${seen.request} の応答の境界文字列に特殊文字がありますが、引用符がありません: ${quoted(boundary)}。`,
    expected: 'トークンではない境界文字列を囲む引用符',
    observed: quoted(boundary),
    effect: '厳密なクライアントは最初の特殊文字までを境界文字列とし、パートを見つけられません。',
    remedy: '境界文字列を引用符で囲むか、英数字とハイフンで作ってください。',
  }),
};
