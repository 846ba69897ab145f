import { CommandError } from '../../errors/exit-codes.ts';

/** A bearer token (RFC 6750) and when it ends, in milliseconds since 1970; null where that is not known. */
export interface Token {
  readonly value: string;
  readonly expiresAt: number | null;
}

const TOKEN = /^[\x21-\x7e]+$/;

/**
 * The token in a text: alone, behind `Bearer`, or in JSON as the tools of clouds and OAuth 2 (RFC 6749 §5.1) print it.
 *
 * @throws CommandError that names the source and not the text.
 */
export function tokenIn(text: string, source: string, now: number): Token {
  const trimmed = text.trim();
  const object = trimmed.startsWith('{') ? parsed(trimmed, source) : null;
  const found = object === null ? trimmed : (object.access_token ?? object.accessToken ?? object.token);
  if (typeof found !== 'string') throw new CommandError(`${source} has no access_token or accessToken in its JSON`);
  const value = found.replace(/^Bearer +/i, '');
  if (value === '') throw new CommandError(`${source} is empty`);
  if (!TOKEN.test(value)) {
    throw new CommandError(`${source} is no token: it holds a space or a character outside of ASCII`);
  }
  return { value, expiresAt: (object === null ? null : expiryIn(object, now)) ?? expiryOfJwt(value) };
}

type Json = Readonly<Record<string, unknown>>;

function parsed(text: string, source: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new CommandError(`${source} begins like JSON and is none`);
  }
}

/** Seconds from now, seconds since 1970, or a date; Azure writes a date without a zone, in local time, and both others. */
function expiryIn(object: Json, now: number): number | null {
  const seconds = Number(object.expires_in);
  if (object.expires_in !== undefined && seconds > 0) return now + seconds * 1000;
  for (const given of [object.expires_on, object.expires_at, object.expiresOn, object.expires, object.expiration]) {
    if (given === undefined) continue;
    const text = String(given).trim();
    const at = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
    if (!Number.isNaN(at)) return at;
  }
  return null;
}

/** When a JSON Web Token says that it ends (RFC 7519 §4.1.4); null for any other token. */
export function expiryOfJwt(token: string): number | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    const { exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { exp?: unknown };
    return typeof exp === 'number' && exp > 0 ? exp * 1000 : null;
  } catch {
    return null;
  }
}
