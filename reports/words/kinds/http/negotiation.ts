import type { NEGOTIATION } from '../../../../lib/breaches/kinds/http/negotiation.ts';
import { alternatives, either } from '../../quote.ts';
import type { SeenIn, Wording, WordsFor } from '../../telling.ts';

type Status = { readonly status: number; readonly expected: readonly string[] };

/** A status that is wrong, with what the request asked for. */
const refused = {
  english(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${seen.request}${what} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy,
    });
  },
  japanese(what: string, remedy: string) {
    return ({ status, expected }: Status, seen: SeenIn): Wording => ({
      headline: `${what}${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy,
    });
  },
};

/** A media type that is wrong, with what the request asked for. */
const otherType = {
  english(what: string, remedy: string) {
    return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Wording => ({
      headline: `${seen.request}${what} is answered with ${type} instead of ${expected}.`,
      expected: String(expected),
      observed: String(type),
      remedy,
    });
  },
  japanese(what: string, remedy: string) {
    return ({ type, expected }: { readonly type: string; readonly expected: string }, seen: SeenIn): Wording => ({
      headline: `${what}${seen.request} の応答が ${expected} ではなく ${type} です。`,
      expected: String(expected),
      observed: String(type),
      remedy,
    });
  },
};

export const NEGOTIATION_WORDS: WordsFor<typeof NEGOTIATION> = {
  'accept-form-refused': {
    english: ({ form, accept, status }, seen) => ({
      headline: `${seen.request} with ${form === 'quotes' ? 'quotation marks' : 'blanks'} in Accept (${accept}) is answered ${status}; without them it is served.`,
      expected: 'status 200, as without them',
      observed: `status ${seen.status ?? status}`,
      remedy:
        form === 'quotes'
          ? 'Read parameters of Accept with and without quotation marks: type="application/dicom" is how the standard writes it (RFC 9110 §5.6.6).'
          : 'Allow blanks behind the semicolons and commas of Accept (RFC 9110 §5.6.3).',
    }),
    japanese: ({ form, accept, status }, seen) => ({
      headline: `Accept に${form === 'quotes' ? '引用符' : '空白'}のある ${seen.request}（${accept}）に ${status} で応答します。それがなければ 200 で応答します。`,
      expected: 'それがない場合と同じくステータス 200',
      observed: `ステータス ${seen.status ?? status}`,
      remedy:
        form === 'quotes'
          ? 'Accept のパラメーターは引用符の有無にかかわらず読み取ってください。規格の書き方は type="application/dicom" です (RFC 9110 §5.6.6)。'
          : 'Accept のセミコロンとコンマの後の空白を許してください (RFC 9110 §5.6.3)。',
    }),
  },
  'long-url-refused': {
    english: ({ length, longest, status }, seen) => ({
      headline: `Long URLs are refused: ${seen.request} with a URL of ${length} characters is answered ${status}${longest > 0 ? `; one of ${longest} was served` : ''}.`,
      expected: 'the status that a shorter URL of the same form has',
      observed: `status ${seen.status ?? status}`,
      remedy:
        'Raise the limit of the server, or of the gateway before it, to 8,000 octets at least (RFC 9110 §4.1): the path of a frame holds three UIDs of up to 64 characters.',
    }),
    japanese: ({ length, longest, status }, seen) => ({
      headline: `長い URL を拒否します: ${length} 文字の URL の ${seen.request} に ${status} で応答します${longest > 0 ? `（${longest} 文字の URL には応答しました）` : ''}。`,
      expected: '同じ形の短い URL と同じステータス',
      observed: `ステータス ${seen.status ?? status}`,
      remedy:
        'サーバーまたは手前のゲートウェイの上限を少なくとも 8,000 オクテットにしてください (RFC 9110 §4.1)。フレームのパスには最長 64 文字の UID が 3 つ入ります。',
    }),
  },
  'stored-not-shown': {
    english: ({ readable }, seen) => ({
      headline: `${seen.request} is answered ${readable ? 'without what is stored' : 'with something that cannot be read as what is stored'}.`,
      expected: 'what is stored, as the usual request shows it',
      observed: readable ? 'an answer without it' : 'nothing that can be read as it',
      remedy: 'Answer this request with the same content as the usual one.',
    }),
    japanese: ({ readable }, seen) => ({
      headline: readable
        ? `${seen.request} の応答に、保存されているものがありません。`
        : `${seen.request} の応答を、保存されているものとして読めません。`,
      expected: '通常の要求と同じく、保存されているもの',
      observed: readable ? 'それがない応答' : '読めない応答',
      remedy: 'この要求にも、通常の要求と同じ内容で応答してください。',
    }),
  },
  'missing-accept-served': {
    english: refused.english(
      ' without an Accept field',
      'Answer 406 where the request has no Accept field and no accept parameter.',
    ),
    japanese: refused.japanese(
      'Accept のない ',
      'Accept も accept パラメーターもない要求には 406 で応答してください。',
    ),
  },
  'unacceptable-type-not-refused': {
    english: refused.english(
      ' with an Accept field that the server cannot satisfy',
      'Answer 406 where no type of Accept can be produced.',
    ),
    japanese: refused.japanese('応じられない Accept の ', 'Accept のどの種類も作れないときは 406 で応答してください。'),
  },
  'unknown-accept-entry-refused': {
    english: refused.english(
      ' with an entry in Accept that no server knows',
      'Skip entries of Accept that are not known, and serve the best of the others.',
    ),
    japanese: refused.japanese(
      '未知の種類を Accept に含む ',
      'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
    ),
  },
  'unknown-accept-entry-changes-type': {
    english: otherType.english(
      ' with an entry in Accept that no server knows',
      'Skip entries of Accept that are not known, and serve the best of the others.',
    ),
    japanese: otherType.japanese(
      '未知の種類を Accept に含む ',
      'Accept の未知の種類を読み飛ばし、残りのうち最良のものを送ってください。',
    ),
  },
  'accept-range-refused': {
    english: refused.english(' with Accept: application/*', 'Match application/* with each application type.'),
    japanese: refused.japanese(
      'Accept: application/* の ',
      'application/* をすべての application のタイプに一致させてください。',
    ),
  },
  'accept-range-ignored': {
    english: otherType.english(' with Accept: application/*', 'Match application/* with each application type.'),
    japanese: otherType.japanese(
      'Accept: application/* の ',
      'application/* をすべての application のタイプに一致させてください。',
    ),
  },
  'excluded-type-sent': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with ${type}, which Accept excludes by q=0.`,
      expected: 'another type, or 406',
      observed: String(type),
      remedy: 'Never send a type whose quality is 0; answer 406 where nothing else is left.',
    }),
    japanese: ({ type }, seen) => ({
      headline: `${seen.request} の応答が、Accept が q=0 で除外した ${type} です。`,
      expected: '別の種類、または 406',
      observed: String(type),
      remedy: 'q が 0 の種類は送らず、ほかに何もなければ 406 で応答してください。',
    }),
  },
  'exclusion-not-understood': {
    english: refused.english(
      ' with a type excluded by q=0',
      'Read the q parameter of each entry of Accept; send another type, or answer 406.',
    ),
    japanese: refused.japanese(
      'q=0 で種類を除外した ',
      'Accept の各項目の q を読み、別の種類を送るか 406 で応答してください。',
    ),
  },
  'type-in-capitals-refused': {
    english: refused.english(
      ' with the media type in capital letters',
      'Compare media types without regard to case (RFC 9110 §8.3.1).',
    ),
    japanese: refused.japanese(
      'メディアタイプを大文字で書いた ',
      'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
    ),
  },
  'type-in-capitals-ignored': {
    english: otherType.english(
      ' with the media type in capital letters',
      'Compare media types without regard to case (RFC 9110 §8.3.1).',
    ),
    japanese: otherType.japanese(
      'メディアタイプを大文字で書いた ',
      'メディアタイプは大文字と小文字を区別せずに比べてください（RFC 9110 §8.3.1）。',
    ),
  },
  'quality-not-understood': {
    english: refused.english(
      ' with q values in Accept',
      'Read the q parameter of each entry of Accept, and serve the type of the highest quality.',
    ),
    japanese: refused.japanese(
      'Accept に q のある ',
      'Accept の各項目の q を読み、値が最も大きい種類を送ってください。',
    ),
  },
  'quality-ignored': {
    english: otherType.english(
      ' with q values in Accept',
      'Serve the acceptable type of the highest q value; the order of the list decides nothing.',
    ),
    japanese: otherType.japanese('Accept に q のある ', 'q が最も大きい種類を送ってください。並び順では決まりません。'),
  },
  'accept-parameter-refused': {
    english: refused.english(
      ' with an accept query parameter',
      'Read the accept query parameter, and let it win over the Accept field (PS3.18 §8.3.3).',
    ),
    japanese: refused.japanese(
      'accept パラメーターのある ',
      'accept パラメーターを読み、Accept より優先してください（PS3.18 §8.3.3）。',
    ),
  },
  'accept-parameter-ignored': {
    english: otherType.english(
      ' with an accept query parameter',
      'Let the accept query parameter win over the Accept field (PS3.18 §8.3.3).',
    ),
    japanese: otherType.japanese(
      'accept パラメーターのある ',
      'accept パラメーターを Accept より優先してください（PS3.18 §8.3.3）。',
    ),
  },
  'unquoted-type-refused': {
    english: refused.english(
      ' with a type parameter that has no quotation marks',
      'Read the type parameter with and without quotation marks.',
    ),
    japanese: refused.japanese(
      'type パラメーターに引用符のない ',
      'type パラメーターは引用符があってもなくても読んでください。',
    ),
  },
  'unquoted-type-changes-type': {
    english: otherType.english(
      ' with a type parameter that has no quotation marks',
      'Read the type parameter with and without quotation marks.',
    ),
    japanese: otherType.japanese(
      'type パラメーターに引用符のない ',
      'type パラメーターは引用符があってもなくても読んでください。',
    ),
  },
  'unquoted-type-loses-store': {
    english: (_, seen) => ({
      headline: `The server lost the instance of a store whose type parameter has no quotation marks: ${seen.request} does not show it.`,
      expected: 'the instance, as after a store with quotation marks',
      observed: `an answer without it: ${seen.status ?? 'none'}`,
      remedy: 'Read the type parameter with and without quotation marks; never answer success without having stored.',
    }),
    japanese: (_, seen) => ({
      headline: `type パラメーターに引用符のない保存のインスタンスをサーバーが失いました: ${seen.request} に現れません。`,
      expected: '引用符のある保存と同じくインスタンス',
      observed: `それがない応答（${seen.status ?? 'なし'}）`,
      remedy: 'type パラメーターは引用符があってもなくても読み、保存せずに成功を返さないでください。',
    }),
  },
};
