const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

/** Smallest and largest instance that can be made, in bytes. */
const LEAST_SIZE = 1024;
const MOST_SIZE = 1024 ** 3;

/** Bytes of a size such as `512KiB`, `6 MB` or `4096`, from 1 KiB to 1 GiB. Throws a RangeError for anything else. */
export function parseSize(text: string): number {
  const [, number, unit] = /^\s*([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z]*)\s*$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : UNITS[unit];
  if (number === undefined || factor === undefined) {
    throw new RangeError(`"${text}" is no size: write 4096, 512KiB, 6MB or the like`);
  }
  const bytes = Math.round(Number(number) * factor);
  if (bytes < LEAST_SIZE || bytes > MOST_SIZE) throw new RangeError(`"${text}" is not from 1 KiB to 1 GiB`);
  return bytes;
}

/** A number of bytes as text for people, in binary units and with three digits. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toPrecision(value >= 1000 ? 4 : 3)} ${units[unit]}`;
}
