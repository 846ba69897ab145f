/** Numbers as reports write them: three significant digits, thousands kept apart. */

/** Made once: `toLocaleString` makes one on each call. */
const WHOLE = new Intl.NumberFormat('en');
const SIGNIFICANT = new Intl.NumberFormat('en', { maximumFractionDigits: 4 });

export function count(value: number): string {
  return WHOLE.format(Math.round(value));
}

export function rate(value: number): string {
  return value >= 100 ? count(value) : significant(value);
}

/** Milliseconds as a person reads them: `0.42 ms`, `38 ms`, `1.3 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 60_000)
    return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
  if (milliseconds >= 1000) return `${significant(milliseconds / 1000)} s`;
  return `${significant(milliseconds)} ms`;
}

/** Bytes in decimal units, as network rates are given. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let scaled = value;
  let unit = 0;
  while (scaled >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${unit === 0 ? count(scaled) : significant(scaled)} ${units[unit]}`;
}

function significant(value: number): string {
  if (value === 0) return '0';
  return SIGNIFICANT.format(Number(value.toPrecision(3)));
}
