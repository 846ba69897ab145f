import type { SEARCH_TOLERANCE } from '../../../../lib/breaches/kinds/search/tolerance.ts';
import { alternatives, either } from '../../quote.ts';
import type { WordsFor } from '../../telling.ts';

export const SEARCH_TOLERANCE_WORDS: WordsFor<typeof SEARCH_TOLERANCE> = {
  'search-fails-on-parameter': {
    english: ({ status, expected, parameter }, seen) => ({
      headline: `${seen.request} with ${parameter} is answered ${status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Ignore parameters that the server does not support, or answer 400 where the text leaves that to it.',
    }),
    japanese: ({ status, expected, parameter }, seen) => ({
      headline: `${parameter} を付けた ${seen.request} の応答が ${alternatives(expected)} ではなく ${status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '対応していないパラメーターは無視するか、規定がサーバーに委ねている場合は 400 で応答してください。',
    }),
  },
  'matching-parameter-ignored-silently': {
    english: ({ parameter }, seen) => ({
      headline: `${seen.request} with ${parameter}=true matches as without it, and no Warning says so.`,
      expected: `matching as ${parameter} asks for, or a Warning 299`,
      observed: 'the results of the search without it, and no Warning',
      remedy: `Send Warning 299 where ${parameter} is not supported.`,
    }),
    japanese: ({ parameter }, seen) => ({
      headline: `${parameter}=true を付けた ${seen.request} の照合は付けない場合と同じで、そのことを示す Warning もありません。`,
      expected: `${parameter} のとおりの照合、または Warning 299`,
      observed: '付けない検索と同じ結果で、Warning なし',
      remedy: `${parameter} に対応していなければ、Warning 299 を送ってください。`,
    }),
  },
};
