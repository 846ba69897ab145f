import { type AlterationWords, plainly } from './altered.ts';

/** Several values of which others were made, and items. */
export const LIST_ALTERATIONS: AlterationWords = [
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
    /^only the last value$/,
    plainly(
      'reduced to the last of several values',
      'Keep all values of an attribute, in their order: something writes each over the one before.',
      '複数の値の最後の 1 つだけになっています',
      '属性のすべての値を順序どおりに保ってください。前の値が上書きされています。',
    ),
  ],
  [
    /^values in another order$/,
    plainly(
      'with its values in another order',
      'Keep the order of values: the place of a value has a meaning.',
      '値の順序が変わっています',
      '値の順序を保ってください。値の位置には意味があります。',
    ),
  ],
  [
    /^the first (\d+) values$/,
    {
      english: (count = '') => ({
        how: `reduced to its first ${count} values`,
        remedy: `Keep all values of an attribute: something ends after ${count} of them.`,
      }),
      japanese: (count = '') => ({
        how: `最初の ${count} 個の値だけになっています`,
        remedy: `属性のすべての値を保ってください。${count} 個で打ち切る処理があります。`,
      }),
    },
  ],
];
