import type { HTTP_METHODS } from '../../../../lib/breaches/kinds/http/methods.ts';
import { alternatives, counted, either, listed, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const all = (things: readonly string[] | undefined | null) => (things ?? []).map(quoted).join('、');

export const HTTP_METHODS_WORDS: WordsFor<typeof HTTP_METHODS> = {
  'head-with-body': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with a body instead of the header fields alone.`,
      expected: 'no body after the header fields',
      observed: 'bytes follow them',
      remedy: 'Answer HEAD as GET and leave the body out.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に、ヘッダーだけでなくボディがあります。`,
      expected: 'ヘッダーの後にボディなし',
      observed: 'バイト列が続く',
      remedy: 'HEAD には GET と同じ応答をボディなしで返してください。',
    }),
  },
  'head-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of ${either(expected)}, as GET is.`,
      expected: `status ${either(expected)}, as for GET`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer HEAD wherever GET is answered, with the same status and fields.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} の応答が、GET の ${alternatives(expected)} ではなく ${status} です。`,
      expected: `GET と同じステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'GET に応答するリソースでは、HEAD にも同じステータスとヘッダーで応答してください。',
    }),
  },
  'head-names-another-type': {
    english: ({ type, expected }, seen) => ({
      headline: `${seen.request} is answered with Content-Type ${type} instead of ${expected}, which GET has.`,
      expected: `Content-Type ${expected}, as for GET`,
      observed: `Content-Type ${quoted(type)}`,
      remedy: 'Make the fields of HEAD by the same code as those of GET.',
    }),
    japanese: ({ type, expected }, seen) => ({
      headline: `${seen.request} の応答の Content-Type が、GET の ${expected} ではなく ${type} です。`,
      expected: `GET と同じ Content-Type ${expected}`,
      observed: `Content-Type ${quoted(type)}`,
      remedy: 'HEAD のヘッダーを GET と同じ処理で作ってください。',
    }),
  },
  'head-names-another-length': {
    english: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} is answered with Content-Length ${quoted(stated)}, but GET has a body of ${counted(bytes, 'byte')}.`,
      expected: `Content-Length ${bytes}, or none`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: 'Send the length of the body of GET, or none where it is not known.',
    }),
    japanese: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} の応答の Content-Length は ${quoted(stated)} ですが、GET のボディは ${bytes} バイトです。`,
      expected: `Content-Length ${bytes}、またはなし`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: 'GET のボディの長さを送り、分からなければ除いてください。',
    }),
  },
  'etag-not-matched': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} with If-None-Match and the ETag of the answer is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)} without a body`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Compare If-None-Match with the ETag of the resource, and answer 304 without a body where they match.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `応答の ETag を If-None-Match に入れた ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ボディのないステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'If-None-Match をリソースの ETag と比べ、一致すればボディなしの 304 で応答してください。',
    }),
  },
  'other-etag-matched': {
    english: ({ sent }, seen) => ({
      headline: `${seen.request} with If-None-Match: ${sent}, which is not the ETag of the answer, is answered 304 as if it were.`,
      expected: 'status 200 with the whole answer',
      observed: 'status 304',
      remedy:
        'Make the ETag of each resource from its content, and answer 304 only where If-None-Match names that of now.',
    }),
    japanese: ({ sent }, seen) => ({
      headline: `応答の ETag と異なる値を入れた If-None-Match: ${sent} の ${seen.request} に、一致したかのように 304 を返しています。`,
      expected: '応答全体を含むステータス 200',
      observed: 'ステータス 304',
      remedy:
        'ETag はリソースごとに内容から作り、If-None-Match に現在の ETag がある場合にだけ 304 で応答してください。',
    }),
  },
  'etag-of-two-types': {
    english: ({ etag, types }, seen) => ({
      headline: `${seen.request} is answered in ${either(types)} with the same strong ETag ${etag}.`,
      expected: 'another strong ETag for each media type',
      observed: `ETag: ${etag} for both`,
      remedy: 'Make the ETag of the media type and the content together, or send it as a weak one (W/"…").',
    }),
    japanese: ({ etag, types }, seen) => ({
      headline: `${seen.request} は、${alternatives(types)} のどちらの応答にも同じ強い ETag ${etag} を付けます。`,
      expected: 'メディアタイプごとに異なる強い ETag',
      observed: `どちらも ETag: ${etag}`,
      remedy: 'ETag をメディアタイプと内容の両方から作るか、弱い ETag (W/"…") として送ってください。',
    }),
  },
  'etag-outlives-change': {
    english: ({ etag }, seen) => ({
      headline: `${seen.request} has the strong ETag ${etag} still, although other instances are in it than before.`,
      expected: 'another strong ETag once the content has changed',
      observed: `ETag: ${etag} before and after`,
      remedy: 'Make the ETag of the content as it is now, so that it changes with every store and delete.',
    }),
    japanese: ({ etag }, seen) => ({
      headline: `${seen.request} は、含まれるインスタンスが変わった後も、同じ強い ETag ${etag} を付けます。`,
      expected: '内容が変わった後は別の強い ETag',
      observed: `変更の前後とも ETag: ${etag}`,
      remedy: '現在の内容から ETag を作り、保存と削除のたびに変わるようにしてください。',
    }),
  },
  'search-status-undefined': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status}, which no table of the search transaction has.`,
      expected: 'a status that PS3.18 defines for searches',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer searches with the statuses of Tables 8.5-1 and 10.6.3-1.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} の応答 ${status} は、検索トランザクションの表にありません。`,
      expected: 'PS3.18 が検索に定めるステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '表 8.5-1 と表 10.6.3-1 のステータスで検索に応答してください。',
    }),
  },
  'store-status-undefined': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status}, which no table of the store transaction has.`,
      expected: 'a status that PS3.18 defines for stores',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer stores with the statuses of Tables 8.5-1 and 10.5.3-1.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} の応答 ${status} は、保存トランザクションの表にありません。`,
      expected: 'PS3.18 が保存に定めるステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '表 8.5-1 と表 10.5.3-1 のステータスで保存に応答してください。',
    }),
  },
  'partial-content-without-range': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status} instead of 200, although no Range was asked for.`,
      expected: 'no 206 without a Range request',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 200 where the request has no Range field.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} は Range を求めていませんが、応答が 200 ではなく ${status} です。`,
      expected: 'Range のない要求に 206 を返さない',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '要求に Range がなければ 200 で応答してください。',
    }),
  },
  'method-not-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request}, a method that the resource does not have, is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 405 with an Allow field to methods that a resource does not have.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `リソースにないメソッドの ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'リソースにないメソッドには、Allow を付けて 405 で応答してください。',
    }),
  },
  'not-allowed-without-allow': {
    english: ({ method }, seen) => ({
      headline: `${seen.request} is answered 405 without the Allow field.`,
      expected: 'an Allow field with the methods of the resource',
      observed: `405 to ${method} without Allow`,
      remedy: 'Send the methods of the resource in Allow with each 405.',
    }),
    japanese: ({ method }, seen) => ({
      headline: `${seen.request} の応答 405 に Allow がありません。`,
      expected: 'リソースのメソッドを示す Allow',
      observed: `${method} に Allow のない 405`,
      remedy: '405 には必ず、リソースのメソッドを Allow で送ってください。',
    }),
  },
  'allow-lists-refused-method': {
    english: ({ method, allow }, seen) => ({
      headline: `${seen.request} is answered 405, but Allow lists ${method}: ${quoted(allow)}.`,
      expected: `an Allow field without ${method}`,
      observed: quoted(allow),
      remedy: `Leave ${method} out of Allow, or carry it out.`,
    }),
    japanese: ({ method, allow }, seen) => ({
      headline: `${seen.request} の応答は 405 ですが、Allow に ${method} があります: ${quoted(allow)}。`,
      expected: `${method} のない Allow`,
      observed: quoted(allow),
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
      remedy: 'Send WWW-Authenticate with the scheme, such as Bearer or Basic, with each 401.',
    }),
    japanese: ({ challenges }, seen) => ({
      headline:
        (challenges ?? []).length > 0
          ? `${seen.request} の応答 401 の WWW-Authenticate ${all(challenges)} に認証方式がありません。`
          : `${seen.request} の応答 401 に WWW-Authenticate がありません。`,
      expected: '認証方式を示す WWW-Authenticate',
      observed: (challenges ?? []).length > 0 ? all(challenges) : 'なし',
      remedy: '401 には必ず、Bearer や Basic などの方式を WWW-Authenticate で送ってください。',
    }),
  },
  'old-http-version': {
    english: ({ version }, seen) => ({
      headline: `${seen.request} is answered in HTTP/${String(version).replace(/^HTTP\//i, '')} instead of HTTP/1.1 or HTTP/2.`,
      expected: 'HTTP/1.1 or HTTP/2',
      observed: quoted(version),
      remedy: 'Serve HTTP/1.1 or later; look at the settings of a proxy in front.',
    }),
    japanese: ({ version }, seen) => ({
      headline: `${seen.request} の応答が HTTP/1.1 や HTTP/2 ではなく HTTP/${String(version).replace(/^HTTP\//i, '')} です。`,
      expected: 'HTTP/1.1 または HTTP/2',
      observed: quoted(version),
      remedy: 'HTTP/1.1 以降で応答し、前段のプロキシの設定も確認してください。',
    }),
  },
};
