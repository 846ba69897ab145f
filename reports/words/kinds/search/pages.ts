import type { SEARCH_PAGES } from '../../../../lib/breaches/kinds/search/pages.ts';
import { alternatives, either, quoted } from '../../quote.ts';
import { levelName, results } from '../../search-phrases.ts';
import { statusTold } from '../../status-told.ts';
import type { WordsFor } from '../../telling.ts';

export const SEARCH_PAGES_WORDS: WordsFor<typeof SEARCH_PAGES> = {
  'page-longer-than-limit': {
    english: ({ limit, offset, results: count }, { request }) => ({
      headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)}, more than the limit.`,
      expected: `at most ${results(limit)}`,
      observed: results(count),
      remedy: 'Apply limit to every search, wherever it stands in the query.',
    }),
    japanese: ({ limit, offset, results }, { request }) => ({
      headline: `limit=${limit}、offset=${offset} の ${request} が、limit を超える ${results} 件を返します。`,
      expected: `最大 ${limit} 件`,
      observed: `${results} 件`,
      remedy: 'クエリのどの位置にあっても、すべての検索に limit を適用してください。',
    }),
  },
  'page-repeats-result': {
    english: ({ limit, offset, uid }, { request }) => ({
      headline: `${request} with limit=${limit} and offset=${offset} returns ${quoted(uid)} again, which was on a page before.`,
      expected: 'results that no page before has',
      observed: `${quoted(uid)} again`,
      remedy: 'Skip as many matches as offset says, in an order that is the same for each page.',
    }),
    japanese: ({ limit, offset, uid }, { request }) => ({
      headline: `limit=${limit}、offset=${offset} の ${request} が、前のページにあった ${quoted(uid)} を再び返します。`,
      expected: '前のページにない結果',
      observed: `${quoted(uid)} が再び現れる`,
      remedy: '各ページで同じ順序のもと、offset の数だけ一致を飛ばしてください。',
    }),
  },
  'page-too-long': {
    english: ({ limit, offset, results: count, expected }, { request }) => ({
      headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)}, although ${expected} ${expected === 1 ? 'is' : 'are'} left.`,
      expected: results(expected),
      observed: results(count),
      remedy: 'Skip as many matches as offset says before the page is filled.',
    }),
    japanese: ({ limit, offset, results, expected }, { request }) => ({
      headline: `limit=${limit}、offset=${offset} の ${request} が ${results} 件を返しますが、残りは ${expected} 件です。`,
      expected: `${expected} 件`,
      observed: `${results} 件`,
      remedy: 'ページを埋める前に、offset の数だけ一致を飛ばしてください。',
    }),
  },
  'page-too-short': {
    english: ({ limit, offset, results: count, expected }, { request }) => ({
      headline: `${request} with limit=${limit} and offset=${offset} returns ${results(count)} instead of ${expected}.`,
      expected: results(expected),
      observed: results(count),
      remedy: 'Count offset in results and not in pages, and fill each page up to limit.',
    }),
    japanese: ({ limit, offset, results, expected }, { request }) => ({
      headline: `limit=${limit}、offset=${offset} の ${request} が ${expected} 件ではなく ${results} 件を返します。`,
      expected: `${expected} 件`,
      observed: `${results} 件`,
      remedy: 'offset はページ数ではなく結果の数として扱い、各ページを limit まで埋めてください。',
    }),
  },
  'page-foreign-result': {
    english: ({ limit, offset, uid }, { request }) => ({
      headline: `${request} with limit=${limit} and offset=${offset} returns ${quoted(uid)}, which the list without paging does not have.`,
      expected: 'a result of the whole list',
      observed: quoted(uid),
      remedy: 'Apply the same path and keys whether a search has a limit or not.',
    }),
    japanese: ({ limit, offset, uid }, { request }) => ({
      headline: `limit=${limit}、offset=${offset} の ${request} が、ページ指定のない一覧にない ${quoted(uid)} を返します。`,
      expected: '全体の一覧にある結果',
      observed: quoted(uid),
      remedy: 'limit の有無にかかわらず、同じパスとキーを適用してください。',
    }),
  },
  'limit-counts-candidates': {
    english: ({ level, uid }, { request }) => ({
      headline: `${request} with the UID of a stored ${level} and limit=1 returns nothing: the limit is applied before the key.`,
      expected: `the ${level} ${uid}`,
      observed: 'no result',
      remedy: 'Match the keys first, and apply limit to what matches.',
    }),
    japanese: ({ level, uid }, { request }) => ({
      headline: `保存されている${levelName(level)}の UID と limit=1 の ${request} が何も返しません。キーより先に limit が適用されています。`,
      expected: `${levelName(level)} ${uid}`,
      observed: '結果なし',
      remedy: '先にキーで照合し、一致したものに limit を適用してください。',
    }),
  },
  'search-order-changes': {
    english: ({ index }, { request }) => ({
      headline: `The order of results changes: ${request} repeated returns another result at place ${index + 1}.`,
      expected: 'the same order each time',
      observed: `another result at place ${index + 1}`,
      remedy: 'Sort results by a unique key, such as the UID, after any other key.',
    }),
    japanese: ({ index }, { request }) => ({
      headline: `結果の順序が変わります。${request} を繰り返すと、${index + 1} 番目の結果が異なります。`,
      expected: '毎回同じ順序',
      observed: `${index + 1} 番目が別の結果`,
      remedy: '他のキーの後に、UID などの一意のキーで結果を並べてください。',
    }),
  },
  'search-repeated-differs': {
    english: ({ results: count, expected }, { request }) => ({
      headline: `${request} repeated returns ${results(count)}, other ones than the ${expected} before, although nothing was changed.`,
      expected: 'the same results each time',
      observed: `other results, ${count} instead of ${expected}`,
      remedy: 'Answer the same search on the same content with the same results.',
    }),
    japanese: ({ results, expected }, { request }) => ({
      headline: `何も変更していないのに、${request} を繰り返すと前の ${expected} 件とは異なる ${results} 件を返します。`,
      expected: '毎回同じ結果',
      observed: `異なる結果 (${expected} 件ではなく ${results} 件)`,
      remedy: '同じ内容に対する同じ検索には、同じ結果を返してください。',
    }),
  },
  'page-without-warning': {
    english: ({ remaining }, { request }) => ({
      headline: `${request} leaves ${results(remaining)} out of the page and does not say so in a Warning 299.`,
      expected: `Warning 299 with the number ${remaining}`,
      observed: 'no Warning 299',
      remedy: 'Add a Warning field with the code 299 and the number of results that remain.',
    }),
    japanese: ({ remaining }, { request }) => ({
      headline: `${request} はページの外に ${remaining} 件を残しながら、Warning 299 で知らせません。`,
      expected: `${remaining} という数を含む Warning 299`,
      observed: 'Warning 299 なし',
      remedy: 'コード 299 と残りの結果の数を含む Warning フィールドを付けてください。',
    }),
  },
  'page-warning-with-other-number': {
    english: ({ remaining, warnings }, { request }) => ({
      headline: `${request} leaves ${results(remaining)} out of the page, and its Warning 299 says otherwise: ${(warnings ?? []).map(quoted).join(', ')}.`,
      expected: `the number ${remaining}`,
      observed: `Warning ${(warnings ?? []).map(quoted).join(', ')}`,
      remedy: 'Put the number of results that remain beyond the page into the Warning.',
    }),
    japanese: ({ remaining, warnings }, { request }) => ({
      headline: `${request} はページの外に ${remaining} 件を残しますが、Warning 299 の内容が異なります: ${(warnings ?? []).map(quoted).join('、')}。`,
      expected: `${remaining} という数`,
      observed: `Warning ${(warnings ?? []).map(quoted).join('、')}`,
      remedy: 'ページの外に残る結果の数を Warning に入れてください。',
    }),
  },
  'page-beyond-end-fails': {
    english: ({ status, expected }, { request, status: line }) => ({
      headline: `${request} with an offset past the last result is answered ${line ?? status} instead of 200 with an empty list or 204.`,
      expected: `status ${either(expected)}`,
      observed: `status ${line ?? status}`,
      remedy: 'Answer an offset past the end with an empty list.',
    }),
    japanese: ({ status, expected }, { request, status: line }) => ({
      headline: `最後の結果を超える offset の ${request} の応答が、空の一覧の 200 または 204 ではなく ${line ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${line ?? status}`,
      remedy: '終わりを超える offset には空の一覧を返してください。',
    }),
  },
  'page-beyond-end-not-empty': {
    english: ({ results: count }, { request }) => ({
      headline: `${request} with an offset past the last result returns ${results(count)} instead of none.`,
      expected: 'no result',
      observed: results(count),
      remedy: 'Skip as many matches as offset says, also where that leaves none.',
    }),
    japanese: ({ results }, { request }) => ({
      headline: `最後の結果を超える offset の ${request} が、0 件ではなく ${results} 件を返します。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: '一つも残らない場合も、offset の数だけ一致を飛ばしてください。',
    }),
  },
  'limit-zero-badly-refused': {
    english: (told, seen) => ({
      headline: `${seen.request} with limit=0 is answered ${told.status} instead of 200 or 204.`,
      ...statusTold.english(told, seen),
      remedy: 'Answer a search for no results with an empty list, or refuse it with 400.',
    }),
    japanese: (told, seen) => ({
      headline: `limit=0 を付けた ${seen.request} が、200 または 204 ではなく ${told.status} で応答します。`,
      ...statusTold.japanese(told, seen),
      remedy: '結果を求めない検索には空の一覧で応答するか、400 で拒否してください。',
    }),
  },
};
