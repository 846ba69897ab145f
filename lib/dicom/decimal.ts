interface Decimal {
  readonly negative: boolean;
  /** Digits without leading and trailing zeros; '' for zero. */
  readonly digits: string;
  /** Power of ten of the last digit. */
  readonly exponent: number;
}

const DECIMAL = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,6}))?$/;

function parseDecimal(text: string): Decimal | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole + fraction === '') return null;
  const written = (whole + fraction).replace(/^0+/, '');
  const digits = written.replace(/0+$/, '');
  if (digits === '') return { negative: false, digits, exponent: 0 };
  return { negative: sign === '-', digits, exponent: Number(power) - fraction.length + written.length - digits.length };
}

/** Whether two decimal texts (IS, DS, JSON numbers) are written forms of the same number. */
export function isSameDecimal(left: string, right: string): boolean {
  const [a, b] = [parseDecimal(left), parseDecimal(right)];
  return a !== null && b !== null && a.negative === b.negative && a.digits === b.digits && a.exponent === b.exponent;
}

/** Whether the JSON number that JavaScript writes for a decimal text still is exactly that number. */
export function isExactNumber(text: string): boolean {
  return isSameDecimal(text, String(Number(text)));
}
