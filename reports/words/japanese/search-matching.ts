import type { SEARCH_MATCHING } from '../../../lib/breaches/kinds/search-matching.ts';
import { alternatives, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';

/** What came instead of a result. */
function came({ results, status }: { readonly results: number; readonly status: number }): string {
  if (status !== 200 && status !== 204) return `ステータス ${status}`;
  return results === 0 ? '結果なし' : `該当のない ${results} 件`;
}

const PART = '値の一部で検索しても、何もないと表示されます。';
const RANGE = '一日または数時間の作業一覧から検査が漏れます。';

export const SEARCH_MATCHING_JAPANESE: WordsFor<typeof SEARCH_MATCHING> = {
  'search-takes-wildcards-literally': (seen, { request }) => ({
    headline: `検索がワイルドカードを解釈しません。${seen.key}=${quoted(seen.value)} の ${request} の応答は、パターンに合うものではなく${came(seen)}です。`,
    expected: `${quoted(seen.value)} に合うもの`,
    observed: came(seen),
    effect: PART,
    remedy: '文字列のキーでは、* を任意の文字列、? を任意の 1 文字として扱ってください。',
  }),
  'search-asterisk-needs-a-character': (seen, { request }) => ({
    headline: `アスタリスクが 0 文字に一致しません。${seen.key}=${quoted(seen.value)} の ${request} の応答は、その値自体ではなく${came(seen)}です。`,
    expected: `${quoted(String(seen.value).replace(/\*$/, ''))} で始まるもの (それ自体を含む)`,
    observed: came(seen),
    effect: '念のためアスタリスクを付けた利用者は、完全に一致するものを失います。',
    remedy: '* は空の文字列を含む任意の文字列に一致させてください。',
  }),
  'search-wildcard-matches-too-much': ({ key, value, results }, { request }) => ({
    headline: `ワイルドカードの一致が広すぎます。${key}=${quoted(value)} の ${request} は、パターンに合わない ${results} 件を返します。`,
    expected: 'パターンに合うもののみ',
    observed: `${results} 件`,
    effect: 'パターンが示すもの以外の患者やシリーズが表示されます。',
    remedy: '? はちょうど 1 文字に一致させ、パターンの他の文字はすべて比較してください。',
  }),
  'search-range-excludes-bound': (seen, { request }) => ({
    headline: `範囲が境界を含みません。保存された値が境界であるのに、${seen.key}=${seen.value} の ${request} の応答は${came(seen)}です。`,
    expected: '境界を含む範囲内のもの',
    observed: came(seen),
    effect: `${RANGE}最初または最後の日のものが失われます。`,
    remedy: '範囲の両端を「以上・以下」で比較してください。',
  }),
  'search-range-misses-inside': (seen, { request }) => ({
    headline: `範囲内にあるものが見つかりません。${seen.key}=${seen.value} の ${request} の応答は${came(seen)}です。`,
    expected: '範囲内のもの',
    observed: came(seen),
    effect: RANGE,
    remedy: 'a-b、a-、-b の三つの形を解釈し、日付と時刻を値として比較してください。',
  }),
  'search-range-matches-outside': ({ key, value, form, side, results }, { request }) => ({
    headline: `${formInWords(form)}範囲が、その${side === 'before' ? '前' : '後'}にあるものも返します。${key}=${value} の ${request} の応答は 0 件ではなく ${results} 件です。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: '一日または数時間の一覧に、別の時の検査が表示されます。',
    remedy: `${formInWords(form)}範囲の${side === 'before' ? '始まり' : '終わり'}を適用してください。`,
  }),
  'search-ignores-ranges': ({ key, value, results }, { request }) => ({
    headline: `検索が範囲を無視しています。何も含まない ${key}=${value} の ${request} は ${results} 件を返し、他の範囲でも同じです。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: '一日の一覧に、すべての日の検査が表示されます。',
    remedy: 'a-b、a-、-b の三つの形を解釈し、両方の境界を適用してください。',
  }),
  'search-refuses-uid-list': ({ key, status, expected }, { request, status: line }) => ({
    headline: `検索が UID のリストを拒否します。${key} の値が二つある ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
    expected: 'リストの各エンティティ',
    observed: `ステータス ${line ?? status}`,
    effect: '一度の検索で複数の検査、シリーズ、画像を読み込むビューアには何も表示されません。',
    remedy: 'UID のキーの値をコンマで分割し、いずれかに一致するものを返してください。',
  }),
  'search-uid-list-misses': ({ key, results, listed }, { request }) => ({
    headline: `UID のリストで、指定したものがすべては見つかりません。${key} の値が ${listed} 個ある ${request} は ${results} 件を返し、保存されているものが欠けています。`,
    expected: 'リストにある、保存されている各エンティティ',
    observed: `${results} 件`,
    effect: '過去の検査やキー画像を一度の検索で読み込むビューアに、その一部が表示されません。',
    remedy: 'UID のキーの値をコンマで分割し、いずれかに一致するものを返してください。',
  }),
  'search-uid-list-matches-others': ({ key, results }, { request }) => ({
    headline: `UID のリストが、指定していないものも返します。${key} のリストによる ${request} は ${results} 件多く返します。`,
    expected: 'リストにないものは返さない',
    observed: `${results} 件`,
    effect: '別の検査、シリーズ、画像が表示されます。',
    remedy: 'リストの各 UID を全体として比較し、リストで絞り込んでください。',
  }),
  'search-uid-list-in-another-form': ({ key, form }, { request }) => ({
    headline: `${key} のリストは、コンマではなく ${form} で区切った場合だけ解釈されます。${request} では、リストで指定したものが見つかりません。`,
    expected: 'コンマで区切った UID',
    observed: `${form} で区切ると解釈される`,
    effect: '標準どおりにリストを書くクライアントでは何も見つかりません。',
    remedy: 'パーセントエンコードの有無を問わず、UID のキーの値をコンマで分割してください。',
  }),
  'search-takes-percent-literally': (seen, { request }) => ({
    headline: `検索がパーセントエンコードを復号しません。${seen.key}=${seen.value} の ${request} の応答は${came(seen)}で、エンコードしなければ見つかります。`,
    expected: 'エンコードしない場合と同じ結果',
    observed: came(seen),
    effect: '特殊文字を含む名前や番号が見つかりません。',
    remedy: '照合の前に、名前と値のパーセントエンコードを復号してください。',
  }),
  'search-takes-lower-case-percent-literally': (seen, { request }) => ({
    headline: `検索が小文字のパーセントエンコードを復号しません。${seen.key}=${seen.value} の ${request} の応答は${came(seen)}です。`,
    expected: '大文字の場合と同じ結果',
    observed: came(seen),
    effect: '%2F ではなく %2f と書くクライアントでは何も見つかりません。',
    remedy: '% に続く 16 進数を大文字小文字を問わず解釈してください。',
  }),
  'search-ignores-encoded-value': ({ key, value, results }, { request }) => ({
    headline: `検索がパーセントエンコードされた値を無視しています。${key}=${value} の ${request} は、その値を持たない ${results} 件を返します。`,
    expected: 'その値を持つもののみ',
    observed: `${results} 件`,
    effect: '求めていない患者やシリーズが表示されます。',
    remedy: '名前と値のパーセントエンコードを復号し、キーを適用してください。',
  }),
  'search-does-not-combine-keys': ({ keys, results, expected }, { request }) => ({
    headline: `検索がキーを組み合わせません。${(keys ?? []).join(' と ')} による ${request} は、両方の値を持つものを返しません (${results} 件、正しくは ${expected} 件)。`,
    expected: 'すべてのキーの値を持つもの',
    observed: `${results} 件`,
    effect: '検索を絞り込んだ利用者に、別の患者やシリーズが表示されます。',
    remedy: 'クエリのすべてのキーを、順序を問わず AND で結合してください。',
  }),
};

function formInWords(form: string): string {
  if (form === 'open-start') return '始まりのない';
  return form === 'open-end' ? '終わりのない' : '両端のある';
}
