/** Characters that a terminal shows in two columns: kana, Chinese characters, full-width punctuation and Hangul. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns that a text takes on a terminal. */
export function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** As `String.padEnd`, counted in columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** As `String.padStart`, counted in columns. */
export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** A text of at most so many columns; one that is longer ends with an ellipsis. */
export function cutToColumns(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let taken = 0;
  let kept = '';
  for (const character of text) {
    taken += columnsOf(character);
    if (taken > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
