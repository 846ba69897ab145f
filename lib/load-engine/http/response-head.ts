import { BOUNDS } from '../../bounds.ts';

/** How the end of a response body is known (RFC 9112 section 6.3). */
type Framing =
  | { readonly by: 'nothing' }
  | { readonly by: 'length'; readonly length: number }
  | { readonly by: 'chunks' }
  | { readonly by: 'close' };

export interface ResponseHead {
  /** `HTTP/1.0`, `HTTP/1.1` or `HTTP/2.0`, as k6 has it. */
  readonly proto: string;
  readonly status: number;
  /** May be empty. */
  readonly reason: string;
  /** The header lines without the status line, CRLF between them, as ISO 8859-1. */
  readonly headerText: string;
  readonly framing: Framing;
  /** Whether the connection may carry another request after this response. */
  readonly keepAlive: boolean;
}

/** The response breaks HTTP/1.1 in a way that leaves its meaning or its end in doubt. */
export class MalformedResponse extends Error {
  override readonly name = 'MalformedResponse';
}

/** More interim (1xx) responses came before an answer than the bound allows. */
export class TooManyInterimResponses extends Error {
  override readonly name = 'TooManyInterimResponses';

  constructor() {
    super(`more than ${BOUNDS.interimResponses.limit} interim responses (1xx) before the answer`);
  }
}

const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d{2})(?: ([^\r\n]*))?$/;
/** A header or trailer line: name, colon, value without control characters. */
export const FIELD_LINE = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t\x20-\x7e\x80-\xff]*$/;
const NOTHING: Framing = { by: 'nothing' };
const CHUNKS: Framing = { by: 'chunks' };
const CLOSE: Framing = { by: 'close' };

/**
 * Reads a response head.
 * @param text status line and header lines, without the empty line that ends them, as ISO 8859-1
 * @param method of the request: the answer to HEAD has no body whatever it says
 * @throws MalformedResponse
 */
export function parseResponseHead(text: string, method: string): ResponseHead {
  const statusEnd = text.indexOf('\r\n');
  const statusLine = statusEnd < 0 ? text : text.slice(0, statusEnd);
  const match = STATUS_LINE.exec(statusLine);
  if (match === null) throw new MalformedResponse('the answer does not start with an HTTP/1.x status line');
  const status = Number(match[2]);
  const minorVersion = match[1] === '0' ? 0 : 1;
  const headerText = statusEnd < 0 ? '' : text.slice(statusEnd + 2);

  let length = -1;
  let codings = '';
  let connection = '';
  for (const line of headerText === '' ? [] : headerText.split('\r\n')) {
    if (!FIELD_LINE.test(line)) throw new MalformedResponse('a header line is not "name: value"');
    const colon = line.indexOf(':');
    if (colon === 14 && isNamed(line, 'content-length')) length = readLength(line.slice(15), length);
    else if (colon === 17 && isNamed(line, 'transfer-encoding')) codings += `,${line.slice(18)}`;
    else if (colon === 10 && isNamed(line, 'connection')) connection += `,${line.slice(11)}`;
  }

  const options = tokens(connection);
  const keepAlive = minorVersion === 1 ? !options.includes('close') : options.includes('keep-alive');
  const framing = framingOf(method, status, length, tokens(codings));
  return {
    proto: `HTTP/1.${minorVersion}`,
    status,
    reason: match[3] ?? '',
    headerText,
    framing,
    keepAlive: keepAlive && framing.by !== 'close' && status !== 101,
  };
}

/** Without the white space that HTTP allows around a value (RFC 9110 section 5.6.3), which is less than JavaScript's. */
export function trimWhiteSpace(value: string): string {
  return value.replace(/^[\t ]+|[\t ]+$/g, '');
}

function isNamed(line: string, name: string): boolean {
  return line.slice(0, name.length).toLowerCase() === name;
}

function readLength(value: string, before: number): number {
  const digits = trimWhiteSpace(value);
  if (!/^\d{1,15}$/.test(digits)) throw new MalformedResponse('Content-Length is not a number');
  if (before >= 0) throw new MalformedResponse('Content-Length comes twice');
  return Number(digits);
}

function tokens(list: string): readonly string[] {
  if (list === '') return [];
  return list
    .split(',')
    .map((token) => trimWhiteSpace(token).toLowerCase())
    .filter((token) => token !== '');
}

function framingOf(method: string, status: number, length: number, codings: readonly string[]): Framing {
  if (codings.length > 0 && length >= 0) {
    // Two ends of one body are what response smuggling is made of (RFC 9112 section 6.3 item 3).
    throw new MalformedResponse('Content-Length and Transfer-Encoding come together');
  }
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return NOTHING;
  if (codings.length > 0) {
    if (codings.some((coding, i) => coding === 'chunked' && i < codings.length - 1)) {
      throw new MalformedResponse('chunked is not the last transfer coding');
    }
    if (codings.length > 1) throw new MalformedResponse(`transfer codings ${codings.join(', ')} are not known`);
    return codings[0] === 'chunked' ? CHUNKS : unknownCoding(codings[0]);
  }
  if (length >= 0) return { by: 'length', length };
  return CLOSE;
}

function unknownCoding(coding: string | undefined): never {
  throw new MalformedResponse(`transfer coding ${coding} is not known`);
}
