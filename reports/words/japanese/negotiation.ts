import type { NEGOTIATION } from '../../../lib/breaches/kinds/negotiation.ts';
import { alternatives } from '../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../telling.ts';

const RARE = 'このように要求するクライアントは、データではなくエラーを受け取ります。';
const WRONG_TYPE = 'クライアントは、求めていない種類や読めない種類のデータを受け取ります。';

type Status = { readonly status: number; readonly expected: readonly string[] };

/** 要求の内容と、誤ったステータス。 */
function refused(what: string, effect: string, remedy: string) {
  return ({ status, expected }: Status, seen: SeenIn): Telling => ({
    headline: `${what}${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect,
    remedy,
  });
}

/** 要求の内容と、誤ったメディアタイプ。 */
function otherType(what: string, effect: string, remedy: string) {
  return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Telling => ({
    headline: `${what}${seen.request} の応答が ${expected} ではなく ${type} です。`,
    expected: String(expected),
    observed: String(type),
    effect,
    remedy,
  });
}

/** 拒否されなかった誤った入力。処理されたか、サーバーのエラーになったもの。 */
function faulty(what: string, served: string, remedy: string) {
  return ({ status, expected }: Status, seen: SeenIn): Telling => ({
    headline: `${what} ${requestOf(seen)} の応答が ${alternatives(expected)} ではなく ${status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect:
      status >= 500
        ? 'クライアントは自分の誤りをサーバーの障害と考え、再試行します。'
        : status < 300
          ? served
          : 'ステータスで判断するクライアントは、要求のどこが誤りか分かりません。',
    remedy,
  });
}

function requestOf({ request, query }: SeenIn): string {
  return query === '' ? request : `${request}?${query}`;
}

export const NEGOTIATION_JAPANESE: WordsFor<typeof NEGOTIATION> = {
  'stored-not-shown': ({ readable }, seen) => ({
    headline: readable
      ? `${seen.request} の応答に、保存されているものがありません。`
      : `${seen.request} の応答を、保存されているものとして読めません。`,
    expected: '通常の要求と同じく、保存されているもの',
    observed: readable ? 'それがない応答' : '読めない応答',
    effect: 'このように要求するクライアントはデータを得られず、失われたと考えることがあります。',
    remedy: 'この要求にも、通常の要求と同じ内容で応答してください。',
  }),
  'missing-accept-served': refused(
    'Accept のない ',
    'Accept を付け忘れたクライアントは偶然の種類を受け取り、サーバーの版が変わると種類も変わり得ます。',
    'Accept も accept パラメーターもない要求には 406 で応答してください。',
  ),
  'unacceptable-type-not-refused': refused(
    '応じられない Accept の ',
    '求めた種類しか読めないクライアントは失敗するか、サーバーのエラーと考えます。',
    'Accept のどの種類も作れないときは 406 で応答してください。',
  ),
  'unknown-accept-entry-refused': refused(
    '未知の種類を Accept に含む ',
    'ブラウザや新しいクライアントは、古いサーバーが知らない種類も挙げます。何も得られません。',
    'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
  ),
  'unknown-accept-entry-changes-type': otherType(
    '未知の種類を Accept に含む ',
    WRONG_TYPE,
    'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
  ),
  'accept-range-refused': refused(
    'Accept: application/* の ',
    RARE,
    'application/* をすべての application のタイプに一致させてください。',
  ),
  'accept-range-ignored': otherType(
    'Accept: application/* の ',
    WRONG_TYPE,
    'application/* をすべての application のタイプに一致させてください。',
  ),
  'excluded-type-sent': ({ type }, seen) => ({
    headline: `${seen.request} の応答が、Accept が q=0 で除外した ${type} です。`,
    expected: '別の種類、または 406',
    observed: String(type),
    effect: WRONG_TYPE,
    remedy: 'q が 0 の種類は送らず、ほかに何もなければ 406 で応答してください。',
  }),
  'exclusion-not-understood': refused(
    'q=0 で種類を除外した ',
    RARE,
    'Accept の各項目の q を読み、別の種類を送るか 406 で応答してください。',
  ),
  'type-in-capitals-refused': refused(
    'メディアタイプを大文字で書いた ',
    RARE,
    'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
  ),
  'type-in-capitals-ignored': otherType(
    'メディアタイプを大文字で書いた ',
    WRONG_TYPE,
    'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
  ),
  'quality-not-understood': refused(
    'Accept に q のある ',
    RARE,
    'Accept の各項目の q を読み、値が最も大きい種類を送ってください。',
  ),
  'quality-ignored': otherType(
    'Accept に q のある ',
    'クライアントは優先度の低い種類を受け取り、遅くなるか、必要な内容を失います。',
    'q が最も大きい種類を送ってください。並び順では決まりません。',
  ),
  'accept-parameter-refused': refused(
    'accept パラメーターのある ',
    'Web ページのリンクはヘッダーを設定できません。画像ではなくエラーになります。',
    'accept パラメーターを読み、Accept より優先してください（PS3.18 §8.3.3）。',
  ),
  'accept-parameter-ignored': otherType(
    'accept パラメーターのある ',
    'Web ページのリンクはヘッダーを設定できません。指定とは別の種類になります。',
    'accept パラメーターを Accept より優先してください（PS3.18 §8.3.3）。',
  ),
  'unquoted-type-refused': refused(
    'type パラメーターに引用符のない ',
    '引用符を付けないライブラリを使うクライアントは、保存も取得もできません。',
    'type パラメーターは引用符があってもなくても読んでください。',
  ),
  'unquoted-type-changes-type': otherType(
    'type パラメーターに引用符のない ',
    WRONG_TYPE,
    'type パラメーターは引用符があってもなくても読んでください。',
  ),
  'unquoted-type-loses-store': (_, seen) => ({
    headline: `type パラメーターに引用符のない保存のインスタンスをサーバーが失いました: ${seen.request} に現れません。`,
    expected: '引用符のある保存と同じくインスタンス',
    observed: `それがない応答（${seen.status ?? 'なし'}）`,
    effect: '成功と知らされた送信側は手元の画像を消去するため、画像はどこにも残りません。',
    remedy: 'type パラメーターは引用符があってもなくても読み、保存せずに成功を返さないでください。',
  }),
  'bad-parameter-not-refused': faulty(
    '数ではない値の',
    'クライアントは limit や offset が使われたと思い、不完全な一覧を表示します。',
    'limit と offset を使う前に検証し、数字以外には 400 で応答してください。',
  ),
  'bad-key-not-refused': faulty(
    'あり得ない値の',
    'その値で検索したように見える一覧が返り、利用者はそれを信じます。',
    '検索キーの値を VR に照らして検証し、正しくなければ 400 で応答してください。',
  ),
  'bad-uid-not-refused': faulty(
    'UID ではないパスの',
    '壊れたリンクを持つクライアントは、リソースが空だと考えます。',
    'パスの UID を使う前に検証し、UID でなければ 400 または 404 で応答してください。',
  ),
  'unreadable-store-not-refused': faulty(
    '読めないボディの',
    '何も読めなかったのに、送信側は保存されたと考え、手元の画像を消去します。',
    'マルチパートを読めないときは 400 で応答してください。',
  ),
  'unsupported-store-not-refused': faulty(
    '対応しないメディアタイプの',
    'サーバーが知らない種類なのに、送信側は保存されたと考え、手元の画像を消去します。',
    '対応しないメディアタイプの保存には 415 で応答してください。',
  ),
  'faulty-input-server-error': ({ status }, seen) => ({
    headline: `誤った入力の ${requestOf(seen)} の応答が 4xx ではなく ${status} です。`,
    expected: '4xx のステータス',
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'クライアントは自分の誤りをサーバーの障害と考え、再試行します。',
    remedy: '要求を使う前に検証し、400 または 404 で応答してください。例外はサーバーのログにあります。',
  }),
};
