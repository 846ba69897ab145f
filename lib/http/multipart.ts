import { BOUNDS } from '../bounds.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sliceSource } from '../bytes/byte-source.ts';
import type { Header } from './exchange.ts';
import type { MultipartDefect, MultipartDefectCode } from './multipart-defects.ts';
import { type Delimiter, findDelimiters } from './multipart-delimiters.ts';
import { readPartHeaders } from './multipart-headers.ts';

interface MultipartPart {
  readonly headers: readonly Header[];
  /** Offset of the part's first header line in the body. */
  readonly offset: number;
  /** The range of the body between the empty line and the line break that belongs to the next delimiter. */
  readonly body: ByteSource;
}

export interface Multipart {
  readonly parts: readonly MultipartPart[];
  /** Legal and to be ignored by readers; kept as evidence. */
  readonly preamble: ByteSource;
  readonly epilogue: ByteSource;
  readonly defects: readonly MultipartDefect[];
}

const MOST_PARTS = BOUNDS.parts.limit;
const MOST_DEFECTS = 1_000;
const BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/;
const LOOKS_LIKE_PART = /^content-[a-z-]+[ \t]*:/im;

/**
 * Reads a multipart body strictly (RFC 2046 §5.1.1) and never throws: whatever departs from the grammar is listed in
 * `defects`, and parts are still handed out as far as they can be told apart. Part bodies are ranges of `body`, so the
 * memory used does not depend on its size.
 */
export function readMultipart(body: ByteSource, boundary: string): Multipart {
  const defects: MultipartDefect[] = [];
  const report = (code: MultipartDefectCode, offset: number, message: string, part?: number): void => {
    if (defects.length < MOST_DEFECTS) defects.push({ code, offset, message, ...(part === undefined ? {} : { part }) });
  };
  const nothing = sliceSource(body, body.length, 0);
  if (!BOUNDARY.test(boundary)) {
    report(
      'illegal-boundary',
      0,
      `the boundary ${JSON.stringify(boundary.slice(0, 100))} is not 1 to 70 legal characters`,
    );
    if (boundary === '') return { parts: [], preamble: body, epilogue: nothing, defects };
  }
  const parts: MultipartPart[] = [];
  let open: Delimiter | null = null;
  let first: Delimiter | null = null;
  let close: Delimiter | null = null;
  const endPart = (at: Delimiter, end: number): void => {
    const index = parts.length;
    const read = readPartHeaders(body, at.lineEnd, end);
    for (const defect of read.defects) report(defect.code, defect.offset, defect.message, index);
    parts.push({
      headers: read.headers,
      offset: at.lineEnd,
      body: sliceSource(body, read.bodyStart, Math.max(0, end - read.bodyStart)),
    });
  };
  for (const line of findDelimiters(body, boundary)) {
    for (const defect of line.defects)
      report(defect.code, defect.offset, defect.message, open ? parts.length : undefined);
    if (line.kind === 'data') continue;
    if (close) {
      report('delimiter-after-close', line.offset, 'a further delimiter follows the closing one');
      break;
    }
    first ??= line;
    if (open) endPart(open, line.contentEnd);
    open = line.kind === 'open' ? line : null;
    if (line.kind === 'close') close = line;
    if (parts.length >= MOST_PARTS) {
      report('too-many-parts', line.offset, `more than ${MOST_PARTS} parts; the rest was not read`);
      return { parts, preamble: nothing, epilogue: nothing, defects };
    }
  }
  if (!first) {
    report('no-delimiter', 0, `no line "--${boundary}" in ${body.length} bytes`);
    return { parts, preamble: body, epilogue: nothing, defects };
  }
  if (open) endPart(open, body.length);
  if (!close) {
    report('missing-closing-delimiter', body.length, `the body ends without "--${boundary}--"`, parts.length - 1);
  }
  if (close && parts.length === 0)
    report('no-parts', first.offset, 'the closing delimiter is the first one: there is no part');
  const preamble = sliceSource(body, 0, first.contentEnd);
  if (LOOKS_LIKE_PART.test(Buffer.from(preamble.read(0, 4096)).toString('latin1'))) {
    report(
      'content-before-first-delimiter',
      0,
      'part headers stand before the first delimiter, where readers ignore them',
    );
  }
  return {
    parts,
    preamble,
    epilogue: close ? sliceSource(body, close.lineEnd, body.length - close.lineEnd) : nothing,
    defects,
  };
}
