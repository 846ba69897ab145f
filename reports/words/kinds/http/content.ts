import type { HTTP_CONTENT } from '../../../../lib/breaches/kinds/http/content.ts';
import { formatName } from '../../format-names.ts';
import { counted, listed, quoted, quotedApart } from '../../quote.ts';
import type { SeenIn, WordsFor } from '../../telling.ts';

const all = (things: readonly string[] | undefined | null) => (things ?? []).map(quoted).join('、');

/** The status of a refusal: what is true of that answer need not be true of others. */
const withStatus = ({ status }: SeenIn) => (Number.parseInt(status ?? '', 10) >= 300 ? ` ${status}` : '');

export const HTTP_CONTENT_WORDS: WordsFor<typeof HTTP_CONTENT> = {
  'media-type-missing': {
    english: ({ found }, seen) => ({
      headline: `${seen.request} is answered${withStatus(seen)} without Content-Type.`,
      expected: 'one Content-Type field that names a media type',
      observed: found ? `none; the bytes are ${formatName('english', found)}` : 'none',
      remedy: 'Send Content-Type with every body.',
    }),
    japanese: ({ found }, seen) => ({
      headline: `${seen.request} の${withStatus(seen)}応答に Content-Type がありません。`,
      expected: 'メディアタイプを示す Content-Type が 1 つ',
      observed: found ? `なし（バイト列は ${formatName('japanese', found)}）` : 'なし',
      remedy: 'ボディのある応答には必ず Content-Type を付けてください。',
    }),
  },
  'media-type-repeated': {
    english: ({ values }, seen) => ({
      headline: `${seen.request} is answered${withStatus(seen)} with several Content-Type fields: ${listed((values ?? []).map(quoted))}.`,
      expected: 'one Content-Type field',
      observed: listed((values ?? []).map(quoted)),
      remedy: 'Send one Content-Type; look at what a proxy in front adds.',
    }),
    japanese: ({ values }, seen) => ({
      headline: `${seen.request} の${withStatus(seen)}応答に Content-Type が複数あります（${all(values)}）。`,
      expected: 'Content-Type が 1 つ',
      observed: all(values),
      remedy: 'Content-Type を 1 つにし、前段のプロキシが加えるヘッダーも確認してください。',
    }),
  },
  'media-type-unreadable': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type that is no media type: ${quoted(value)}.`,
      expected: 'one Content-Type field that names a media type',
      observed: quoted(value),
      remedy: 'Write type/subtype; parameters as name=value, with quotation marks around special characters.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `${seen.request} の応答の Content-Type ${quoted(value)} はメディアタイプではありません。`,
      expected: 'メディアタイプを示す Content-Type が 1 つ',
      observed: quoted(value),
      remedy: 'type/subtype の形で書き、パラメーターは name=value とし、特殊文字は引用符で囲んでください。',
    }),
  },
  'media-type-malformed': {
    english: ({ value, defects }, seen) => ({
      headline: `${seen.request} is answered with a malformed Content-Type: ${quoted(value)} (${listed(defects)}).`,
      expected: 'a media type by the grammar of RFC 9110 §8.3.1',
      observed: `${quoted(value)}: ${listed(defects)}`,
      remedy:
        'Write each parameter as name=value, separated by semicolons, with quotation marks around special characters.',
    }),
    japanese: ({ value, defects }, seen) => ({
      headline: `${seen.request} の応答の Content-Type ${quoted(value)} が文法に合っていません（${(defects ?? []).join('、')}）。`,
      expected: 'RFC 9110 §8.3.1 の文法によるメディアタイプ',
      observed: `${quoted(value)}: ${(defects ?? []).join('、')}`,
      remedy: 'パラメーターを name=value と書き、セミコロンで区切り、特殊文字は引用符で囲んでください。',
    }),
  },
  'media-type-parameter-repeated': {
    english: ({ parameter, values }, seen) => ({
      headline: `${seen.request} is answered with a Content-Type that has ${counted((values ?? []).length, 'parameter')} ${parameter}: ${listed((values ?? []).map(quoted))}.`,
      expected: `at most one ${parameter} parameter`,
      observed: listed((values ?? []).map(quoted)),
      remedy: `Write ${parameter} once.`,
    }),
    japanese: ({ parameter, values }, seen) => ({
      headline: `${seen.request} の応答の Content-Type に ${parameter} が複数あります（${all(values)}）。`,
      expected: `${parameter} は 1 つまで`,
      observed: all(values),
      remedy: `${parameter} を 1 つだけ書いてください。`,
    }),
  },
  'transfer-syntax-wildcard': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered with transfer-syntax=* in Content-Type, which only a request can say.`,
      expected: 'the transfer syntax of the bytes',
      observed: 'transfer-syntax=*',
      remedy: 'Name the Transfer Syntax UID of the bytes that are sent, or leave the parameter out.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答の Content-Type に、要求でしか使えない transfer-syntax=* があります。`,
      expected: 'バイト列の転送構文',
      observed: 'transfer-syntax=*',
      remedy: '送るバイト列の転送構文 UID を書くか、パラメーターを除いてください。',
    }),
  },
  'transfer-syntax-untrue': {
    english: ({ named, actual }, seen) => ({
      headline: `${seen.request} is labelled transfer-syntax=${named}, but the instance is in ${actual}.`,
      expected: `transfer-syntax=${actual}, as (0002,0010) of the instance has it`,
      observed: `transfer-syntax=${named}`,
      remedy: 'Take the parameter from the file meta information of the instance that is sent.',
    }),
    japanese: ({ named, actual }, seen) => ({
      headline: `${seen.request} の応答は transfer-syntax=${named} とありますが、インスタンスは ${actual} です。`,
      expected: `インスタンスの (0002,0010) のとおり transfer-syntax=${actual}`,
      observed: `transfer-syntax=${named}`,
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
      remedy: 'Label with the character set that the text has, or leave the parameter out.',
    }),
    japanese: ({ terms }, seen) => ({
      headline: terms
        ? `${seen.request} の応答は charset=utf-8 とありますが、インスタンスの SpecificCharacterSet は ${all(terms)} です。`
        : `${seen.request} の応答は charset=utf-8 とありますが、テキストが UTF-8 ではありません。`,
      expected: 'UTF-8 のテキスト',
      observed: terms ? `SpecificCharacterSet ${all(terms)}` : 'UTF-8 ではないバイト列',
      remedy: '実際の文字集合を書くか、パラメーターを除いてください。',
    }),
  },
  'resource-without-location': {
    english: (_, seen) => ({
      headline: `${seen.request} is answered without Content-Location.`,
      expected: 'a Content-Location field',
      observed: 'none',
      remedy: 'Send the URL of the resource as Content-Location.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答に Content-Location がありません。`,
      expected: 'Content-Location',
      observed: 'なし',
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
        remedy: 'Build Content-Location from the resource that is sent.',
      };
    },
    japanese: ({ location, asked }, seen) => {
      const [observed, expected] = quotedApart(location, asked);
      return {
        headline: `${seen.request} の応答の Content-Location が別のリソースを指しています（${expected} ではなく ${observed}）。`,
        expected,
        observed,
        remedy: '送るリソースから Content-Location を作ってください。',
      };
    },
  },
};
