interface MediaTypeParameter {
  /** Lower-cased: parameter names compare without case (RFC 9110 §8.3.1). */
  readonly name: string;
  /** Without quotation marks and quoted-pair backslashes, otherwise as written. */
  readonly value: string;
  readonly quoted: boolean;
}

/** A media type as in a Content-Type field, read by the grammar of RFC 9110 §8.3.1. */
export interface MediaType {
  /** `type/subtype` in lower case. */
  readonly essence: string;
  readonly type: string;
  readonly subtype: string;
  /** In the order of the text, repeated names kept. */
  readonly parameters: readonly MediaTypeParameter[];
  /** Departures from the grammar that still let the value be understood; empty for a well-formed value. */
  readonly defects: readonly string[];
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** `type=application/dicom` goes without quotation marks as well (PS3.18 §8.7.1, note). */
const UNQUOTED = /^[!#$%&'*+\-.^_`|~0-9A-Za-z/]+$/;
const ESSENCE = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)\/([!#$%&'*+\-.^_`|~0-9A-Za-z]+)/;
const QUOTABLE = /^[\t\x20-\x7e\x80-\xff]$/;

/** Where a parameter's value ended, and what was wrong with it. */
interface ReadValue {
  readonly value: string;
  readonly quoted: boolean;
  readonly end: number;
  readonly defect: string | null;
}

function readQuoted(text: string, start: number): ReadValue {
  let value = '';
  let defect: string | null = null;
  let at = start + 1;
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++;
    const character = text[at] ?? '';
    if (!QUOTABLE.test(character)) defect = 'a quoted string holds a control character';
    value += character;
  }
  if (at >= text.length) defect = 'a quoted string has no closing quotation mark';
  return { value, quoted: true, end: Math.min(at + 1, text.length), defect };
}

function readBare(text: string, start: number): ReadValue {
  const semicolon = text.indexOf(';', start);
  const end = semicolon === -1 ? text.length : semicolon;
  const value = text.slice(start, end).replace(/[ \t]+$/, '');
  const defect = value === '' ? 'is empty' : UNQUOTED.test(value) ? null : 'holds characters that have to be quoted';
  return { value, quoted: false, end, defect };
}

/**
 * Reads a media type strictly and tells what is not well-formed. Null when there is not even a `type/subtype` to read.
 * Empty parameters (`a/b;;c=d`) are legal in RFC 9110; white space around `=` and characters outside of a token are not.
 */
export function parseMediaType(text: string): MediaType | null {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, '');
  const match = ESSENCE.exec(trimmed);
  if (!match) return null;
  const [whole, type = '', subtype = ''] = match;
  const parameters: MediaTypeParameter[] = [];
  const defects: string[] = [];
  let at = whole.length;
  while (at < trimmed.length) {
    const separator = /^[ \t]*;[ \t]*/.exec(trimmed.slice(at));
    if (!separator) {
      const semicolon = trimmed.indexOf(';', at);
      const end = semicolon === -1 ? trimmed.length : semicolon;
      defects.push(`unexpected text ${JSON.stringify(trimmed.slice(at, end))}`);
      at = end;
      continue;
    }
    at += separator[0].length;
    if (at === trimmed.length || trimmed[at] === ';') continue;
    const name = /^[^=;"]*/.exec(trimmed.slice(at))?.[0] ?? '';
    at += name.length;
    const bare = name.trim();
    if (trimmed[at] !== '=') {
      defects.push(`parameter ${JSON.stringify(bare)} has no value`);
      if (trimmed[at] === '"') at = readQuoted(trimmed, at).end;
      continue;
    }
    at++;
    const blanks = /^[ \t]*/.exec(trimmed.slice(at))?.[0].length ?? 0;
    if (blanks > 0 || bare !== name) defects.push(`parameter ${JSON.stringify(bare)} has white space around "="`);
    at += blanks;
    const read = trimmed[at] === '"' ? readQuoted(trimmed, at) : readBare(trimmed, at);
    at = read.end;
    if (!TOKEN.test(bare)) defects.push(`parameter name ${JSON.stringify(bare)} is not a token`);
    if (read.defect) defects.push(`parameter ${JSON.stringify(bare)}: ${read.defect}`);
    parameters.push({ name: bare.toLowerCase(), value: read.value, quoted: read.quoted });
  }
  return {
    essence: `${type}/${subtype}`.toLowerCase(),
    type: type.toLowerCase(),
    subtype: subtype.toLowerCase(),
    parameters,
    defects,
  };
}

/** Value of the first parameter of that name, or null; names compare without case. */
export function parameter(mediaType: MediaType, name: string): string | null {
  const wanted = name.toLowerCase();
  return mediaType.parameters.find((candidate) => candidate.name === wanted)?.value ?? null;
}

/** UTF-8 by its IANA name or by its DICOM Defined Term, which serves as well (PS3.18 §8.8). */
export function namesUtf8(charset: string): boolean {
  return /^(utf-?8|ISO_IR 192)$/i.test(charset.trim());
}
