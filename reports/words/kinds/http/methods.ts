import type { HTTP_METHODS } from '../../../../lib/breaches/kinds/http/methods.ts';
import { alternatives, counted, either, listed, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const REST = {
  english: 'Clients on a kept connection read the rest as the next answer, and show the wrong data or fail.',
  japanese: '接続を使い回すクライアントが、残りのバイトを次の応答として読み、誤ったデータを表示するか失敗します。',
};

const all = (things: readonly string[] | undefined | null) => (things ?? []).map(quoted).join('、');

export const HTTP_METHODS_WORDS: WordsFor<typeof HTTP_METHODS> = {
  'head-with-body': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with a body instead of the header fields alone.`,
      expected: 'no body after the header fields',
      observed: 'bytes follow them',
      effect: REST.english,
      remedy: 'Answer HEAD as GET and leave the body out.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に、ヘッダーだけでなくボディがあります。`,
      expected: 'ヘッダーの後にボディなし',
      observed: 'バイト列が続く',
      effect: REST.japanese,
      remedy: 'HEAD には GET と同じ応答をボディなしで返してください。',
    }),
  },
  'head-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of ${either(expected)}, as GET is.`,
      expected: `status ${either(expected)}, as for GET`,
      observed: `status ${seen.status ?? status}`,
      effect: 'A client that asks for the size or type first takes the resource for absent.',
      remedy: 'Answer HEAD wherever GET is answered, with the same status and fields.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} の応答が、GET の ${alternatives(expected)} ではなく ${status} です。`,
      expected: `GET と同じステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      effect: '先に大きさや種類を尋ねるクライアントは、リソースがないと判断します。',
      remedy: 'GET に応答するリソースでは、HEAD にも同じステータスとヘッダーで応答してください。',
    }),
  },
  'head-names-another-type': {
    english: ({ type, expected }, seen) => ({
      headline: `${seen.request} is answered with Content-Type ${type} instead of ${expected}, which GET has.`,
      expected: `Content-Type ${expected}, as for GET`,
      observed: `Content-Type ${quoted(type)}`,
      effect: 'A client that asks by HEAD first expects another type than it gets.',
      remedy: 'Make the fields of HEAD by the same code as those of GET.',
    }),
    japanese: ({ type, expected }, seen) => ({
      headline: `${seen.request} の応答の Content-Type が、GET の ${expected} ではなく ${type} です。`,
      expected: `GET と同じ Content-Type ${expected}`,
      observed: `Content-Type ${quoted(type)}`,
      effect: '先に HEAD で尋ねるクライアントが、実際とは別の種類を想定します。',
      remedy: 'HEAD のヘッダーを GET と同じ処理で作ってください。',
    }),
  },
  'head-names-another-length': {
    english: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} is answered with Content-Length ${quoted(stated)}, but GET has a body of ${counted(bytes, 'byte')}.`,
      expected: `Content-Length ${bytes}, or none`,
      observed: `Content-Length ${quoted(stated)}`,
      effect: 'A client that asks for the size first reserves or reads another number of bytes.',
      remedy: 'Send the length of the body of GET, or none where it is not known.',
    }),
    japanese: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} の応答の Content-Length は ${quoted(stated)} ですが、GET のボディは ${bytes} バイトです。`,
      expected: `Content-Length ${bytes}、またはなし`,
      observed: `Content-Length ${quoted(stated)}`,
      effect: '先に大きさを尋ねるクライアントが、違うバイト数を確保または読み取ります。',
      remedy: 'GET のボディの長さを送り、分からなければ除いてください。',
    }),
  },
  'etag-not-matched': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with If-None-Match and the ETag of the answer is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)} without a body`,
      observed: `status ${seen.status ?? status}`,
      effect: 'A viewer that has the answer already cannot go on using it: it loads all of it again, or fails.',
      remedy: 'Compare If-None-Match with the ETag of the resource, and answer 304 without a body where they match.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `応答の ETag を If-None-Match に入れた ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ボディのないステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      effect: '同じ応答をすでに持つビューアがそれを使えず、全体を読み直すか失敗します。',
      remedy: 'If-None-Match をリソースの ETag と比べ、一致すればボディなしの 304 で応答してください。',
    }),
  },
  'other-etag-matched': {
    english: ({ sent }, seen) => ({
      headline: `${seen.request} with If-None-Match: ${sent}, which is not the ETag of the answer, is answered 304 as if it were.`,
      expected: 'status 200 with the whole answer',
      observed: 'status 304',
      effect: 'A viewer with an old answer goes on showing it after the resource has changed.',
      remedy:
        'Make the ETag of each resource from its content, and answer 304 only where If-None-Match names that of now.',
    }),
    japanese: ({ sent }, seen) => ({
      headline: `応答の ETag と異なる値を入れた If-None-Match: ${sent} の ${seen.request} に、一致したかのように 304 を返しています。`,
      expected: '応答全体を含むステータス 200',
      observed: 'ステータス 304',
      effect: 'リソースが変わった後も、ビューアは手元の古い応答を表示し続けます。',
      remedy:
        'ETag はリソースごとに内容から作り、If-None-Match に現在の ETag がある場合にだけ 304 で応答してください。',
    }),
  },
  'search-status-undefined': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status}, which no table of the search transaction has.`,
      expected: 'a status that PS3.18 defines for searches',
      observed: `status ${seen.status ?? status}`,
      effect: 'A client that knows the statuses of the standard does not know what happened.',
      remedy: 'Answer searches with the statuses of Tables 8.5-1 and 10.6.3-1.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} の応答 ${status} は、検索トランザクションの表にありません。`,
      expected: 'PS3.18 が検索に定めるステータス',
      observed: `ステータス ${seen.status ?? status}`,
      effect: '規格のステータスを扱うクライアントは、何が起きたか分かりません。',
      remedy: '表 8.5-1 と表 10.6.3-1 のステータスで検索に応答してください。',
    }),
  },
  'store-status-undefined': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status}, which no table of the store transaction has.`,
      expected: 'a status that PS3.18 defines for stores',
      observed: `status ${seen.status ?? status}`,
      effect: 'A sender does not know whether its images were kept.',
      remedy: 'Answer stores with the statuses of Tables 8.5-1 and 10.5.3-1.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} の応答 ${status} は、保存トランザクションの表にありません。`,
      expected: 'PS3.18 が保存に定めるステータス',
      observed: `ステータス ${seen.status ?? status}`,
      effect: '送信側は、画像が保存されたかどうか分かりません。',
      remedy: '表 8.5-1 と表 10.5.3-1 のステータスで保存に応答してください。',
    }),
  },
  'partial-content-without-range': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of 200, although no Range was asked for.`,
      expected: 'no 206 without a Range request',
      observed: `status ${seen.status ?? status}`,
      effect: 'A client takes the answer for a part, and looks for the rest or refuses it.',
      remedy: 'Answer 200 where the request has no Range field.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} は Range を求めていませんが、応答が 200 ではなく ${status} です。`,
      expected: 'Range のない要求に 206 を返さない',
      observed: `ステータス ${seen.status ?? status}`,
      effect: 'クライアントは応答を一部とみなし、残りを探すか拒否します。',
      remedy: '要求に Range がなければ 200 で応答してください。',
    }),
  },
  'method-not-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request}, a method that the resource does not have, is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      effect:
        status >= 200 && status < 300
          ? 'The client believes that its request was carried out.'
          : 'A client cannot tell a method that is not offered from another error.',
      remedy: 'Answer 405 with an Allow field to methods that a resource does not have.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `リソースにないメソッドの ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      effect:
        status >= 200 && status < 300
          ? 'クライアントは要求が実行されたと思い込みます。'
          : 'クライアントは、提供されないメソッドとほかのエラーを区別できません。',
      remedy: 'リソースにないメソッドには、Allow を付けて 405 で応答してください。',
    }),
  },
  'not-allowed-without-allow': {
    english: ({ method }, seen) => ({
      headline: `${seen.request} is answered 405 without the Allow field.`,
      expected: 'an Allow field with the methods of the resource',
      observed: `405 to ${method} without Allow`,
      effect: 'A client does not learn which methods the resource has.',
      remedy: 'Send the methods of the resource in Allow with each 405.',
    }),
    japanese: ({ method }, seen) => ({
      headline: `${seen.request} の応答 405 に Allow がありません。`,
      expected: 'リソースのメソッドを示す Allow',
      observed: `${method} に Allow のない 405`,
      effect: 'クライアントは、使えるメソッドが分かりません。',
      remedy: '405 には必ず、リソースのメソッドを Allow で送ってください。',
    }),
  },
  'allow-lists-refused-method': {
    english: ({ method, allow }, seen) => ({
      headline: `${seen.request} is answered 405, but Allow lists ${method}: ${quoted(allow)}.`,
      expected: `an Allow field without ${method}`,
      observed: quoted(allow),
      effect: 'A client that goes by Allow sends the same request again in vain.',
      remedy: `Leave ${method} out of Allow, or carry it out.`,
    }),
    japanese: ({ method, allow }, seen) => ({
      headline: `${seen.request} の応答は 405 ですが、Allow に ${method} があります: ${quoted(allow)}。`,
      expected: `${method} のない Allow`,
      observed: quoted(allow),
      effect: 'Allow に従うクライアントは、同じ要求をむだに繰り返します。',
      remedy: `Allow から ${method} を除くか、実行してください。`,
    }),
  },
  'challenge-missing': {
    english: ({ challenges }, seen) => ({
      headline:
        (challenges ?? []).length > 0
          ? `${seen.request} is answered 401 with a WWW-Authenticate field that names no scheme: ${quoted(listed(challenges))}.`
          : `${seen.request} is answered 401 without WWW-Authenticate.`,
      expected: 'a WWW-Authenticate field that names a scheme',
      observed: (challenges ?? []).length > 0 ? quoted(listed(challenges)) : 'none',
      effect: 'Clients and browsers do not know how to log in, and cannot get at the images.',
      remedy: 'Send WWW-Authenticate with the scheme, such as Bearer or Basic, with each 401.',
    }),
    japanese: ({ challenges }, seen) => ({
      headline:
        (challenges ?? []).length > 0
          ? `${seen.request} の応答 401 の WWW-Authenticate ${all(challenges)} に認証方式がありません。`
          : `${seen.request} の応答 401 に WWW-Authenticate がありません。`,
      expected: '認証方式を示す WWW-Authenticate',
      observed: (challenges ?? []).length > 0 ? all(challenges) : 'なし',
      effect: 'クライアントやブラウザは認証の方法が分からず、画像を取得できません。',
      remedy: '401 には必ず、Bearer や Basic などの方式を WWW-Authenticate で送ってください。',
    }),
  },
  'old-http-version': {
    english: ({ version }, seen) => ({
      headline: `${seen.request} is answered in HTTP/${String(version).replace(/^HTTP\//i, '')} instead of HTTP/1.1 or HTTP/2.`,
      expected: 'HTTP/1.1 or HTTP/2',
      observed: quoted(version),
      effect: 'Each request needs a connection of its own, and answers cannot be streamed: viewers are slow.',
      remedy: 'Serve HTTP/1.1 or later; look at the settings of a proxy in front.',
    }),
    japanese: ({ version }, seen) => ({
      headline: `${seen.request} の応答が HTTP/1.1 や HTTP/2 ではなく HTTP/${String(version).replace(/^HTTP\//i, '')} です。`,
      expected: 'HTTP/1.1 または HTTP/2',
      observed: quoted(version),
      effect: '要求のたびに接続が必要になり、ストリームで送れないため、ビューアが遅くなります。',
      remedy: 'HTTP/1.1 以降で応答し、前段のプロキシの設定も確認してください。',
    }),
  },
};
