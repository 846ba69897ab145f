import type { ByteSource } from '../bytes/byte-source.ts';
import type { Header } from './exchange.ts';
import type { LineDefect } from './multipart-defects.ts';

/** A part's header lines, and where its content begins. */
interface PartHeaders {
  readonly headers: readonly Header[];
  readonly bodyStart: number;
  readonly defects: readonly LineDefect[];
}

/** Longest header block of one part, in bytes. */
const LARGEST_BLOCK = 64 * 1024;
const FIELD = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;

/**
 * Reads the header lines of the part that starts at `start`; its content, without the line break of the next
 * delimiter, ends at `end`. Values are latin-1 text, one character a byte.
 */
export function readPartHeaders(source: ByteSource, start: number, end: number): PartHeaders {
  const defects: LineDefect[] = [];
  const headers: Header[] = [];
  // Two bytes more: a part without content ends its last header line, or its empty line, with the delimiter's CRLF.
  const limit = Math.min(end + 2, source.length);
  const text = Buffer.from(source.read(start, Math.min(limit - start, LARGEST_BLOCK))).toString('latin1');
  let at = 0;
  while (start + at < end || (at === 0 && start >= end)) {
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed === -1) {
      const code = limit - start > LARGEST_BLOCK ? 'headers-too-large' : 'missing-blank-line';
      defects.push({
        code,
        offset: start + at,
        message: `no line break within ${text.length - at} bytes of the headers`,
      });
      return { headers, bodyStart: code === 'headers-too-large' ? start + text.length : Math.max(start, end), defects };
    }
    const crlf = text[lineFeed - 1] === '\r' && lineFeed > at;
    const line = text.slice(at, crlf ? lineFeed - 1 : lineFeed);
    if (!crlf)
      defects.push({
        code: 'bare-lf-in-headers',
        offset: start + lineFeed,
        message: 'LF without CR ends a header line',
      });
    const offset = start + at;
    at = lineFeed + 1;
    if (line === '') return { headers, bodyStart: Math.min(start + at, Math.max(start, end)), defects };
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) {
      defects.push({ code: 'folded-header', offset, message: `the field ${last[0]} is folded over several lines` });
      headers[headers.length - 1] = [last[0], `${last[1]} ${line.trim()}`.trim()];
      continue;
    }
    const field = FIELD.exec(line);
    if (field) headers.push([field[1] ?? '', field[2] ?? '']);
    else
      defects.push({
        code: 'malformed-header',
        offset,
        message: `not a header field: ${JSON.stringify(line.slice(0, 80))}`,
      });
  }
  // Headers and nothing else: the CRLF before the next delimiter is then the empty line (body-part of RFC 2046 §5.1.1).
  if (!/^\r?\n/.test(text.slice(at, at + 2)) || start + at !== end) {
    defects.push({ code: 'missing-blank-line', offset: start + at, message: 'no empty line ends the headers' });
  }
  return { headers, bodyStart: Math.max(start, end), defects };
}
