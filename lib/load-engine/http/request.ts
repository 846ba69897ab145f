import type { HttpOptions } from '../options/run-options.ts';
import { durationOr } from '../options/run-options.ts';
import type { CookieJar } from './cookies.ts';
import { canonicalName, headerLine } from './headers.ts';
import type { RequestUrl } from './url.ts';

/** What a script may give with a request. */
export interface RequestParams {
  readonly headers?: Readonly<Record<string, unknown>> | null;
  readonly cookies?: Readonly<Record<string, unknown>> | null;
  readonly tags?: Readonly<Record<string, unknown>> | null;
  readonly timeout?: unknown;
  readonly redirects?: unknown;
  readonly responseType?: unknown;
  readonly responseCallback?: unknown;
  readonly throw?: unknown;
  readonly auth?: unknown;
  readonly compression?: unknown;
  readonly jar?: unknown;
}

/** A body with what it makes the request say about itself. */
export interface RequestBody {
  readonly bytes: Uint8Array | null;
  readonly contentType: string | null;
}

/** Milliseconds that a request may take unless it says otherwise, as in k6. */
const DEFAULT_TIMEOUT = 60_000;
const NO_BODY: RequestBody = { bytes: null, contentType: null };
const encoder = new TextEncoder();

/**
 * The bytes of what a script gives as a body.
 * @throws Error for a kind that k6 refuses too, or a file upload, which the engine lacks
 */
export function encodeBody(body: unknown): RequestBody {
  if (body === null || body === undefined) return NO_BODY;
  if (typeof body === 'string') return { bytes: encoder.encode(body), contentType: null };
  if (body instanceof Uint8Array) return { bytes: body, contentType: null };
  if (body instanceof ArrayBuffer) return { bytes: new Uint8Array(body), contentType: null };
  if (typeof body !== 'object' || ArrayBuffer.isView(body) || Array.isArray(body)) {
    throw new Error(`unknown request body type ${Object.prototype.toString.call(body).slice(8, -1)}`);
  }
  const pairs = Object.entries(body).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${formEncode(name)}=${formEncode(String(one))}`),
  );
  return { bytes: encoder.encode(pairs.join('&')), contentType: 'application/x-www-form-urlencoded' };
}

function formEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** Milliseconds after which the request is given up. */
export function timeoutOf(params: RequestParams): number {
  const timeout = durationOr(params.timeout, DEFAULT_TIMEOUT);
  return timeout > 0 ? timeout : DEFAULT_TIMEOUT;
}

/**
 * Request line and headers with the empty line.
 * @throws Error for a method or header that cannot go on the wire
 */
export function requestHead(
  method: string,
  url: RequestUrl,
  body: RequestBody,
  params: RequestParams,
  options: HttpOptions,
  jar: CookieJar,
): string {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(method)) throw new Error(`invalid method "${method}"`);
  let host = url.host;
  let own = '';
  const given = new Set<string>();
  for (const [key, value] of Object.entries(params.headers ?? {})) {
    const name = canonicalName(key);
    // How the body is delimited is for the engine to say, as it is for k6.
    if (name === 'Content-Length' || name === 'Transfer-Encoding') continue;
    if (name === 'Host') {
      host = String(value);
      continue;
    }
    given.add(name);
    own += headerLine(name, String(value));
  }
  let head = `${method} ${url.target} HTTP/1.1\r\n${headerLine('Host', host)}`;
  if (!given.has('User-Agent') && options.userAgent !== '') head += headerLine('User-Agent', options.userAgent);
  if (body.bytes !== null) head += `Content-Length: ${body.bytes.byteLength}\r\n`;
  else if (method === 'POST' || method === 'PUT' || method === 'PATCH') head += 'Content-Length: 0\r\n';
  if (body.contentType !== null && !given.has('Content-Type')) head += headerLine('Content-Type', body.contentType);
  if (url.authorization !== null && !given.has('Authorization')) head += headerLine('Authorization', url.authorization);
  const cookies = cookiePairs(params, url, jar);
  if (cookies.length > 0 && !given.has('Cookie')) head += headerLine('Cookie', cookies.join('; '));
  return `${head}${own}\r\n`;
}

function cookiePairs(params: RequestParams, url: RequestUrl, jar: CookieJar): string[] {
  const pairs = jar.pairs(url);
  for (const [name, given] of Object.entries(params.cookies ?? {})) {
    const { value, replace } =
      typeof given === 'object' && given !== null
        ? (given as { value?: unknown; replace?: unknown })
        : { value: given, replace: false };
    const taken = pairs.findIndex((pair) => pair.startsWith(`${name}=`));
    if (taken >= 0 && replace !== true) continue;
    if (taken >= 0) pairs.splice(taken, 1);
    pairs.push(`${name}=${String(value)}`);
  }
  return pairs;
}
