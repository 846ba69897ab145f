import type { PART } from '../../../lib/breaches/kinds/part.ts';
import { alternatives, quoted, quotedApart, quotedEnd } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

const LOST_COPY = '成功と知らされた送信側は手元の画像を消去するため、画像はどこにも残りません。';
const OTHER_IMAGE = 'URL で画像を保存するクライアントが、誤った画像を表示します。';
const OWN_LOCATION = '各パートの Content-Location を、内容の UID とフレーム番号から作ってください。';
const all = (things: readonly string[] | undefined) => (things ?? []).map(quoted).join('、');

/** 場所が誤って指すもの。 */
const LEVELS: Readonly<Record<string, string>> = {
  resource: 'リソース',
  instance: 'インスタンス',
  frame: 'フレーム',
};

export const PART_JAPANESE: WordsFor<typeof PART> = {
  'part-headers-malformed': ({ message }, seen) => ({
    headline: `${seen.request} の応答に、ヘッダーを読めないパートがあります（${message}）。`,
    expected: 'CRLF で終わる 1 行ずつのヘッダーと、その後の空行',
    observed: String(message),
    effect: 'クライアントはパートの内容の始まりが分からず、画像を壊すか読み飛ばします。',
    remedy: 'ヘッダーを「名前: 値」と CRLF で書き、内容の前に空行を置いてください。',
  }),
  'part-header-folded': ({ message }, seen) => ({
    headline: `${seen.request} の応答に、ヘッダーが複数行にわたるパートがあります（${message}）。`,
    expected: '1 行ずつのヘッダー',
    observed: String(message),
    effect: 'HTTP のヘッダーしか知らないクライアントは 2 行目を別のヘッダーと読むか、パートを拒否します。',
    remedy: 'パートのヘッダーを 1 行に書いてください。',
  }),
  'part-without-type': (_, seen) => ({
    headline: `${seen.request} の応答に、Content-Type のないパートがあります。`,
    expected: '単一パートのメディアタイプを示す Content-Type が 1 つ',
    observed: 'なし',
    effect: 'MIME の規則では平文になるため、クライアントが読み飛ばし、画像が欠けます。',
    remedy: '各パートのヘッダーに Content-Type を書いてください。',
  }),
  'part-type-wrong': ({ values }, seen) => ({
    headline: `${seen.request} の応答に、Content-Type が ${all(values)} のパートがあります。`,
    expected: '単一パートのメディアタイプを示す Content-Type が 1 つ',
    observed: all(values),
    effect: 'クライアントはパートの内容が分からず読み飛ばし、画像が欠けます。',
    remedy: '内容のメディアタイプを示す Content-Type を各パートに 1 つ書いてください。',
  }),
  'part-length-wrong': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} の応答に、Content-Length が ${quoted(stated)} なのに ${bytes} バイトのパートがあります。`,
    expected: `Content-Length ${bytes}`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: '長さに従うクライアントは画像を途中で切るか、次の区切りまで画像として読みます。',
    remedy: '次の区切りの前の改行を除いた、内容の長さを書いてください。',
  }),
  'part-without-length': ({ bytes }, seen) => ({
    headline: `${seen.request} の応答に、Content-Length のない ${bytes} バイトのパートがあります。`,
    expected: `Content-Length ${bytes}`,
    observed: 'なし',
    effect: 'クライアントは内容の中から区切りを探す必要があり、大きな画像では遅くなります。',
    remedy: '各パートに Content-Length を書くか、メッセージをチャンクで送ってください。',
  }),
  'part-without-location': (_, seen) => ({
    headline: `${seen.request} の応答に、Content-Location のないパートがあります。`,
    expected: 'Content-Location',
    observed: 'なし',
    effect: 'パートを保存するクライアントは、どのリソースか分かりません。',
    remedy: 'インスタンス、フレーム、バルクデータの URL を Content-Location として各パートに書いてください。',
  }),
  'part-location-shared': ({ location, other }, seen) => ({
    headline: `${seen.request} の応答に、Content-Location が同じ ${quotedEnd(location)} のパートが 2 つあります。`,
    expected: 'パートごとに固有の URL',
    observed: `0 から数えてパート ${other} と同じ`,
    effect: 'URL でパートを保存するクライアントは、片方しか残せません。',
    remedy: '各パートに、そのインスタンス、フレーム、バルクデータの URL を書いてください。',
  }),
  'part-location-of-another': ({ location, level, expected }, seen) => {
    const what = LEVELS[level] ?? 'もの';
    const [observed, due] =
      level === 'resource'
        ? quotedApart(location, expected?.[0] ?? '')
        : [quotedEnd(location), `${what} ${alternatives(expected)} の URL`];
    return {
      headline: `${seen.request} の応答に、Content-Location が別の${what}を指すパートがあります（${due} ではなく ${observed}）。`,
      expected: due,
      observed,
      effect: OTHER_IMAGE,
      remedy: OWN_LOCATION,
    };
  },
  'part-location-dead': ({ status, expected }, seen) => ({
    headline: `パートの Content-Location の先に何もありません: ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '後で URL をたどるクライアントは、画像を再び取得できません。',
    remedy: 'サーバーがパートの内容を返す URL を Content-Location に書いてください。',
  }),
  'part-location-other-content': ({ location, expected, actual }) => ({
    headline: `パートの Content-Location の先が別の内容です: ${quotedEnd(location)}。`,
    expected: expected === null ? 'パートと同じバイト列' : `インスタンス ${expected}`,
    observed: actual === null ? '別のバイト列' : `インスタンス ${actual}`,
    effect: OTHER_IMAGE,
    remedy: OWN_LOCATION,
  }),
  'part-in-mail-encoding': ({ encoding }, seen) => ({
    headline: `${seen.request} の応答に、Content-Transfer-Encoding が ${quoted(encoding)} のパートがあります。`,
    expected: 'Content-Transfer-Encoding なし、または binary',
    observed: quoted(encoding),
    effect: 'HTTP のクライアントはメールの符号化を戻さず、テキストを画像として読んで失敗します。',
    remedy: '内容のオクテットを Content-Transfer-Encoding なしでそのまま送ってください。',
  }),
  'part-encoding-untrue': ({ encoding }, seen) => ({
    headline: `${seen.request} の応答に、バイナリなのに Content-Transfer-Encoding が ${quoted(encoding)} のパートがあります。`,
    expected: 'オクテットのとおり binary',
    observed: quoted(encoding),
    effect: 'これを信じるクライアントは、画像の中の改行を書き換えることがあります。',
    remedy: 'Content-Transfer-Encoding を除いてください。',
  }),
  'part-in-base64': (_, seen) => ({
    headline: `${seen.request} の応答に、DICOM ファイルのオクテットではなく base64 テキストのパートがあります。`,
    expected: 'DICOM ファイルのオクテット',
    observed: 'base64 テキスト',
    effect: 'ビューアはテキストを DICOM ファイルとして読んで失敗し、画像を開けません。',
    remedy: 'ファイルのオクテットをそのまま送ってください。',
  }),
  'unusual-framing-refused': ({ status, expected }, seen) => ({
    headline: `正しいが珍しい形のマルチパートの ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `通常の形と同じくステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '前文、引用符付きの境界文字列、追加のパートヘッダーを書くライブラリの送信側は保存できません。',
    remedy:
      'マルチパートを RFC 2046 に従って読んでください（前文、後書き、引用符付きの境界文字列、ヘッダー名の大文字小文字）。',
  }),
  'unusual-framing-loses-store': (_, seen) => ({
    headline: `正しいが珍しい形のマルチパートで保存したインスタンスをサーバーが失いました: ${seen.request} に現れません。`,
    expected: '通常の形の保存と同じくインスタンス',
    observed: `それがない応答（${seen.status ?? 'なし'}）`,
    effect: LOST_COPY,
    remedy: 'マルチパートを RFC 2046 に従って読み、全インスタンスを保存してから成功を返してください。',
  }),
};
