import type { PART } from '../../../../lib/breaches/kinds/multipart/part.ts';
import { alternatives, counted, either, listed, quoted, quotedApart, quotedEnd } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const OWN_LOCATION = '各パートの Content-Location を、内容の UID とフレーム番号から作ってください。';

const all = (things: readonly string[] | undefined) => (things ?? []).map(quoted).join('、');

/** 場所が誤って指すもの。 */
const LEVELS: Readonly<Record<string, string>> = {
  resource: 'リソース',
  instance: 'インスタンス',
  frame: 'フレーム',
};

export const PART_WORDS: WordsFor<typeof PART> = {
  'part-headers-malformed': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} has a part whose header fields cannot be read: ${message}.`,
      expected: 'header fields of one CRLF-ended line each, and an empty line after them',
      observed: String(message),
      remedy: 'Write each field of a part as Name: value and CRLF, and an empty line before the content.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答に、ヘッダーを読めないパートがあります（${message}）。`,
      expected: 'CRLF で終わる 1 行ずつのヘッダーと、その後の空行',
      observed: String(message),
      remedy: 'ヘッダーを「名前: 値」と CRLF で書き、内容の前に空行を置いてください。',
    }),
  },
  'part-header-folded': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} has a header field of a part on several lines: ${message}.`,
      expected: 'header fields of one line each',
      observed: String(message),
      remedy: 'Write each header field of a part on one line.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答に、ヘッダーが複数行にわたるパートがあります（${message}）。`,
      expected: '1 行ずつのヘッダー',
      observed: String(message),
      remedy: 'パートのヘッダーを 1 行に書いてください。',
    }),
  },
  'part-without-type': {
    english: (_, seen) => ({
      headline: `${seen.request} has a part without Content-Type.`,
      expected: 'one Content-Type field with a single-part media type',
      observed: 'none',
      remedy: 'Write Content-Type into the header fields of each part.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に、Content-Type のないパートがあります。`,
      expected: '単一パートのメディアタイプを示す Content-Type が 1 つ',
      observed: 'なし',
      remedy: '各パートのヘッダーに Content-Type を書いてください。',
    }),
  },
  'part-type-wrong': {
    english: ({ values }, seen) => ({
      headline: `${seen.request} has a part with Content-Type ${listed((values ?? []).map(quoted))} instead of one single-part media type.`,
      expected: 'one Content-Type field with a single-part media type',
      observed: listed((values ?? []).map(quoted)),
      remedy: 'Write one Content-Type with the media type of the content into each part.',
    }),
    japanese: ({ values }, seen) => ({
      headline: `${seen.request} の応答に、Content-Type が ${all(values)} のパートがあります。`,
      expected: '単一パートのメディアタイプを示す Content-Type が 1 つ',
      observed: all(values),
      remedy: '内容のメディアタイプを示す Content-Type を各パートに 1 つ書いてください。',
    }),
  },
  'part-length-wrong': {
    english: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} has a part with Content-Length ${quoted(stated)} that is ${counted(bytes, 'byte')} long.`,
      expected: `Content-Length ${bytes}`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: 'Take the length of a part from its content, without the line break before the next delimiter.',
    }),
    japanese: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} の応答に、Content-Length が ${quoted(stated)} なのに ${bytes} バイトのパートがあります。`,
      expected: `Content-Length ${bytes}`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: '次の区切りの前の改行を除いた、内容の長さを書いてください。',
    }),
  },
  'part-without-length': {
    english: ({ bytes }, seen) => ({
      headline: `${seen.request} has a part without Content-Length, ${counted(bytes, 'byte')} long.`,
      expected: `Content-Length ${bytes}`,
      observed: 'none',
      remedy: 'Write Content-Length into each part, or send the message in chunks.',
    }),
    japanese: ({ bytes }, seen) => ({
      headline: `${seen.request} の応答に、Content-Length のない ${bytes} バイトのパートがあります。`,
      expected: `Content-Length ${bytes}`,
      observed: 'なし',
      remedy: '各パートに Content-Length を書くか、メッセージをチャンクで送ってください。',
    }),
  },
  'part-without-location': {
    english: (_, seen) => ({
      headline: `${seen.request} has a part without Content-Location.`,
      expected: 'a Content-Location field',
      observed: 'none',
      remedy: 'Write the URL of the instance, frame or bulk data into each part as Content-Location.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に、Content-Location のないパートがあります。`,
      expected: 'Content-Location',
      observed: 'なし',
      remedy: 'インスタンス、フレーム、バルクデータの URL を Content-Location として各パートに書いてください。',
    }),
  },
  'part-location-shared': {
    english: ({ location, other }, seen) => ({
      headline: `${seen.request} has two parts with the same Content-Location, ${quotedEnd(location)}.`,
      expected: 'a location of its own',
      observed: `that of part ${other}, counted from 0`,
      remedy: 'Write the URL of its own instance, frame or bulk data into each part.',
    }),
    japanese: ({ location, other }, seen) => ({
      headline: `${seen.request} の応答に、Content-Location が同じ ${quotedEnd(location)} のパートが 2 つあります。`,
      expected: 'パートごとに固有の URL',
      observed: `0 から数えてパート ${other} と同じ`,
      remedy: '各パートに、そのインスタンス、フレーム、バルクデータの URL を書いてください。',
    }),
  },
  'part-location-of-another': {
    english: ({ location, level, expected }, seen) => {
      const [observed, due] =
        level === 'resource'
          ? quotedApart(location, expected?.[0] ?? '')
          : [quotedEnd(location), `the location of ${level} ${either(expected)}`];
      return {
        headline: `${seen.request} has a part with the Content-Location of another ${level}: ${observed} instead of ${due}.`,
        expected: due,
        observed,
        remedy: 'Build the Content-Location of each part from the UIDs and the frame number of its content.',
      };
    },
    japanese: ({ location, level, expected }, seen) => {
      const what = LEVELS[level] ?? 'もの';
      const [observed, due] =
        level === 'resource'
          ? quotedApart(location, expected?.[0] ?? '')
          : [quotedEnd(location), `${what} ${alternatives(expected)} の URL`];
      return {
        headline: `${seen.request} の応答に、Content-Location が別の${what}を指すパートがあります（${due} ではなく ${observed}）。`,
        expected: due,
        observed,
        remedy: OWN_LOCATION,
      };
    },
  },
  'part-location-dead': {
    english: ({ status, expected }, seen) => ({
      headline: `The Content-Location of a part leads nowhere: ${seen.request} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Write URLs into Content-Location under which the server answers with the content of the part.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `パートの Content-Location の先に何もありません: ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'サーバーがパートの内容を返す URL を Content-Location に書いてください。',
    }),
  },
  'part-location-other-content': {
    english: ({ location, expected, actual }) => ({
      headline: `The Content-Location of a part leads to other content: ${quotedEnd(location)}.`,
      expected: expected === null ? 'the bytes of the part' : `instance ${expected}`,
      observed: actual === null ? 'other bytes' : `instance ${actual}`,
      remedy: 'Build the Content-Location of each part from the UIDs and the frame number of its content.',
    }),
    japanese: ({ location, expected, actual }) => ({
      headline: `パートの Content-Location の先が別の内容です: ${quotedEnd(location)}。`,
      expected: expected === null ? 'パートと同じバイト列' : `インスタンス ${expected}`,
      observed: actual === null ? '別のバイト列' : `インスタンス ${actual}`,
      remedy: OWN_LOCATION,
    }),
  },
  'part-in-mail-encoding': {
    english: ({ encoding }, seen) => ({
      headline: `${seen.request} has a part with Content-Transfer-Encoding ${quoted(encoding)} instead of plain octets.`,
      expected: 'no Content-Transfer-Encoding, or binary',
      observed: quoted(encoding),
      remedy: 'Send the octets of the content as they are, without Content-Transfer-Encoding.',
    }),
    japanese: ({ encoding }, seen) => ({
      headline: `${seen.request} の応答に、Content-Transfer-Encoding が ${quoted(encoding)} のパートがあります。`,
      expected: 'Content-Transfer-Encoding なし、または binary',
      observed: quoted(encoding),
      remedy: '内容のオクテットを Content-Transfer-Encoding なしでそのまま送ってください。',
    }),
  },
  'part-encoding-untrue': {
    english: ({ encoding }, seen) => ({
      headline: `${seen.request} has a part of binary octets with Content-Transfer-Encoding ${quoted(encoding)}.`,
      expected: 'binary, as the octets are',
      observed: quoted(encoding),
      remedy: 'Leave Content-Transfer-Encoding out.',
    }),
    japanese: ({ encoding }, seen) => ({
      headline: `${seen.request} の応答に、バイナリなのに Content-Transfer-Encoding が ${quoted(encoding)} のパートがあります。`,
      expected: 'オクテットのとおり binary',
      observed: quoted(encoding),
      remedy: 'Content-Transfer-Encoding を除いてください。',
    }),
  },
  'part-in-base64': {
    english: (_, seen) => ({
      headline: `${seen.request} has a part of base64 text instead of the octets of a DICOM file.`,
      expected: 'the octets of a DICOM file',
      observed: 'base64 text',
      remedy: 'Send the octets of the file as they are.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に、DICOM ファイルのオクテットではなく base64 テキストのパートがあります。`,
      expected: 'DICOM ファイルのオクテット',
      observed: 'base64 テキスト',
      remedy: 'ファイルのオクテットをそのまま送ってください。',
    }),
  },
  'unusual-framing-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with a legal but unusual multipart body is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, as for the usual body`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Read multipart bodies by RFC 2046: preamble, epilogue, quoted boundary, part headers in any case.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `正しいが珍しい形のマルチパートの ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `通常の形と同じくステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy:
        'マルチパートを RFC 2046 に従って読んでください（前文、後書き、引用符付きの境界文字列、ヘッダー名の大文字小文字）。',
    }),
  },
  'unusual-framing-loses-store': {
    english: (_, seen) => ({
      headline: `The server lost the instance of a store with a legal but unusual multipart body: ${seen.request} does not show it.`,
      expected: 'the instance, as after the usual body',
      observed: `an answer without it: ${seen.status ?? 'none'}`,
      remedy: 'Read multipart bodies by RFC 2046, and answer success only once every instance is kept.',
    }),
    japanese: (_, seen) => ({
      headline: `正しいが珍しい形のマルチパートで保存したインスタンスをサーバーが失いました: ${seen.request} に現れません。`,
      expected: '通常の形の保存と同じくインスタンス',
      observed: `それがない応答（${seen.status ?? 'なし'}）`,
      remedy: 'マルチパートを RFC 2046 に従って読み、全インスタンスを保存してから成功を返してください。',
    }),
  },
};
