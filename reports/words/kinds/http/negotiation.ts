import type { NEGOTIATION } from '../../../../lib/breaches/kinds/http/negotiation.ts';
import { alternatives, either } from '../../quote.ts';
import type { SeenIn, Telling, WordsFor } from '../../telling.ts';

const RARE = {
  english: 'Clients that ask in this way get an error instead of the data.',
  japanese: 'このように要求するクライアントは、データではなくエラーを受け取ります。',
};

const WRONG_TYPE = {
  english: 'A client gets a type that it did not ask for, or cannot read.',
  japanese: 'クライアントは、求めていない種類や読めない種類のデータを受け取ります。',
};

type Status = { readonly status: number; readonly expected: readonly string[] };

/** A status that is wrong, with what the request asked for. */
const refused = {
  english(what: string, effect: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Telling => ({
      headline: `${seen.request}${what} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      effect,
      remedy,
    });
  },
  japanese(what: string, effect: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Telling => ({
      headline: `${what}${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      effect,
      remedy,
    });
  },
};

/** A media type that is wrong, with what the request asked for. */
const otherType = {
  english(what: string, effect: string, remedy: string) {
    return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Telling => ({
      headline: `${seen.request}${what} is answered with ${type} instead of ${expected}.`,
      expected: String(expected),
      observed: String(type),
      effect,
      remedy,
    });
  },
  japanese(what: string, effect: string, remedy: string) {
    return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Telling => ({
      headline: `${what}${seen.request} の応答が ${expected} ではなく ${type} です。`,
      expected: String(expected),
      observed: String(type),
      effect,
      remedy,
    });
  },
};

export const NEGOTIATION_WORDS: WordsFor<typeof NEGOTIATION> = {
  'stored-not-shown': {
    english: ({ readable }, seen) => ({
      headline: `${seen.request} is answered ${readable ? 'without what is stored' : 'with something that cannot be read as what is stored'}.`,
      expected: 'what is stored, as the usual request shows it',
      observed: readable ? 'an answer without it' : 'nothing that can be read as it',
      effect: 'A client that asks in this way does not get the data, and may take them for lost.',
      remedy: 'Answer this request with the same content as the usual one.',
    }),
    japanese: ({ readable }, seen) => ({
      headline: readable
        ? `${seen.request} の応答に、保存されているものがありません。`
        : `${seen.request} の応答を、保存されているものとして読めません。`,
      expected: '通常の要求と同じく、保存されているもの',
      observed: readable ? 'それがない応答' : '読めない応答',
      effect: 'このように要求するクライアントはデータを得られず、失われたと考えることがあります。',
      remedy: 'この要求にも、通常の要求と同じ内容で応答してください。',
    }),
  },
  'missing-accept-served': {
    english: refused.english(
      ' without an Accept field',
      'A client that forgot Accept gets a type by chance, which may change with the version of the server.',
      'Answer 406 where the request has no Accept field and no accept parameter.',
    ),
    japanese: refused.japanese(
      'Accept のない ',
      'Accept を付け忘れたクライアントは偶然の種類を受け取り、サーバーの版が変わると種類も変わり得ます。',
      'Accept も accept パラメーターもない要求には 406 で応答してください。',
    ),
  },
  'unacceptable-type-not-refused': {
    english: refused.english(
      ' with an Accept field that the server cannot satisfy',
      'A client that reads only the types it asked for fails on the answer, or takes it for an error of the server.',
      'Answer 406 where no type of Accept can be produced.',
    ),
    japanese: refused.japanese(
      '応じられない Accept の ',
      '求めた種類しか読めないクライアントは失敗するか、サーバーのエラーと考えます。',
      'Accept のどの種類も作れないときは 406 で応答してください。',
    ),
  },
  'unknown-accept-entry-refused': {
    english: refused.english(
      ' with an entry in Accept that no server knows',
      'Browsers and newer clients list types that an older server does not know; they get nothing.',
      'Skip entries of Accept that are not known, and serve the best of the others.',
    ),
    japanese: refused.japanese(
      '未知の種類を Accept に含む ',
      'ブラウザや新しいクライアントは、古いサーバーが知らない種類も挙げます。何も得られません。',
      'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
    ),
  },
  'unknown-accept-entry-changes-type': {
    english: otherType.english(
      ' with an entry in Accept that no server knows',
      WRONG_TYPE.english,
      'Skip entries of Accept that are not known, and serve the best of the others.',
    ),
    japanese: otherType.japanese(
      '未知の種類を Accept に含む ',
      WRONG_TYPE.japanese,
      'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
    ),
  },
  'accept-range-refused': {
    english: refused.english(
      ' with Accept: application/*',
      RARE.english,
      'Match application/* with each application type.',
    ),
    japanese: refused.japanese(
      'Accept: application/* の ',
      RARE.japanese,
      'application/* をすべての application のタイプに一致させてください。',
    ),
  },
  'accept-range-ignored': {
    english: otherType.english(
      ' with Accept: application/*',
      WRONG_TYPE.english,
      'Match application/* with each application type.',
    ),
    japanese: otherType.japanese(
      'Accept: application/* の ',
      WRONG_TYPE.japanese,
      'application/* をすべての application のタイプに一致させてください。',
    ),
  },
  'excluded-type-sent': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${type}, which Accept excludes by q=0.`,
      expected: 'another type, or 406',
      observed: String(type),
      effect: WRONG_TYPE.english,
      remedy: 'Never send a type whose quality is 0; answer 406 where nothing else is left.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が、Accept が q=0 で除外した ${type} です。`,
      expected: '別の種類、または 406',
      observed: String(type),
      effect: WRONG_TYPE.japanese,
      remedy: 'q が 0 の種類は送らず、ほかに何もなければ 406 で応答してください。',
    }),
  },
  'exclusion-not-understood': {
    english: refused.english(
      ' with a type excluded by q=0',
      RARE.english,
      'Read the q parameter of each entry of Accept; send another type, or answer 406.',
    ),
    japanese: refused.japanese(
      'q=0 で種類を除外した ',
      RARE.japanese,
      'Accept の各項目の q を読み、別の種類を送るか 406 で応答してください。',
    ),
  },
  'type-in-capitals-refused': {
    english: refused.english(
      ' with the media type in capital letters',
      RARE.english,
      'Compare media types without regard to case (RFC 9110 §8.3.1).',
    ),
    japanese: refused.japanese(
      'メディアタイプを大文字で書いた ',
      RARE.japanese,
      'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
    ),
  },
  'type-in-capitals-ignored': {
    english: otherType.english(
      ' with the media type in capital letters',
      WRONG_TYPE.english,
      'Compare media types without regard to case (RFC 9110 §8.3.1).',
    ),
    japanese: otherType.japanese(
      'メディアタイプを大文字で書いた ',
      WRONG_TYPE.japanese,
      'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
    ),
  },
  'quality-not-understood': {
    english: refused.english(
      ' with q values in Accept',
      RARE.english,
      'Read the q parameter of each entry of Accept, and serve the type of the highest quality.',
    ),
    japanese: refused.japanese(
      'Accept に q のある ',
      RARE.japanese,
      'Accept の各項目の q を読み、値が最も大きい種類を送ってください。',
    ),
  },
  'quality-ignored': {
    english: otherType.english(
      ' with q values in Accept',
      'The client gets a type that it rated lower; it is slower for it, or loses what only the other one has.',
      'Serve the acceptable type of the highest q value; the order of the list decides nothing.',
    ),
    japanese: otherType.japanese(
      'Accept に q のある ',
      'クライアントは優先度の低い種類を受け取り、遅くなるか、必要な内容を失います。',
      'q が最も大きい種類を送ってください。並び順では決まりません。',
    ),
  },
  'accept-parameter-refused': {
    english: refused.english(
      ' with an accept query parameter',
      'Links in web pages cannot set header fields: they get an error instead of the image.',
      'Read the accept query parameter, and let it win over the Accept field (PS3.18 §8.3.3).',
    ),
    japanese: refused.japanese(
      'accept パラメーターのある ',
      'Web ページのリンクはヘッダーを設定できません。画像ではなくエラーになります。',
      'accept パラメーターを読み、Accept より優先してください（PS3.18 §8.3.3）。',
    ),
  },
  'accept-parameter-ignored': {
    english: otherType.english(
      ' with an accept query parameter',
      'Links in web pages cannot set header fields: they get another type than they name.',
      'Let the accept query parameter win over the Accept field (PS3.18 §8.3.3).',
    ),
    japanese: otherType.japanese(
      'accept パラメーターのある ',
      'Web ページのリンクはヘッダーを設定できません。指定とは別の種類になります。',
      'accept パラメーターを Accept より優先してください（PS3.18 §8.3.3）。',
    ),
  },
  'unquoted-type-refused': {
    english: refused.english(
      ' with a type parameter that has no quotation marks',
      'Clients whose library leaves the quotation marks out can neither store nor retrieve.',
      'Read the type parameter with and without quotation marks.',
    ),
    japanese: refused.japanese(
      'type パラメーターに引用符のない ',
      '引用符を付けないライブラリを使うクライアントは、保存も取得もできません。',
      'type パラメーターは引用符があってもなくても読んでください。',
    ),
  },
  'unquoted-type-changes-type': {
    english: otherType.english(
      ' with a type parameter that has no quotation marks',
      WRONG_TYPE.english,
      'Read the type parameter with and without quotation marks.',
    ),
    japanese: otherType.japanese(
      'type パラメーターに引用符のない ',
      WRONG_TYPE.japanese,
      'type パラメーターは引用符があってもなくても読んでください。',
    ),
  },
  'unquoted-type-loses-store': {
    english: (_, seen) => ({
      headline: `The server lost the instance of a store whose type parameter has no quotation marks: ${seen.request} does not show it.`,
      expected: 'the instance, as after a store with quotation marks',
      observed: `an answer without it: ${seen.status ?? 'none'}`,
      effect: 'A sender that is told of success frees its own copy: the image exists nowhere then.',
      remedy: 'Read the type parameter with and without quotation marks; never answer success without having stored.',
    }),
    japanese: (_, seen) => ({
      headline: `type パラメーターに引用符のない保存のインスタンスをサーバーが失いました: ${seen.request} に現れません。`,
      expected: '引用符のある保存と同じくインスタンス',
      observed: `それがない応答（${seen.status ?? 'なし'}）`,
      effect: '成功と知らされた送信側は手元の画像を消去するため、画像はどこにも残りません。',
      remedy: 'type パラメーターは引用符があってもなくても読み、保存せずに成功を返さないでください。',
    }),
  },
};
