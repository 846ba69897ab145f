import type { SEARCH_MATCHING } from '../../../../lib/breaches/kinds/search/matching.ts';
import { alternatives, either, quoted } from '../../quote.ts';
import { results } from '../../search-phrases.ts';
import type { WordsFor } from '../../telling.ts';

/** What came instead of a result. */
const came = {
  english({ results: count, status }: { readonly results: number; readonly status: number }): string {
    if (status !== 200 && status !== 204) return `status ${status}`;
    return count === 0 ? 'no result' : `${results(count)} without it`;
  },
  japanese({ results, status }: { readonly results: number; readonly status: number }): string {
    if (status !== 200 && status !== 204) return `ステータス ${status}`;
    return results === 0 ? '結果なし' : `該当のない ${results} 件`;
  },
};

const formInWords = {
  english(form: string): string {
    if (form === 'open-start') return 'without start';
    return form === 'open-end' ? 'without end' : 'of two bounds';
  },
  japanese(form: string): string {
    if (form === 'open-start') return '始まりのない';
    return form === 'open-end' ? '終わりのない' : '両端のある';
  },
};

/** What is not understood of a pattern: it may be one of the two alone. */
const wildcardIn = {
  english: (value: string): string => {
    if (!value.includes('*')) return 'does not take ? for any one character';
    if (/^\*[^*?]*$/.test(value)) return 'does not take * at the start of a value';
    return value.includes('?') ? 'does not understand wildcards' : 'does not take * for any characters';
  },
  japanese(value: string): string {
    if (!value.includes('*')) return 'ワイルドカード ? ';
    if (/^\*[^*?]*$/.test(value)) return '値の先頭のワイルドカード * ';
    return value.includes('?') ? 'ワイルドカード' : 'ワイルドカード * ';
  },
};

export const SEARCH_MATCHING_WORDS: WordsFor<typeof SEARCH_MATCHING> = {
  'search-takes-wildcards-literally': {
    english: (seen, { request }) => ({
      headline: `The search ${wildcardIn.english(String(seen.value))}: ${request} with ${seen.key}=${quoted(seen.value)} is answered with ${came.english(seen)} instead of what fits the pattern.`,
      expected: `what fits ${quoted(seen.value)}`,
      observed: came.english(seen),
      remedy:
        'Translate * into any run of characters and ? into one character for the text keys, at whatever place of the value they stand.',
    }),
    japanese: (seen, { request }) => ({
      headline: `検索が${wildcardIn.japanese(String(seen.value))}を解釈しません。${seen.key}=${quoted(seen.value)} の ${request} の応答は、パターンに合うものではなく${came.japanese(seen)}です。`,
      expected: `${quoted(seen.value)} に合うもの`,
      observed: came.japanese(seen),
      remedy: '文字列のキーでは、値のどの位置でも * を任意の文字列、? を任意の 1 文字として扱ってください。',
    }),
  },
  'search-asterisk-needs-a-character': {
    english: (seen, { request }) => ({
      headline: `An asterisk behind the whole value loses it: ${request} with ${seen.key}=${quoted(seen.value)} is answered with ${came.english(seen)} instead of the value itself.`,
      expected: `what begins with ${quoted(String(seen.value).replace(/\*$/, ''))}, itself included`,
      observed: came.english(seen),
      remedy: 'Let * match any run of characters, an empty one included.',
    }),
    japanese: (seen, { request }) => ({
      headline: `アスタリスクが 0 文字に一致しません。${seen.key}=${quoted(seen.value)} の ${request} の応答は、その値自体ではなく${came.japanese(seen)}です。`,
      expected: `${quoted(String(seen.value).replace(/\*$/, ''))} で始まるもの (それ自体を含む)`,
      observed: came.japanese(seen),
      remedy: '* は空の文字列を含む任意の文字列に一致させてください。',
    }),
  },
  'search-wildcard-matches-too-much': {
    english: ({ key, value, results: count }, { request }) => ({
      headline: `A wildcard matches too much: ${request} with ${key}=${quoted(value)} returns ${results(count)} that ${count === 1 ? 'does' : 'do'} not fit the pattern.`,
      expected: 'only what fits the pattern',
      observed: results(count),
      remedy: String(value).includes('?')
        ? 'Let ? match exactly one character and compare all other characters of the pattern.'
        : 'Compare the whole value with the pattern: it begins with what stands before an asterisk, and ends with what stands behind it.',
    }),
    japanese: ({ key, value, results }, { request }) => ({
      headline: `ワイルドカードの一致が広すぎます。${key}=${quoted(value)} の ${request} は、パターンに合わない ${results} 件を返します。`,
      expected: 'パターンに合うもののみ',
      observed: `${results} 件`,
      remedy: String(value).includes('?')
        ? '? はちょうど 1 文字に一致させ、パターンの他の文字はすべて比較してください。'
        : '値全体をパターンと比較してください。アスタリスクの前の文字列で始まり、後の文字列で終わる値だけが一致します。',
    }),
  },
  'search-range-excludes-bound': {
    english: (seen, { request }) => ({
      headline: `A range leaves out its bound: ${request} with ${seen.key}=${seen.value} is answered with ${came.english(seen)}, although the stored value is the bound.`,
      expected: 'what lies in the range, its bounds included',
      observed: came.english(seen),
      remedy: 'Compare with less-or-equal at both ends of a range.',
    }),
    japanese: (seen, { request }) => ({
      headline: `範囲が境界を含みません。保存された値が境界であるのに、${seen.key}=${seen.value} の ${request} の応答は${came.japanese(seen)}です。`,
      expected: '境界を含む範囲内のもの',
      observed: came.japanese(seen),
      remedy: '範囲の両端を「以上・以下」で比較してください。',
    }),
  },
  'search-range-misses-inside': {
    english: (seen, { request }) => ({
      headline: `A range does not find what lies inside it: ${request} with ${seen.key}=${seen.value} is answered with ${came.english(seen)}.`,
      expected: 'what lies in the range',
      observed: came.english(seen),
      remedy: 'Parse the three forms a-b, a- and -b, and compare dates and times by value.',
    }),
    japanese: (seen, { request }) => ({
      headline: `範囲内にあるものが見つかりません。${seen.key}=${seen.value} の ${request} の応答は${came.japanese(seen)}です。`,
      expected: '範囲内のもの',
      observed: came.japanese(seen),
      remedy: 'a-b、a-、-b の三つの形を解釈し、日付と時刻を値として比較してください。',
    }),
  },
  'search-range-matches-outside': {
    english: ({ key, value, form, side, results: count }, { request }) => ({
      headline: `A range ${formInWords.english(form)} finds what lies ${side} it: ${request} with ${key}=${value} returns ${results(count)} instead of none.`,
      expected: 'no result',
      observed: results(count),
      remedy: `Apply the ${side === 'before' ? 'start' : 'end'} of a range ${formInWords.english(form)}.`,
    }),
    japanese: ({ key, value, form, side, results }, { request }) => ({
      headline: `${formInWords.japanese(form)}範囲が、その${side === 'before' ? '前' : '後'}にあるものも返します。${key}=${value} の ${request} の応答は 0 件ではなく ${results} 件です。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: `${formInWords.japanese(form)}範囲の${side === 'before' ? '始まり' : '終わり'}を適用してください。`,
    }),
  },
  'search-ignores-ranges': {
    english: ({ key, value, results: count }, { request }) => ({
      headline: `The search ignores ranges: ${request} with ${key}=${value}, in which nothing lies, returns ${results(count)}, and so does every other range.`,
      expected: 'no result',
      observed: results(count),
      remedy: 'Parse the three forms a-b, a- and -b, and apply both bounds.',
    }),
    japanese: ({ key, value, results }, { request }) => ({
      headline: `検索が範囲を無視しています。何も含まない ${key}=${value} の ${request} は ${results} 件を返し、他の範囲でも同じです。`,
      expected: '結果なし',
      observed: `${results} 件`,
      remedy: 'a-b、a-、-b の三つの形を解釈し、両方の境界を適用してください。',
    }),
  },
  'search-refuses-uid-list': {
    english: ({ key, status, expected }, { request, status: line }) => ({
      headline: `The search refuses a list of UIDs: ${request} with two values of ${key} is answered ${line ?? status} instead of ${either(expected)}.`,
      expected: 'each entity of the list',
      observed: `status ${line ?? status}`,
      remedy: 'Split the value of a UID key at its commas and match any of the parts.',
    }),
    japanese: ({ key, status, expected }, { request, status: line }) => ({
      headline: `検索が UID のリストを拒否します。${key} の値が二つある ${request} の応答が ${alternatives(expected)} ではなく ${line ?? status} です。`,
      expected: 'リストの各エンティティ',
      observed: `ステータス ${line ?? status}`,
      remedy: 'UID のキーの値をコンマで分割し、いずれかに一致するものを返してください。',
    }),
  },
  'search-uid-list-misses': {
    english: ({ key, results: count, listed }, { request }) => ({
      headline: `A list of UIDs does not find all that it names: ${request} with ${listed} values of ${key} returns ${results(count)}, and a stored one is missing.`,
      expected: 'each stored entity of the list',
      observed: results(count),
      remedy: 'Split the value of a UID key at its commas and match any of the parts.',
    }),
    japanese: ({ key, results, listed }, { request }) => ({
      headline: `UID のリストで、指定したものがすべては見つかりません。${key} の値が ${listed} 個ある ${request} は ${results} 件を返し、保存されているものが欠けています。`,
      expected: 'リストにある、保存されている各エンティティ',
      observed: `${results} 件`,
      remedy: 'UID のキーの値をコンマで分割し、いずれかに一致するものを返してください。',
    }),
  },
  'search-uid-list-matches-others': {
    english: ({ key, results: count }, { request }) => ({
      headline: `A list of UIDs finds what it does not name: ${request} with a list of ${key} returns ${results(count)} too many.`,
      expected: 'no entity beside those of the list',
      observed: results(count),
      remedy: 'Match each UID of the list as a whole, and apply the list as a filter.',
    }),
    japanese: ({ key, results }, { request }) => ({
      headline: `UID のリストが、指定していないものも返します。${key} のリストによる ${request} は ${results} 件多く返します。`,
      expected: 'リストにないものは返さない',
      observed: `${results} 件`,
      remedy: 'リストの各 UID を全体として比較し、リストで絞り込んでください。',
    }),
  },
  'search-uid-list-in-another-form': {
    english: ({ key, form }, { request }) => ({
      headline: `The search takes lists of ${key} only with ${form} between the UIDs and not with a comma: ${request} does not find what the list names.`,
      expected: 'UIDs separated by commas',
      observed: `a list that is understood with ${form}`,
      remedy: 'Split the value of a UID key at its commas, whether they are percent-encoded or not.',
    }),
    japanese: ({ key, form }, { request }) => ({
      headline: `${key} のリストは、コンマではなく ${form} で区切った場合だけ解釈されます。${request} では、リストで指定したものが見つかりません。`,
      expected: 'コンマで区切った UID',
      observed: `${form} で区切ると解釈される`,
      remedy: 'パーセントエンコードの有無を問わず、UID のキーの値をコンマで分割してください。',
    }),
  },
  'search-takes-percent-literally': {
    english: (seen, { request }) => ({
      headline: `The search does not undo percent-encoding: ${request} with ${seen.key}=${seen.value} is answered with ${came.english(seen)}, and without the encoding it finds what is stored.`,
      expected: 'the same results as without the encoding',
      observed: came.english(seen),
      remedy: 'Undo the percent-encoding of names and values before keys are matched.',
    }),
    japanese: (seen, { request }) => ({
      headline: `検索がパーセントエンコードを復号しません。${seen.key}=${seen.value} の ${request} の応答は${came.japanese(seen)}で、エンコードしなければ見つかります。`,
      expected: 'エンコードしない場合と同じ結果',
      observed: came.japanese(seen),
      remedy: '照合の前に、名前と値のパーセントエンコードを復号してください。',
    }),
  },
  'search-takes-lower-case-percent-literally': {
    english: (seen, { request }) => ({
      headline: `The search does not undo percent-encoding in lower case: ${request} with ${seen.key}=${seen.value} is answered with ${came.english(seen)}.`,
      expected: 'the same results as with the digits in upper case',
      observed: came.english(seen),
      remedy: 'Take hexadecimal digits behind % in either case.',
    }),
    japanese: (seen, { request }) => ({
      headline: `検索が小文字のパーセントエンコードを復号しません。${seen.key}=${seen.value} の ${request} の応答は${came.japanese(seen)}です。`,
      expected: '大文字の場合と同じ結果',
      observed: came.japanese(seen),
      remedy: '% に続く 16 進数を大文字小文字を問わず解釈してください。',
    }),
  },
  'search-ignores-encoded-value': {
    english: ({ key, value, results: count }, { request }) => ({
      headline: `The search ignores a percent-encoded value: ${request} with ${key}=${value} returns ${results(count)} that ${count === 1 ? 'does' : 'do'} not have it.`,
      expected: 'no result beside what has the value',
      observed: results(count),
      remedy: 'Undo the percent-encoding of names and values, and apply the key.',
    }),
    japanese: ({ key, value, results }, { request }) => ({
      headline: `検索がパーセントエンコードされた値を無視しています。${key}=${value} の ${request} は、その値を持たない ${results} 件を返します。`,
      expected: 'その値を持つもののみ',
      observed: `${results} 件`,
      remedy: '名前と値のパーセントエンコードを復号し、キーを適用してください。',
    }),
  },
  'search-does-not-combine-keys': {
    english: ({ keys, results: count, expected }, { request }) => ({
      headline: `The search does not combine its keys: ${request} with ${(keys ?? []).join(' and ')} does not return what has both values (${results(count)}, ${expected} expected).`,
      expected: 'what has the values of all keys',
      observed: results(count),
      remedy: 'Join all keys of the query by AND, whatever their order.',
    }),
    japanese: ({ keys, results, expected }, { request }) => ({
      headline: `検索がキーを組み合わせません。${(keys ?? []).join(' と ')} による ${request} は、両方の値を持つものを返しません (${results} 件、正しくは ${expected} 件)。`,
      expected: 'すべてのキーの値を持つもの',
      observed: `${results} 件`,
      remedy: 'クエリのすべてのキーを、順序を問わず AND で結合してください。',
    }),
  },
  'search-badly-refused': {
    english: ({ status, expected, keys }, { request }) => ({
      headline: `${request} by ${(keys ?? []).join(' and ')} is answered ${status} instead of a list of studies.`,
      expected: `status ${either(expected)}`,
      observed: `status ${status}`,
      remedy: 'Match the values of the keys, and answer with an empty list where nothing matches.',
    }),
    japanese: ({ status, expected, keys }, { request }) => ({
      headline: `${(keys ?? []).join(' と ')} による ${request} が、検査の一覧ではなく ${status} で応答します。`,
      expected: `ステータス ${alternatives(expected)}`,
      observed: `ステータス ${status}`,
      remedy: 'キーの値を照合し、一致がないときは空の一覧を返してください。',
    }),
  },
  'search-finds-no-beginning-of-name': {
    english: ({ value }, seen) => ({
      headline: `${seen.request} finds no study by PatientName=${value}, which is how its name begins.`,
      expected: `the study`,
      observed: `nothing`,
      remedy: 'Match wildcards in person names.',
    }),
    japanese: ({ value }, seen) => ({
      headline: `${seen.request} が、名前の先頭である PatientName=${value} で検査を見つけません。`,
      expected: `その検査`,
      observed: `何も見つからない`,
      remedy: '人名でもワイルドカードを照合してください。',
    }),
  },
  'search-parts-date-and-time': {
    english: ({ dates, times }, seen) => ({
      headline: `${seen.request} takes StudyDate=${dates} and StudyTime=${times} for two conditions instead of one interval.`,
      expected: `a study within the interval`,
      observed: `nothing`,
      remedy: 'Match the range of dates and the range of times together as one interval.',
    }),
    japanese: ({ dates, times }, seen) => ({
      headline: `${seen.request} が StudyDate=${dates} と StudyTime=${times} を 1 つの期間ではなく 2 つの条件として扱います。`,
      expected: `期間内の検査`,
      observed: `何も見つからない`,
      remedy: '日付の範囲と時刻の範囲を合わせて、1 つの期間として照合してください。',
    }),
  },
};
