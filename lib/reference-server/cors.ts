import type { IncomingHttpHeaders } from 'node:http';
import type { Header } from './message.ts';

/** Scripts of which origin may use the service: `*` for every one, or one origin such as `https://viewer.example`. */
export type AllowedOrigin = string;

/** Fields that a script may send whether its preflight names them or not. */
const USUAL_FIELDS = 'Accept, Authorization, Content-Type, If-None-Match, Range';

/** Fields of answers that scripts may read beside those that Fetch always shows them. */
const EXPOSED_FIELDS = 'Content-Location, Content-Range, ETag, Location, Retry-After, Warning, WWW-Authenticate';

/** Lets scripts use the service (WHATWG Fetch, CORS protocol), as viewers in a browser need it. */
export function crossOrigin(allowed: AllowedOrigin): readonly Header[] {
  return [
    ['Access-Control-Allow-Origin', allowed],
    // Fetch forbids cookies where every origin is allowed.
    ...(allowed === '*' ? [] : ([['Access-Control-Allow-Credentials', 'true']] as const)),
    ['Access-Control-Expose-Headers', EXPOSED_FIELDS],
    // A page that is isolated for SharedArrayBuffer, as OHIF is, loads pictures only with this field.
    ['Cross-Origin-Resource-Policy', 'cross-origin'],
  ];
}

/** Answer headers of a preflight request. Viewers send fields of their own: whatever one asks for is allowed. */
export function preflight(headers: IncomingHttpHeaders): readonly Header[] {
  const asked = headers['access-control-request-headers'];
  return [
    ['Access-Control-Allow-Methods', 'GET, HEAD, POST, DELETE, OPTIONS'],
    ['Access-Control-Allow-Headers', asked ? `${USUAL_FIELDS}, ${asked}` : USUAL_FIELDS],
    ['Access-Control-Max-Age', '600'],
  ];
}
