import { type ExchangeResponse, headerValues } from '../http/exchange.ts';
import { authenticationOf, CREDENTIAL_VARIABLES, tokenTimes } from '../target/credentials.ts';
import type { Credentials } from '../target/target.ts';

/** What a server says of credentials that it refuses (RFC 9110 §11.6.1). */
interface Challenge {
  /** Schemes that it asks for, such as Bearer. */
  readonly schemes: readonly string[];
  /** Code of the error of a bearer token (RFC 6750 §3.1), such as invalid_token; null where it names none. */
  readonly error: string | null;
}

const SCHEME = /(?:^|,)\s*([A-Za-z][\w-]*)(?=\s*(?:,|$)|\s+[\w-]+\s*=|\s+[A-Za-z0-9+/=._~-]+\s*(?:,|$))/g;

export function challengeOf({ headers }: ExchangeResponse): Challenge {
  const values = headerValues(headers, 'www-authenticate').map((value) => value.slice(0, 2_000));
  const schemes = values.flatMap((value) => [...value.matchAll(SCHEME)].map(([, scheme = '']) => scheme.slice(0, 30)));
  const error = /\berror="?([a-z_]{1,40})\b/.exec(values.join(', '))?.[1] ?? null;
  return { schemes: [...new Set(schemes)], error };
}

/** What is wrong with a token by its own word, to be added to a message; empty where nothing is. */
export function troubleOf(credentials: Credentials): string {
  const { endedAt, beginsAt } = tokenTimes(credentials);
  if (endedAt !== null) return `: the token ended at ${endedAt}`;
  return beginsAt === null ? '' : `: the token holds from ${beginsAt} on`;
}

/** What to do about credentials that were refused. */
export function hintAgainst(credentials: Credentials, response: ExchangeResponse): string {
  const kind = authenticationOf(credentials);
  const { schemes } = challengeOf(response);
  const asksFor = (scheme: string): boolean => schemes.some((name) => name.toLowerCase() === scheme);
  const { endedAt, beginsAt } = tokenTimes(credentials);
  if (endedAt !== null) {
    return credentials.kind === 'tokens'
      ? `Get a new token: ${credentials.tokens.name} gave this one.`
      : 'Get a new token.';
  }
  if (beginsAt !== null) return 'Are the clocks of this machine and of who made the token right?';
  const isOther = schemes.length > 0 && !asksFor('bearer') && !asksFor('basic');
  if (isOther && kind !== 'headers') {
    return `It asks for ${schemes.join(' or ')}, which is not spoken here: header fields of any kind can be given in DICOMWEB_HEADERS_FILE.`;
  }
  if (credentials.kind === 'none' && credentials.empty !== undefined) {
    return `${credentials.empty} is set, and empty: is the secret there for this job?`;
  }
  if (kind === 'none') return `Set ${CREDENTIAL_VARIABLES}.`;
  if (kind === 'bearer' && asksFor('basic') && !asksFor('bearer')) {
    return 'It asks for Basic: set DICOMWEB_USER and DICOMWEB_PASSWORD instead of a token.';
  }
  if (kind === 'basic' && asksFor('bearer') && !asksFor('basic')) {
    return 'It asks for a bearer token: set DICOMWEB_TOKEN, or where one comes from, instead of user and password.';
  }
  if (response.status === 403) return 'They may be known there, and lack a role, a scope or a permission.';
  return 'Are they those of this server, and in date?';
}
