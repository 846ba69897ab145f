import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Header, Refusal } from './message.ts';

/** What a client has to show; left out, the server is open. */
export type RequiredCredentials =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string };

function same(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Lets a request pass that shows the required credentials.
 * @throws Refusal 401 with a challenge (RFC 9110 §11.6.1), the same for every resource, so that it tells nothing.
 */
export function admit(headers: IncomingHttpHeaders, required: RequiredCredentials | undefined): void {
  if (required === undefined) return;
  const [scheme = '', value = ''] = (headers.authorization ?? '').split(' ', 2);
  const expected =
    required.kind === 'bearer'
      ? required.token
      : Buffer.from(`${required.user}:${required.password}`).toString('base64');
  if (scheme.toLowerCase() === required.kind && same(value, expected)) return;
  const challenge =
    required.kind === 'bearer' ? 'Bearer realm="reference"' : 'Basic realm="reference", charset="UTF-8"';
  throw new Refusal(401, 'this server wants credentials', [['WWW-Authenticate', challenge]]);
}

/** Lets scripts of any origin use the service (WHATWG Fetch, CORS protocol), as viewers in a browser need it. */
export const CROSS_ORIGIN: readonly Header[] = [
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Expose-Headers', 'Content-Location, Content-Range, ETag, Location, Warning'],
];

/** Fields that a script may send whether its preflight names them or not. */
const USUAL_FIELDS = 'Accept, Authorization, Content-Type, If-None-Match, Range';

/** Answer headers of a preflight request. Viewers send fields of their own: whatever one asks for is allowed. */
export function preflight(headers: IncomingHttpHeaders): readonly Header[] {
  const asked = headers['access-control-request-headers'];
  return [
    ['Access-Control-Allow-Methods', 'GET, HEAD, POST, DELETE, OPTIONS'],
    ['Access-Control-Allow-Headers', asked ? `${USUAL_FIELDS}, ${asked}` : USUAL_FIELDS],
    ['Access-Control-Max-Age', '600'],
  ];
}
