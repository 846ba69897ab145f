import type { JSON_TEXT } from '../../../../lib/breaches/kinds/json/text.ts';
import { quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const JSON_TEXT_WORDS: WordsFor<typeof JSON_TEXT> = {
  'json-malformed': {
    english: ({ message, offset }, seen) => ({
      headline: `${seen.request} is answered with text that is no JSON: ${message}, at byte ${offset}.`,
      expected: 'JSON as RFC 8259 has it',
      observed: `${message}, at byte ${offset}`,
      remedy: 'Write the answer by a JSON library, and to its end.',
    }),
    japanese: ({ message, offset }, seen) => ({
      headline: `${seen.request} の応答が JSON ではありません（${offset} バイト目、${message}）。`,
      expected: 'RFC 8259 の JSON',
      observed: `${offset} バイト目: ${message}`,
      remedy: 'JSON ライブラリを使い、応答を最後まで書いてください。',
    }),
  },
  'json-member-repeated': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} is answered with JSON in which a name occurs twice: ${message}.`,
      expected: 'member names that are unique in their object',
      observed: String(message),
      remedy: 'Write each attribute once.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答の JSON に、同じ名前が 2 回あります（${message}）。`,
      expected: 'オブジェクトの中で重複しない名前',
      observed: String(message),
      remedy: '各属性を 1 回だけ書いてください。',
    }),
  },
  'json-number-non-finite': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} is answered with JSON that has no number where one should be: ${message}.`,
      expected: 'a JSON number, null or no value',
      observed: String(message),
      remedy: 'JSON has no NaN and no Infinity: leave the value out.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答の JSON で、数値の場所に数値でないものがあります（${message}）。`,
      expected: 'JSON の数値、null、または値なし',
      observed: String(message),
      remedy: 'JSON には NaN も Infinity もありません。値を省いてください。',
    }),
  },
  'json-control-character': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} is answered with JSON that has an unescaped control character: ${message}.`,
      expected: 'control characters escaped in strings',
      observed: String(message),
      remedy: 'Escape control characters as \\u00XX; a JSON library does it.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答の JSON に、エスケープされていない制御文字があります（${message}）。`,
      expected: '文字列の中でエスケープされた制御文字',
      observed: String(message),
      remedy: '制御文字を \\u00XX とエスケープしてください。JSON ライブラリなら自動で行われます。',
    }),
  },
  'json-byte-order-mark': {
    english: (_, seen) => ({
      headline: `${seen.request} begins with a byte order mark instead of JSON.`,
      expected: 'UTF-8 without a byte order mark',
      observed: 'the bytes EF BB BF',
      remedy: 'Write UTF-8 without a byte order mark.',
    }),
    japanese: (_, seen) => ({
      headline: `${seen.request} の応答が、JSON ではなくバイト順マークで始まります。`,
      expected: 'バイト順マークのない UTF-8',
      observed: 'バイト EF BB BF',
      remedy: 'UTF-8 をバイト順マークなしで書いてください。',
    }),
  },
  'json-not-utf8': {
    english: ({ message }, seen) => ({
      headline: `${seen.request} is answered with JSON that is not UTF-8: ${message}.`,
      expected: 'UTF-8',
      observed: String(message),
      remedy: 'Decode stored text by its SpecificCharacterSet, and write it as UTF-8.',
    }),
    japanese: ({ message }, seen) => ({
      headline: `${seen.request} の応答の JSON が UTF-8 ではありません（${message}）。`,
      expected: 'UTF-8',
      observed: String(message),
      remedy: '保存されたテキストを SpecificCharacterSet で復号し、UTF-8 で書いてください。',
    }),
  },
  'json-labelled-otherwise': {
    english: ({ type }, seen) => ({
      headline: `${seen.request} is answered with DICOM JSON ${type === null ? 'without a media type' : `labelled ${type}`} instead of application/dicom+json.`,
      expected: 'application/dicom+json',
      observed: type === null ? 'no media type' : String(type),
      remedy: 'Label DICOM JSON application/dicom+json.',
    }),
    japanese: ({ type }, seen) => ({
      headline:
        type === null
          ? `${seen.request} の応答の DICOM JSON に、application/dicom+json を示すメディアタイプがありません。`
          : `${seen.request} の応答の DICOM JSON が、application/dicom+json ではなく ${type} とされています。`,
      expected: 'application/dicom+json',
      observed: type === null ? 'メディアタイプなし' : String(type),
      remedy: 'DICOM JSON を application/dicom+json としてください。',
    }),
  },
  'json-charset-untrue': {
    english: ({ charset }, seen) => ({
      headline: `${seen.request} labels JSON charset=${charset}, but JSON is UTF-8.`,
      expected: 'no charset, or UTF-8',
      observed: quoted(charset),
      remedy: 'Leave charset out of the Content-Type of JSON.',
    }),
    japanese: ({ charset }, seen) => ({
      headline: `${seen.request} の応答は charset=${charset} とされていますが、JSON は UTF-8 です。`,
      expected: 'charset なし、または UTF-8',
      observed: quoted(charset),
      remedy: 'JSON の Content-Type から charset を除いてください。',
    }),
  },
};
