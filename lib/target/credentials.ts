import { type ConnectionSettings, USUAL_CONNECTION } from '../connection/settings.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';
import { checkedValue, readCheckedJson, schemaCheck } from './checked-json.ts';
import type { Credentials, HeaderFields } from './target.ts';
import { type OAuthClient, tokensOfClient } from './tokens/oauth.ts';
import { beginningOfJwt, expiryOfJwt, tokenIn } from './tokens/token.ts';
import { tokensOfCommand } from './tokens/token-command.ts';
import { tokensInFile } from './tokens/token-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Fields that frame the message; a configured value would break every request. */
const FRAMING = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'content-type', 'accept']);

/** Variables of a secret, which a pipeline without it sets to nothing. */
const SECRET_VARIABLES = ['DICOMWEB_TOKEN', 'DICOMWEB_PASSWORD', 'DICOMWEB_HEADERS'] as const;

const headersCheck = schemaCheck<Record<string, string>>({
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'string' },
});

/** How the environment variables are put together, for messages. */
const WAYS =
  'DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND, DICOMWEB_OAUTH_TOKEN_URL with its client, DICOMWEB_USER with DICOMWEB_PASSWORD';
export const CREDENTIAL_VARIABLES = `${WAYS}, DICOMWEB_HEADERS, or DICOMWEB_HEADERS_FILE`;

/**
 * Credentials from the environment, or from a file, a command or a token endpoint that the environment names; never
 * from a command line, which other users of the machine can read. No message repeats a value. A command and a token
 * endpoint are not asked before the first request.
 *
 * @throws CommandError when more than one way is used, or a value cannot stand in a header field.
 */
export function resolveCredentials(env: Environment, connection: ConnectionSettings = USUAL_CONNECTION): Credentials {
  const set = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const token = set('DICOMWEB_TOKEN');
  const tokenFile = set('DICOMWEB_TOKEN_FILE');
  const command = set('DICOMWEB_TOKEN_COMMAND');
  const client = oauthClient(set);
  const user = set('DICOMWEB_USER');
  const password = set('DICOMWEB_PASSWORD');
  const ways = [token, tokenFile, command, client, user ?? password].filter((value) => value !== undefined);
  if (ways.length > 1)
    throw new CommandError(
      'credentials are given in more than one way',
      undefined,
      `Set one of ${WAYS}; DICOMWEB_HEADERS or DICOMWEB_HEADERS_FILE may stand beside it.`,
    );
  if (token !== undefined) return { kind: 'bearer', token: tokenIn(token, 'DICOMWEB_TOKEN', Date.now()).value };
  if (tokenFile !== undefined) return { kind: 'tokens', tokens: tokensInFile(tokenFile) };
  if (command !== undefined) return { kind: 'tokens', tokens: tokensOfCommand(command, 'DICOMWEB_TOKEN_COMMAND') };
  if (client !== undefined) return { kind: 'tokens', tokens: tokensOfClient(client, connection) };
  const headers = ways.length === 0 ? givenHeaders(env) : null;
  if (headers) return { kind: 'headers', headers: headers.fields };
  const found = basic(user, password);
  const empty = SECRET_VARIABLES.find((name) => env[name] === '');
  return found.kind === 'none' && empty !== undefined ? { ...found, empty } : found;
}

/**
 * The header fields that stand beside other credentials, such as the key of a gateway beside the token of the server
 * behind it.
 *
 * @throws CommandError when they hold an Authorization of their own.
 */
export function headersBeside(credentials: Credentials, env: Environment): HeaderFields {
  if (credentials.kind === 'headers') return [];
  const headers = givenHeaders(env);
  if (!headers) return [];
  refuseSecondAuthorization(credentials, headers.fields, headers.source);
  return headers.fields;
}

/** @throws CommandError where fields hold an Authorization, and the credentials make another. */
export function refuseSecondAuthorization({ kind }: Credentials, headers: HeaderFields, source: string): void {
  const own = headers.find(([name]) => name.toLowerCase() === 'authorization');
  if (own === undefined || kind === 'none' || kind === 'headers') return;
  throw new CommandError(
    `${source} has ${own[0]}, and ${kind === 'basic' ? 'user and password go' : 'the token goes'} into that field as well`,
    undefined,
    'A request has one Authorization: leave one of the two out.',
  );
}

interface GivenHeaders {
  readonly fields: HeaderFields;
  /** What gives them, for messages. */
  readonly source: string;
}

/** Header fields that a variable holds, or a file that it names; null where neither is set. No message repeats a value. */
function givenHeaders(env: Environment): GivenHeaders | null {
  const text = env.DICOMWEB_HEADERS;
  const path = env.DICOMWEB_HEADERS_FILE;
  if (!text && !path) return null;
  if (text && path) throw new CommandError('DICOMWEB_HEADERS and DICOMWEB_HEADERS_FILE are both set');
  const source = path ? `headers file ${path}` : 'DICOMWEB_HEADERS';
  try {
    const headers = path
      ? readCheckedJson(path, 'headers file', headersCheck())
      : checkedValue(parsed(text ?? '', source), source, headersCheck());
    return { fields: checkedHeaders(Object.entries(headers), source), source };
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(error.message, error.exitCode, error.hint ?? 'It looks like { "X-Api-Key": "…" }.');
  }
}

function parsed(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`${source} is not JSON`);
  }
}

function basic(user: string | undefined, password: string | undefined): Credentials {
  if (user === undefined && password === undefined) return { kind: 'none' };
  if (user === undefined || password === undefined) {
    const missing = user === undefined ? 'DICOMWEB_USER' : 'DICOMWEB_PASSWORD';
    throw new CommandError(
      `${missing} is not set`,
      undefined,
      'Basic authentication needs DICOMWEB_USER and DICOMWEB_PASSWORD.',
    );
  }
  if (user.includes(':'))
    throw new CommandError('DICOMWEB_USER holds a colon, which Basic authentication cannot carry');
  return { kind: 'basic', user, password };
}

/** Undefined where none of its variables is set. @throws CommandError where one is missing or wrong. */
function oauthClient(set: (name: string) => string | undefined): OAuthClient | undefined {
  const names = ['TOKEN_URL', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_SECRET_FILE', 'SCOPE'] as const;
  const [url, clientId, secret, secretFile, scope = ''] = names.map((name) => set(`DICOMWEB_OAUTH_${name}`));
  if ([url, clientId, secret, secretFile].every((value) => value === undefined)) return undefined;
  const clientSecret = secret ?? (secretFile === undefined ? undefined : readSecret(secretFile, 'client secret file'));
  const given = { TOKEN_URL: url, CLIENT_ID: clientId, CLIENT_SECRET: clientSecret };
  const missing = Object.entries(given).find(([, value]) => value === undefined)?.[0];
  if (url === undefined || clientId === undefined || clientSecret === undefined) {
    const hint =
      'Client credentials need DICOMWEB_OAUTH_TOKEN_URL, DICOMWEB_OAUTH_CLIENT_ID, and DICOMWEB_OAUTH_CLIENT_SECRET or DICOMWEB_OAUTH_CLIENT_SECRET_FILE.';
    throw new CommandError(`DICOMWEB_OAUTH_${missing} is not set`, undefined, hint);
  }
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new CommandError('DICOMWEB_OAUTH_TOKEN_URL is not an absolute https URL');
  }
  const tokenUrl = new URL(url);
  if (tokenUrl.username !== '' || tokenUrl.password !== '') {
    throw new CommandError('DICOMWEB_OAUTH_TOKEN_URL holds a user name or password');
  }
  const isHere = /^(localhost|127\..*|\[::1\])$/.test(tokenUrl.hostname);
  if (tokenUrl.protocol === 'http:' && !isHere) {
    const hint = 'The client secret would be sent for everybody on the way to read: use https.';
    throw new CommandError('DICOMWEB_OAUTH_TOKEN_URL has the scheme http', undefined, hint);
  }
  return { tokenUrl, clientId, clientSecret, scope };
}

/** A secret in a file, without the line end that editors put behind it. */
export function readSecret(path: string, what: string): string {
  const secret = readUserFile(path, what).replace(/\r?\n$/, '');
  if (secret === '') throw new CommandError(`${what} ${path} is empty`);
  return secret;
}

/** The scheme of the credentials, as reports name it. */
export function authenticationOf({ kind }: Credentials): 'none' | 'basic' | 'bearer' | 'headers' {
  return kind === 'tokens' ? 'bearer' : kind;
}

interface TokenTimes {
  /** When the token ended, ISO 8601; null where it did not, or does not say so. */
  readonly endedAt: string | null;
  /** When it begins to hold, where that is still to come. */
  readonly beginsAt: string | null;
}

/** Why a token does not hold now, by its own word or that of its source. */
export function tokenTimes(credentials: Credentials): TokenTimes {
  const token = credentials.kind === 'tokens' ? credentials.tokens.last : bearerOf(credentials);
  const known = credentials.kind === 'tokens' ? credentials.tokens.lastExpiresAt : null;
  const [end, beginning] = token === null ? [null, null] : [known ?? expiryOfJwt(token), beginningOfJwt(token)];
  const now = Date.now();
  return {
    endedAt: end !== null && end <= now ? new Date(end).toISOString() : null,
    beginsAt: beginning !== null && beginning > now ? new Date(beginning).toISOString() : null,
  };
}

function bearerOf(credentials: Credentials): string | null {
  return credentials.kind === 'bearer' ? credentials.token : null;
}

/**
 * Header fields that may be sent as given.
 *
 * @throws CommandError that names the source and the field, not the value.
 */
export function checkedHeaders(headers: HeaderFields, source: string): HeaderFields {
  for (const [name, value] of headers) {
    if (!FIELD_NAME.test(name)) throw new CommandError(`${source}: ${JSON.stringify(name)} is no header field name`);
    if (FRAMING.has(name.toLowerCase())) throw new CommandError(`${source}: the harness sets ${name} itself`);
    if (!FIELD_VALUE.test(value))
      throw new CommandError(`${source}: the value of ${name} holds a character that no header may`);
  }
  return headers;
}
