import type { RequestUrl } from './url.ts';

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  /** Whether only the host that set it gets it back. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
}

/** A cookie as k6 lists it in `response.cookies`. */
export interface ResponseCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly http_only: boolean;
  readonly secure: boolean;
  readonly max_age: number;
  /** Milliseconds since 1970, 0 when the cookie ends with the session. */
  readonly expires: number;
}

/** The cookies of one virtual user (RFC 6265 section 5, without the list of public suffixes). */
export class CookieJar {
  private cookies: Cookie[] = [];

  clear(): void {
    this.cookies = [];
  }

  /** Takes the Set-Cookie lines of an answer. */
  store(url: RequestUrl, lines: readonly string[]): void {
    for (const line of lines) {
      const parsed = parseSetCookie(line);
      if (parsed === null) continue;
      const domain = parsed.domain.toLowerCase().replace(/^\./, '');
      if (domain !== '' && !domainMatches(url.hostname, domain)) continue;
      const cookie: Cookie = {
        name: parsed.name,
        value: parsed.value,
        domain: domain === '' ? url.hostname : domain,
        hostOnly: domain === '',
        path: parsed.path.startsWith('/') ? parsed.path : defaultPath(url.target),
        secure: parsed.secure,
      };
      this.cookies = this.cookies.filter(
        (one) => one.name !== cookie.name || one.domain !== cookie.domain || one.path !== cookie.path,
      );
      const ended = parsed.max_age < 0 || (parsed.expires !== 0 && parsed.expires < Date.now());
      if (!ended) this.cookies.push(cookie);
    }
  }

  /** `name=value` of each cookie that goes to this URL. */
  pairs(url: RequestUrl): string[] {
    if (this.cookies.length === 0) return [];
    const path = pathOf(url.target);
    return this.cookies
      .filter(
        (cookie) =>
          (cookie.hostOnly ? cookie.domain === url.hostname : domainMatches(url.hostname, cookie.domain)) &&
          (url.secure || !cookie.secure) &&
          pathMatches(path, cookie.path),
      )
      .map(({ name, value }) => `${name}=${value}`);
  }
}

/** Reads one Set-Cookie line, or null when it names no cookie. */
export function parseSetCookie(line: string): ResponseCookie | null {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  if (equals < 1) return null;
  const found = new Map<string, string>();
  for (const attribute of attributes) {
    const [name = '', ...value] = attribute.split('=');
    found.set(name.trim().toLowerCase(), value.join('=').trim());
  }
  const maxAge = Number.parseInt(found.get('max-age') ?? '0', 10);
  return {
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
    domain: found.get('domain') ?? '',
    path: found.get('path') ?? '',
    http_only: found.has('httponly'),
    secure: found.has('secure'),
    max_age: found.get('max-age') === '0' ? -1 : maxAge || 0,
    expires: Date.parse(found.get('expires') ?? '') || 0,
  };
}

function domainMatches(host: string, domain: string): boolean {
  return host === domain || (host.endsWith(`.${domain}`) && !/^[\d.]+$|:/.test(host));
}

function pathOf(target: string): string {
  return target.split('?', 1)[0] ?? '/';
}

function defaultPath(target: string): string {
  const path = pathOf(target);
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

function pathMatches(path: string, prefix: string): boolean {
  return path === prefix || (path.startsWith(prefix) && (prefix.endsWith('/') || path[prefix.length] === '/'));
}
