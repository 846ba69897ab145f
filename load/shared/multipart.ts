/** Finds the parts of a multipart/related body (RFC 2046 section 5.1) without a loop over its bytes, for k6's sake. */

const CR = 13;
const LF = 10;
const DASH = 45;
/** Longest header of a part, in bytes. */
const MOST_HEADER = 4096;

/** The boundary parameter of a Content-Type; null when there is none. */
export function boundaryOf(contentType: string): string | null {
  const match = /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  return match ? match[1] || match[2] || null : null;
}

/**
 * The contents of the parts. Null when the body has no delimiter or no closing delimiter, because then it is not
 * complete.
 */
export function partsOf(body: Uint8Array, boundary: string): readonly Uint8Array[] | null {
  const delimiter = `--${boundary}`;
  let at = startsWith(body, 0, delimiter) ? 0 : find(body, 0, `\r\n${delimiter}`) + 2;
  if (at < 2 && !startsWith(body, 0, delimiter)) return null;
  const parts: Uint8Array[] = [];
  for (;;) {
    at += delimiter.length;
    if (body[at] === DASH && body[at + 1] === DASH) return parts;
    const content = endOfHeader(body, at);
    if (content < 0) return null;
    const length = contentLength(body, at, content);
    let end = content + length;
    if (length < 0 || !startsWith(body, end, `\r\n${delimiter}`)) end = find(body, content, `\r\n${delimiter}`);
    if (end < 0) return null;
    parts.push(body.subarray(content, end));
    at = end + 2;
  }
}

/** Offset of the content of the part whose header begins at `start`; -1 when the header does not end. */
function endOfHeader(body: Uint8Array, start: number): number {
  const limit = Math.min(body.length, start + MOST_HEADER);
  for (let at = start; at < limit; at++) {
    if (body[at] === CR && body[at + 1] === LF && body[at + 2] === CR && body[at + 3] === LF) return at + 4;
  }
  return -1;
}

/** Content-Length of a part; -1 when it has none. */
function contentLength(body: Uint8Array, start: number, end: number): number {
  let header = '';
  for (let at = start; at < end; at++) header += String.fromCharCode(body[at] || 0);
  const match = /\r\ncontent-length:[ \t]*([0-9]{1,15})/i.exec(header);
  return match ? Number(match[1]) : -1;
}

function startsWith(body: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (body[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/**
 * Offset of a text that begins with a CR, from `start` on; -1 when it is absent. Uses `indexOf`, which is native in k6.
 */
function find(body: Uint8Array, start: number, text: string): number {
  for (let at = body.indexOf(CR, start); at >= 0; at = body.indexOf(CR, at + 1)) {
    if (startsWith(body, at, text)) return at;
  }
  return -1;
}
