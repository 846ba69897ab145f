import type { SOMETHING_ELSE } from '../../../../lib/breaches/kinds/http/something-else.ts';
import { formatName } from '../../format-names.ts';
import { FORMS } from '../../json-forms.ts';
import type { InEach } from '../../language.ts';
import { PAGE, PAGES } from '../../page-sorts.ts';
import { attributeName, counted, quoted, quotedEnd } from '../../quote.ts';
import { levelName } from '../../search-phrases.ts';
import type { SeenIn, Wording, WordsFor } from '../../telling.ts';

const OCTETS = 'application/octet-stream';

/** What was due, in a part whose type says little: the bytes of frames or of a value. */
const due = {
  english: (expected: string, { request }: SeenIn): string =>
    expected !== OCTETS
      ? expected
      : request.includes('/frames')
        ? 'uncompressed pixels'
        : 'the bytes of the value alone',
  japanese: (expected: string, { request }: SeenIn): string =>
    expected !== OCTETS ? expected : request.includes('/frames') ? '非圧縮の画素' : '値のバイト列だけ',
};

function cutRemedy(language: keyof InEach<string>, round: string | null): string {
  if (language === 'english')
    return round === null
      ? 'Send the body to its end: look whether its length counts characters instead of bytes, and where the writing stops, such as at an error half-way.'
      : `Look for a buffer, a field or a limit of ${round} that cuts what is longer, in the server and in what is before it.`;
  return round === null
    ? 'ボディを最後まで送ってください。長さがバイト数ではなく文字数になっていないか、途中のエラーなどで書き込みが止まっていないか確認してください。'
    : `サーバーとその手前で、${round} を超えるものを切り捨てるバッファー、項目、上限を確認してください。`;
}

const cutIn = {
  english: (bytes: number, of: number | null, round: string | null): string =>
    `${counted(bytes, 'byte')}${of === null ? '' : ` of ${of}`}${round === null ? '' : ` (${round})`}`,
  japanese: (bytes: number, of: number | null, round: string | null): string =>
    `${of === null ? '' : `${of} バイト中 `}${bytes} バイト${round === null ? '' : `（${round}）`}`,
};

interface PageSeen {
  readonly sort: string;
  readonly title: string | null;
  readonly expected: string;
  readonly server: string | null;
}

const pageTold = {
  english({ sort, title, expected, server }: PageSeen, { request, status }: SeenIn): Wording {
    const { name, remedy } = PAGES.english[sort] ?? PAGE.english;
    const titled = title === null ? '' : ` (${quoted(title)})`;
    return {
      headline: `${request} is answered ${status ?? '200'} with ${name}${titled} instead of ${expected}.`,
      expected,
      observed: `HTML${titled}${server === null ? '' : `, sent by ${quoted(server)}`}`,
      remedy,
    };
  },
  japanese({ sort, title, expected, server }: PageSeen, { request, status }: SeenIn): Wording {
    const { name, remedy } = PAGES.japanese[sort] ?? PAGE.japanese;
    const titled = title === null ? '' : `（${quoted(title)}）`;
    return {
      headline: `${request} に ${status ?? '200'} で、${expected} ではなく${name}${titled}を返します。`,
      expected,
      observed: `HTML${titled}${server === null ? '' : `、送信元 ${quoted(server)}`}`,
      remedy,
    };
  },
};

export const SOMETHING_ELSE_WORDS: WordsFor<typeof SOMETHING_ELSE> = {
  'answer-empty': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} with an empty body instead of ${expected}.`,
      expected,
      observed: 'a body of 0 bytes',
      remedy:
        'Send the data, or the status that says why there are none: 404 where nothing is stored, 500 where it cannot be read.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} に ${status} で応答しますが、${expected} がなくボディが空です。`,
      expected,
      observed: '0 バイトのボディ',
      remedy:
        'データを送るか、ない理由を示すステータス（保存されていなければ 404、読めなければ 500）で応答してください。',
    }),
  },
  'answer-is-login': {
    english: (page, seen) => pageTold.english({ ...page, sort: 'login' }, seen),
    japanese: (page, seen) => pageTold.japanese({ ...page, sort: 'login' }, seen),
  },
  'answer-is-page': pageTold,
  'answer-is-error': {
    english: ({ status, message, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} with an error message instead of ${expected}: ${quoted(message)}.`,
      expected: `${expected}, or a status of 400 and above`,
      observed: `${status} with ${quoted(message)}`,
      remedy: 'Mend what the message names, and send an error with its status, such as 404 or 500.',
    }),
    japanese: ({ status, message, expected }, seen) => ({
      headline: `${seen.request} に ${status} で、${expected} ではなくエラーメッセージを返します: ${quoted(message)}。`,
      expected: `${expected}、または 400 以上のステータス`,
      observed: `${status} と ${quoted(message)}`,
      remedy: 'メッセージが示す問題を直し、エラーは 404 や 500 などのステータスで送ってください。',
    }),
  },
  'answer-of-another-type': {
    english: ({ found, label, expected }, seen) => ({
      headline: `${seen.request} is answered with ${formatName('english', found)}${label === null ? ' without Content-Type' : ` labelled ${label}`} instead of ${expected}.`,
      expected,
      observed: formatName('english', found),
      remedy: `Send ${expected} as it was asked for, and label every body with what its bytes are; answer 406 where it cannot be made.`,
    }),
    japanese: ({ found, label, expected }, seen) => ({
      headline: `${seen.request} の応答が ${expected} ではなく、${label === null ? 'Content-Type のない' : `${label} と表示された`}${formatName('japanese', found)}です。`,
      expected,
      observed: formatName('japanese', found),
      remedy: `求められた ${expected} を送り、実際のバイトに合う型を表示してください。作れないときは 406 で応答してください。`,
    }),
  },
  'answer-in-another-form': {
    english: ({ form, around, expected }, seen) => {
      const { name, remedy } = FORMS.english[form] ?? { name: `as ${form}`, remedy: `Write ${expected} as it is.` };
      return {
        headline: `${seen.request} sends ${expected} ${name}${around === null ? '' : `: ${quoted(around)}`}.`,
        expected: `${expected} and nothing else`,
        observed: `it comes ${name}`,
        remedy,
      };
    },
    japanese: ({ form, around, expected }, seen) => {
      const { name, remedy } = FORMS.japanese[form] ?? {
        name: `${form} として`,
        remedy: `${expected} をそのまま書いてください。`,
      };
      return {
        headline: `${seen.request} が ${expected} を${name}送ります${around === null ? '' : `: ${quoted(around)}`}。`,
        expected: `${expected} のみ`,
        observed: `${name}送られる`,
        remedy,
      };
    },
  },
  'answer-wrapped': {
    english: ({ wrapper, expected }, seen) => ({
      headline:
        wrapper === '[]'
          ? `${seen.request} puts the list of data sets into another list instead of sending it as it is.`
          : `${seen.request} puts the data sets into ${quoted(wrapper)} of an object of its own instead of an array at the top.`,
      expected: `${expected}: one array of data sets`,
      observed: wrapper === '[]' ? 'an array in an array' : `an object with the member ${quoted(wrapper)}`,
      remedy: 'Send the array itself; an envelope of the product or of a gateway has to be taken off.',
    }),
    japanese: ({ wrapper, expected }, seen) => ({
      headline:
        wrapper === '[]'
          ? `${seen.request} が、データセットのリストを別のリストに入れて送ります。`
          : `${seen.request} が、データセットを最上位の配列ではなく独自のオブジェクトの ${quoted(wrapper)} に入れて送ります。`,
      expected: `${expected}（データセットの配列 1 つ）`,
      observed: wrapper === '[]' ? '配列の中の配列' : `メンバー ${quoted(wrapper)} を持つオブジェクト`,
      remedy: '配列をそのまま送り、製品やゲートウェイの包みを外してください。',
    }),
  },
  'answer-cut-off': {
    english: ({ bytes, of, round }, seen) => ({
      headline: `${seen.request} is cut off after ${cutIn.english(bytes, of, round)}.`,
      expected: of === null ? 'the whole body' : counted(of, 'byte'),
      observed: `the body ends in the middle, after ${counted(bytes, 'byte')}`,
      remedy: cutRemedy('english', round),
    }),
    japanese: ({ bytes, of, round }, seen) => ({
      headline: `${seen.request} の応答が、${cutIn.japanese(bytes, of, round)}で途切れます。`,
      expected: of === null ? 'ボディ全体' : `${of} バイト`,
      observed: `ボディが ${bytes} バイトで途中で終わる`,
      remedy: cutRemedy('japanese', round),
    }),
  },
  'answer-of-another': {
    english: ({ level, found, isStored }, seen) => ({
      headline: `${seen.request} is answered with another ${level} than the one in its path: ${found}${isStored ? ', which is stored as well' : ', which was not stored by this run'}.`,
      expected: `the ${level} that the path names`,
      observed: found,
      remedy: `Select by every UID of the path; look for a cache, an index or a variable that holds the ${level} of another request.`,
    }),
    japanese: ({ level, found, isStored }, seen) => ({
      headline: `${seen.request} が、パスの指すものとは別の${levelName(level)}を返します: ${found}（${isStored ? '同じく保存済み' : '今回の試験では保存していないもの'}）。`,
      expected: `パスが指す${levelName(level)}`,
      observed: found,
      remedy: `パスのすべての UID で選び、別のリクエストの${levelName(level)}を保持するキャッシュ、索引、変数がないか確認してください。`,
    }),
  },
  'answer-from-cache': {
    english: ({ expected, madeFor, age }, seen) => ({
      headline: `${seen.request} asked for ${expected} is answered from a cache with what was made for ${quoted(madeFor)}${age === null ? '' : `, ${age} s ago`}.`,
      expected,
      observed: `the bytes of the answer to ${quoted(madeFor)}`,
      remedy:
        'Send Vary: Accept with every answer that depends on Accept, and make the cache before the server heed it.',
    }),
    japanese: ({ expected, madeFor, age }, seen) => ({
      headline: `${expected} を求めた ${seen.request} に、${quoted(madeFor)} 向けに${age === null ? '' : ` ${age} 秒前に`}作られた応答がキャッシュから返ります。`,
      expected,
      observed: `${quoted(madeFor)} への応答と同じバイト列`,
      remedy: 'Accept により変わる応答すべてに Vary: Accept を付け、手前のキャッシュがそれに従うようにしてください。',
    }),
  },
  'answer-thinner-than-before': {
    english: ({ attributes, tag }, seen) => ({
      headline: `${seen.request} lacks ${counted(attributes, 'attribute')} that it had when the same was asked before, such as ${attributeName(tag)}.`,
      expected: 'every attribute of the answer before',
      observed: `${counted(attributes, 'attribute')} fewer, ${attributeName(tag)} among them`,
      remedy: 'Cache whole answers or none: what is given at the first time must be given each time.',
    }),
    japanese: ({ attributes, tag }, seen) => ({
      headline: `${seen.request} の応答に、前に同じものを求めたときにはあった属性が ${attributes} 個ありません（${attributeName(tag)} など）。`,
      expected: '前の応答のすべての属性',
      observed: `${attributes} 個の属性（${attributeName(tag)} など）がない`,
      remedy:
        '応答はすべてをキャッシュするか、まったくしないかにしてください。最初に返す内容を毎回返す必要があります。',
    }),
  },
  'answer-of-earlier-request': {
    english: ({ url, between }, seen) => ({
      headline: `${seen.request} is answered now and then with the answer to ${between === 0 ? 'the request before it' : 'an earlier request'}: ${quotedEnd(url)}.`,
      expected: 'what was asked for, as when the same is asked again',
      observed: `the content of the answer to ${quotedEnd(url)}${between === 0 ? ', the request before it' : ''}`,
      remedy:
        'Look for a buffer, a connection or a cached answer that requests share, and give each request its own: the same request is answered rightly when it is sent again.',
    }),
    japanese: ({ url, between }, seen) => ({
      headline: `${seen.request} に、ときどき${between === 0 ? '直前の' : '以前の'}リクエスト（${quotedEnd(url)}）の応答を返します。`,
      expected: '同じものをもう一度求めたときと同じく、求めたもの',
      observed: `${between === 0 ? '直前の' : '以前の'}リクエスト ${quotedEnd(url)} の応答と同じ内容`,
      remedy:
        'リクエスト間で共有しているバッファー、接続、キャッシュを確認し、リクエストごとに分けてください。同じリクエストを再送すると正しく応答します。',
    }),
  },
  'part-begins-late': {
    english: ({ bytes, before }, seen) => ({
      headline: `${seen.request} puts ${counted(bytes, 'byte')} too many${before === null ? '' : ` (${quoted(before)})`} before the content of its parts.`,
      expected: 'the content right behind the empty line that ends the header of the part',
      observed: `${counted(bytes, 'byte')}${before === null ? '' : ` (${quoted(before)})`} before it`,
      remedy: 'Write one empty line (CR LF) between the header of a part and its content, and nothing else.',
    }),
    japanese: ({ bytes, before }, seen) => ({
      headline: `${seen.request} が、パートの内容の前に余分な ${bytes} バイト${before === null ? '' : `（${quoted(before)}）`}を置きます。`,
      expected: 'パートのヘッダーを終える空行の直後に内容',
      observed: `その前に ${bytes} バイト${before === null ? '' : `（${quoted(before)}）`}`,
      remedy: 'パートのヘッダーと内容の間には空行 (CR LF) を 1 つだけ書いてください。',
    }),
  },
  'part-empty': {
    english: ({ part, expected }, seen) => ({
      headline: `${seen.request} sends part ${part + 1} without any byte instead of ${due.english(expected, seen)}.`,
      expected: due.english(expected, seen),
      observed: 'a part of 0 bytes',
      remedy: 'Write the bytes of each part; answer with an error status where they cannot be read.',
    }),
    japanese: ({ part, expected }, seen) => ({
      headline: `${seen.request} の応答のパート ${part + 1} が、${due.japanese(expected, seen)} ではなく空です。`,
      expected: due.japanese(expected, seen),
      observed: '0 バイトのパート',
      remedy: '各パートのバイトを書き、読めないときはエラーのステータスで応答してください。',
    }),
  },
  'part-of-another-type': {
    english: ({ part, found, label, expected, title }, seen) => ({
      headline: `${seen.request} sends ${formatName('english', found)}${title === null ? '' : ` (${quoted(title)})`}${label === null ? '' : ` labelled ${quoted(label)}`} as part ${part + 1} instead of ${due.english(expected, seen)}.`,
      expected: due.english(expected, seen),
      observed: formatName('english', found),
      remedy: `Send ${due.english(expected, seen)} as was asked for: unpack or decode what is stored in another form, or answer 406.`,
    }),
    japanese: ({ part, found, label, expected, title }, seen) => ({
      headline: `${seen.request} の応答のパート ${part + 1} が、${due.japanese(expected, seen)} ではなく${label === null ? '' : `${quoted(label)} と表示された`}${formatName('japanese', found)}${title === null ? '' : `（${quoted(title)}）`}です。`,
      expected: due.japanese(expected, seen),
      observed: formatName('japanese', found),
      remedy: `求められた ${due.japanese(expected, seen)} を送ってください。別の形で保存しているものは展開または復号し、できなければ 406 で応答してください。`,
    }),
  },
  'part-cut-off': {
    english: ({ bytes, of, name, round }, seen) => ({
      headline: `${seen.request} returns ${name} cut off after ${cutIn.english(bytes, of, round)}.`,
      expected: counted(of, 'byte'),
      observed: `the first ${counted(bytes, 'byte')} of it`,
      remedy: cutRemedy('english', round),
    }),
    japanese: ({ bytes, of, name, round }, seen) => ({
      headline: `${seen.request} が返す ${name} が、${cutIn.japanese(bytes, of, round)}で途切れます。`,
      expected: `${of} バイト`,
      observed: `先頭の ${bytes} バイト`,
      remedy: cutRemedy('japanese', round),
    }),
  },
  'frame-of-another': {
    english: ({ name, frame, wanted }, seen) => ({
      headline: `${seen.request} returns frame ${frame} of ${name} instead of a frame of ${wanted}.`,
      expected: `the frame of ${wanted}`,
      observed: `frame ${frame} of ${name}, byte for byte`,
      remedy:
        'Select the frame by every UID of the path; look for a cache or index that goes by the frame number alone.',
    }),
    japanese: ({ name, frame, wanted }, seen) => ({
      headline: `${seen.request} が、${wanted} のフレームではなく ${name} のフレーム ${frame} を返します。`,
      expected: `${wanted} のフレーム`,
      observed: `${name} のフレーム ${frame} と 1 バイトも違わない`,
      remedy: 'パスのすべての UID でフレームを選び、フレーム番号だけで引くキャッシュや索引がないか確認してください。',
    }),
  },
};
