/** Follows redirects, which any server may answer with (RFC 9110 section 15.4). */

const ORIGIN = /^https?:\/\/[^/?#]+/i;

/** Scheme, host and port of an absolute URL. */
export function originOf(url: string): string {
  const match = ORIGIN.exec(url);
  return match ? match[0].toLowerCase() : '';
}

/**
 * The URL of the next request; null when the answer is no redirect or must not be followed. POST is repeated only after
 * 307 and 308, and only on the same origin. DELETE is not repeated: nobody looked at what lies there.
 */
export function redirectOf(
  { method }: { readonly method: string },
  url: string,
  { status, headers }: { readonly status: number; readonly headers: Readonly<Record<string, string>> },
): string | null {
  if ([301, 302, 303, 307, 308].indexOf(status) < 0) return null;
  const field = Object.keys(headers).filter((name) => name.toLowerCase() === 'location')[0];
  const location = field === undefined ? '' : headers[field] || '';
  if (location === '') return null;
  const next = resolved(location.split('#')[0] || '', url);
  if (originOf(next) === '') return null;
  if (method === 'DELETE') return null;
  if (method === 'GET') return next;
  return status >= 307 && originOf(next) === originOf(url) ? next : null;
}

/** Makes a URL reference absolute (RFC 3986 section 5.2). Leaves dot segments in the path to the HTTP client. */
function resolved(reference: string, base: string): string {
  if (ORIGIN.test(reference)) return reference;
  const origin = originOf(base);
  if (reference.indexOf('//') === 0) return `${base.split(':')[0]}:${reference}`;
  if (reference.indexOf('/') === 0) return origin + reference;
  const path = (base.slice(origin.length).split(/[?#]/)[0] || '/').replace(/[^/]*$/, '');
  return origin + (reference.indexOf('?') === 0 ? base.slice(origin.length).split(/[?#]/)[0] : path) + reference;
}
