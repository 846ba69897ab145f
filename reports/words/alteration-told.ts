import { alterationsOf } from '../../lib/results/causes/alteration.ts';
import type { InEach } from './language.ts';

/** How a value was altered, and what the vendor would change. */
interface Altered {
  /** Behind the name of the attribute: `cut to 8 characters`. */
  readonly how: string;
  readonly remedy: string;
}

type Say = (...found: string[]) => Altered;

/** Each alteration as `alterationsOf` names it. */
const TOLD: readonly (readonly [name: RegExp, words: InEach<Say>])[] = [
  [
    /^cut to (\d+) characters$/,
    {
      english: (count = '') => ({
        how: `cut to ${count} characters`,
        remedy: `Keep values at their full length: something cuts them after ${count} characters, such as a column of the database.`,
      }),
      japanese: (count = '') => ({
        how: `${count} 文字で切られています`,
        remedy: `値を全長のまま保ってください。データベースの列など、${count} 文字で切るものがあります。`,
      }),
    },
  ],
  [
    /^component groups left out$/,
    {
      english: () => ({
        how: 'without some of its component groups',
        remedy: 'Write every group of a name: Alphabetic, Ideographic and Phonetic.',
      }),
      japanese: () => ({
        how: '一部の構成グループがありません',
        remedy: '人名のすべての構成グループ（Alphabetic、Ideographic、Phonetic）を書いてください。',
      }),
    },
  ],
  [
    /^only the first value$/,
    {
      english: () => ({
        how: 'reduced to the first of several values',
        remedy: 'Keep all values of an attribute, in their order.',
      }),
      japanese: () => ({
        how: '複数の値の最初の 1 つだけになっています',
        remedy: '属性のすべての値を順序どおりに保ってください。',
      }),
    },
  ],
  [
    /^one item alone$/,
    {
      english: () => ({
        how: 'reduced to one of several items',
        remedy: 'Keep every item of a sequence in its order, empty items as well.',
      }),
      japanese: () => ({
        how: '複数の項目のうち 1 つだけになっています',
        remedy: 'シーケンスの項目は、空の項目も含めて、すべて順序どおりに保ってください。',
      }),
    },
  ],
  [
    /^split at the backslash$/,
    {
      english: () => ({
        how: 'split into several values at the backslash',
        remedy: 'Split values by their VR: in LT, ST and UT a backslash is a character of the one value.',
      }),
      japanese: () => ({
        how: 'バックスラッシュで複数の値に分かれています',
        remedy: '値は VR に応じて分けてください。LT、ST、UT ではバックスラッシュは 1 つの値の文字です。',
      }),
    },
  ],
  [
    /^no items$/,
    {
      english: () => ({ how: 'without any of its items', remedy: 'Keep every item of a sequence.' }),
      japanese: () => ({ how: '項目をすべて失っています', remedy: 'シーケンスのすべての項目を保ってください。' }),
    },
  ],
  [
    /^joined$/,
    {
      english: () => ({
        how: 'with several values joined to one',
        remedy: 'Split values at the backslash, and keep each for itself.',
      }),
      japanese: () => ({
        how: '複数の値が 1 つにつながっています',
        remedy: '値をバックスラッシュで分け、それぞれ別の値として扱ってください。',
      }),
    },
  ],
  [
    /^empty values left out$/,
    {
      english: () => ({
        how: 'without its empty value, so that the values behind it move up',
        remedy: 'Keep empty values of attributes that have several: the place of a value has a meaning.',
      }),
      japanese: () => ({
        how: '空の値を失い、後ろの値が繰り上がっています',
        remedy: '複数の値を持つ属性では空の値も保ってください。値の位置には意味があります。',
      }),
    },
  ],
  [
    /^rounded$/,
    {
      english: () => ({
        how: 'rounded',
        remedy: 'Keep every digit: hold decimal values as text or with enough precision.',
      }),
      japanese: () => ({
        how: '丸められています',
        remedy: 'すべての桁を保ち、十進数は文字列または十分な精度で扱ってください。',
      }),
    },
  ],
  [
    /^(upper|lower) case$/,
    {
      english: (which = '') => ({
        how: `in ${which} case`,
        remedy: 'Keep letters as they are: fold case for comparisons only.',
      }),
      japanese: (which = '') => ({
        how: `${which === 'upper' ? '大文字' : '小文字'}に変わっています`,
        remedy: '文字はそのまま保ち、大文字小文字の同一視は比較のときだけにしてください。',
      }),
    },
  ],
  [
    /^question marks for characters beyond ASCII$/,
    {
      english: () => ({
        how: 'with question marks for characters beyond ASCII',
        remedy:
          'Read and write text in the character set that SpecificCharacterSet names; look for a conversion or a column without Unicode.',
      }),
      japanese: () => ({
        how: 'ASCII 以外の文字が疑問符に変わっています',
        remedy:
          'SpecificCharacterSet の文字集合で読み書きし、Unicode を扱えない変換やデータベースの列がないか確認してください。',
      }),
    },
  ],
  [
    /^moved by (-?[\d.]+) days$/,
    {
      english: (days = '') => ({
        how: `moved by ${days === '1' || days === '-1' ? `${days} day` : `${days} days`}`,
        remedy: 'Keep dates as they are: DA has no time zone, and must not be converted between time zones.',
      }),
      japanese: (days = '') => ({
        how: `${days} 日ずれています`,
        remedy: '日付はそのまま保ってください。DA に時間帯はなく、時間帯の変換をしてはなりません。',
      }),
    },
  ],
  [
    /^moved by (\d+) seconds$/,
    {
      english: (seconds = '') => ({
        how: `moved by ${Number(seconds) / 3600} hours`,
        remedy: 'Keep times as they are: TM has no time zone, and must not be converted between time zones.',
      }),
      japanese: (seconds = '') => ({
        how: `${Number(seconds) / 3600} 時間ずれています`,
        remedy: '時刻はそのまま保ってください。TM に時間帯はなく、時間帯の変換をしてはなりません。',
      }),
    },
  ],
  [
    /^escaped as HTML$/,
    {
      english: () => ({ how: 'escaped as HTML', remedy: 'Escape text where it is put into a page, and nowhere else.' }),
      japanese: () => ({
        how: 'HTML としてエスケープされています',
        remedy: 'エスケープはページに埋め込むときだけにしてください。',
      }),
    },
  ],
  [
    /^percent-encoded$/,
    {
      english: () => ({ how: 'percent-encoded', remedy: 'Percent-encode URLs, and nothing else.' }),
      japanese: () => ({
        how: 'パーセント符号化されています',
        remedy: 'パーセント符号化は URL だけに用いてください。',
      }),
    },
  ],
];

/**
 * How one value was made of another, where it shows; null where it does not. `expected` and `actual` are lists of values as
 * compact JSON with commas between them.
 */
export function alterationTold(language: keyof InEach<unknown>, expected: string, actual: string): Altered | null {
  for (const alteration of alterationsOf(String(expected), String(actual))) {
    for (const [name, words] of TOLD) {
      const found = name.exec(alteration);
      if (found) return words[language](...found.slice(1));
    }
  }
  return null;
}
