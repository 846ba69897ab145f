import type { SEARCH_PAGES } from '../../../lib/breaches/kinds/search-pages.ts';
import { alternatives, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { levelName } from './search-phrases.ts';

const LOST = '一覧をページごとに見る利用者は、検査、シリーズ、画像を見落とします。';

export const SEARCH_PAGES_JAPANESE: WordsFor<typeof SEARCH_PAGES> = {
  'page-longer-than-limit': ({ limit, offset, results }, { request }) => ({
    headline: `limit=${limit}、offset=${offset} の ${request} が、limit を超える ${results} 件を返します。`,
    expected: `最大 ${limit} 件`,
    observed: `${results} 件`,
    effect: '1 ページを求めたクライアントが全件を受け取り、メモリ不足やタイムアウトになります。',
    remedy: 'クエリのどの位置にあっても、すべての検索に limit を適用してください。',
  }),
  'page-repeats-result': ({ limit, offset, uid }, { request }) => ({
    headline: `limit=${limit}、offset=${offset} の ${request} が、前のページにあった ${quoted(uid)} を再び返します。`,
    expected: '前のページにない結果',
    observed: `${quoted(uid)} が再び現れる`,
    effect: LOST,
    remedy: '各ページで同じ順序のもと、offset の数だけ一致を飛ばしてください。',
  }),
  'page-too-long': ({ limit, offset, results, expected }, { request }) => ({
    headline: `limit=${limit}、offset=${offset} の ${request} が ${results} 件を返しますが、残りは ${expected} 件です。`,
    expected: `${expected} 件`,
    observed: `${results} 件`,
    effect: 'ページを順に読むクライアントは終わりに達しないか、同じ項目を二度表示します。',
    remedy: 'ページを埋める前に、offset の数だけ一致を飛ばしてください。',
  }),
  'page-too-short': ({ limit, offset, results, expected }, { request }) => ({
    headline: `limit=${limit}、offset=${offset} の ${request} が ${expected} 件ではなく ${results} 件を返します。`,
    expected: `${expected} 件`,
    observed: `${results} 件`,
    effect: LOST,
    remedy: 'offset はページ数ではなく結果の数として扱い、各ページを limit まで埋めてください。',
  }),
  'page-foreign-result': ({ limit, offset, uid }, { request }) => ({
    headline: `limit=${limit}、offset=${offset} の ${request} が、ページ指定のない一覧にない ${quoted(uid)} を返します。`,
    expected: '全体の一覧にある結果',
    observed: quoted(uid),
    effect: '検索が求めていない項目が表示されます。',
    remedy: 'limit の有無にかかわらず、同じパスとキーを適用してください。',
  }),
  'limit-counts-candidates': ({ level, uid }, { request }) => ({
    headline: `保存されている${levelName(level)}の UID と limit=1 の ${request} が何も返しません。キーより先に limit が適用されています。`,
    expected: `${levelName(level)} ${uid}`,
    observed: '結果なし',
    effect: `アーカイブの他の内容によって、保存されている${levelName(level)}が見つからなくなります。`,
    remedy: '先にキーで照合し、一致したものに limit を適用してください。',
  }),
  'search-order-changes': ({ index }, { request }) => ({
    headline: `結果の順序が変わります。${request} を繰り返すと、${index + 1} 番目の結果が異なります。`,
    expected: '毎回同じ順序',
    observed: `${index + 1} 番目が別の結果`,
    effect: LOST,
    remedy: '他のキーの後に、UID などの一意のキーで結果を並べてください。',
  }),
  'search-repeated-differs': ({ results, expected }, { request }) => ({
    headline: `何も変更していないのに、${request} を繰り返すと前の ${expected} 件とは異なる ${results} 件を返します。`,
    expected: '毎回同じ結果',
    observed: `異なる結果 (${expected} 件ではなく ${results} 件)`,
    effect: '利用者に見えるものが偶然に左右されます。',
    remedy: '同じ内容に対する同じ検索には、同じ結果を返してください。',
  }),
  'page-without-warning': ({ remaining }, { request }) => ({
    headline: `${request} はページの外に ${remaining} 件を残しながら、Warning 299 で知らせません。`,
    expected: `${remaining} という数を含む Warning 299`,
    observed: 'Warning 299 なし',
    effect: '利用者はそのページを一覧全体とみなします。',
    remedy: 'コード 299 と残りの結果の数を含む Warning フィールドを付けてください。',
  }),
  'page-warning-with-other-number': ({ remaining, warnings }, { request }) => ({
    headline: `${request} はページの外に ${remaining} 件を残しますが、Warning 299 の内容が異なります: ${(warnings ?? []).map(quoted).join('、')}。`,
    expected: `${remaining} という数`,
    observed: `Warning ${(warnings ?? []).map(quoted).join('、')}`,
    effect: '残りの結果の数が誤って伝えられます。',
    remedy: 'ページの外に残る結果の数を Warning に入れてください。',
  }),
  'page-beyond-end-fails': ({ status, expected }, { request, status: line }) => ({
    headline: `最後の結果を超える offset の ${request} の応答が、空の一覧の 200 または 204 ではなく ${line ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${line ?? status}`,
    effect: '結果がなくなるまで読むクライアントは、毎回一覧の最後でエラーを表示します。',
    remedy: '終わりを超える offset には空の一覧を返してください。',
  }),
  'page-beyond-end-not-empty': ({ results }, { request }) => ({
    headline: `最後の結果を超える offset の ${request} が、0 件ではなく ${results} 件を返します。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: '結果がなくなるまで読むクライアントが終わりません。',
    remedy: '一つも残らない場合も、offset の数だけ一致を飛ばしてください。',
  }),
};
