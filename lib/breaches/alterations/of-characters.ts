/** What became of the characters beyond ASCII of a text whose others are as they were; null where none of these tells it. */
export function ofCharacters(before: string, after: string): string | null {
  if (!BEYOND_ASCII.test(before) || before === after) return null;
  if (isMisread(before, after)) return 'UTF-8 taken for another character set';
  if (isLost(before, after, '\ufffd')) return 'characters that are no UTF-8';
  if (isLost(before, after, '?')) return 'question marks for characters beyond ASCII';
  if (before.replace(/[^\x00-\x7f]/g, '') === after) return 'no characters beyond ASCII';
  if (before.normalize('NFD').replace(/\p{M}/gu, '') === after) return 'no accents';
  return null;
}

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** Each byte of the UTF-8 as a character of its own, once or twice; some of these may have no character. */
function isMisread(before: string, after: string): boolean {
  const asLatin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
  const asWindows = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
  return [asLatin, asWindows].some(
    (misread) => isLike(misread(before), after) || isLike(misread(misread(before)), after),
  );
}

/** Whether two texts are alike, save for control characters, which may be anything, or nothing. */
function isLike(left: string, right: string): boolean {
  const visible = (text: string) => text.replace(/[\x80-\xa0\ufffd]/g, '');
  return visible(left) === visible(right) && visible(left) !== '';
}

/** One or more of a mark in the place of each run of characters beyond ASCII, or of those beyond ISO 8859-1. */
function isLost(before: string, after: string, mark: string): boolean {
  if (!after.includes(mark)) return false;
  const runs = after.split(mark).filter((run) => run !== '');
  return [/[^\x00-\x7f]+/gu, /[^\x00-\xff]+/gu].some((beyond) => {
    const left = before
      .split(mark)
      .join('')
      .split(beyond)
      .filter((run) => run !== '');
    return left.length === runs.length && left.every((run, index) => run === runs[index]);
  });
}
