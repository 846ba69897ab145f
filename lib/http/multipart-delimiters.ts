import type { ByteSource } from '../bytes/byte-source.ts';
import type { LineDefect } from './multipart-defects.ts';

/** A place where the dash-boundary occurs in a way that matters: a delimiter, or data that should not look like one. */
export interface Delimiter {
  /** `cut`: the body ends before it can be told whether it opens a part or closes the body. */
  readonly kind: 'open' | 'close' | 'cut' | 'data';
  /** Offset of the first dash. */
  readonly offset: number;
  /** End of the content before it: the line break that begins a delimiter is not content. */
  readonly contentEnd: number;
  /** Offset after the line break that ends the delimiter line. */
  readonly lineEnd: number;
  readonly defects: readonly LineDefect[];
}

const CR = 13;
const LF = 10;
const CHUNK = 1 << 20;
const LONGEST_PADDING = 1024;
/** A part's first header line, seen after a delimiter that does not begin a line. */
const HEADER_LINE = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+[ \t]*:[^\r\n]*\r?\n/;

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function* occurrences(source: ByteSource, needle: Buffer): Generator<number> {
  for (let offset = 0; offset + needle.length <= source.length; offset += CHUNK) {
    const window = view(source.read(offset, CHUNK + needle.length - 1));
    for (let at = window.indexOf(needle); at !== -1; at = window.indexOf(needle, at + 1)) yield offset + at;
  }
}

interface Head {
  readonly begins: 'line' | 'bare-lf' | 'mid-line';
  readonly contentEnd: number;
}

function headOf(source: ByteSource, offset: number): Head {
  const before = source.read(Math.max(0, offset - 2), Math.min(2, offset));
  if (offset === 0) return { begins: 'line', contentEnd: 0 };
  if (before.at(-1) === LF && before.at(-2) === CR) return { begins: 'line', contentEnd: offset - 2 };
  if (before.at(-1) === LF) return { begins: 'bare-lf', contentEnd: offset - 1 };
  return { begins: 'mid-line', contentEnd: offset };
}

interface Tail {
  readonly kind: Delimiter['kind'];
  readonly lineEnd: number;
  readonly code?: keyof typeof MESSAGES;
}

function tailOf(source: ByteSource, start: number): Tail {
  const text = view(source.read(start, LONGEST_PADDING)).toString('latin1');
  const close = text.startsWith('--');
  const kind = close ? 'close' : 'open';
  const rest = close ? text.slice(2) : text;
  const from = start + (close ? 2 : 0);
  const padding = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
  const after = rest.slice(padding);
  if (after.startsWith('\r\n')) return { kind, lineEnd: from + padding + 2 };
  if (after.startsWith('\n')) return { kind, lineEnd: from + padding + 1, code: 'bare-lf-after-delimiter' };
  const atEnd = from + padding === source.length || (after === '\r' && from + padding + 1 === source.length);
  if (atEnd && close && after === '') return { kind, lineEnd: source.length };
  const cut = atEnd || (text === '-' && start + 1 === source.length);
  if (cut) return { kind: close ? 'close' : 'cut', lineEnd: source.length, code: 'truncated-delimiter' };
  if (!close && padding === 0) return { kind: 'data', lineEnd: start, code: 'boundary-prefix' };
  const lineBreak = after.indexOf('\n');
  const lineEnd = lineBreak === -1 ? from + rest.length : from + padding + lineBreak + 1;
  return { kind, lineEnd, code: close ? 'garbage-after-close' : 'garbage-after-boundary' };
}

/** Whether what follows an irregular delimiter is what a delimiter leads to; otherwise it is data that resembles one. */
function leadsOn(source: ByteSource, tail: Tail): boolean {
  if (tail.code === 'garbage-after-boundary' || tail.code === 'garbage-after-close') return false;
  if (tail.kind === 'close') return true;
  if (tail.lineEnd >= source.length) return true;
  return HEADER_LINE.test(view(source.read(tail.lineEnd, LONGEST_PADDING)).toString('latin1'));
}

const MESSAGES = {
  'bare-lf-after-delimiter': 'the delimiter line ends in LF without CR',
  'garbage-after-boundary': 'the delimiter line holds more than the boundary and white space',
  'garbage-after-close': 'the line of the closing delimiter goes on with more than white space',
  'truncated-delimiter': 'the body ends within a delimiter line',
  'boundary-prefix': 'a line begins with the boundary and goes on, which no part may contain',
} as const;

/**
 * Every delimiter line in order, irregular ones included with what is wrong about them. An occurrence of the boundary
 * in the middle of a line is data by RFC 2046; it is taken for a delimiter that lacks its CRLF only when what follows
 * is what follows a delimiter.
 */
export function* findDelimiters(source: ByteSource, boundary: string): Generator<Delimiter> {
  const needle = Buffer.from(`--${boundary}`, 'latin1');
  let lineEnd = 0;
  for (const offset of occurrences(source, needle)) {
    // A boundary of dashes also occurs within its own delimiter line.
    if (offset < lineEnd) continue;
    const head = headOf(source, offset);
    const tail = tailOf(source, offset + needle.length);
    if (head.begins !== 'line' && (tail.kind === 'data' || !leadsOn(source, tail))) continue;
    const defects: LineDefect[] = [];
    if (head.begins === 'bare-lf') {
      defects.push({
        code: 'bare-lf-before-delimiter',
        offset: offset - 1,
        message: 'LF without CR before the delimiter',
      });
    } else if (head.begins === 'mid-line') {
      defects.push({ code: 'missing-crlf-before-delimiter', offset, message: 'no CRLF before the delimiter' });
    }
    if (tail.code) {
      const dashes = tail.code === 'garbage-after-close' ? 2 : 0;
      defects.push({ code: tail.code, offset: offset + needle.length + dashes, message: MESSAGES[tail.code] });
    }
    lineEnd = tail.lineEnd;
    yield { kind: tail.kind, offset, contentEnd: head.contentEnd, lineEnd: tail.lineEnd, defects };
  }
}
