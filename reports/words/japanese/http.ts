import type { HTTP } from '../../../lib/breaches/kinds/http.ts';
import { alternatives, brief, quoted, quotedApart } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { inJapanese } from './sentences/index.ts';

const REST = '接続を使い回すクライアントが、残りのバイトを次の応答として読み、誤ったデータを表示するか失敗します。';
const UNTYPED = 'ブラウザやビューアは内容の種類が分からず、応答を拒否するか誤って表示します。';
const all = (things: readonly string[] | undefined | null) => (things ?? []).map(quoted).join('、');

/** 完全な応答にならなかった交換の終わり方。 */
const ENDS: Readonly<Record<string, string>> = {
  truncated: 'の応答が途切れます',
  reset: 'に応答せず、サーバーが接続を閉じます',
  malformed: 'の応答を 1 つの HTTP 応答として読めません',
  'redirect-loop': 'の応答が、終わりのないリダイレクトです',
};

/** 完全な応答にするための変更。 */
const MENDED: Readonly<Record<string, string>> = {
  malformed: '長さを 1 通りに示し、終わりの後に何も続かない、正しい応答を 1 つ送ってください。',
  'redirect-loop': '応答する URL にリダイレクトし、同じリソースに戻さないでください。',
};

export const HTTP_JAPANESE: WordsFor<typeof HTTP> = {
  'answer-incomplete': ({ failure, message }, seen) => ({
    headline: `${seen.request} ${ENDS[failure] ?? 'に応答がありません'}${message ? `（${inJapanese(brief(message))}）` : ''}。`,
    expected: '完全な HTTP 応答',
    observed: failure === 'none' ? '応答なし' : `${failure}: ${message}`,
    effect: 'クライアントは応答を使えないか、途中までしか受け取れません。',
    remedy:
      MENDED[failure] ??
      'Content-Length または最後のチャンクが示す終わりまで送ってください。原因はサーバーか前段のプロキシのログで確認してください。',
  }),
  'status-out-of-range': ({ status }, seen) => ({
    headline: `${seen.request} の応答 ${status} は HTTP のステータスではありません。`,
    expected: '200 から 599 までの最終ステータス',
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'HTTP ライブラリが応答を拒否するか、エラーとして扱います。',
    remedy: 'RFC 9110 のステータスで応答してください。',
  }),
  'body-without-content': ({ status, bytes }, seen) => ({
    headline: `${seen.request} の応答は ${status} ですが、あってはならないボディが ${bytes} バイトあります。`,
    expected: `${status} の後にボディなし`,
    observed: `${bytes} バイト`,
    effect: REST,
    remedy: `${status} ではボディを送らないか、200 で応答してください。`,
  }),
  'no-content-announces-body': ({ header, value }, seen) => ({
    headline: `${seen.request} のボディのない応答 204 に ${header}: ${value} があります。`,
    expected: 'Content-Length も Transfer-Encoding もない 204',
    observed: `${header}: ${quoted(value)}`,
    effect: 'クライアントが、来ないボディを待つことがあります。',
    remedy: `ステータス 204 の応答から ${header} を除いてください。`,
  }),
  'content-length-wrong': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} の応答の Content-Length は ${quoted(stated)} ですが、ボディは ${bytes} バイトです。`,
    expected: `Content-Length ${bytes}`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: REST,
    remedy: '変更や圧縮の後、実際に送るバイト数から Content-Length を求めてください。',
  }),
  'payload-framed-twice': (_, seen) => ({
    headline: `${seen.request} の応答に Content-Length と Transfer-Encoding の両方があります。`,
    expected: 'どちらか一方',
    observed: '両方',
    effect: '別の応答を隠せるため（応答分割）、HTTP ライブラリはこの応答を拒否します。',
    remedy: 'チャンクで送るときは Content-Length を除き、前段のプロキシが加えるヘッダーも確認してください。',
  }),
  'payload-without-length': (_, seen) => ({
    headline: `${seen.request} の応答に Content-Length も Transfer-Encoding もなく、接続を閉じてボディを終えています。`,
    expected: 'Content-Length または Transfer-Encoding',
    observed: 'どちらもない',
    effect: 'クライアントは、途切れた応答と完全な応答を区別できません。',
    remedy: 'Content-Length を付けるか、チャンクで送ってください。',
  }),
  'content-coding-not-accepted': ({ coding, accepted }, seen) => ({
    headline: `${seen.request} の応答が、クライアントの受け付けない Content-Encoding ${quoted(coding)} です。`,
    expected: `Accept-Encoding ${quoted(accepted)} が認める符号化`,
    observed: `Content-Encoding: ${quoted(coding)}`,
    effect: 'その符号化を知らないクライアントは、圧縮されたバイトをデータとして読み、失敗します。',
    remedy: 'Accept-Encoding に挙げたクライアントにだけ圧縮して送ってください。',
  }),
  'content-coding-corrupt': ({ codings, message }, seen) => ({
    headline: `${seen.request} の応答は Content-Encoding ${(codings ?? []).join('、')} とありますが、その形式のデータではありません。`,
    expected: `${(codings ?? []).join('、')} のデータ`,
    observed: String(message),
    effect: 'クライアントは応答を展開できず、何も開けません。',
    remedy: '実際に適用した符号化だけを、適用した順に書いてください。',
  }),
  'content-coding-undeclared': ({ coding }, seen) => ({
    headline: `${seen.request} の応答は ${coding} のデータですが、Content-Encoding がありません。`,
    expected: 'Content-Type のメディアタイプのバイト列',
    observed: `Content-Encoding のない ${coding} データ`,
    effect: 'クライアントは圧縮されたバイトをそのままデータとして扱い、何も開けません。',
    remedy: `Content-Encoding: ${coding} を付け、受け付けるクライアントにだけ圧縮してください。`,
  }),
  'media-type-missing': (_, seen) => ({
    headline: `${seen.request} の応答に Content-Type がありません。`,
    expected: 'メディアタイプを示す Content-Type が 1 つ',
    observed: 'なし',
    effect: UNTYPED,
    remedy: 'ボディのある応答には必ず Content-Type を付けてください。',
  }),
  'media-type-repeated': ({ values }, seen) => ({
    headline: `${seen.request} の応答に Content-Type が複数あります（${all(values)}）。`,
    expected: 'Content-Type が 1 つ',
    observed: all(values),
    effect: 'クライアントごとに、最初、最後、またはどれも使わず、応答の読み方が変わります。',
    remedy: 'Content-Type を 1 つにし、前段のプロキシが加えるヘッダーも確認してください。',
  }),
  'media-type-unreadable': ({ value }, seen) => ({
    headline: `${seen.request} の応答の Content-Type ${quoted(value)} はメディアタイプではありません。`,
    expected: 'メディアタイプを示す Content-Type が 1 つ',
    observed: quoted(value),
    effect: UNTYPED,
    remedy: 'type/subtype の形で書き、パラメーターは name=value とし、特殊文字は引用符で囲んでください。',
  }),
  'media-type-malformed': ({ value, defects }, seen) => ({
    headline: `${seen.request} の応答の Content-Type ${quoted(value)} が文法に合っていません（${(defects ?? []).join('、')}）。`,
    expected: 'RFC 9110 §8.3.1 の文法によるメディアタイプ',
    observed: `${quoted(value)}: ${(defects ?? []).join('、')}`,
    effect: '厳密なクライアントは応答を拒否するか、読むために必要なパラメーターを見落とします。',
    remedy: 'パラメーターを name=value と書き、セミコロンで区切り、特殊文字は引用符で囲んでください。',
  }),
  'media-type-parameter-repeated': ({ parameter, values }, seen) => ({
    headline: `${seen.request} の応答の Content-Type に ${parameter} が複数あります（${all(values)}）。`,
    expected: `${parameter} は 1 つまで`,
    observed: all(values),
    effect: '別の値を選んだクライアントは、バイト列を誤って読みます。',
    remedy: `${parameter} を 1 つだけ書いてください。`,
  }),
  'transfer-syntax-wildcard': (_, seen) => ({
    headline: `${seen.request} の応答の Content-Type に、要求でしか使えない transfer-syntax=* があります。`,
    expected: 'バイト列の転送構文',
    observed: 'transfer-syntax=*',
    effect: 'クライアントは画素の符号化が分からず、復号できないことがあります。',
    remedy: '送るバイト列の転送構文 UID を書くか、パラメーターを除いてください。',
  }),
  'transfer-syntax-untrue': ({ named, actual }, seen) => ({
    headline: `${seen.request} の応答は transfer-syntax=${named} とありますが、インスタンスは ${actual} です。`,
    expected: `インスタンスの (0002,0010) のとおり transfer-syntax=${actual}`,
    observed: `transfer-syntax=${named}`,
    effect: 'この表示に従うビューアは、画素を誤って復号するか、復号できません。',
    remedy: '送るインスタンスのファイルメタ情報から値を取ってください。',
  }),
  'charset-untrue': ({ terms }, seen) => ({
    headline: terms
      ? `${seen.request} の応答は charset=utf-8 とありますが、インスタンスの SpecificCharacterSet は ${all(terms)} です。`
      : `${seen.request} の応答は charset=utf-8 とありますが、テキストが UTF-8 ではありません。`,
    expected: 'UTF-8 のテキスト',
    observed: terms ? `SpecificCharacterSet ${all(terms)}` : 'UTF-8 ではないバイト列',
    effect: '漢字などの ASCII 以外の文字が化けて表示されます。',
    remedy: '実際の文字集合を書くか、パラメーターを除いてください。',
  }),
  'resource-without-location': (_, seen) => ({
    headline: `${seen.request} の応答に Content-Location がありません。`,
    expected: 'Content-Location',
    observed: 'なし',
    effect: '応答を保存するクライアントは、どのリソースか分かりません。',
    remedy: 'リソースの URL を Content-Location で送ってください。',
  }),
  'location-of-another-resource': ({ location, asked }, seen) => {
    const [observed, expected] = quotedApart(location, asked);
    return {
      headline: `${seen.request} の応答の Content-Location が別のリソースを指しています（${expected} ではなく ${observed}）。`,
      expected,
      observed,
      effect: 'URL で応答を保存するクライアントが、別の患者の画像を表示します。',
      remedy: '送るリソースから Content-Location を作ってください。',
    };
  },
  'head-with-body': (_, seen) => ({
    headline: `${seen.request} の応答に、ヘッダーだけでなくボディがあります。`,
    expected: 'ヘッダーの後にボディなし',
    observed: 'バイト列が続く',
    effect: REST,
    remedy: 'HEAD には GET と同じ応答をボディなしで返してください。',
  }),
  'head-refused': ({ status, expected }, seen) => ({
    headline: `${seen.request} の応答が、GET の ${alternatives(expected)} ではなく ${status} です。`,
    expected: `GET と同じステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '先に大きさや種類を尋ねるクライアントは、リソースがないと判断します。',
    remedy: 'GET に応答するリソースでは、HEAD にも同じステータスとヘッダーで応答してください。',
  }),
  'head-names-another-type': ({ type, expected }, seen) => ({
    headline: `${seen.request} の応答の Content-Type が、GET の ${expected} ではなく ${type} です。`,
    expected: `GET と同じ Content-Type ${expected}`,
    observed: `Content-Type ${quoted(type)}`,
    effect: '先に HEAD で尋ねるクライアントが、実際とは別の種類を想定します。',
    remedy: 'HEAD のヘッダーを GET と同じ処理で作ってください。',
  }),
  'head-names-another-length': ({ stated, bytes }, seen) => ({
    headline: `${seen.request} の応答の Content-Length は ${quoted(stated)} ですが、GET のボディは ${bytes} バイトです。`,
    expected: `Content-Length ${bytes}、またはなし`,
    observed: `Content-Length ${quoted(stated)}`,
    effect: '先に大きさを尋ねるクライアントが、違うバイト数を確保または読み取ります。',
    remedy: 'GET のボディの長さを送り、分からなければ除いてください。',
  }),
  'etag-not-matched': ({ status, expected }, seen) => ({
    headline: `応答の ETag を If-None-Match に入れた ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ボディのないステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '同じ応答をすでに持つビューアがそれを使えず、全体を読み直すか失敗します。',
    remedy: 'If-None-Match をリソースの ETag と比べ、一致すればボディなしの 304 で応答してください。',
  }),
  'search-status-undefined': ({ status }, seen) => ({
    headline: `${seen.request} の応答 ${status} は、検索トランザクションの表にありません。`,
    expected: 'PS3.18 が検索に定めるステータス',
    observed: `ステータス ${seen.status ?? status}`,
    effect: '規格のステータスを扱うクライアントは、何が起きたか分かりません。',
    remedy: '表 8.5-1 と表 10.6.3-1 のステータスで検索に応答してください。',
  }),
  'store-status-undefined': ({ status }, seen) => ({
    headline: `${seen.request} の応答 ${status} は、保存トランザクションの表にありません。`,
    expected: 'PS3.18 が保存に定めるステータス',
    observed: `ステータス ${seen.status ?? status}`,
    effect: '送信側は、画像が保存されたかどうか分かりません。',
    remedy: '表 8.5-1 と表 10.5.3-1 のステータスで保存に応答してください。',
  }),
  'partial-content-without-range': ({ status }, seen) => ({
    headline: `${seen.request} は Range を求めていませんが、応答が 200 ではなく ${status} です。`,
    expected: 'Range のない要求に 206 を返さない',
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'クライアントは応答を一部とみなし、残りを探すか拒否します。',
    remedy: '要求に Range がなければ 200 で応答してください。',
  }),
  'method-not-refused': ({ status, expected }, seen) => ({
    headline: `リソースにないメソッドの ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect:
      status >= 200 && status < 300
        ? 'クライアントは要求が実行されたと思い込みます。'
        : 'クライアントは、提供されないメソッドとほかのエラーを区別できません。',
    remedy: 'リソースにないメソッドには、Allow を付けて 405 で応答してください。',
  }),
  'not-allowed-without-allow': ({ method }, seen) => ({
    headline: `${seen.request} の応答 405 に Allow がありません。`,
    expected: 'リソースのメソッドを示す Allow',
    observed: `${method} に Allow のない 405`,
    effect: 'クライアントは、使えるメソッドが分かりません。',
    remedy: '405 には必ず、リソースのメソッドを Allow で送ってください。',
  }),
  'allow-lists-refused-method': ({ method, allow }, seen) => ({
    headline: `${seen.request} の応答は 405 ですが、Allow に ${method} があります: ${quoted(allow)}。`,
    expected: `${method} のない Allow`,
    observed: quoted(allow),
    effect: 'Allow に従うクライアントは、同じ要求をむだに繰り返します。',
    remedy: `Allow から ${method} を除くか、実行してください。`,
  }),
  'challenge-missing': ({ challenges }, seen) => ({
    headline:
      (challenges ?? []).length > 0
        ? `${seen.request} の応答 401 の WWW-Authenticate ${all(challenges)} に認証方式がありません。`
        : `${seen.request} の応答 401 に WWW-Authenticate がありません。`,
    expected: '認証方式を示す WWW-Authenticate',
    observed: (challenges ?? []).length > 0 ? all(challenges) : 'なし',
    effect: 'クライアントやブラウザは認証の方法が分からず、画像を取得できません。',
    remedy: '401 には必ず、Bearer や Basic などの方式を WWW-Authenticate で送ってください。',
  }),
  'old-http-version': ({ version }, seen) => ({
    headline: `${seen.request} の応答が HTTP/1.1 や HTTP/2 ではなく HTTP/${String(version).replace(/^HTTP\//i, '')} です。`,
    expected: 'HTTP/1.1 または HTTP/2',
    observed: quoted(version),
    effect: '要求のたびに接続が必要になり、ストリームで送れないため、ビューアが遅くなります。',
    remedy: 'HTTP/1.1 以降で応答し、前段のプロキシの設定も確認してください。',
  }),
};
