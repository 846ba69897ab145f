import type { HTTP_TOLERANCE } from '../../../../lib/breaches/kinds/http/tolerance.ts';
import { alternatives, either, listed, quoted } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const HTTP_TOLERANCE_WORDS: WordsFor<typeof HTTP_TOLERANCE> = {
  'metadata-parameter-refused': {
    english: ({ status, expected, parameter }, seen) => ({
      headline: `${seen.request} with ${parameter} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, as without it`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Ignore parameters and character sets that the server does not support, and send the metadata in UTF-8.',
    }),
    japanese: ({ status, expected, parameter }, seen) => ({
      headline: `${parameter} を付けた ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `付けない場合と同じステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '対応していないパラメーターや文字集合は無視し、メタデータを UTF-8 で返してください。',
    }),
  },
  'mixed-types-not-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} that accepts a DICOM and a rendered media type is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 400 where the acceptable media types are of both kinds, DICOM and rendered.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `DICOM とレンダリングのメディアタイプを同時に受け入れる ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '受け入れるメディアタイプに DICOM とレンダリングの両方があれば、400 で応答してください。',
    }),
  },
  'preflight-refused': {
    english: ({ status, expected }, seen) => ({
      headline: `The preflight ${seen.request} of a browser is answered ${status} instead of ${either(expected)}, though GET admits its origin.`,
      expected: `status ${either(expected)}, without credentials`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer OPTIONS with Access-Control-Request-Method before credentials are asked for: browsers send none.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `GET ではオリジンを許可していますが、ブラウザーのプリフライト ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `認証情報なしでステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy:
        'Access-Control-Request-Method のある OPTIONS には、認証を求める前に応答してください。ブラウザーは認証情報を送りません。',
    }),
  },
  'preflight-permits-too-little': {
    english: ({ header, needed, seen: value }, seen) => ({
      headline: `The preflight ${seen.request} does not permit what a browser viewer sends: ${header} lacks ${needed}.`,
      expected: `${header} with ${needed}`,
      observed: value === null ? 'none' : quoted(value),
      remedy: `Name ${needed} in ${header} of the answer to the preflight.`,
    }),
    japanese: ({ header, needed, seen: value }, seen) => ({
      headline: `プリフライト ${seen.request} は、ブラウザーのビューアが送るものを許可していません。${header} に ${needed} がありません。`,
      expected: `${needed} を含む ${header}`,
      observed: value === null ? 'なし' : quoted(value),
      remedy: `プリフライトの応答の ${header} に ${needed} を入れてください。`,
    }),
  },
  'origin-allowed-twice': {
    english: ({ values }, seen) => ({
      headline: `${seen.request} is answered with Access-Control-Allow-Origin of several values: browsers refuse the answer.`,
      expected: 'one value: the origin, or *',
      observed: listed((values ?? []).map(quoted)),
      remedy: 'Send Access-Control-Allow-Origin once: from the server or from the proxy in front of it, not from both.',
    }),
    japanese: ({ values }, seen) => ({
      headline: `${seen.request} の応答の Access-Control-Allow-Origin に複数の値があり、ブラウザーは応答を拒否します。`,
      expected: '値は 1 つ（オリジンまたは *）',
      observed: (values ?? []).map(quoted).join('、'),
      remedy: 'Access-Control-Allow-Origin は、サーバーか前段のプロキシの一方だけから 1 回送ってください。',
    }),
  },
};
