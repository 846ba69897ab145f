import { CommandError } from '../../errors/exit-codes.ts';

/** A bearer token (RFC 6750) and when it ends, in milliseconds since 1970; null where that is not known. */
export interface Token {
  readonly value: string;
  readonly expiresAt: number | null;
}

const ALONE = 'The token has to stand there alone, or in JSON with access_token or accessToken.';

/** What a text is instead of a token, where it can be told; the first that matches. */
const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/\0/, 'seems to be UTF-16: write it in UTF-8'],
  [/^authorization:/i, 'is a whole header line: leave out its name'],
  [/^basic\s/i, 'holds Basic credentials: set DICOMWEB_USER and DICOMWEB_PASSWORD'],
  [/^(export\s+)?[A-Z][A-Z0-9_]*=[^=]/, 'is an assignment: leave out the name of the variable'],
  [/^(["'`]).*\1$/s, 'is in quotation marks'],
  [/^</, 'is a page of HTML or XML'],
  [/^\[/, 'is a list'],
  [/[\r\n]/, 'has more than one line'],
  [/^(?![\x21-\x7e]+$)/, 'holds a space or a character outside of ASCII'],
];

/**
 * The token in a text: alone, behind `Bearer`, or in JSON as the tools of clouds and OAuth 2 (RFC 6749 §5.1) print it.
 *
 * @throws CommandError that names the source and not the text.
 */
export function tokenIn(text: string, source: string, now: number): Token {
  const trimmed = text.trim();
  const object = trimmed.startsWith('{') ? parsed(trimmed, source) : null;
  const found = object === null ? trimmed : (object.access_token ?? object.accessToken ?? object.token);
  const refused = (what: string): CommandError => new CommandError(`${source} ${what}`, undefined, ALONE);
  if (typeof found !== 'string') throw refused('has no access_token or accessToken in its JSON');
  const value = found.replace(/^Bearer +/i, '');
  if (value === '') throw refused('is empty');
  const mistake = MISTAKES.find(([pattern]) => pattern.test(value))?.[1];
  if (mistake !== undefined) throw refused(`is no token: it ${mistake}`);
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
  return dateInJwt(token, 'exp');
}

/** When a JSON Web Token says that it begins to hold (RFC 7519 §4.1.5); null for any other token. */
export function beginningOfJwt(token: string): number | null {
  return dateInJwt(token, 'nbf');
}

function dateInJwt(token: string, claim: 'exp' | 'nbf'): number | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    const { [claim]: seconds } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json;
    return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : null;
  } catch {
    return null;
  }
}
