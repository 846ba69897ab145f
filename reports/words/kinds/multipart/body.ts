import type { MULTIPART } from '../../../../lib/breaches/kinds/multipart/body.ts';
import type { InEach } from '../../language.ts';
import { counted, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const NOT_SPLIT = {
  english: 'A client cannot take the body apart: not one of the images in it can be opened.',
  japanese: 'クライアントはボディを分割できず、中の画像を 1 枚も開けません。',
};

const BY_GRAMMAR = {
  english: 'Write CRLF, two dashes and the boundary before each part, and two dashes more after the last.',
  japanese:
    '各パートの前に CRLF、ハイフン 2 つ、境界文字列を書き、最後のパートの後ではさらにハイフン 2 つを付けてください。',
};

/** Where a line feed stands without its carriage return. */
const PLACES: InEach<Readonly<Record<string, string>>> = {
  english: {
    'before-delimiter': 'before a delimiter',
    'after-delimiter': 'after a delimiter',
    'part-headers': 'in the header fields of a part',
  },
  japanese: {
    'before-delimiter': '区切りの前',
    'after-delimiter': '区切りの後',
    'part-headers': 'パートのヘッダー',
  },
};

const CUT = 'クライアントは途切れた応答と区別できず、厳密なものは全体を拒否します。';

export const MULTIPART_WORDS: WordsFor<typeof MULTIPART> = {
  'multipart-labelled-otherwise': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${type === null ? 'no Content-Type' : `Content-Type ${quoted(type)}`} instead of multipart/related.`,
      expected: 'multipart/related',
      observed: type === null ? 'no Content-Type' : quoted(type),
      effect: 'A client that asked for multipart/related does not split the answer, and opens none of its images.',
      remedy: 'Label a multipart answer multipart/related; answer 406 where it cannot be produced.',
    }),
    japanese: ({ type }, seen) => ({
      headline:
        type === null
          ? `${seen.request} の応答に、multipart/related を示す Content-Type がありません。`
          : `${seen.request} の応答の Content-Type が multipart/related ではなく ${quoted(type)} です。`,
      expected: 'multipart/related',
      observed: type === null ? 'Content-Type なし' : quoted(type),
      effect: 'multipart/related を求めたクライアントは応答を分割せず、画像を開けません。',
      remedy: 'マルチパートの応答を multipart/related とし、作れないときは 406 で応答してください。',
    }),
  },
  'multipart-without-boundary': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type without boundary: ${quoted(type)}.`,
      expected: 'a boundary parameter',
      observed: quoted(type),
      effect: NOT_SPLIT.english,
      remedy: 'Name the boundary that the body uses in the boundary parameter of Content-Type.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に boundary がありません: ${quoted(type)}。`,
      expected: 'boundary パラメーター',
      observed: quoted(type),
      effect: NOT_SPLIT.japanese,
      remedy: 'ボディで使う境界文字列を Content-Type の boundary に書いてください。',
    }),
  },
  'multipart-without-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type without the type parameter: ${quoted(type)}.`,
      expected: 'a type parameter',
      observed: quoted(type),
      effect: 'A client that decides by the type parameter does not know what the parts are.',
      remedy: 'Write the media type of the first part as type="…" into Content-Type.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に type パラメーターがありません: ${quoted(type)}。`,
      expected: 'type パラメーター',
      observed: quoted(type),
      effect: 'type パラメーターで判断するクライアントは、パートの種類が分かりません。',
      remedy: '最初のパートのメディアタイプを type="…" として Content-Type に書いてください。',
    }),
  },
  'multipart-type-untrue': {
    english: ({ announced, actual }, seen) => ({
      headline: `${seen.request} announces parts of type ${announced}, but its root part is ${actual === null ? 'without Content-Type' : quoted(actual)}.`,
      expected: `a root part of type ${quoted(announced)}`,
      observed: actual === null ? 'no Content-Type' : quoted(actual),
      effect: 'A client that decides by the type parameter reads the parts as something else.',
      remedy:
        'Label the whole, its type parameter and each part with what the parts are: DICOM files are application/dicom.',
    }),
    japanese: ({ announced, actual }, seen) => ({
      headline: `${seen.request} の応答は type を ${announced} としていますが、最初のパートは ${actual === null ? 'Content-Type がありません' : `${quoted(actual)} です`}。`,
      expected: `${quoted(announced)} のパート`,
      observed: actual === null ? 'Content-Type なし' : quoted(actual),
      effect: 'type パラメーターで判断するクライアントは、パートを別のものとして読みます。',
      remedy:
        '全体、type パラメーター、各パートに、パートの実際の型を示してください。DICOM ファイルは application/dicom です。',
    }),
  },
  'multipart-boundary-nowhere': {
    english: ({ boundary, used, bytes }, seen) => ({
      headline:
        used === null
          ? `${seen.request} names a boundary that is nowhere in its body of ${counted(bytes, 'byte')}.`
          : `${seen.request} names the boundary ${quoted(boundary)}, but its body is divided by ${quoted(used)}.`,
      expected: `a line --${boundary} before each part`,
      observed: used === null ? 'no such line' : `lines --${used}`,
      effect: NOT_SPLIT.english,
      remedy:
        'Use the same boundary in Content-Type and body, letter by letter; look at what a proxy or framework replaces.',
    }),
    japanese: ({ boundary, used, bytes }, seen) => ({
      headline:
        used === null
          ? `${seen.request} の応答が示す境界文字列が、${bytes} バイトのボディのどこにもありません。`
          : `${seen.request} の応答が示す境界文字列は ${quoted(boundary)} ですが、ボディは ${quoted(used)} で区切られています。`,
      expected: `各パートの前に行 --${boundary}`,
      observed: used === null ? 'その行がない' : `行 --${used}`,
      effect: NOT_SPLIT.japanese,
      remedy: 'Content-Type の境界文字列をボディで使い、プロキシやフレームワークが置き換えていないか確認してください。',
    }),
  },
  'multipart-without-part': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} is answered with a multipart body without any part.`,
      expected: 'at least one part',
      observed: `the closing delimiter alone, in ${counted(bytes, 'byte')}`,
      effect: 'A client takes the resource for empty, and shows no image.',
      remedy: 'Answer 404 where nothing is stored; send one part for each instance or frame otherwise.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の応答のマルチパートにパートがありません。`,
      expected: 'パートが 1 つ以上',
      observed: `終わりの区切りだけ（${bytes} バイト）`,
      effect: 'クライアントはリソースが空だと考え、画像を表示しません。',
      remedy: '保存されていなければ 404 で応答し、あればインスタンスやフレームごとにパートを送ってください。',
    }),
  },
  'multipart-not-closed': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} ends without the closing delimiter, after ${counted(bytes, 'byte')}.`,
      expected: 'the closing delimiter, with two dashes behind the boundary',
      observed: 'the body ends without it',
      effect: 'A client cannot tell the answer from one that was cut off: strict ones refuse all of it.',
      remedy: 'Write the boundary with two dashes before and behind it after the last part.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の応答が、終わりの区切りなしに ${bytes} バイトで終わります。`,
      expected: '境界文字列の後にハイフン 2 つを付けた終わりの区切り',
      observed: '区切りなしに終わる',
      effect: CUT,
      remedy: '最後のパートの後に、前後にハイフン 2 つずつを付けた境界文字列を書いてください。',
    }),
  },
  'multipart-delimiter-cut': {
    english: (_, seen) => ({
      headline: `${seen.request} ends in the middle of a delimiter line.`,
      expected: 'a whole delimiter line',
      observed: 'the body ends within it',
      effect: 'A client cannot tell the answer from one that was cut off: strict ones refuse all of it.',
      remedy: 'Write the closing delimiter whole: two dashes, the boundary, two dashes.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答が、区切りの行の途中で終わります。`,
      expected: '完全な区切りの行',
      observed: '行の途中で終わる',
      effect: CUT,
      remedy: 'ハイフン 2 つ、境界文字列、ハイフン 2 つの終わりの区切りを最後まで書いてください。',
    }),
  },
  'multipart-bare-line-feed': {
    english: ({ place }, seen) => ({
      headline: `${seen.request} has a line feed without carriage return ${PLACES.english[place] ?? ''} instead of CRLF.`,
      expected: 'CRLF at the end of each line',
      observed: `LF alone ${PLACES.english[place] ?? ''}`,
      effect: 'Strict clients do not find the parts, and open none of the images.',
      remedy: 'End delimiter lines and header lines of parts with CRLF (RFC 2046 §5.1.1).',
    }),
    japanese: ({ place }, seen) => ({
      headline: `${seen.request} の応答の${PLACES.japanese[place] ?? '行'}が、CRLF ではなく LF だけで改行されています。`,
      expected: '各行の終わりに CRLF',
      observed: `${PLACES.japanese[place] ?? '行'}に LF だけ`,
      effect: '厳密なクライアントはパートを見つけられず、画像を開けません。',
      remedy: '区切りの行とパートのヘッダーを CRLF で終えてください（RFC 2046 §5.1.1）。',
    }),
  },
  'multipart-delimiter-within-line': {
    english: (_, seen) => ({
      headline: `${seen.request} has a delimiter that does not begin a line: CRLF is missing before it.`,
      expected: 'CRLF before the delimiter',
      observed: 'other bytes before it',
      effect: NOT_SPLIT.english,
      remedy: BY_GRAMMAR.english,
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の区切りの前に CRLF がなく、行頭から始まっていません。`,
      expected: '区切りの前に CRLF',
      observed: 'ほかのバイト',
      effect: NOT_SPLIT.japanese,
      remedy: BY_GRAMMAR.japanese,
    }),
  },
  'multipart-text-after-boundary': {
    english: (_, seen) => ({
      headline: `${seen.request} has a delimiter line with something else behind the boundary.`,
      expected: 'CRLF behind the boundary',
      observed: 'other bytes behind it',
      effect: NOT_SPLIT.english,
      remedy: BY_GRAMMAR.english,
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の区切りの行で、境界文字列の後に余分なものがあります。`,
      expected: '境界文字列の後に CRLF',
      observed: 'ほかのバイト',
      effect: NOT_SPLIT.japanese,
      remedy: BY_GRAMMAR.japanese,
    }),
  },
  'multipart-boundary-in-part': {
    english: (_, seen) => ({
      headline: `${seen.request} has a line within a part that begins like its boundary.`,
      expected: 'no line of a part that begins like the boundary',
      observed: 'such a line',
      effect: 'A client cuts the part there: the image is damaged, and the rest is read as another part.',
      remedy: 'Choose a random boundary that does not occur in any part.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答のパートの中に、境界文字列で始まる行があります。`,
      expected: '境界文字列で始まる行がパートの中にない',
      observed: 'その行がある',
      effect: 'クライアントはそこでパートを切り、画像が壊れ、残りが別のパートとして読まれます。',
      remedy: 'どのパートにも現れない無作為な境界文字列を選んでください。',
    }),
  },
  'multipart-part-before-first-delimiter': {
    english: (_, seen) => ({
      headline: `${seen.request} has a part before the first delimiter, where no reader looks for one.`,
      expected: 'no part before the first delimiter',
      observed: 'header fields of a part',
      effect: 'Clients skip that part: an image is missing.',
      remedy: 'Write the delimiter before the first part as well.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答で、最初の区切りより前の読まれない場所にパートがあります。`,
      expected: '最初の区切りの前にパートなし',
      observed: 'パートのヘッダー',
      effect: 'クライアントがそのパートを読み飛ばし、画像が欠けます。',
      remedy: '最初のパートの前にも区切りを書いてください。',
    }),
  },
  'multipart-delimiter-after-close': {
    english: (_, seen) => ({
      headline: `${seen.request} goes on with another delimiter after the closing one, where no reader looks for a part.`,
      expected: 'nothing to read after the closing delimiter',
      observed: 'another delimiter',
      effect: 'Clients skip the parts after the closing delimiter: images are missing.',
      remedy: 'Write the closing delimiter once, after the last part.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答で、終わりの区切りより後の読まれない場所に別の区切りがあります。`,
      expected: '終わりの区切りの後に何もない',
      observed: '別の区切り',
      effect: 'クライアントが終わりの区切りより後のパートを読み飛ばし、画像が欠けます。',
      remedy: '終わりの区切りは、最後のパートの後に 1 つだけ書いてください。',
    }),
  },
  'boundary-illegal': {
    english: ({ boundary, length }, seen) => ({
      headline: `${seen.request} has a boundary that is not legal: ${counted(length, 'character')}, ${quoted(boundary)}.`,
      expected: '1 to 70 characters of those that RFC 2046 §5.1.1 permits, no space at the end',
      observed: `${counted(length, 'character')}: ${quoted(boundary)}`,
      effect: 'Strict clients refuse the answer, and open none of its images.',
      remedy: 'Make boundaries of at most 70 letters, digits and hyphens.',
    }),
    japanese: ({ boundary, length }, seen) => ({
      headline: `${seen.request} の応答の境界文字列（${length} 文字、${quoted(boundary)}）は使えないものです。`,
      expected: 'RFC 2046 §5.1.1 が認める 1 から 70 文字。末尾に空白なし',
      observed: `${length} 文字: ${quoted(boundary)}`,
      effect: '厳密なクライアントは応答を拒否し、画像を開けません。',
      remedy: '境界文字列を 70 文字以内の英数字とハイフンで作ってください。',
    }),
  },
  'boundary-not-quoted': {
    english: ({ boundary }, seen) => ({
      headline: `${seen.request} has a boundary with special characters and without quotation marks: ${quoted(boundary)}.`,
      expected: 'quotation marks around a boundary that is no token',
      observed: quoted(boundary),
      effect: 'Strict clients read the boundary up to the first special character, and find no part.',
      remedy: 'Write the boundary in quotation marks, or make it of letters, digits and hyphens.',
    }),
    japanese: ({ boundary }, seen) => ({
      headline: `${seen.request} の応答の境界文字列に特殊文字がありますが、引用符がありません: ${quoted(boundary)}。`,
      expected: 'トークンではない境界文字列を囲む引用符',
      observed: quoted(boundary),
      effect: '厳密なクライアントは最初の特殊文字までを境界文字列とし、パートを見つけられません。',
      remedy: '境界文字列を引用符で囲むか、英数字とハイフンで作ってください。',
    }),
  },
};
