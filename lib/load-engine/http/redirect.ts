import { headerValues } from './headers.ts';
import type { Hop } from './job.ts';
import type { ResponseHead } from './response-head.ts';
import { parseUrl, type RequestUrl, resolveUrl } from './url.ts';

/** Where a redirect leads, or null when there is none to follow. */
export function redirected(hop: Hop, head: ResponseHead | null): Hop | null {
  if (head === null || head.status < 300 || head.status > 308) return null;
  if (hop.redirectsLeft <= 0 || ![301, 302, 303, 307, 308].includes(head.status)) return null;
  const location = headerValues(head.headerText, 'location')[0];
  if (location === undefined) return null;
  let url: RequestUrl;
  try {
    url = parseUrl(resolveUrl(hop.url.href, location));
  } catch {
    return null;
  }
  const keeps = head.status === 307 || head.status === 308;
  const headers = Object.entries(hop.params.headers ?? {}).filter(
    ([name]) =>
      (url.host === hop.url.host || !/^(authorization|cookie|www-authenticate)$/i.test(name)) &&
      (keeps || !/^content-/i.test(name)),
  );
  return {
    method: keeps || hop.method === 'HEAD' ? hop.method : 'GET',
    url,
    body: keeps ? hop.body : { bytes: null, contentType: null },
    params: { ...hop.params, headers: Object.fromEntries(headers) },
    redirectsLeft: hop.redirectsLeft - 1,
  };
}
