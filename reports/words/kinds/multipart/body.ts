import type { MULTIPART } from '../../../../lib/breaches/kinds/multipart/body.ts';
import type { InEach } from '../../language.ts';
import { counted, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

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

export const MULTIPART_WORDS: WordsFor<typeof MULTIPART> = {
  'multipart-labelled-otherwise': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${type === null ? 'no Content-Type' : `Content-Type ${quoted(type)}`} instead of multipart/related.`,
      expected: 'multipart/related',
      observed: type === null ? 'no Content-Type' : quoted(type),
      remedy: 'Label a multipart answer multipart/related; answer 406 where it cannot be produced.',
    }),
    japanese: ({ type }, seen) => ({
      headline:
        type === null
          ? `${seen.request} の応答に、multipart/related を示す Content-Type がありません。`
          : `${seen.request} の応答の Content-Type が multipart/related ではなく ${quoted(type)} です。`,
      expected: 'multipart/related',
      observed: type === null ? 'Content-Type なし' : quoted(type),
      remedy: 'マルチパートの応答を multipart/related とし、作れないときは 406 で応答してください。',
    }),
  },
  'multipart-without-boundary': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type without boundary: ${quoted(type)}.`,
      expected: 'a boundary parameter',
      observed: quoted(type),
      remedy: 'Name the boundary that the body uses in the boundary parameter of Content-Type.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に boundary がありません: ${quoted(type)}。`,
      expected: 'boundary パラメーター',
      observed: quoted(type),
      remedy: 'ボディで使う境界文字列を Content-Type の boundary に書いてください。',
    }),
  },
  'multipart-without-type': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type without the type parameter: ${quoted(type)}.`,
      expected: 'a type parameter',
      observed: quoted(type),
      remedy: 'Write the media type of the first part as type="…" into Content-Type.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に type パラメーターがありません: ${quoted(type)}。`,
      expected: 'type パラメーター',
      observed: quoted(type),
      remedy: '最初のパートのメディアタイプを type="…" として Content-Type に書いてください。',
    }),
  },
  'multipart-type-untrue': {
    english: ({ announced, actual }, seen) => ({
      headline: `${seen.request} announces parts of type ${announced}, but its root part is ${actual === null ? 'without Content-Type' : quoted(actual)}.`,
      expected: `a root part of type ${quoted(announced)}`,
      observed: actual === null ? 'no Content-Type' : quoted(actual),
      remedy:
        'Label the whole, its type parameter and each part with what the parts are: DICOM files are application/dicom.',
    }),
    japanese: ({ announced, actual }, seen) => ({
      headline: `${seen.request} の応答は type を ${announced} としていますが、最初のパートは ${actual === null ? 'Content-Type がありません' : `${quoted(actual)} です`}。`,
      expected: `${quoted(announced)} のパート`,
      observed: actual === null ? 'Content-Type なし' : quoted(actual),
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
      remedy: 'Content-Type の境界文字列をボディで使い、プロキシやフレームワークが置き換えていないか確認してください。',
    }),
  },
  'multipart-without-part': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} is answered with a multipart body without any part.`,
      expected: 'at least one part',
      observed: `the closing delimiter alone, in ${counted(bytes, 'byte')}`,
      remedy: 'Answer 404 where nothing is stored; send one part for each instance or frame otherwise.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の応答のマルチパートにパートがありません。`,
      expected: 'パートが 1 つ以上',
      observed: `終わりの区切りだけ（${bytes} バイト）`,
      remedy: '保存されていなければ 404 で応答し、あればインスタンスやフレームごとにパートを送ってください。',
    }),
  },
  'multipart-not-closed': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} ends without the closing delimiter, after ${counted(bytes, 'byte')}.`,
      expected: 'the closing delimiter, with two dashes behind the boundary',
      observed: 'the body ends without it',
      remedy: 'Write the boundary with two dashes before and behind it after the last part.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の応答が、終わりの区切りなしに ${bytes} バイトで終わります。`,
      expected: '境界文字列の後にハイフン 2 つを付けた終わりの区切り',
      observed: '区切りなしに終わる',
      remedy: '最後のパートの後に、前後にハイフン 2 つずつを付けた境界文字列を書いてください。',
    }),
  },
  'multipart-delimiter-cut': {
    english: (_, seen) => ({
      headline: `${seen.request} ends in the middle of a delimiter line.`,
      expected: 'a whole delimiter line',
      observed: 'the body ends within it',
      remedy: 'Write the closing delimiter whole: two dashes, the boundary, two dashes.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答が、区切りの行の途中で終わります。`,
      expected: '完全な区切りの行',
      observed: '行の途中で終わる',
      remedy: 'ハイフン 2 つ、境界文字列、ハイフン 2 つの終わりの区切りを最後まで書いてください。',
    }),
  },
  'multipart-bare-line-feed': {
    english: ({ place }, seen) => ({
      headline: `${seen.request} has a line feed without carriage return ${PLACES.english[place] ?? ''} instead of CRLF.`,
      expected: 'CRLF at the end of each line',
      observed: `LF alone ${PLACES.english[place] ?? ''}`,
      remedy: 'End delimiter lines and header lines of parts with CRLF (RFC 2046 §5.1.1).',
    }),
    japanese: ({ place }, seen) => ({
      headline: `${seen.request} の応答の${PLACES.japanese[place] ?? '行'}が、CRLF ではなく LF だけで改行されています。`,
      expected: '各行の終わりに CRLF',
      observed: `${PLACES.japanese[place] ?? '行'}に LF だけ`,
      remedy: '区切りの行とパートのヘッダーを CRLF で終えてください（RFC 2046 §5.1.1）。',
    }),
  },
  'multipart-delimiter-within-line': {
    english: (_, seen) => ({
      headline: `${seen.request} has a delimiter that does not begin a line: CRLF is missing before it.`,
      expected: 'CRLF before the delimiter',
      observed: 'other bytes before it',
      remedy: BY_GRAMMAR.english,
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の区切りの前に CRLF がなく、行頭から始まっていません。`,
      expected: '区切りの前に CRLF',
      observed: 'ほかのバイト',
      remedy: BY_GRAMMAR.japanese,
    }),
  },
  'multipart-text-after-boundary': {
    english: (_, seen) => ({
      headline: `${seen.request} has a delimiter line with something else behind the boundary.`,
      expected: 'CRLF behind the boundary',
      observed: 'other bytes behind it',
      remedy: BY_GRAMMAR.english,
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の区切りの行で、境界文字列の後に余分なものがあります。`,
      expected: '境界文字列の後に CRLF',
      observed: 'ほかのバイト',
      remedy: BY_GRAMMAR.japanese,
    }),
  },
  'multipart-boundary-in-part': {
    english: (_, seen) => ({
      headline: `${seen.request} has a line within a part that begins like its boundary.`,
      expected: 'no line of a part that begins like the boundary',
      observed: 'such a line',
      remedy: 'Choose a random boundary that does not occur in any part.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答のパートの中に、境界文字列で始まる行があります。`,
      expected: '境界文字列で始まる行がパートの中にない',
      observed: 'その行がある',
      remedy: 'どのパートにも現れない無作為な境界文字列を選んでください。',
    }),
  },
  'multipart-part-before-first-delimiter': {
    english: (_, seen) => ({
      headline: `${seen.request} has a part before the first delimiter, where no reader looks for one.`,
      expected: 'no part before the first delimiter',
      observed: 'header fields of a part',
      remedy: 'Write the delimiter before the first part as well.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答で、最初の区切りより前の読まれない場所にパートがあります。`,
      expected: '最初の区切りの前にパートなし',
      observed: 'パートのヘッダー',
      remedy: '最初のパートの前にも区切りを書いてください。',
    }),
  },
  'multipart-delimiter-after-close': {
    english: (_, seen) => ({
      headline: `${seen.request} goes on with another delimiter after the closing one, where no reader looks for a part.`,
      expected: 'nothing to read after the closing delimiter',
      observed: 'another delimiter',
      remedy: 'Write the closing delimiter once, after the last part.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答で、終わりの区切りより後の読まれない場所に別の区切りがあります。`,
      expected: '終わりの区切りの後に何もない',
      observed: '別の区切り',
      remedy: '終わりの区切りは、最後のパートの後に 1 つだけ書いてください。',
    }),
  },
  'boundary-illegal': {
    english: ({ boundary, length }, seen) => ({
      headline: `${seen.request} has a boundary that is not legal: ${counted(length, 'character')}, ${quoted(boundary)}.`,
      expected: '1 to 70 characters of those that RFC 2046 §5.1.1 permits, no space at the end',
      observed: `${counted(length, 'character')}: ${quoted(boundary)}`,
      remedy: 'Make boundaries of at most 70 letters, digits and hyphens.',
    }),
    japanese: ({ boundary, length }, seen) => ({
      headline: `${seen.request} の応答の境界文字列（${length} 文字、${quoted(boundary)}）は使えないものです。`,
      expected: 'RFC 2046 §5.1.1 が認める 1 から 70 文字。末尾に空白なし',
      observed: `${length} 文字: ${quoted(boundary)}`,
      remedy: '境界文字列を 70 文字以内の英数字とハイフンで作ってください。',
    }),
  },
  'boundary-not-quoted': {
    english: ({ boundary }, seen) => ({
      headline: `${seen.request} has a boundary with special characters and without quotation marks: ${quoted(boundary)}.`,
      expected: 'quotation marks around a boundary that is no token',
      observed: quoted(boundary),
      remedy: 'Write the boundary in quotation marks, or make it of letters, digits and hyphens.',
    }),
    japanese: ({ boundary }, seen) => ({
      headline: `${seen.request} の応答の境界文字列に特殊文字がありますが、引用符がありません: ${quoted(boundary)}。`,
      expected: 'トークンではない境界文字列を囲む引用符',
      observed: quoted(boundary),
      remedy: '境界文字列を引用符で囲むか、英数字とハイフンで作ってください。',
    }),
  },
};
