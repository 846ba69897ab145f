import { type AlterationWords, plainly } from './altered.ts';

/** Numbers that became others. */
export const NUMBER_ALTERATIONS: AlterationWords = [
  [
    /^no leading zeros$/,
    plainly(
      'without its leading zeros',
      'Keep text of digits as text: a type of numbers drops zeros in front.',
      '先頭のゼロが失われています',
      '数字の文字列は文字列のまま扱ってください。数値型は先頭のゼロを失います。',
    ),
  ],
  [
    /^the same number$/,
    plainly(
      'as another text of the same number',
      'Keep the text of a value as it was sent: do not turn it into a number and back.',
      '同じ数の別の表記になっています',
      '値の文字列を送信されたまま保ち、数値に変換して戻さないでください。',
    ),
  ],
  [
    /^single precision$/,
    plainly(
      'rounded to single precision',
      'Keep doubles (FD, DS) in double precision: a 32-bit float holds 7 digits only.',
      '単精度に丸められています',
      '倍精度の値（FD、DS）は倍精度のまま扱ってください。32 ビットの浮動小数点は 7 桁しか保てません。',
    ),
  ],
  [
    /^rounded to whole numbers$/,
    plainly(
      'rounded to a whole number',
      'Keep decimals: hold decimal values as text or as doubles, not as integers.',
      '整数に丸められています',
      '小数を保ってください。十進数は整数型ではなく、文字列または倍精度で扱ってください。',
    ),
  ],
  [
    /^rounded to (\d+) (decimals|digits)$/,
    {
      english: (count = '', unit = '') => ({
        how: `rounded to ${count} ${count === '1' ? unit.slice(0, -1) : unit}`,
        remedy: 'Keep every digit: hold decimal values as the text that was sent, or with enough precision.',
      }),
      japanese: (count = '', unit = '') => ({
        how: `${unit === 'decimals' ? '小数点以下 ' : ''}${count} 桁に丸められています`,
        remedy: 'すべての桁を保ち、十進数は送信された文字列のまま、または十分な精度で扱ってください。',
      }),
    },
  ],
  [
    /^unsigned taken for signed$/,
    plainly(
      'turned negative, unsigned taken for signed',
      'Read unsigned integers (US, UL, UV) as unsigned.',
      '負の数になっています（符号なし整数が符号付きとして読まれています）',
      '符号なし整数（US、UL、UV）は符号なしとして読んでください。',
    ),
  ],
  [
    /^signed taken for unsigned$/,
    plainly(
      'turned positive, signed taken for unsigned',
      'Read signed integers (SS, SL, SV) as signed.',
      '正の数になっています（符号付き整数が符号なしとして読まれています）',
      '符号付き整数（SS、SL、SV）は符号付きとして読んでください。',
    ),
  ],
  [
    /^the lowest (\d+) bits$/,
    {
      english: (bits = '') => ({
        how: `reduced to its lowest ${bits} bits`,
        remedy: `Hold integers in a type that has room for them: ${bits} bits are too few.`,
      }),
      japanese: (bits = '') => ({
        how: `下位 ${bits} ビットだけになっています`,
        remedy: `整数は十分な幅の型で扱ってください。${bits} ビットでは足りません。`,
      }),
    },
  ],
  [
    /^at most (\d+)$/,
    {
      english: (most = '') => ({
        how: `limited to ${most}`,
        remedy: `Hold integers in a type that has room for them: this one ends at ${most}.`,
      }),
      japanese: (most = '') => ({
        how: `${most} で頭打ちになっています`,
        remedy: `整数は十分な幅の型で扱ってください。この型は ${most} までです。`,
      }),
    },
  ],
  [
    /^the other sign$/,
    plainly(
      'with the other sign',
      'Return numbers with the sign that they were stored with.',
      '符号が逆になっています',
      '数値は保存されたときの符号のまま返してください。',
    ),
  ],
  [
    /^multiplied by ([\d.e-]+)$/,
    {
      english: (factor = '') => ({
        how: `multiplied by ${factor}`,
        remedy: 'Return numbers in the unit that they were stored in: DICOM fixes the unit of each attribute.',
      }),
      japanese: (factor = '') => ({
        how: `${factor} 倍になっています`,
        remedy: '数値は保存された単位のまま返してください。属性の単位は DICOM が定めています。',
      }),
    },
  ],
  [
    /^\. written as ,$/,
    {
      english: () => ({
        how: 'with a decimal comma',
        remedy: 'Write numbers with a decimal point, whatever the locale of the server is: format DS without a locale.',
      }),
      japanese: () => ({
        how: '小数点がコンマになっています',
        remedy:
          'サーバーのロケールにかかわらず、小数点はピリオドで書いてください。DS はロケールなしで書式化してください。',
      }),
    },
  ],
];
