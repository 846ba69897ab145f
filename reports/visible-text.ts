/**
 * What must never reach a reader as itself: control characters, bidirectional controls, zero-width and other invisible
 * format characters, line separators, private characters and halves of surrogate pairs.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** Marks that pile up on one letter until they cover the lines above; more than four in a row say nothing. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** What is cut is said in the language of the text. */
const HAS_KANA = /[\u3040-\u30ff]/;

/** Longest text shown in one place unless the caller says otherwise, in UTF-16 units. */
const LONGEST = 600;

/**
 * Text of unknown origin made safe to read: invisible characters stand as `\u{hex}`, and what is longer than `longest`
 * is cut with the full size said. It does not escape markup: that belongs to each format.
 */
export function visible(text: string, longest: number = LONGEST): string {
  return reveal(cut(text, longest), () => false);
}

/** As `visible`, for text of several lines: line feeds and tabs stay, so that a body keeps its shape. */
export function visibleLines(text: string, longest: number): string {
  return reveal(cut(text, longest).replaceAll('\r\n', '\n'), (char) => char === '\n' || char === '\t');
}

function reveal(text: string, stays: (char: string) => boolean): string {
  return text
    .replace(INVISIBLE, (char) => (stays(char) ? char : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`))
    .replace(PILED_MARKS, '$1…');
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const splitsPair = /[\ud800-\udbff]/.test(text.charAt(longest - 1));
  const kept = text.slice(0, splitsPair ? longest - 1 : longest);
  const length = text.length.toLocaleString('en');
  return HAS_KANA.test(kept)
    ? `${kept}…（以下省略、全 ${length} 文字）`
    : `${kept}… (cut: ${length} characters in all)`;
}
