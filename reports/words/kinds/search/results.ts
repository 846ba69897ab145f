import type { SEARCH_RESULTS } from '../../../../lib/breaches/kinds/search/results.ts';
import { alternatives, counted, either, quoted } from '../../quote.ts';
import { asked, levelName, results } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

function plural(level: string): string {
  return level === 'study' ? 'studies' : level === 'instance' ? 'instances' : 'series';
}

export const SEARCH_RESULTS_WORDS: WordsFor<typeof SEARCH_RESULTS> = {
  'search-not-offered': {
    english: ({ status, expected }, seen) => ({
      headline: `${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}: this search is not offered.`,
      expected: `status ${either(expected)} with the stored entities`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Add the resource of ${seen.request} and answer 200 with what is stored.`,
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。この検索は提供されていません。`,
      expected: `ステータス ${alternatives(expected)} と、保存されているエンティティ`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `${seen.request} のリソースを追加し、保存されているものを 200 で返してください。`,
    }),
  },
  'search-fails': {
    english: ({ status, expected }, seen) => ({
      headline: `A search fails: ${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Find the error in the log of the server, and answer a search that succeeds with 200.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `検索が失敗します。${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: 'サーバーのログで原因を調べ、成功した検索には 200 を返してください。',
    }),
  },
  'search-answer-not-json': {
    english: ({ type, bytes }, seen) => ({
      headline: `${seen.request} is answered ${seen.status ?? '200'} with ${bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${quoted(type ?? 'no media type')}`} instead of DICOM JSON.`,
      expected: 'a list of results in DICOM JSON',
      observed: bytes === 0 ? 'no body' : `${counted(bytes, 'byte')} of ${quoted(type ?? 'no media type')}`,
      remedy:
        'Answer searches with application/dicom+json. Check that no proxy or start page answers in the place of the service.',
    }),
    japanese: ({ type, bytes }, seen) => ({
      headline: `${seen.request} の応答 (${seen.status ?? '200'}) が DICOM JSON ではなく、${bytes === 0 ? 'ボディがありません' : `${quoted(type ?? 'メディアタイプなし')} の ${bytes} バイトです`}。`,
      expected: 'DICOM JSON の結果の一覧',
      observed: bytes === 0 ? 'ボディなし' : `${quoted(type ?? 'メディアタイプなし')}、${bytes} バイト`,
      remedy:
        '検索には application/dicom+json で応答してください。プロキシやトップページがサービスの代わりに応答していないか確認してください。',
    }),
  },
  'search-answer-too-long': {
    english: ({ expected, begun }, seen) => ({
      headline: `${seen.request} returns ${begun} results or more instead of ${expected}: the answer is too long to be read to its end.`,
      expected: results(expected),
      observed: `${results(begun)} in its beginning alone`,
      remedy: 'Apply the keys of the search, and send each entity once.',
    }),
    japanese: ({ expected, begun }, seen) => ({
      headline: `${seen.request} が ${expected} 件ではなく ${begun} 件以上を返します: 応答が長く、最後まで読み取れません。`,
      expected: `${expected} 件`,
      observed: `冒頭だけで ${begun} 件`,
      remedy: '検索キーを適用し、各エンティティを一度だけ返してください。',
    }),
  },
  'search-finds-nothing': {
    english: ({ level, expected, status }, seen) => ({
      headline: `${asked(seen)} finds nothing (${status}) instead of ${counted(expected, `stored ${level}`, `stored ${plural(level)}`)}.`,
      expected: results(expected),
      observed: status === 204 ? 'status 204, no result' : 'an empty list',
      remedy: 'Add stored instances to the index that searches read, before the store is answered.',
    }),
    japanese: ({ level, expected, status }, seen) => ({
      headline: `${asked(seen)} では、保存されている${levelName(level)} ${expected} 件が一件も見つかりません (${status})。`,
      expected: `${expected} 件`,
      observed: status === 204 ? 'ステータス 204、結果なし' : '空の一覧',
      remedy: '保存要求に応答する前に、検索が使う索引へインスタンスを登録してください。',
    }),
  },
  'search-misses-stored': {
    english: ({ level, uid, results: count }, seen) => ({
      headline: `${asked(seen)} returns ${results(count)} without the stored ${level} ${uid}.`,
      expected: `one result for the ${level} ${uid}`,
      observed: `${results(count)}, none of them for it`,
      remedy: `List every ${level} that lies below the path of the request.`,
    }),
    japanese: ({ level, uid, results }, seen) => ({
      headline: `${asked(seen)} の結果 ${results} 件に、保存されている${levelName(level)} ${uid} がありません。`,
      expected: `${levelName(level)} ${uid} の結果 1 件`,
      observed: `${results} 件、該当なし`,
      remedy: `要求のパスの下にあるすべての${levelName(level)}を返してください。`,
    }),
  },
  'search-repeats-result': {
    english: ({ level, uid, times }, seen) => ({
      headline: `${asked(seen)} returns the ${level} ${uid} ${times} times instead of once.`,
      expected: `one result for the ${level} ${uid}`,
      observed: `${times} results for it`,
      remedy: `Return one result for each ${level}, for example by grouping joined rows by its UID.`,
    }),
    japanese: ({ level, uid, times }, seen) => ({
      headline: `${asked(seen)} は${levelName(level)} ${uid} を 1 回ではなく ${times} 回返します。`,
      expected: `${levelName(level)} ${uid} の結果 1 件`,
      observed: `${times} 件`,
      remedy: `結合した行を UID でまとめるなどして、${levelName(level)}ごとに結果を 1 件返してください。`,
    }),
  },
  'search-finds-foreign': {
    english: ({ level, uid, expected }, seen) => ({
      headline: `${asked(seen)} also returns the ${level} ${quoted(uid)}, which it does not ask for.`,
      expected: `only ${results(expected)}`,
      observed: `the ${level} ${quoted(uid)} as well`,
      remedy: 'Return only what lies below the path and has the values of the keys.',
    }),
    japanese: ({ level, uid, expected }, seen) => ({
      headline: `${asked(seen)} は、求めていない${levelName(level)} ${quoted(uid)} も返します。`,
      expected: `${expected} 件のみ`,
      observed: `${levelName(level)} ${quoted(uid)} も含まれる`,
      remedy: 'パスの下にあり、検索キーの値を持つものだけを返してください。',
    }),
  },
  'search-ignores-path': {
    english: ({ results: count }, seen) => ({
      headline: `The search ignores its path: ${asked(seen)} returns ${results(count)} of another study or series.`,
      expected: 'only what lies below the study and series in the path',
      observed: `${results(count)} from elsewhere`,
      remedy: 'Restrict the search to the study and the series that the path names.',
    }),
    japanese: ({ results }, seen) => ({
      headline: `検索がパスを無視しています。${asked(seen)} は別の検査またはシリーズの結果を ${results} 件返します。`,
      expected: 'パスの検査とシリーズの下にあるもののみ',
      observed: `別の場所の結果 ${results} 件`,
      remedy: '検索をパスで指定された検査とシリーズに限定してください。',
    }),
  },
  'search-results-not-array': {
    english: ({ body }, seen) => ({
      headline: `${seen.request} is answered with a JSON value that is no array: ${quoted(body)}.`,
      expected: 'one array with an object for each match',
      observed: quoted(body),
      remedy: 'Send an array always, with one object for each match, also for a single one.',
    }),
    japanese: ({ body }, seen) => ({
      headline: `${seen.request} の応答の JSON が配列ではありません: ${quoted(body)}。`,
      expected: '一致ごとにオブジェクトを持つ一つの配列',
      observed: quoted(body),
      remedy: '1 件の場合も含め、常に一致ごとに 1 つのオブジェクトを持つ配列を返してください。',
    }),
  },
  'search-result-not-data-set': {
    english: ({ item }, seen) => ({
      headline: `${seen.request} is answered with a list whose element is no data set: ${quoted(item)}.`,
      expected: 'an object for each match',
      observed: quoted(item),
      remedy: 'Send one array of objects, not an array within an array.',
    }),
    japanese: ({ item }, seen) => ({
      headline: `${seen.request} の応答の一覧に、データセットではない要素があります: ${quoted(item)}。`,
      expected: '一致ごとに 1 つのオブジェクト',
      observed: quoted(item),
      remedy: '配列の中の配列ではなく、オブジェクトの配列を一つ返してください。',
    }),
  },
  'search-no-match-status': {
    english: ({ status, expected }, seen) => ({
      headline: `A search that matches nothing is answered ${seen.status ?? status} instead of 200 with an empty list or 204.`,
      expected: `status ${either(expected)}`,
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer 200 with [] or 204 without a body when nothing matches.',
    }),
    japanese: ({ status, expected }, seen) => ({
      headline: `一致のない検索の応答が、空の一覧の 200 または 204 ではなく ${seen.status ?? status} です。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '一致がないときは [] の 200、またはボディのない 204 を返してください。',
    }),
  },
  'search-no-match-with-body': {
    english: ({ bytes }) => ({
      headline: `A search that matches nothing is answered 204 with a body of ${counted(bytes, 'byte')}.`,
      expected: 'no body after 204',
      observed: counted(bytes, 'byte'),
      remedy: 'Send no body with 204.',
    }),
    japanese: ({ bytes }) => ({
      headline: `一致のない検索の応答 204 に ${bytes} バイトのボディがあります。`,
      expected: '204 にボディなし',
      observed: `${bytes} バイト`,
      remedy: '204 にはボディを付けないでください。',
    }),
  },
  'search-no-match-not-empty-list': {
    english: ({ body }) => ({
      headline: `A search that matches nothing is answered 200 with ${body === '' ? 'no body' : quoted(body)} instead of an empty list.`,
      expected: '[] or 204 without a body',
      observed: body === '' ? 'no body' : quoted(body),
      remedy: 'Send [] when nothing matches.',
    }),
    japanese: ({ body }) => ({
      headline: `一致のない検索の応答 200 が空の一覧ではなく、${body === '' ? 'ボディなし' : quoted(body)}です。`,
      expected: '[]、またはボディのない 204',
      observed: body === '' ? 'ボディなし' : quoted(body),
      remedy: '一致がないときは [] を返してください。',
    }),
  },
  'search-no-match-finds-others': {
    english: ({ level, key, results: count }, seen) => ({
      headline: `A search that matches nothing returns ${results(count)}: ${asked(seen)} with a value of ${key || 'a key'} that nothing has lists other ${plural(level)}.`,
      expected: 'no result',
      observed: results(count),
      remedy: 'Return an empty list when nothing matches, never everything.',
    }),
    japanese: ({ level, key, results }, seen) => ({
      headline: `一致のない検索が ${results} 件を返します。${asked(seen)} は、どこにもない ${key || '検索キー'} の値に対して別の${levelName(level)}を返します。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: '一致がないときは、全件ではなく空の一覧を返してください。',
    }),
  },
  'search-below-unknown-fails': {
    english: ({ status }, seen) => ({
      headline: `${seen.request} below a study or series that is not stored is answered ${seen.status ?? status} instead of an empty list or 404.`,
      expected: 'status 200 with [], 204 or 404',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Answer a search below an unknown study with an empty list or 404.',
    }),
    japanese: ({ status }, seen) => ({
      headline: `保存されていない検査またはシリーズの下の ${seen.request} の応答が、空の一覧または 404 ではなく ${seen.status ?? status} です。`,
      expected: 'ステータス 200 と []、204、または 404',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '未知の検査の下の検索には、空の一覧または 404 を返してください。',
    }),
  },
};
