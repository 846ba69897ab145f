import type { SEARCH_PARAMETERS } from '../../../../lib/breaches/kinds/search/parameters.ts';
import { alternatives, counted, either } from '../../quote.ts';
import { results } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

export const SEARCH_PARAMETERS_WORDS: WordsFor<typeof SEARCH_PARAMETERS> = {
  'search-refuses-unknown-parameter': {
    english: ({ status, expected }, { request, status: line }) => ({
      headline: `${request} with a parameter that the server does not know is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, as without the parameter`,
      observed: `status ${line ?? status}`,
      remedy: 'Ignore parameters that the server does not know.',
    }),
    japanese: ({ status, expected }, { request, status: line }) => ({
      headline: `サーバーの知らないパラメーターを付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `パラメーターがない場合と同じステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy: '知らないパラメーターは無視してください。',
    }),
  },
  'search-changed-by-unknown-parameter': {
    english: ({ results: count, expected }, { request }) => ({
      headline: `A parameter that the server does not know changes the results: ${request} returns ${results(count)}, and without it ${expected}.`,
      expected: `${results(expected)}, as without the parameter`,
      observed: results(count),
      remedy: 'Ignore parameters that the server does not know.',
    }),
    japanese: ({ results, expected }, { request }) => ({
      headline: `サーバーの知らないパラメーターで結果が変わります。${request} は ${results} 件を返し、パラメーターがなければ ${expected} 件です。`,
      expected: `パラメーターがない場合と同じ ${expected} 件`,
      observed: `${results} 件`,
      remedy: '知らないパラメーターは無視してください。',
    }),
  },
  'search-fails-on-empty-key': {
    english: ({ key, status }, { request, status: line }) => ({
      headline: `${request}?${key}= (a key without value) is answered ${line ?? status} instead of all results or 400.`,
      expected: 'what is found without the key, or 400',
      observed: `status ${line ?? status}`,
      remedy: 'Ignore a key without value, or answer 400.',
    }),
    japanese: ({ key, status }, { request, status: line }) => ({
      headline: `値のないキーの ${request}?${key}= の応答が、全件または 400 ではなく ${line ?? status} です。`,
      expected: 'キーがない場合の結果、または 400',
      observed: `ステータス ${line ?? status}`,
      remedy: '値のないキーは無視するか、400 を返してください。',
    }),
  },
  'search-finds-nothing-by-empty-key': {
    english: ({ key }, { request }) => ({
      headline: `${request}?${key}= (a key without value) finds nothing instead of what it finds without the key.`,
      expected: 'what is found without the key, or 400',
      observed: 'no result',
      remedy: 'Ignore a key without value, or answer 400.',
    }),
    japanese: ({ key }, { request }) => ({
      headline: `値のないキーの ${request}?${key}= では、キーがない場合の結果ではなく、何も見つかりません。`,
      expected: 'キーがない場合の結果、または 400',
      observed: '結果なし',
      remedy: '値のないキーは無視するか、400 を返してください。',
    }),
  },
  'search-refuses-unsupported-key': {
    english: ({ key, status, expected }, { request, status: line }) => ({
      headline: `${request} with ${key}, by which the server does not match, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: 'the results without the key',
      observed: `status ${line ?? status}`,
      remedy: 'Ignore attributes that are not supported as a key.',
    }),
    japanese: ({ key, status, expected }, { request, status: line }) => ({
      headline: `サーバーが照合しない ${key} を付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: 'キーがない場合の結果',
      observed: `ステータス ${line ?? status}`,
      remedy: 'キーとして対応していない属性は無視してください。',
    }),
  },
  'search-changed-by-unsupported-key': {
    english: ({ key, results: count, expected }, { request }) => ({
      headline: `${request} with ${key}, by which the server does not match, returns ${results(count)}, and without it ${expected}.`,
      expected: `${results(expected)}, as without the key`,
      observed: results(count),
      remedy: 'Ignore attributes that are not supported as a key, and match on them where they are.',
    }),
    japanese: ({ key, results, expected }, { request }) => ({
      headline: `サーバーが照合しない ${key} を付けた ${request} は ${results} 件を返し、付けなければ ${expected} 件です。`,
      expected: `キーがない場合と同じ ${expected} 件`,
      observed: `${results} 件`,
      remedy: 'キーとして対応していない属性は無視し、対応している属性では照合してください。',
    }),
  },
  'search-fails-on-key-of-no-value': {
    english: ({ key, status, expected }, { request, status: line }) => ({
      headline: `${request} with ${key}, of which the stored study has no value, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      remedy: `Match studies without ${key} without an error, or leave them out.`,
    }),
    japanese: ({ key, status, expected }, { request, status: line }) => ({
      headline: `保存された検査に値のない ${key} による ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy: `${key} のない検査は、エラーなく一致させるか、結果から除いてください。`,
    }),
  },
  'fuzzymatching-refused': {
    english: ({ value, status, expected }, { request, status: line }) => ({
      headline: `${request} with fuzzymatching=${value} is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      remedy: 'Accept fuzzymatching. Where it is not supported, match literally and add a Warning 299.',
    }),
    japanese: ({ value, status, expected }, { request, status: line }) => ({
      headline: `fuzzymatching=${value} の ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy:
        'fuzzymatching を受け付けてください。対応していない場合は文字どおりに照合し、Warning 299 を付けてください。',
    }),
  },
  'fuzzymatching-loses-results': {
    english: ({ value, results: count, expected }, { request }) => ({
      headline: `${request} with fuzzymatching=${value} returns ${results(count)} instead of the ${expected} that it returns without the parameter.`,
      expected: results(expected),
      observed: results(count),
      remedy: 'Return exact matches whatever fuzzymatching says.',
    }),
    japanese: ({ value, results, expected }, { request }) => ({
      headline: `fuzzymatching=${value} の ${request} は、パラメーターがない場合の ${expected} 件ではなく ${results} 件を返します。`,
      expected: `${expected} 件`,
      observed: `${results} 件`,
      remedy: 'fuzzymatching の値にかかわらず、完全に一致するものを返してください。',
    }),
  },
  'fuzzymatching-ignored-silently': {
    english: ({ tried }, { request }) => ({
      headline: `The search ignores fuzzymatching=true and does not say so: ${request} finds none of ${counted(tried, 'similar name')} and sends no Warning 299.`,
      expected: 'similar names, or a Warning 299',
      observed: 'neither',
      remedy: 'Match similar names, or add a Warning 299 that says that only literal matching was done.',
    }),
    japanese: ({ tried }, { request }) => ({
      headline: `検索が fuzzymatching=true を無視し、それを知らせません。${request} は似た名前 ${tried} 個のどれも見つけず、Warning 299 もありません。`,
      expected: '似た名前の結果、または Warning 299',
      observed: 'どちらもない',
      remedy: '似た名前に一致させるか、文字どおりの照合だけを行ったことを Warning 299 で知らせてください。',
    }),
  },
};
