/** Defined Terms of Specific Character Set (PS3.3 section C.12.1.1.2) that synthetic instances are written in. */
export type CharacterSet = 'ISO_IR 100' | 'ISO_IR 144' | 'ISO_IR 192';

/** Bytes of a text in a character set. Throws a RangeError when the text has a character that is not in it. */
export function encodeText(text: string, characterSet: CharacterSet): Buffer {
  if (characterSet === 'ISO_IR 192') return Buffer.from(text, 'utf8');
  const code = characterSet === 'ISO_IR 100' ? latin1 : cyrillic;
  return Buffer.from(Array.from(text, (character) => code(character)));
}

/** True when every character of the text can be written in the character set. */
export function canEncode(text: string, characterSet: CharacterSet): boolean {
  try {
    encodeText(text, characterSet);
    return true;
  } catch {
    return false;
  }
}

function latin1(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xff || (code > 0x7e && code < 0xa0)) throw missing(character, 'ISO_IR 100');
  return code;
}

/** ISO 8859-5: ASCII below 0x80; 0xA1 to 0xFF are U+0401 to U+045F in order, but for three signs. */
function cyrillic(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return code;
  const inSet = code >= 0x401 && code <= 0x45f && code !== 0x40d && code !== 0x450 && code !== 0x45d;
  if (!inSet) throw missing(character, 'ISO_IR 144');
  return code - 0x401 + 0xa1;
}

function missing(character: string, characterSet: CharacterSet): RangeError {
  return new RangeError(`${JSON.stringify(character)} cannot be written in ${characterSet}`);
}
