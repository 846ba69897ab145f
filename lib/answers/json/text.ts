import { isUtf8 } from 'node:buffer';
import { BOUNDS } from '../../bounds.ts';
import { below, type JsonMember, type JsonNode } from './node.ts';

/**
 * What is wrong with a JSON text. All but `syntax`, `too-deep`, `too-large` and `undecodable` let the rest be read;
 * `too-deep` and `too-large` are bounds of the harness and no breach, `undecodable` is a matter of the content coding.
 */
export type JsonDefectCode =
  | 'byte-order-mark'
  | 'invalid-utf8'
  | 'duplicate-member'
  | 'non-finite-number'
  | 'control-character'
  | 'syntax'
  | 'too-deep'
  | 'too-large'
  | 'undecodable';

export interface JsonDefect {
  readonly code: JsonDefectCode;
  /** JSON pointer of the value in question, as far as it is known (RFC 6901). */
  readonly pointer: string;
  readonly offset: number;
  readonly message: string;
}

export interface JsonText {
  /** Null when the text could not be read to its end. */
  readonly root: JsonNode | null;
  /** At most a thousand. */
  readonly defects: readonly JsonDefect[];
}

/** Whether a text was given up at a bound of the harness: it may be right all the same. */
export function isOverLimit({ code }: JsonDefect): boolean {
  return code === 'too-deep' || code === 'too-large';
}

/** Longest text that is read. */
export const MOST_BYTES = BOUNDS.jsonText.limit;

/**
 * Reads a JSON text strictly by RFC 8259 and reports every departure; never throws. Bounded: texts over 64 MiB, deeper
 * than 256 levels or of more than a million values are given up.
 */
export function readJson(bytes: Uint8Array): JsonText {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text.length > MOST_BYTES) {
    const message = `${text.length} bytes are more than the harness reads as JSON`;
    return { root: null, defects: [{ code: 'too-large', pointer: '', offset: MOST_BYTES, message }] };
  }
  const before: JsonDefect[] = [];
  const marked = text[0] === 0xef && text[1] === 0xbb && text[2] === 0xbf;
  if (marked) {
    before.push({ code: 'byte-order-mark', pointer: '', offset: 0, message: 'starts with the bytes EF BB BF' });
  }
  if (!isUtf8(text)) {
    const offset = firstInvalidByte(text);
    const byte = (text[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    before.push({
      code: 'invalid-utf8',
      pointer: '',
      offset,
      message: `the byte ${byte} begins no UTF-8 character here`,
    });
  }
  const reader = new JsonReader(text, marked ? 3 : 0);
  const root = reader.read();
  return { root, defects: [...before, ...reader.defects] };
}

/** Where decoding with replacement characters and encoding again first gives other bytes. */
function firstInvalidByte(text: Buffer): number {
  const again = Buffer.from(text.toString('utf8'));
  let offset = 0;
  while (text[offset] === again[offset]) offset++;
  return offset;
}

const DEEPEST = 256;
const MOST_VALUES = BOUNDS.jsonValues.limit;
const MOST_DEFECTS = 1_000;

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const NON_FINITE = /^[+-]?(?:NaN|Infinity|inf|nan)$/;
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Ends the reading: what follows cannot be understood, or a bound was reached. */
class Unreadable extends Error {}

/** A recursive descent over the bytes of one JSON text (RFC 8259). Used once. */
class JsonReader {
  readonly defects: JsonDefect[] = [];
  readonly #text: Buffer;
  readonly #path: (string | number)[] = [];
  #at: number;
  #values = 0;

  constructor(text: Buffer, start: number) {
    this.#text = text;
    this.#at = start;
  }

  /** The whole text as one value, or null with the reason among the defects. */
  read(): JsonNode | null {
    try {
      const root = this.#value();
      this.#space();
      if (this.#at < this.#text.length) this.#stop('syntax', `${this.#seen()} follows the value`);
      return root;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  #value(): JsonNode {
    this.#space();
    const offset = this.#at;
    if (++this.#values > MOST_VALUES)
      this.#stop('too-large', `more than the ${MOST_VALUES} values that the harness reads`);
    if (this.#path.length > DEEPEST)
      this.#stop('too-deep', `nested deeper than the ${DEEPEST} levels that the harness reads`);
    switch (this.#text[offset]) {
      case 0x7b:
        return { kind: 'object', offset, members: this.#members() };
      case 0x5b:
        return { kind: 'array', offset, items: this.#items() };
      case 0x22:
        return { kind: 'string', offset, value: this.#string() };
      default:
        return this.#word(offset);
    }
  }

  #members(): JsonMember[] {
    const members: JsonMember[] = [];
    const names = new Set<string>();
    this.#at++;
    this.#space();
    if (this.#take(0x7d)) return members;
    do {
      this.#space();
      const offset = this.#at;
      if (this.#text[offset] !== 0x22) this.#stop('syntax', `${this.#seen()} stands where a member name belongs`);
      const name = this.#string();
      this.#path.push(name);
      if (names.has(name)) this.#report('duplicate-member', offset, `the name ${JSON.stringify(name)} occurs again`);
      names.add(name);
      this.#space();
      if (!this.#take(0x3a)) this.#stop('syntax', `${this.#seen()} stands where a colon belongs`);
      members.push({ name, value: this.#value() });
      this.#path.pop();
      this.#space();
    } while (this.#take(0x2c));
    if (!this.#take(0x7d)) this.#stop('syntax', `${this.#seen()} stands where a comma or } belongs`);
    return members;
  }

  #items(): JsonNode[] {
    const items: JsonNode[] = [];
    this.#at++;
    this.#space();
    if (this.#take(0x5d)) return items;
    do {
      this.#path.push(items.length);
      items.push(this.#value());
      this.#path.pop();
      this.#space();
    } while (this.#take(0x2c));
    if (!this.#take(0x5d)) this.#stop('syntax', `${this.#seen()} stands where a comma or ] belongs`);
    return items;
  }

  #string(): string {
    const start = ++this.#at;
    let end = start;
    let escaped = false;
    for (; this.#text[end] !== 0x22; end++) {
      const byte = this.#text[end];
      if (byte === undefined) {
        this.#at = this.#text.length;
        this.#stop('syntax', 'the text ends within a string');
      }
      if (byte === 0x5c) {
        escaped = true;
        end++;
      } else if (byte < 0x20) {
        this.#report('control-character', end, `the character ${byte} stands unescaped in a string`);
      }
    }
    this.#at = end + 1;
    const raw = this.#text.toString('utf8', start, end);
    return escaped ? this.#unescape(raw, start) : raw;
  }

  #unescape(raw: string, offset: number): string {
    return raw.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_, code: string | undefined, letter: string) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      const character = ESCAPES[letter];
      if (character === undefined) {
        this.#at = offset;
        this.#stop('syntax', `the string has the unknown escape ${JSON.stringify(`\\${letter}`)}`);
      }
      return character;
    });
  }

  #word(offset: number): JsonNode {
    let end = offset;
    while (isWordByte(this.#text[end])) end++;
    const word = this.#text.toString('latin1', offset, end);
    const literal = LITERALS.get(word);
    if (literal === undefined && !NUMBER.test(word)) {
      if (!NON_FINITE.test(word))
        this.#stop('syntax', `${word === '' ? this.#seen() : JSON.stringify(word)} is no value`);
      this.#report('non-finite-number', offset, `${word} is no JSON number`);
    }
    this.#at = end;
    return literal === undefined ? { kind: 'number', offset, text: word } : { kind: 'literal', offset, value: literal };
  }

  #space(): void {
    for (;;) {
      const byte = this.#text[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return;
      this.#at++;
    }
  }

  #take(byte: number): boolean {
    if (this.#text[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }

  /** What stands at the current place, in words. */
  #seen(): string {
    const byte = this.#text[this.#at];
    if (byte === undefined) return 'the end of the text';
    return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `the byte ${byte}`;
  }

  #report(code: JsonDefectCode, offset: number, message: string): void {
    if (this.defects.length >= MOST_DEFECTS) return;
    const pointer = this.#path.reduce<string>(below, '');
    this.defects.push({ code, pointer, offset, message });
  }

  #stop(code: JsonDefectCode, message: string): never {
    this.#report(code, this.#at, message);
    throw new Unreadable(message);
  }
}

/** Letters, digits, sign and point: what a number or literal is made of. */
function isWordByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (letter >= 0x61 && letter <= 0x7a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
