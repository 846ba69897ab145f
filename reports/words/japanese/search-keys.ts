import type { SEARCH_KEYS } from '../../../lib/breaches/kinds/search-keys.ts';
import { alternatives, quoted } from '../quote.ts';
import type { WordsFor } from '../telling.ts';
import { levelName } from './search-phrases.ts';

const OTHERS = '一人の患者や一つの検査を探した利用者に別のものが表示され、誤って開くおそれがあります。';
const PART = '別の UID の検査、シリーズ、画像が表示されます。';
const NOT_FOUND = '保存されている値で検索しても、何もないと表示されます。';

export const SEARCH_KEYS_JAPANESE: WordsFor<typeof SEARCH_KEYS> = {
  'search-ignores-key': ({ key, results }, seen) => ({
    headline: `検索が ${key} を無視しています。${seen.request} は、どこにもない値に対して ${results} 件を返します。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: OTHERS,
    remedy: `この検索で ${key} を適用してください。表 10.6.1-5 のすべてのキーで絞り込める必要があります。`,
  }),
  'search-ignores-all-keys': ({ keys, level, results }, seen) => ({
    headline: `検索が${levelName(level)}レベルのすべてのキーを無視しています。${seen.request} は、キーが ${alternatives(keys)} のいずれでも、どこにもない値に対して ${results} 件を返します。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: OTHERS,
    remedy: 'クエリのキーを読み取って適用してください。表 10.6.1-5 のすべてのキーで絞り込める必要があります。',
  }),
  'search-ignores-parent-key': ({ key, level, results }, seen) => ({
    headline: `検索が上位レベルのキーを無視しています。${seen.request} は、どこにもない ${key} の値に対して ${results} 件を返します。`,
    expected: '結果なし',
    observed: `${results} 件`,
    effect: `一人の患者の${levelName(level)}を一覧しても、別の患者のものが表示されます。`,
    remedy: '各エンティティをその検査とシリーズに結合し、パスで指定されないすべてのレベルのキーで照合してください。',
  }),
  'search-refuses-key': ({ key, status, expected }, seen) => ({
    headline: `検索がキー ${key} を拒否します。保存されている値での ${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
    expected: `ステータス ${alternatives(expected)} と、その値を持つもの`,
    observed: `ステータス ${seen.status ?? status}`,
    effect: `${key} で検索できません。`,
    remedy: `表 10.6.1-5 のとおり、この検索のキーとして ${key} に対応してください。`,
  }),
  'search-misses-by-key': ({ key, value, results }, seen) => ({
    headline: `${key} の検索で、保存されているものが見つかりません。${key}=${quoted(value)} の ${seen.request} の結果 ${results} 件に含まれていません。`,
    expected: `${key} が ${quoted(value)} のもの`,
    observed: `${results} 件、該当なし`,
    effect: NOT_FOUND,
    remedy: `インスタンスの保存時に ${key} を索引に登録し、保存された値とキーを比較してください。`,
  }),
  'search-misses-by-encoded-key': ({ key, value, results }, seen) => ({
    headline: `パーセントエンコードが必要な値では ${key} の検索で見つかりません。${key}=${quoted(value)} の ${seen.request} の結果 ${results} 件に含まれていません。`,
    expected: `${key} が ${quoted(value)} のもの`,
    observed: `${results} 件、該当なし`,
    effect: NOT_FOUND,
    remedy: `${key} を索引に登録し、クエリのパーセントエンコードを一度だけ復号してから比較してください。`,
  }),
  'search-finds-others-by-key': ({ key, value, uid }, seen) => ({
    headline: `${key} の検索が余分なものを返します。${key}=${quoted(value)} の ${seen.request} は、別の値を持つ ${quoted(uid)} も返します。`,
    expected: `${key} が ${quoted(value)} のもののみ`,
    observed: `${quoted(uid)} も含まれる`,
    effect: OTHERS,
    remedy: `${key} の値全体を比較し、クエリのすべてのキーを合わせて適用してください。`,
  }),
  'search-compares-part-of-uid': ({ key }, seen) => ({
    headline: `検索が UID の一部しか比較しません。${seen.request} は、末尾の異なる UID で、保存されている ${key} を返します。`,
    expected: 'どこにもない UID に対して結果なし',
    observed: '先頭が同じ UID のエンティティ',
    effect: PART,
    remedy: 'UID の 64 文字すべてを保存し、すべて比較してください。',
  }),
  'search-compares-beginning-of-uid': ({ key }, seen) => ({
    headline: `検索が UID の先頭部分を全体とみなします。${seen.request} は、長さの異なる UID で、保存されている ${key} を返します。`,
    expected: 'どこにもない UID に対して結果なし',
    observed: '先頭が同じ UID のエンティティ',
    effect: PART,
    remedy: 'UID は全体として比較し、長さが同じ場合にのみ一致させてください。',
  }),
  'search-matches-beginning': ({ key, value, results }, seen) => ({
    headline: `検索が ${key} の先頭部分を全体とみなします。${key}=${quoted(value)} の ${seen.request} は、より長い値を持つ ${results} 件を返します。`,
    expected: '値の先頭部分に対して結果なし',
    observed: `${results} 件`,
    effect: '患者 12 を入力した利用者に、患者 120 や 123 も表示されます。',
    remedy: '値全体を比較し、キーにアスタリスクがある場合のみ前方一致にしてください。',
  }),
  'search-disregards-case': ({ key, value, results }, seen) => ({
    headline: `検索が ${key} の大文字と小文字を区別しません。${key}=${quoted(value)} の ${seen.request} は、大文字小文字の異なる値を持つ ${results} 件を返します。`,
    expected: '大文字小文字の異なる値に対して結果なし',
    observed: `${results} 件`,
    effect: '大文字小文字だけが異なる二つの識別子が同じものとみなされます。',
    remedy: '人名以外のキーは、大文字小文字を区別して比較してください。',
  }),
  'search-ignores-keywords': ({ key, results }, seen) => ({
    headline: `キーワードで指定した検索キーが無視されます。どこにもない値の ${seen.request}?${key}= は ${results} 件を返し、タグで指定すると 0 件です。`,
    expected: 'タグと同じ結果',
    observed: `キーワードで ${results} 件、タグで 0 件`,
    effect: OTHERS,
    remedy: 'PatientID などのキーワードを、検索の前にタグへ変換してください。',
  }),
  'search-ignores-tags': ({ key, results }, seen) => ({
    headline: `タグで指定した検索キーが無視されます。${key} のタグとどこにもない値の ${seen.request} は ${results} 件を返します。`,
    expected: 'キーワードと同じく結果なし',
    observed: `${results} 件`,
    effect: OTHERS,
    remedy: 'クエリの 16 進数 8 桁を属性のタグとして扱ってください。',
  }),
  'search-refuses-spelling': ({ key, spelling, status, expected }, seen) => ({
    headline: `${spelling} と書かれた ${key} を検索が拒否します。${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
    expected: 'キーワードと同じ結果',
    observed: `ステータス ${seen.status ?? status}`,
    effect: 'タグでキーを指定するクライアントは検索できません。',
    remedy: '大文字小文字を問わず、16 進数 8 桁を属性のタグとして扱ってください。',
  }),
  'search-differs-by-spelling': ({ key, spelling, results, expected }, seen) => ({
    headline: `${spelling} と書かれた ${key} の検索が、キーワードによる ${seen.request} の ${expected} 件ではなく ${results} 件を返します。`,
    expected: `${expected} 件`,
    observed: `${results} 件`,
    effect: '使うクライアントによって見つかるものが変わります。',
    remedy: 'キーワードとタグを、大文字小文字を問わず同じ属性へ変換してから照合してください。',
  }),
};
