/** The parts of a URL that a request needs. */
export interface RequestUrl {
  /** As the script gave it, without user information. */
  readonly href: string;
  readonly secure: boolean;
  /** Name or address without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Value of the Host header. */
  readonly host: string;
  /** Path and query, ready for the request line. */
  readonly target: string;
  /** `Basic ...` from the user information, or null. */
  readonly authorization: string | null;
}

type OriginParts = Omit<RequestUrl, 'href' | 'target'> & { readonly prefix: string };

/** Load goes to few origins: each is parsed once. */
const origins = new Map<string, OriginParts>();
const ORIGINS_LIMIT = 1000;
/** Stores all go to one URL. */
let last: { readonly text: string; readonly parsed: RequestUrl } | null = null;

/**
 * Reads a URL. The path and query go on the wire as they are, as in k6; only characters that a request line cannot
 * hold are escaped.
 * @throws Error for a URL that is not absolute http or https
 */
export function parseUrl(url: string): RequestUrl {
  if (last !== null && last.text === url) return last.parsed;
  const pathAt = originEnd(url);
  const { prefix, secure, hostname, port, host, authorization } = originOf(url.slice(0, pathAt));
  const hash = url.indexOf('#', pathAt);
  const rest = hash < 0 ? url.slice(pathAt) : url.slice(pathAt, hash);
  const rooted = rest.startsWith('/') ? rest : `/${rest}`;
  const target = /^[\x21-\x7e]+$/.test(rooted) ? rooted : encodeURI(rooted).replaceAll('%25', '%');
  const parsed = { href: prefix + rest, secure, hostname, port, host, target, authorization };
  last = { text: url, parsed };
  return parsed;
}

function originEnd(url: string): number {
  const start = url.indexOf('://');
  if (start < 0) throw new Error(`'${url}' is not an absolute URL`);
  const length = url.slice(start + 3).search(/[/?#]/);
  return length < 0 ? url.length : start + 3 + length;
}

function originOf(text: string): OriginParts {
  const known = origins.get(text);
  if (known !== undefined) return known;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new Error(`unsupported protocol scheme "${url.protocol.slice(0, -1)}"`);
  }
  const secure = url.protocol === 'https:';
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  const parts: OriginParts = {
    prefix: `${url.protocol}//${url.host}`,
    secure,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    host: url.host,
    authorization: credentials === ':' ? null : `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
  if (origins.size >= ORIGINS_LIMIT) origins.clear();
  origins.set(text, parts);
  return parts;
}

/** The URL that a Location header leads to. @throws Error when it cannot be read */
export function resolveUrl(base: string, location: string): string {
  return new URL(location, base).href;
}
