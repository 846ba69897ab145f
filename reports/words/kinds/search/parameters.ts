import type { SEARCH_PARAMETERS } from '../../../../lib/breaches/kinds/search/parameters.ts';
import { alternatives, counted, either } from '../../quote.ts';
import { results } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

const NOTHING = 'A client with one more search field gets an error in the place of its results.';

export const SEARCH_PARAMETERS_WORDS: WordsFor<typeof SEARCH_PARAMETERS> = {
  'search-refuses-unknown-parameter': {
    english: ({ status, expected }, { request, status: line }) => ({
      headline: `${request} with a parameter that the server does not know is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}, as without the parameter`,
      observed: `status ${line ?? status}`,
      effect: 'A newer client, or a proxy that adds a parameter, cannot search.',
      remedy: 'Ignore parameters that the server does not know.',
    }),
    japanese: ({ status, expected }, { request, status: line }) => ({
      headline: `サーバーの知らないパラメーターを付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `パラメーターがない場合と同じステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      effect: '新しいクライアントや、パラメーターを付けるプロキシの背後では検索できません。',
      remedy: '知らないパラメーターは無視してください。',
    }),
  },
  'search-changed-by-unknown-parameter': {
    english: ({ results: count, expected }, { request }) => ({
      headline: `A parameter that the server does not know changes the results: ${request} returns ${results(count)}, and without it ${expected}.`,
      expected: `${results(expected)}, as without the parameter`,
      observed: results(count),
      effect: 'A newer client, or a proxy that adds a parameter, sees another list.',
      remedy: 'Ignore parameters that the server does not know.',
    }),
    japanese: ({ results, expected }, { request }) => ({
      headline: `サーバーの知らないパラメーターで結果が変わります。${request} は ${results} 件を返し、パラメーターがなければ ${expected} 件です。`,
      expected: `パラメーターがない場合と同じ ${expected} 件`,
      observed: `${results} 件`,
      effect: '新しいクライアントや、パラメーターを付けるプロキシの背後では別の一覧が表示されます。',
      remedy: '知らないパラメーターは無視してください。',
    }),
  },
  'search-fails-on-empty-key': {
    english: ({ key, status }, { request, status: line }) => ({
      headline: `${request}?${key}= (a key without value) is answered ${line ?? status} instead of all results or 400.`,
      expected: 'what is found without the key, or 400',
      observed: `status ${line ?? status}`,
      effect: 'A search form with an empty field ends in an error of the server.',
      remedy: 'Ignore a key without value, or answer 400.',
    }),
    japanese: ({ key, status }, { request, status: line }) => ({
      headline: `値のないキーの ${request}?${key}= の応答が、全件または 400 ではなく ${line ?? status} です。`,
      expected: 'キーがない場合の結果、または 400',
      observed: `ステータス ${line ?? status}`,
      effect: '検索フォームに空欄があると、サーバーのエラーになります。',
      remedy: '値のないキーは無視するか、400 を返してください。',
    }),
  },
  'search-finds-nothing-by-empty-key': {
    english: ({ key }, { request }) => ({
      headline: `${request}?${key}= (a key without value) finds nothing instead of what it finds without the key.`,
      expected: 'what is found without the key, or 400',
      observed: 'no result',
      effect: 'A search form with an empty field shows no study at all.',
      remedy: 'Ignore a key without value, or answer 400.',
    }),
    japanese: ({ key }, { request }) => ({
      headline: `値のないキーの ${request}?${key}= では、キーがない場合の結果ではなく、何も見つかりません。`,
      expected: 'キーがない場合の結果、または 400',
      observed: '結果なし',
      effect: '検索フォームに空欄があると、検査が一つも表示されません。',
      remedy: '値のないキーは無視するか、400 を返してください。',
    }),
  },
  'search-refuses-unsupported-key': {
    english: ({ key, status, expected }, { request, status: line }) => ({
      headline: `${request} with ${key}, by which the server does not match, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: 'the results without the key',
      observed: `status ${line ?? status}`,
      effect: NOTHING,
      remedy: 'Ignore attributes that are not supported as a key.',
    }),
    japanese: ({ key, status, expected }, { request, status: line }) => ({
      headline: `サーバーが照合しない ${key} を付けた ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: 'キーがない場合の結果',
      observed: `ステータス ${line ?? status}`,
      effect: '検索欄が一つ多いクライアントは、結果の代わりにエラーを受け取ります。',
      remedy: 'キーとして対応していない属性は無視してください。',
    }),
  },
  'search-changed-by-unsupported-key': {
    english: ({ key, results: count, expected }, { request }) => ({
      headline: `${request} with ${key}, by which the server does not match, returns ${results(count)}, and without it ${expected}.`,
      expected: `${results(expected)}, as without the key`,
      observed: results(count),
      effect: 'A client with one more search field sees another list.',
      remedy: 'Ignore attributes that are not supported as a key, and match on them where they are.',
    }),
    japanese: ({ key, results, expected }, { request }) => ({
      headline: `サーバーが照合しない ${key} を付けた ${request} は ${results} 件を返し、付けなければ ${expected} 件です。`,
      expected: `キーがない場合と同じ ${expected} 件`,
      observed: `${results} 件`,
      effect: '検索欄が一つ多いクライアントには別の一覧が表示されます。',
      remedy: 'キーとして対応していない属性は無視し、対応している属性では照合してください。',
    }),
  },
  'search-fails-on-key-of-no-value': {
    english: ({ key, status, expected }, { request, status: line }) => ({
      headline: `${request} with ${key}, of which the stored study has no value, is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      effect: `A user who searches by ${key} is shown an error instead of the studies that match.`,
      remedy: `Match studies without ${key} without an error, or leave them out.`,
    }),
    japanese: ({ key, status, expected }, { request, status: line }) => ({
      headline: `保存された検査に値のない ${key} による ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      effect: `${key} で検索した利用者に、一致する検査ではなくエラーが表示されます。`,
      remedy: `${key} のない検査は、エラーなく一致させるか、結果から除いてください。`,
    }),
  },
  'fuzzymatching-refused': {
    english: ({ value, status, expected }, { request, status: line }) => ({
      headline: `${request} with fuzzymatching=${value} is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      effect: 'A client that searches for similar names gets no results at all.',
      remedy: 'Accept fuzzymatching. Where it is not supported, match literally and add a Warning 299.',
    }),
    japanese: ({ value, status, expected }, { request, status: line }) => ({
      headline: `fuzzymatching=${value} の ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      effect: '似た名前を検索するクライアントは、結果をまったく得られません。',
      remedy:
        'fuzzymatching を受け付けてください。対応していない場合は文字どおりに照合し、Warning 299 を付けてください。',
    }),
  },
  'fuzzymatching-loses-results': {
    english: ({ value, results: count, expected }, { request }) => ({
      headline: `${request} with fuzzymatching=${value} returns ${results(count)} instead of the ${expected} that it returns without the parameter.`,
      expected: results(expected),
      observed: results(count),
      effect: 'A patient whose name is spelled correctly is not found.',
      remedy: 'Return exact matches whatever fuzzymatching says.',
    }),
    japanese: ({ value, results, expected }, { request }) => ({
      headline: `fuzzymatching=${value} の ${request} は、パラメーターがない場合の ${expected} 件ではなく ${results} 件を返します。`,
      expected: `${expected} 件`,
      observed: `${results} 件`,
      effect: '名前を正しく入力しても患者が見つかりません。',
      remedy: 'fuzzymatching の値にかかわらず、完全に一致するものを返してください。',
    }),
  },
  'fuzzymatching-ignored-silently': {
    english: ({ tried }, { request }) => ({
      headline: `The search ignores fuzzymatching=true and does not say so: ${request} finds none of ${counted(tried, 'similar name')} and sends no Warning 299.`,
      expected: 'similar names, or a Warning 299',
      observed: 'neither',
      effect: 'A user believes that similar names were searched, and takes a patient for unknown.',
      remedy: 'Match similar names, or add a Warning 299 that says that only literal matching was done.',
    }),
    japanese: ({ tried }, { request }) => ({
      headline: `検索が fuzzymatching=true を無視し、それを知らせません。${request} は似た名前 ${tried} 個のどれも見つけず、Warning 299 もありません。`,
      expected: '似た名前の結果、または Warning 299',
      observed: 'どちらもない',
      effect: '利用者は似た名前も検索されたと思い、患者が未登録だと判断します。',
      remedy: '似た名前に一致させるか、文字どおりの照合だけを行ったことを Warning 299 で知らせてください。',
    }),
  },
};
