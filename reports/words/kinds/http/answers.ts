import type { HTTP_ANSWERS } from '../../../../lib/breaches/kinds/http/answers.ts';
import { inJapanese } from '../../japanese/sentences/index.ts';
import type { InEach } from '../../language.ts';
import { brief, counted, listed, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

/** How an exchange ended that brought no complete answer. */
const ENDS: InEach<Readonly<Record<string, string>>> = {
  english: {
    truncated: 'breaks off',
    reset: 'is not answered: the server closes the connection',
    malformed: 'cannot be read as one HTTP response',
    'redirect-loop': 'is redirected without an end',
  },
  japanese: {
    truncated: 'の応答が途切れます',
    reset: 'に応答せず、サーバーが接続を閉じます',
    malformed: 'の応答を 1 つの HTTP 応答として読めません',
    'redirect-loop': 'の応答が、終わりのないリダイレクトです',
  },
};

/** What mends an answer that is not complete. */
const MENDED: InEach<Readonly<Record<string, string>>> = {
  english: {
    malformed: 'Send one well-formed response: its length given in one way, and nothing after its end.',
    'redirect-loop': 'Redirect to a URL that answers; a resource must not lead back to itself.',
  },
  japanese: {
    malformed: '長さを 1 通りに示し、終わりの後に何も続かない、正しい応答を 1 つ送ってください。',
    'redirect-loop': '応答する URL にリダイレクトし、同じリソースに戻さないでください。',
  },
};

export const HTTP_ANSWERS_WORDS: WordsFor<typeof HTTP_ANSWERS> = {
  'answer-incomplete': {
    english: ({ failure, message }, seen) => ({
      headline: `${failure === 'malformed' || failure === 'truncated' ? 'The answer to ' : ''}${seen.request} ${ENDS.english[failure] ?? 'is not answered'}${message ? `: ${brief(message)}` : ''}.`,
      expected: 'a complete HTTP response',
      observed: failure === 'none' ? 'no response' : `${failure}: ${message}`,
      remedy:
        MENDED.english[failure] ??
        'Send the response to the end that its Content-Length or its last chunk announces. The log of the server or of the proxy in front says why it stopped.',
    }),
    japanese: ({ failure, message }, seen) => ({
      headline: `${seen.request} ${ENDS.japanese[failure] ?? 'に応答がありません'}${message ? `（${inJapanese(brief(message))}）` : ''}。`,
      expected: '完全な HTTP 応答',
      observed: failure === 'none' ? '応答なし' : `${failure}: ${message}`,
      remedy:
        MENDED.japanese[failure] ??
        'Content-Length または最後のチャンクが示す終わりまで送ってください。原因はサーバーか前段のプロキシのログで確認してください。',
    }),
  },
  'answer-flaps': {
    english: ({ statuses }, seen) => ({
      headline: `${seen.request} is answered in several ways when it is repeated: ${[statuses].flat().join(', then ')}.`,
      expected: 'the same answer to the same request',
      observed: `statuses ${listed(statuses)}`,
      remedy:
        'Look for what answers in turns behind this address: a replica or cache without the data, or a worker that fails.',
    }),
    japanese: ({ statuses }, seen) => ({
      headline: `${seen.request} を繰り返すと応答が変わります: ${[statuses].flat().join('、次に ')}。`,
      expected: '同じリクエストに同じ応答',
      observed: `ステータス ${[statuses].flat().join('、')}`,
      remedy:
        'このアドレスの背後で交代に応答するもの（データのない複製やキャッシュ、失敗するワーカー）を確認してください。',
    }),
  },
  'everything-fails': {
    english: ({ status, requests }) => ({
      headline: `After ${requests} requests the server answers ${status} to everything, also to what it answered before.`,
      expected: 'the answers that it gave before',
      observed: `status ${status} to each request`,
      remedy:
        'Look in the log of the server for what ran out: connections of a pool, threads, files or memory that are not given back.',
    }),
    japanese: ({ status, requests }) => ({
      headline: `${requests} 件のリクエストの後、以前は応答したものも含め、サーバーがすべてに ${status} を返します。`,
      expected: '以前と同じ応答',
      observed: `どのリクエストにもステータス ${status}`,
      remedy:
        '返却されないコネクション、スレッド、ファイル、メモリーなど、尽きたものをサーバーのログで調べてください。',
    }),
  },
  'status-out-of-range': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} is answered ${status}, which is no HTTP status.`,
      expected: 'a final status from 200 to 599',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer with a status of RFC 9110.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `${seen.request} の応答 ${status} は HTTP のステータスではありません。`,
      expected: '200 から 599 までの最終ステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'RFC 9110 のステータスで応答してください。',
    }),
  },
  'body-without-content': {
    english: ({ status, bytes }, seen) => ({
      headline: `${seen.request} is answered ${status} with a body of ${counted(bytes, 'byte')} instead of none.`,
      expected: `no body after ${status}`,
      observed: counted(bytes, 'byte'),
      remedy: `Send no body with ${status}, or answer 200.`,
    }),
    japanese: ({ status, bytes }, seen) => ({
      headline: `${seen.request} の応答は ${status} ですが、あってはならないボディが ${bytes} バイトあります。`,
      expected: `${status} の後にボディなし`,
      observed: `${bytes} バイト`,
      remedy: `${status} ではボディを送らないか、200 で応答してください。`,
    }),
  },
  'no-content-announces-body': {
    english: ({ header, value }, seen) => ({
      headline: `${seen.request} is answered 204, which has no body, with ${header}: ${value}.`,
      expected: '204 without Content-Length and Transfer-Encoding',
      observed: `${header}: ${quoted(value)}`,
      remedy: `Leave ${header} out of answers with status 204.`,
    }),
    japanese: ({ header, value }, seen) => ({
      headline: `${seen.request} のボディのない応答 204 に ${header}: ${value} があります。`,
      expected: 'Content-Length も Transfer-Encoding もない 204',
      observed: `${header}: ${quoted(value)}`,
      remedy: `ステータス 204 の応答から ${header} を除いてください。`,
    }),
  },
  'content-length-wrong': {
    english: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} is answered with Content-Length ${quoted(stated)}, but its body has ${counted(bytes, 'byte')}.`,
      expected: `Content-Length ${bytes}`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: 'Take Content-Length from the bytes that are sent, after the body was changed or compressed.',
    }),
    japanese: ({ stated, bytes }, seen) => ({
      headline: `${seen.request} の応答の Content-Length は ${quoted(stated)} ですが、ボディは ${bytes} バイトです。`,
      expected: `Content-Length ${bytes}`,
      observed: `Content-Length ${quoted(stated)}`,
      remedy: '変更や圧縮の後、実際に送るバイト数から Content-Length を求めてください。',
    }),
  },
  'payload-framed-twice': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with both Content-Length and Transfer-Encoding instead of one of them.`,
      expected: 'one of Content-Length and Transfer-Encoding',
      observed: 'both',
      remedy: 'Leave Content-Length out where the body is sent in chunks; look at what a proxy in front adds.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に Content-Length と Transfer-Encoding の両方があります。`,
      expected: 'どちらか一方',
      observed: '両方',
      remedy: 'チャンクで送るときは Content-Length を除き、前段のプロキシが加えるヘッダーも確認してください。',
    }),
  },
  'payload-without-length': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with neither Content-Length nor Transfer-Encoding: only the closed connection ends the body.`,
      expected: 'Content-Length or Transfer-Encoding',
      observed: 'neither',
      remedy: 'Send Content-Length, or send the body in chunks.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に Content-Length も Transfer-Encoding もなく、接続を閉じてボディを終えています。`,
      expected: 'Content-Length または Transfer-Encoding',
      observed: 'どちらもない',
      remedy: 'Content-Length を付けるか、チャンクで送ってください。',
    }),
  },
  'content-coding-not-accepted': {
    english: ({ coding, accepted }, seen) => ({
      headline: `${seen.request} is answered with Content-Encoding ${quoted(coding)}, which the client did not accept.`,
      expected: `a coding that Accept-Encoding ${quoted(accepted)} admits`,
      observed: `Content-Encoding: ${quoted(coding)}`,
      remedy: 'Compress only for clients whose Accept-Encoding names the coding.',
    }),
    japanese: ({ coding, accepted }, seen) => ({
      headline: `${seen.request} の応答が、クライアントの受け付けない Content-Encoding ${quoted(coding)} です。`,
      expected: `Accept-Encoding ${quoted(accepted)} が認める符号化`,
      observed: `Content-Encoding: ${quoted(coding)}`,
      remedy: 'Accept-Encoding に挙げたクライアントにだけ圧縮して送ってください。',
    }),
  },
  'content-coding-corrupt': {
    english: ({ codings, message }, seen) => ({
      headline: `${seen.request} is labelled Content-Encoding ${listed(codings)}, but its bytes are no such data.`,
      expected: `${listed(codings)} data`,
      observed: String(message),
      remedy: 'Name only codings that were applied to the bytes, in the order in which they were applied.',
    }),
    japanese: ({ codings, message }, seen) => ({
      headline: `${seen.request} の応答は Content-Encoding ${(codings ?? []).join('、')} とありますが、その形式のデータではありません。`,
      expected: `${(codings ?? []).join('、')} のデータ`,
      observed: String(message),
      remedy: '実際に適用した符号化だけを、適用した順に書いてください。',
    }),
  },
  'content-coding-undeclared': {
    english: ({ coding }, seen) => ({
      headline: `${seen.request} is answered with ${coding} data, but Content-Encoding is missing.`,
      expected: 'bytes of the media type that Content-Type names',
      observed: `${coding} data without Content-Encoding`,
      remedy: `Add Content-Encoding: ${coding}, and compress only for clients that accept it.`,
    }),
    japanese: ({ coding }, seen) => ({
      headline: `${seen.request} の応答は ${coding} のデータですが、Content-Encoding がありません。`,
      expected: 'Content-Type のメディアタイプのバイト列',
      observed: `Content-Encoding のない ${coding} データ`,
      remedy: `Content-Encoding: ${coding} を付け、受け付けるクライアントにだけ圧縮してください。`,
    }),
  },
};
