import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { NotInEngine } from '../not-in-engine.ts';
import { parseSetCookie, type ResponseCookie } from './cookies.ts';
import type { ExchangeOutcome, Timings, WireRequest } from './exchange.ts';
import { type RequestFailure, statusErrorCode, TOO_LONG } from './failure.ts';
import { headerMap, headerValues } from './headers.ts';
import { selectJson } from './json-path.ts';

export type ResponseType = 'text' | 'binary' | 'none';

/** k6 keeps a byte order mark. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const STATUS_WITHOUT_BODY = [204, 304];

/** What a script gets for a request; k6's fields, most of them made when they are read. */
export class Response {
  readonly url: string;
  readonly status: number;
  readonly status_text: string;
  readonly proto: string;
  readonly body: string | ArrayBuffer | null;
  readonly timings: Timings;
  readonly error: string;
  readonly error_code: number;
  readonly remote_ip: string;
  readonly remote_port: number;
  readonly tls_version: string;
  readonly tls_cipher_suite: string;
  readonly ocsp = {
    status: 'unknown',
    produced_at: 0,
    this_update: 0,
    next_update: 0,
    revoked_at: 0,
    revocation_reason: '',
  };
  private readonly sent: WireRequest;
  private readonly headerText: string;
  private parsed: Record<string, string> | null = null;

  constructor(url: string, sent: WireRequest, outcome: ExchangeOutcome, type: ResponseType) {
    const { connection } = outcome;
    const decoded = decode(outcome, type, sent.bodies.longest);
    // k6 knows nothing of an answer whose body it cannot decompress.
    const head = decoded.failure === null ? outcome.head : null;
    this.url = url;
    this.sent = sent;
    this.headerText = head?.headerText ?? '';
    this.status = head?.status ?? 0;
    this.status_text = head === null ? '' : `${head.status} ${head.reason}`;
    this.proto = head?.proto ?? '';
    this.timings = outcome.timings;
    this.remote_ip = connection?.remoteAddress ?? '';
    this.remote_port = connection?.remotePort ?? 0;
    this.tls_version = connection?.tlsVersion ?? '';
    this.tls_cipher_suite = connection?.tlsCipherSuite ?? '';
    this.body = decoded.body;
    this.error = decoded.failure?.message ?? '';
    this.error_code = decoded.failure?.code ?? statusErrorCode(this.status);
  }

  /** By canonical name; lines of one name are joined with `, `. */
  get headers(): Record<string, string> {
    this.parsed ??= headerMap(this.headerText);
    return this.parsed;
  }

  get cookies(): Record<string, ResponseCookie[]> {
    const cookies: Record<string, ResponseCookie[]> = {};
    for (const line of headerValues(this.headerText, 'set-cookie')) {
      const cookie = parseSetCookie(line);
      if (cookie !== null) cookies[cookie.name] = [...(cookies[cookie.name] ?? []), cookie];
    }
    return cookies;
  }

  get request(): Record<string, unknown> {
    const [, ...lines] = this.sent.head.trimEnd().split('\r\n');
    const headers = Object.entries(headerMap(lines.join('\r\n'))).map(([name, value]) => [name, [value]]);
    return {
      method: this.sent.method,
      url: this.url,
      headers: Object.fromEntries(headers),
      body: utf8.decode(this.sent.body ?? new Uint8Array()),
      cookies: {},
    };
  }

  /**
   * The body as JSON, or the part that a selector names.
   * @throws Error when there is no body or it is not JSON
   */
  json(selector?: string): unknown {
    if (this.body === null) throw new Error('the body is null so we cannot transform it to json');
    const text = typeof this.body === 'string' ? this.body : utf8.decode(this.body);
    const value: unknown = JSON.parse(text);
    return selector === undefined ? value : selectJson(value, selector);
  }

  html(): never {
    throw new NotInEngine('response.html()');
  }

  submitForm(): never {
    throw new NotInEngine('response.submitForm()');
  }

  clickLink(): never {
    throw new NotInEngine('response.clickLink()');
  }

  toJSON(): Record<string, unknown> {
    const { sent: _sent, headerText: _headerText, parsed: _parsed, ...fields } = this;
    return { ...fields, headers: this.headers, cookies: this.cookies, request: this.request };
  }
}

function decode(
  { head, body, failure }: ExchangeOutcome,
  type: ResponseType,
  longest: number,
): { body: string | ArrayBuffer | null; failure: RequestFailure | null } {
  const without = head === null || STATUS_WITHOUT_BODY.includes(head.status);
  if (failure !== null || without || type === 'none') return { body: null, failure };
  const encoding = headerValues(head.headerText, 'content-encoding').at(-1)?.toLowerCase() ?? 'identity';
  try {
    const bytes = decompress(body.take(), encoding, longest);
    return { body: type === 'text' ? utf8.decode(bytes) : exactBuffer(bytes), failure };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLong) {
      const message = `the body of the answer is longer than ${longest} bytes after ${encoding} is undone`;
      return { body: null, failure: { code: TOO_LONG, message } };
    }
    return { body: null, failure: { code: 1701, message: `cannot decompress ${encoding}: ${why}` } };
  }
}

function decompress(bytes: Buffer<ArrayBuffer>, encoding: string, longest: number): Buffer<ArrayBuffer> {
  // A server must not fill the memory of the generator with a few bytes.
  const limit = { maxOutputLength: longest };
  switch (bytes.byteLength === 0 ? 'identity' : encoding) {
    case 'gzip':
      return gunzipSync(bytes, limit);
    case 'deflate':
      return inflateSync(bytes, limit);
    case 'br':
      return brotliDecompressSync(bytes, limit);
    case 'zstd':
      throw new NotInEngine('the content encoding zstd');
    default:
      return bytes;
  }
}

function exactBuffer(bytes: Buffer<ArrayBuffer>): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}
