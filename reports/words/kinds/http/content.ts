import type { HTTP_CONTENT } from '../../../../lib/breaches/kinds/http/content.ts';
import { counted, listed, quoted, quotedApart } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

const UNTYPED = {
  english: 'Browsers and viewers do not know what the bytes are, and refuse the answer or show it wrongly.',
  japanese: 'ブラウザやビューアは内容の種類が分からず、応答を拒否するか誤って表示します。',
};

const all = (things: readonly string[] | undefined | null) => (things ?? []).map(quoted).join('、');

export const HTTP_CONTENT_WORDS: WordsFor<typeof HTTP_CONTENT> = {
  'media-type-missing': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered without Content-Type.`,
      expected: 'one Content-Type field that names a media type',
      observed: 'none',
      effect: UNTYPED.english,
      remedy: 'Send Content-Type with every body.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に Content-Type がありません。`,
      expected: 'メディアタイプを示す Content-Type が 1 つ',
      observed: 'なし',
      effect: UNTYPED.japanese,
      remedy: 'ボディのある応答には必ず Content-Type を付けてください。',
    }),
  },
  'media-type-repeated': {
    english: ({ values }, seen) => ({
      headline: `${seen.request} is answered with several Content-Type fields: ${listed((values ?? []).map(quoted))}.`,
      expected: 'one Content-Type field',
      observed: listed((values ?? []).map(quoted)),
      effect: 'Clients take the first, the last or none of them, and read the answer differently.',
      remedy: 'Send one Content-Type; look at what a proxy in front adds.',
    }),
    japanese: ({ values }, seen) => ({
      headline: `${seen.request} の応答に Content-Type が複数あります（${all(values)}）。`,
      expected: 'Content-Type が 1 つ',
      observed: all(values),
      effect: 'クライアントごとに、最初、最後、またはどれも使わず、応答の読み方が変わります。',
      remedy: 'Content-Type を 1 つにし、前段のプロキシが加えるヘッダーも確認してください。',
    }),
  },
  'media-type-unreadable': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type that is no media type: ${quoted(value)}.`,
      expected: 'one Content-Type field that names a media type',
      observed: quoted(value),
      effect: UNTYPED.english,
      remedy: 'Write type/subtype; parameters as name=value, with quotation marks around special characters.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `${seen.request} の応答の Content-Type ${quoted(value)} はメディアタイプではありません。`,
      expected: 'メディアタイプを示す Content-Type が 1 つ',
      observed: quoted(value),
      effect: UNTYPED.japanese,
      remedy: 'type/subtype の形で書き、パラメーターは name=value とし、特殊文字は引用符で囲んでください。',
    }),
  },
  'media-type-malformed': {
    english: ({ value, defects }, seen) => ({
      headline: `${seen.request} is answered with a malformed Content-Type: ${quoted(value)} (${listed(defects)}).`,
      expected: 'a media type by the grammar of RFC 9110 §8.3.1',
      observed: `${quoted(value)}: ${listed(defects)}`,
      effect: 'Strict clients refuse the answer, or miss the parameters that they need to read it.',
      remedy:
        'Write each parameter as name=value, separated by semicolons, with quotation marks around special characters.',
    }),
    japanese: ({ value, defects }, seen) => ({
      headline: `${seen.request} の応答の Content-Type ${quoted(value)} が文法に合っていません（${(defects ?? []).join('、')}）。`,
      expected: 'RFC 9110 §8.3.1 の文法によるメディアタイプ',
      observed: `${quoted(value)}: ${(defects ?? []).join('、')}`,
      effect: '厳密なクライアントは応答を拒否するか、読むために必要なパラメーターを見落とします。',
      remedy: 'パラメーターを name=value と書き、セミコロンで区切り、特殊文字は引用符で囲んでください。',
    }),
  },
  'media-type-parameter-repeated': {
    english: ({ parameter, values }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type that has ${counted((values ?? []).length, 'parameter')} ${parameter}: ${listed((values ?? []).map(quoted))}.`,
      expected: `at most one ${parameter} parameter`,
      observed: listed((values ?? []).map(quoted)),
      effect: 'Clients that take another one of them read the bytes wrongly.',
      remedy: `Write ${parameter} once.`,
    }),
    japanese: ({ parameter, values }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に ${parameter} が複数あります（${all(values)}）。`,
      expected: `${parameter} は 1 つまで`,
      observed: all(values),
      effect: '別の値を選んだクライアントは、バイト列を誤って読みます。',
      remedy: `${parameter} を 1 つだけ書いてください。`,
    }),
  },
  'transfer-syntax-wildcard': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with transfer-syntax=* in Content-Type, which only a request can say.`,
      expected: 'the transfer syntax of the bytes',
      observed: 'transfer-syntax=*',
      effect: 'A client does not learn how the pixels are encoded, and may not decode them.',
      remedy: 'Name the Transfer Syntax UID of the bytes that are sent, or leave the parameter out.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の Content-Type に、要求でしか使えない transfer-syntax=* があります。`,
      expected: 'バイト列の転送構文',
      observed: 'transfer-syntax=*',
      effect: 'クライアントは画素の符号化が分からず、復号できないことがあります。',
      remedy: '送るバイト列の転送構文 UID を書くか、パラメーターを除いてください。',
    }),
  },
  'transfer-syntax-untrue': {
    english: ({ named, actual }, seen) => ({
      headline: `${seen.request} is labelled transfer-syntax=${named}, but the instance is in ${actual}.`,
      expected: `transfer-syntax=${actual}, as (0002,0010) of the instance has it`,
      observed: `transfer-syntax=${named}`,
      effect: 'A viewer that goes by the label decodes the pixels wrongly, or not at all.',
      remedy: 'Take the parameter from the file meta information of the instance that is sent.',
    }),
    japanese: ({ named, actual }, seen) => ({
      headline: `${seen.request} の応答は transfer-syntax=${named} とありますが、インスタンスは ${actual} です。`,
      expected: `インスタンスの (0002,0010) のとおり transfer-syntax=${actual}`,
      observed: `transfer-syntax=${named}`,
      effect: 'この表示に従うビューアは、画素を誤って復号するか、復号できません。',
      remedy: '送るインスタンスのファイルメタ情報から値を取ってください。',
    }),
  },
  'charset-untrue': {
    english: ({ terms }, seen) => ({
      headline: terms
        ? `${seen.request} is labelled charset=utf-8, but the instance has SpecificCharacterSet ${listed(terms.map(quoted))}.`
        : `${seen.request} is labelled charset=utf-8, but its text is not UTF-8.`,
      expected: 'text in UTF-8',
      observed: terms ? `SpecificCharacterSet ${listed(terms.map(quoted))}` : 'bytes that are not UTF-8',
      effect: 'Names and other text beyond ASCII are shown as wrong characters.',
      remedy: 'Label with the character set that the text has, or leave the parameter out.',
    }),
    japanese: ({ terms }, seen) => ({
      headline: terms
        ? `${seen.request} の応答は charset=utf-8 とありますが、インスタンスの SpecificCharacterSet は ${all(terms)} です。`
        : `${seen.request} の応答は charset=utf-8 とありますが、テキストが UTF-8 ではありません。`,
      expected: 'UTF-8 のテキスト',
      observed: terms ? `SpecificCharacterSet ${all(terms)}` : 'UTF-8 ではないバイト列',
      effect: '漢字などの ASCII 以外の文字が化けて表示されます。',
      remedy: '実際の文字集合を書くか、パラメーターを除いてください。',
    }),
  },
  'resource-without-location': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered without Content-Location.`,
      expected: 'a Content-Location field',
      observed: 'none',
      effect: 'A client that keeps the answer does not know which resource it is.',
      remedy: 'Send the URL of the resource as Content-Location.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に Content-Location がありません。`,
      expected: 'Content-Location',
      observed: 'なし',
      effect: '応答を保存するクライアントは、どのリソースか分かりません。',
      remedy: 'リソースの URL を Content-Location で送ってください。',
    }),
  },
  'location-of-another-resource': {
    english: ({ location, asked }, seen) => {
      const [observed, expected] = quotedApart(location, asked);
      return {
        headline: `${seen.request} is answered with the Content-Location of another resource: ${observed} instead of ${expected}.`,
        expected,
        observed,
        effect: 'A client that keeps answers by their location shows the images of another patient.',
        remedy: 'Build Content-Location from the resource that is sent.',
      };
    },
    japanese: ({ location, asked }, seen) => {
      const [observed, expected] = quotedApart(location, asked);
      return {
        headline: `${seen.request} の応答の Content-Location が別のリソースを指しています（${expected} ではなく ${observed}）。`,
        expected,
        observed,
        effect: 'URL で応答を保存するクライアントが、別の患者の画像を表示します。',
        remedy: '送るリソースから Content-Location を作ってください。',
      };
    },
  },
};
