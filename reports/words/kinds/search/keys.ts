import type { SEARCH_KEYS } from '../../../../lib/breaches/kinds/search/keys.ts';
import { alternatives, either, quoted } from '../../quote.ts';
import { levelName, results } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

export const SEARCH_KEYS_WORDS: WordsFor<typeof SEARCH_KEYS> = {
  'search-ignores-key': {
    english: ({ key, results: count }, seen) => ({
      headline: `The search ignores ${key}: ${seen.request} with a value that nothing has returns ${results(count)}.`,
      expected: 'no result',
      observed: results(count),
      remedy: `Apply ${key} in the query of this search; every key of Table 10.6.1-5 has to select.`,
    }),
    japanese: ({ key, results }, seen) => ({
      headline: `検索が ${key} を無視しています。${seen.request} は、どこにもない値に対して ${results} 件を返します。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: `この検索で ${key} を適用してください。表 10.6.1-5 のすべてのキーで絞り込める必要があります。`,
    }),
  },
  'search-ignores-all-keys': {
    english: ({ keys, level, results: count }, seen) => ({
      headline: `The search ignores all keys of the ${level} level: ${seen.request} with a value that nothing has returns ${results(count)}, whether the key is ${either(keys)}.`,
      expected: 'no result',
      observed: results(count),
      remedy: 'Read the keys of the query and apply them; every key of Table 10.6.1-5 has to select.',
    }),
    japanese: ({ keys, level, results }, seen) => ({
      headline: `検索が${levelName(level)}レベルのすべてのキーを無視しています。${seen.request} は、キーが ${alternatives(keys)} のいずれでも、どこにもない値に対して ${results} 件を返します。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: 'クエリのキーを読み取って適用してください。表 10.6.1-5 のすべてのキーで絞り込める必要があります。',
    }),
  },
  'search-ignores-parent-key': {
    english: ({ key, results: count }, seen) => ({
      headline: `The search ignores a key of a level above: ${seen.request} with a value of ${key} that nothing has returns ${results(count)}.`,
      expected: 'no result',
      observed: results(count),
      remedy:
        'Join each entity with its study and series, and match on the keys of all levels that the path leaves open.',
    }),
    japanese: ({ key, results }, seen) => ({
      headline: `検索が上位レベルのキーを無視しています。${seen.request} は、どこにもない ${key} の値に対して ${results} 件を返します。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: '各エンティティをその検査とシリーズに結合し、パスで指定されないすべてのレベルのキーで照合してください。',
    }),
  },
  'search-refuses-key': {
    english: ({ key, status, expected }, seen) => ({
      headline: `The search refuses the key ${key}: ${seen.request} with a stored value is answered ${seen.status ?? status} instead of ${either(expected)}.`,
      expected: `status ${either(expected)} with what has the value`,
      observed: `status ${seen.status ?? status}`,
      remedy: `Support ${key} as a key of this search, as Table 10.6.1-5 demands.`,
    }),
    japanese: ({ key, status, expected }, seen) => ({
      headline: `検索がキー ${key} を拒否します。保存されている値での ${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
      expected: `ステータス ${alternatives(expected)} と、その値を持つもの`,
      observed: `ステータス ${seen.status ?? status}`,
      remedy: `表 10.6.1-5 のとおり、この検索のキーとして ${key} に対応してください。`,
    }),
  },
  'search-misses-by-key': {
    english: ({ key, value, results: count }, seen) => ({
      headline: `The search by ${key} does not find what is stored: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} without it.`,
      expected: `what has ${key} ${quoted(value)}`,
      observed: `${results(count)} without it`,
      remedy: `Index ${key} when an instance is stored, and compare the stored value with the key.`,
    }),
    japanese: ({ key, value, results }, seen) => ({
      headline: `${key} の検索で、保存されているものが見つかりません。${key}=${quoted(value)} の ${seen.request} の結果 ${results} 件に含まれていません。`,
      expected: `${key} が ${quoted(value)} のもの`,
      observed: `${results} 件、該当なし`,
      remedy: `インスタンスの保存時に ${key} を索引に登録し、保存された値とキーを比較してください。`,
    }),
  },
  'search-misses-by-encoded-key': {
    english: ({ key, value, results: count }, seen) => ({
      headline: `The search by ${key} does not find a value that has to be percent-encoded: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} without it.`,
      expected: `what has ${key} ${quoted(value)}`,
      observed: `${results(count)} without it`,
      remedy: `Index ${key}, undo the percent-encoding of the query once, and then compare.`,
    }),
    japanese: ({ key, value, results }, seen) => ({
      headline: `パーセントエンコードが必要な値では ${key} の検索で見つかりません。${key}=${quoted(value)} の ${seen.request} の結果 ${results} 件に含まれていません。`,
      expected: `${key} が ${quoted(value)} のもの`,
      observed: `${results} 件、該当なし`,
      remedy: `${key} を索引に登録し、クエリのパーセントエンコードを一度だけ復号してから比較してください。`,
    }),
  },
  'search-finds-others-by-key': {
    english: ({ key, value, uid }, seen) => ({
      headline: `The search by ${key} finds too much: ${seen.request} with ${key}=${quoted(value)} also returns ${quoted(uid)}, which has another value.`,
      expected: `only what has ${key} ${quoted(value)}`,
      observed: `${quoted(uid)} as well`,
      remedy: `Compare the whole value of ${key}, and apply all keys of the query together.`,
    }),
    japanese: ({ key, value, uid }, seen) => ({
      headline: `${key} の検索が余分なものを返します。${key}=${quoted(value)} の ${seen.request} は、別の値を持つ ${quoted(uid)} も返します。`,
      expected: `${key} が ${quoted(value)} のもののみ`,
      observed: `${quoted(uid)} も含まれる`,
      remedy: `${key} の値全体を比較し、クエリのすべてのキーを合わせて適用してください。`,
    }),
  },
  'search-compares-part-of-uid': {
    english: ({ key }, seen) => ({
      headline: `The search compares only part of a UID: ${seen.request} finds a stored ${key} by a UID with another end.`,
      expected: 'no result for a UID that nothing has',
      observed: 'the entity whose UID begins alike',
      remedy: 'Keep all 64 characters of a UID, and compare all of them.',
    }),
    japanese: ({ key }, seen) => ({
      headline: `検索が UID の一部しか比較しません。${seen.request} は、末尾の異なる UID で、保存されている ${key} を返します。`,
      expected: 'どこにもない UID に対して結果なし',
      observed: '先頭が同じ UID のエンティティ',
      remedy: 'UID の 64 文字すべてを保存し、すべて比較してください。',
    }),
  },
  'search-compares-beginning-of-uid': {
    english: ({ key }, seen) => ({
      headline: `The search takes the beginning of a UID for the whole: ${seen.request} finds a stored ${key} by a UID of another length.`,
      expected: 'no result for a UID that nothing has',
      observed: 'the entity whose UID begins alike',
      remedy: 'Compare UIDs as a whole: a UID matches only if it has the same length.',
    }),
    japanese: ({ key }, seen) => ({
      headline: `検索が UID の先頭部分を全体とみなします。${seen.request} は、長さの異なる UID で、保存されている ${key} を返します。`,
      expected: 'どこにもない UID に対して結果なし',
      observed: '先頭が同じ UID のエンティティ',
      remedy: 'UID は全体として比較し、長さが同じ場合にのみ一致させてください。',
    }),
  },
  'search-matches-beginning': {
    english: ({ key, value, results: count }, seen) => ({
      headline: `The search takes the beginning of ${key} for the whole: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} with a longer value.`,
      expected: 'no result for the beginning of a value',
      observed: results(count),
      remedy: 'Compare whole values, and match beginnings only where the key has an asterisk.',
    }),
    japanese: ({ key, value, results }, seen) => ({
      headline: `検索が ${key} の先頭部分を全体とみなします。${key}=${quoted(value)} の ${seen.request} は、より長い値を持つ ${results} 件を返します。`,
      expected: '値の先頭部分に対して結果なし',
      observed: `${results} 件`,
      remedy: '値全体を比較し、キーにアスタリスクがある場合のみ前方一致にしてください。',
    }),
  },
  'search-disregards-case': {
    english: ({ key, value, results: count }, seen) => ({
      headline: `The search disregards case in ${key}: ${seen.request} with ${key}=${quoted(value)} returns ${results(count)} with the value in another case.`,
      expected: 'no result for the value in another case',
      observed: results(count),
      remedy: 'Compare keys that are no names with a case-sensitive collation.',
    }),
    japanese: ({ key, value, results }, seen) => ({
      headline: `検索が ${key} の大文字と小文字を区別しません。${key}=${quoted(value)} の ${seen.request} は、大文字小文字の異なる値を持つ ${results} 件を返します。`,
      expected: '大文字小文字の異なる値に対して結果なし',
      observed: `${results} 件`,
      remedy: '人名以外のキーは、大文字小文字を区別して比較してください。',
    }),
  },
  'search-ignores-keywords': {
    english: ({ key, results: count }, seen) => ({
      headline: `The search ignores keys that are named by keyword: ${seen.request}?${key}= with a value that nothing has returns ${results(count)}, and with the tag none.`,
      expected: 'the same result by keyword as by tag',
      observed: `${results(count)} by keyword, none by tag`,
      remedy: 'Resolve keywords such as PatientID to their tag before the search runs.',
    }),
    japanese: ({ key, results }, seen) => ({
      headline: `キーワードで指定した検索キーが無視されます。どこにもない値の ${seen.request}?${key}= は ${results} 件を返し、タグで指定すると 0 件です。`,
      expected: 'タグと同じ結果',
      observed: `キーワードで ${results} 件、タグで 0 件`,
      remedy: 'PatientID などのキーワードを、検索の前にタグへ変換してください。',
    }),
  },
  'search-ignores-tags': {
    english: ({ key, results: count }, seen) => ({
      headline: `The search ignores keys that are named by tag: ${seen.request} with the tag of ${key} and a value that nothing has returns ${results(count)}.`,
      expected: 'no result, as by keyword',
      observed: results(count),
      remedy: 'Take eight hexadecimal digits in the query for the tag of an attribute.',
    }),
    japanese: ({ key, results }, seen) => ({
      headline: `タグで指定した検索キーが無視されます。${key} のタグとどこにもない値の ${seen.request} は ${results} 件を返します。`,
      expected: 'キーワードと同じく結果なし',
      observed: `${results} 件`,
      remedy: 'クエリの 16 進数 8 桁を属性のタグとして扱ってください。',
    }),
  },
  'search-refuses-spelling': {
    english: ({ key, spelling, status, expected }, seen) => ({
      headline: `The search refuses ${key} written as ${spelling}: ${seen.request} is answered ${seen.status ?? status} instead of ${either(expected)}.`,
      expected: 'the same results as by keyword',
      observed: `status ${seen.status ?? status}`,
      remedy: 'Take eight hexadecimal digits, in upper and lower case, for the tag of an attribute.',
    }),
    japanese: ({ key, spelling, status, expected }, seen) => ({
      headline: `${spelling} と書かれた ${key} を検索が拒否します。${seen.request} の応答が ${alternatives(expected)} ではなく ${seen.status ?? status} です。`,
      expected: 'キーワードと同じ結果',
      observed: `ステータス ${seen.status ?? status}`,
      remedy: '大文字小文字を問わず、16 進数 8 桁を属性のタグとして扱ってください。',
    }),
  },
  'search-differs-by-spelling': {
    english: ({ key, spelling, results: count, expected }, seen) => ({
      headline: `The search by ${key} written as ${spelling} returns ${results(count)} instead of the ${expected} that ${seen.request} returns by keyword.`,
      expected: results(expected),
      observed: results(count),
      remedy: 'Resolve keyword and tag, in upper and lower case, to the same attribute before matching.',
    }),
    japanese: ({ key, spelling, results, expected }, seen) => ({
      headline: `${spelling} と書かれた ${key} の検索が、キーワードによる ${seen.request} の ${expected} 件ではなく ${results} 件を返します。`,
      expected: `${expected} 件`,
      observed: `${results} 件`,
      remedy: 'キーワードとタグを、大文字小文字を問わず同じ属性へ変換してから照合してください。',
    }),
  },
};
