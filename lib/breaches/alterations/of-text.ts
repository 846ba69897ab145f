import { ofCharacters } from './of-characters.ts';

/** A shorter text is in another one by chance. */
const LEAST_ADDED = 2;

/** How one text may have been made of another one. */
export function ofText(before: string, after: string): readonly string[] {
  if (after === before) return [];
  if (after === before.toUpperCase()) return ['upper case'];
  if (after === before.toLowerCase()) return ['lower case'];
  if (after.toLowerCase() === before.toLowerCase()) return ['other case'];
  if (isWithoutGroups(before, after)) return ['component groups left out'];
  if (after.trim() === before.trim() && after.trim() !== '') {
    return [after.length > before.length ? 'spaces around it' : 'no spaces around it'];
  }
  if (after !== '' && before.startsWith(after)) return cut(before, after);
  const mistaken = ofCharacters(before, after);
  if (mistaken !== null) return [mistaken];
  if (before !== '' && after === `"${before}"`) return ['in quotation marks'];
  if (before !== '' && after.length >= before.length + LEAST_ADDED) {
    if (after.endsWith(before)) return [`${after.slice(0, -before.length)} before it`];
    if (after.startsWith(before)) return [`${after.slice(before.length)} after it`];
  }
  return [escaped(before, after) ?? reordered(before, after) ?? replaced(before, after) ?? []].flat();
}

function cut(before: string, after: string): readonly string[] {
  const next = before[after.length] ?? '';
  const isAtFirst = /[^0-9A-Za-z]/.test(next) && !after.includes(next);
  return [
    ...(isAtFirst ? [`cut at the first ${next}`] : []),
    `cut to ${after.length} characters`,
    `without the last ${before.length - after.length} characters`,
  ];
}

/** A name of several component groups, of which some are not there and the others are as they were. */
function isWithoutGroups(before: string, after: string): boolean {
  const [was, is] = [before.split('='), after.split('=')];
  const left = is.filter((group) => group !== '').length;
  return (
    was.length > 1 && left > 0 && left < was.length && is.every((group, index) => group === '' || group === was[index])
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escaped(before: string, after: string): string | null {
  const plain = unescaped(after);
  if (plain === before) return 'escaped as HTML';
  if (unescaped(plain) === before) return 'escaped as HTML twice';
  if (isJsonOf(after, before)) return 'escaped as JSON';
  if (before.length >= LEAST_ADDED && Buffer.from(before).toString('base64') === after) return 'in base64';
  try {
    const decoded = decodeURIComponent(after.replaceAll('+', ' '));
    const isEncoded = [decoded, decodeURIComponent(after)].includes(before);
    return isEncoded ? 'percent-encoded' : decodeURIComponent(decoded) === before ? 'percent-encoded twice' : null;
  } catch {
    return null;
  }
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return ENTITIES[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : whole);
  });
}

function isJsonOf(after: string, before: string): boolean {
  try {
    return after.includes('\\') && JSON.parse(`"${after}"`) === before;
  } catch {
    return false;
  }
}

/** Components of a name, all there in other places. */
function reordered(before: string, after: string): string | null {
  const [was, is] = [before.split('^'), after.split('^')];
  const isSame = was.length > 1 && was.toSorted().join('^') === is.toSorted().join('^');
  return isSame ? 'components in another order' : null;
}

/** Every occurrence of one character in place of which something else stands. */
function replaced(before: string, after: string): string | null {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  const character = before[start];
  if (character === undefined) return null;
  const times = before.split(character).length - 1;
  if (times === before.length) return null;
  const length = (after.length - before.length) / times + 1;
  if (!Number.isInteger(length) || length < 0) return null;
  const other = after.slice(start, start + length);
  const isEvery = before.replaceAll(character, () => other) === after;
  // A letter or digit that stands once may have been changed for any reason.
  return isEvery && (/[^0-9A-Za-z]/.test(character) || length > 1) ? `${character} written as ${other}` : null;
}
