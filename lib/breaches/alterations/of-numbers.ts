const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Widths of integers in bits: what the widest explains is no chance of a smaller one. */
const WIDTHS = [64, 32, 16, 8];
/** As many as a double has. */
const MOST_DIGITS = 15;

/** How one number, as text, may have been made of another one. */
export function ofNumbers(before: string, after: string): readonly string[] {
  if (!NUMBER.test(before) || !NUMBER.test(after) || before === after) return [];
  const [was, is] = [Number(before), Number(after)];
  if (was === is) return [/^0+/.test(before) && !before.includes('.') ? 'no leading zeros' : 'the same number'];
  const rounded = [...roundedTo(was, after), ...(Math.fround(was) === is ? ['single precision'] : [])];
  return [...rounded, ...(rounded.length > 0 ? ['rounded'] : []), ...ofIntegers(before, after), ...scaled(was, is)];
}

function roundedTo(was: number, after: string): string[] {
  const is = Number(after);
  if (Number.isInteger(was)) return [];
  const decimals = /\.(\d+)$/.exec(after)?.[1]?.length ?? 0;
  if (Number(was.toFixed(Math.min(decimals, MOST_DIGITS))) === is) {
    return [decimals === 0 ? 'rounded to whole numbers' : `rounded to ${decimals} decimals`];
  }
  for (let digits = 2; digits <= MOST_DIGITS; digits++) {
    if (Number(was.toPrecision(digits)) === is) return [`rounded to ${digits} digits`];
  }
  return Math.trunc(was) === is ? ['rounded to whole numbers'] : [];
}

/** What another type of integer makes of the same bits, or of as many as it has. */
function ofIntegers(before: string, after: string): string[] {
  if (!/^[+-]?\d+$/.test(before) || !/^[+-]?\d+$/.test(after)) return [];
  const [was, is] = [BigInt(before.replace('+', '')), BigInt(after.replace('+', ''))];
  return WIDTHS.flatMap((width) => {
    const range = 1n << BigInt(width);
    if (was >= range / 2n && was < range && was - is === range) return ['unsigned taken for signed'];
    if (was < 0n && is >= 0n && is - was === range) return ['signed taken for unsigned'];
    if (was >= range && width > 8 && BigInt.asUintN(width, was) === is) return [`the lowest ${width} bits`];
    return was > is && [range - 1n, range / 2n - 1n].includes(is) ? [`at most ${is}`] : [];
  });
}

/** A factor of a unit, such as from millimetres to centimetres; whole numbers of few digits have one by chance. */
function scaled(was: number, is: number): string[] {
  if (was !== 0 && is === -was) return ['the other sign'];
  const power = Math.log10(is / was);
  const isTelling = !Number.isInteger(was) || Math.abs(was) >= 100;
  const isPower = Math.abs(power - Math.round(power)) < 1e-9 && Math.round(power) !== 0;
  return isTelling && isPower ? [`multiplied by ${10 ** Math.round(power)}`] : [];
}
