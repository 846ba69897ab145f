import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './message.ts';

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
