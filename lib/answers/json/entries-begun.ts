/**
 * How many objects begin in the list that a text begins with, however long it is and wherever it is cut off; 0 where it
 * begins with something else. For a text that is not read to its end: it says no more than what was seen.
 */
export function entriesBegun(beginning: Uint8Array): number {
  let depth = 0;
  let entries = 0;
  let isInText = false;
  for (let at = 0; at < beginning.length; at++) {
    const byte = beginning[at];
    if (isInText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) {
      isInText = true;
    } else if (byte === OBJECT || byte === LIST) {
      if (depth === 0 && byte === OBJECT) return 0;
      if (depth === 1 && byte === OBJECT) entries++;
      depth++;
    } else if (byte === OBJECT_END || byte === LIST_END) {
      depth--;
    }
  }
  return entries;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OBJECT, OBJECT_END] = [0x7b, 0x7d];
const [LIST, LIST_END] = [0x5b, 0x5d];
