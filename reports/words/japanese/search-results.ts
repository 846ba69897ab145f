import type { SEARCH_RESULTS } from '../../../lib/breaches/kinds/search-results.ts';
import { alternatives, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { asked, levelName } from './search-phrases.ts';

export const SEARCH_RESULTS_JAPANESE: WordsFor<typeof SEARCH_RESULTS> = {
  'search-not-offered': ({ status, expected }, seen) => ({
    headline: `${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。この検索は提供されていません。`,
    expected: `ステータス ${alternatives(expected)} と、保存されているエンティティ`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '保存されているものを一覧できないため、ビューアで開けません。',
    remedy: `${seen.request} のリソースを追加し、保存されているものを 200 で返してください。`,
  }),
  'search-fails': ({ status, expected }, seen) => ({
    headline: `検索が失敗します。${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'クライアントは応答をエラーとみなし、検査、シリーズ、画像の一覧が表示されません。',
    remedy: 'サーバーのログで原因を調べ、成功した検索には 200 を返してください。',
  }),
  'search-answer-not-json': ({ type, bytes }, seen) => ({
    headline: `${seen.request} の応答 (${seen.status ?? '200'}) が DICOM JSON ではなく、${bytes === 0 ? '本文がありません' : `${quoted(type ?? 'メディアタイプなし')} の ${bytes} バイトです`}。`,
    expected: 'DICOM JSON の結果の一覧',
    observed: bytes === 0 ? '本文なし' : `${quoted(type ?? 'メディアタイプなし')}、${bytes} バイト`,
    effect: 'どのクライアントも結果を読めないため、保存されているものが見つかりません。',
    remedy:
      '検索には application/dicom+json で応答してください。プロキシやトップページがサービスの代わりに応答していないか確認してください。',
  }),
  'search-answer-too-long': ({ expected, bound }, seen) => ({
    headline: `${seen.request} の応答は ${expected} 件ではなく、読み取れる量を超えています (${bound})。`,
    expected: `${expected} 件`,
    observed: `読み取れる量を超える: ${bound}`,
    effect: '一覧全体を読むクライアントはメモリ不足またはタイムアウトになります。',
    remedy: '検索キーを適用し、各エンティティを一度だけ返してください。',
  }),
  'search-finds-nothing': ({ level, expected, status }, seen) => ({
    headline: `${asked(seen)} では、保存されている${levelName(level)} ${expected} 件が一件も見つかりません (${status})。`,
    expected: `${expected} 件`,
    observed: status === 204 ? 'ステータス 204、結果なし' : '空の一覧',
    effect: '保存されているものを検索できないため、開くことができません。',
    remedy: '保存要求に応答する前に、検索が使う索引へインスタンスを登録してください。',
  }),
  'search-misses-stored': ({ level, uid, results }, seen) => ({
    headline: `${asked(seen)} の結果 ${results} 件に、保存されている${levelName(level)} ${uid} がありません。`,
    expected: `${levelName(level)} ${uid} の結果 1 件`,
    observed: `${results} 件、該当なし`,
    effect: `利用者の一覧にこの${levelName(level)}が表示されず、存在しないと判断されます。`,
    remedy: `要求のパスの下にあるすべての${levelName(level)}を返してください。`,
  }),
  'search-repeats-result': ({ level, uid, times }, seen) => ({
    headline: `${asked(seen)} は${levelName(level)} ${uid} を 1 回ではなく ${times} 回返します。`,
    expected: `${levelName(level)} ${uid} の結果 1 件`,
    observed: `${times} 件`,
    effect: `一覧に同じ${levelName(level)}が何度も表示され、件数も誤ります。`,
    remedy: `結合した行を UID でまとめるなどして、${levelName(level)}ごとに結果を 1 件返してください。`,
  }),
  'search-finds-foreign': ({ level, uid, expected }, seen) => ({
    headline: `${asked(seen)} は、求めていない${levelName(level)} ${quoted(uid)} も返します。`,
    expected: `${expected} 件のみ`,
    observed: `${levelName(level)} ${quoted(uid)} も含まれる`,
    effect: '別の患者のものかもしれない、無関係なデータが表示されます。',
    remedy: 'パスの下にあり、検索キーの値を持つものだけを返してください。',
  }),
  'search-ignores-path': ({ results }, seen) => ({
    headline: `検索がパスを無視しています。${asked(seen)} は別の検査またはシリーズの結果を ${results} 件返します。`,
    expected: 'パスの検査とシリーズの下にあるもののみ',
    observed: `別の場所の結果 ${results} 件`,
    effect: '別の検査、場合によっては別の患者の画像が表示されます。',
    remedy: '検索をパスで指定された検査とシリーズに限定してください。',
  }),
  'search-results-not-array': ({ body }, seen) => ({
    headline: `${seen.request} の応答の JSON が配列ではありません: ${quoted(body)}。`,
    expected: '一致ごとにオブジェクトを持つ一つの配列',
    observed: quoted(body),
    effect: 'クライアントは一覧として読むため、1 件の一致が「なし」またはエラーになります。',
    remedy: '1 件の場合も含め、常に一致ごとに 1 つのオブジェクトを持つ配列を返してください。',
  }),
  'search-result-not-data-set': ({ item }, seen) => ({
    headline: `${seen.request} の応答の一覧に、データセットではない要素があります: ${quoted(item)}。`,
    expected: '一致ごとに 1 つのオブジェクト',
    observed: quoted(item),
    effect: 'クライアントはこの一致を読めません。',
    remedy: '配列の中の配列ではなく、オブジェクトの配列を一つ返してください。',
  }),
  'search-no-match-status': ({ status, expected }, seen) => ({
    headline: `一致のない検索の応答が、空の一覧の 200 または 204 ではなく ${seen.status ?? status} です。`,
    expected: `ステータス ${alternatives(expected)}`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: '一致がないだけなのに、クライアントは利用者にサーバーのエラーを示します。',
    remedy: '一致がないときは [] の 200、または本文のない 204 を返してください。',
  }),
  'search-no-match-with-body': ({ bytes }) => ({
    headline: `一致のない検索の応答 204 に ${bytes} バイトの本文があります。`,
    expected: '204 に本文なし',
    observed: `${bytes} バイト`,
    effect: 'このバイト列は、同じ接続の次の応答の始まりとして読まれます。',
    remedy: '204 には本文を付けないでください。',
  }),
  'search-no-match-not-empty-list': ({ body }) => ({
    headline: `一致のない検索の応答 200 が空の一覧ではなく、${body === '' ? '本文なし' : quoted(body)}です。`,
    expected: '[]、または本文のない 204',
    observed: body === '' ? '本文なし' : quoted(body),
    effect: '一致がないのに、クライアントは空の項目またはエラーを表示します。',
    remedy: '一致がないときは [] を返してください。',
  }),
  'search-no-match-finds-others': ({ level, key, results }, seen) => ({
    headline: `一致のない検索が ${results} 件を返します。${asked(seen)} は、どこにもない ${key || '検索キー'} の値に対して別の${levelName(level)}を返します。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: '一人の患者を探した利用者に別の患者が表示され、取り違えるおそれがあります。',
    remedy: '一致がないときは、全件ではなく空の一覧を返してください。',
  }),
  'search-below-unknown-fails': ({ status }, seen) => ({
    headline: `保存されていない検査またはシリーズの下の ${seen.request} の応答が、空の一覧または 404 ではなく ${seen.status ?? status} です。`,
    expected: 'ステータス 200 と []、204、または 404',
    observed: `ステータス ${seen.status ?? status}`,
    effect: '検査の到着を待つクライアントは、サーバーが故障していると判断します。',
    remedy: '未知の検査の下の検索には、空の一覧または 404 を返してください。',
  }),
};
