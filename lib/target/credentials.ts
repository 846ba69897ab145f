import { type ConnectionSettings, USUAL_CONNECTION } from '../connection/settings.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';
import { checkedValue, readCheckedJson, schemaCheck } from './checked-json.ts';
import type { Credentials, HeaderFields } from './target.ts';
import { type OAuthClient, tokensOfClient } from './tokens/oauth.ts';
import { expiryOfJwt, tokenIn } from './tokens/token.ts';
import { tokensOfCommand } from './tokens/token-command.ts';
import { tokensInFile } from './tokens/token-file.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const FIELD_NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Fields that frame the message; a configured value would break every request. */
const FRAMING = new Set(['host', 'content-length', 'transfer-encoding', 'connection', 'content-type', 'accept']);

const headersCheck = schemaCheck<Record<string, string>>({
  type: 'object',
  minProperties: 1,
  additionalProperties: { type: 'string' },
});

/** How the environment variables are put together, for messages. */
export const CREDENTIAL_VARIABLES =
  'DICOMWEB_TOKEN, DICOMWEB_TOKEN_FILE, DICOMWEB_TOKEN_COMMAND, DICOMWEB_OAUTH_TOKEN_URL with its client, DICOMWEB_USER with DICOMWEB_PASSWORD, DICOMWEB_HEADERS, or DICOMWEB_HEADERS_FILE';

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
  const headers = set('DICOMWEB_HEADERS');
  const headersFile = set('DICOMWEB_HEADERS_FILE');
  const ways = [token, tokenFile, command, client, user ?? password, headers, headersFile].filter(
    (value) => value !== undefined,
  );
  if (ways.length > 1)
    throw new CommandError(
      'credentials are given in more than one way',
      undefined,
      `Set one of ${CREDENTIAL_VARIABLES}.`,
    );
  if (token !== undefined) return { kind: 'bearer', token: tokenIn(token, 'DICOMWEB_TOKEN', Date.now()).value };
  if (tokenFile !== undefined) return { kind: 'tokens', tokens: tokensInFile(tokenFile) };
  if (command !== undefined) return { kind: 'tokens', tokens: tokensOfCommand(command, 'DICOMWEB_TOKEN_COMMAND') };
  if (client !== undefined) return { kind: 'tokens', tokens: tokensOfClient(client, connection) };
  if (headers !== undefined) return secretHeaders(headersIn(headers, 'DICOMWEB_HEADERS'), 'DICOMWEB_HEADERS');
  if (headersFile !== undefined) {
    const inFile = readCheckedJson(headersFile, 'headers file', headersCheck());
    return secretHeaders(inFile, `headers file ${headersFile}`);
  }
  return basic(user, password);
}

function secretHeaders(headers: Readonly<Record<string, string>>, source: string): Credentials {
  return { kind: 'headers', headers: checkedHeaders(Object.entries(headers), source) };
}

/** Header fields that a variable holds as JSON. The message never repeats the text: it holds secrets. */
function headersIn(text: string, variable: string): Readonly<Record<string, string>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`${variable} is not JSON`, undefined, 'It looks like {"X-Api-Key": "…"}.');
  }
  return checkedValue(value, variable, headersCheck());
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

/** When a token that cannot be renewed ended by its own word (RFC 7519 §4.1.4), ISO 8601; null where it says nothing else. */
export function endedAt(credentials: Credentials): string | null {
  const end = credentials.kind === 'bearer' ? expiryOfJwt(credentials.token) : null;
  return end !== null && end <= Date.now() ? new Date(end).toISOString() : null;
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
