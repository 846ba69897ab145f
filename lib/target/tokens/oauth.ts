import { ConnectionError } from '../../connection/connection-error.ts';
import { hintFor } from '../../connection/hints.ts';
import { postForm } from '../../connection/post-form.ts';
import type { ConnectionSettings } from '../../connection/settings.ts';
import { CommandError, EXIT_CODES } from '../../errors/exit-codes.ts';
import { type Token, tokenIn } from './token.ts';
import { TokenSource } from './token-source.ts';

/** A client that gets tokens in its own name: OAuth 2 client credentials (RFC 6749 §4.4). */
export interface OAuthClient {
  readonly tokenUrl: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Empty where none is asked for. */
  readonly scope: string;
}

/** Tokens of a token endpoint. Its certificate is always verified: it is given the secret. */
export function tokensOfClient(client: OAuthClient, connection: ConnectionSettings): TokenSource {
  const settings = { ...connection, tls: { ...connection.tls, verify: true } };
  return new TokenSource({ name: endpointOf(client), next: () => ask(client, settings) });
}

async function ask(client: OAuthClient, settings: ConnectionSettings): Promise<Token> {
  const form = { grant_type: 'client_credentials', ...(client.scope === '' ? {} : { scope: client.scope }) };
  const endpoint = endpointOf(client);
  try {
    // Every server takes Basic (RFC 6749 §2.3.1); some that claim it take the fields of the form alone.
    const basic = await postForm(client.tokenUrl, form, { Authorization: basicOf(client) }, settings);
    const inForm = { ...form, client_id: client.clientId, client_secret: client.clientSecret };
    const answer =
      basic.status === 200 || !/invalid_(client|request)/.test(basic.body)
        ? basic
        : await postForm(client.tokenUrl, inForm, {}, settings);
    const named = /"error"\s*:\s*"([a-z_]{1,60})"/.exec(answer.body)?.[1];
    if (answer.status === 200 && named === undefined) return bearerIn(answer.body, endpoint);
    const why = `${endpoint} answered ${answer.status}${named === undefined ? '' : ` ${named}`}`;
    throw new CommandError(why, EXIT_CODES.unreachable, HINTS[named ?? ''] ?? hintOfStatus(answer.status));
  } catch (error) {
    if (error instanceof CommandError) {
      throw new CommandError(error.message, EXIT_CODES.unreachable, error.hint ?? HINTS.other);
    }
    const why = `${endpoint} gave no token: ${(error as Error).message}`;
    const what = error instanceof ConnectionError ? ` ${hintFor(error.problem, settings)}` : '';
    throw new CommandError(why, EXIT_CODES.unreachable, `Check DICOMWEB_OAUTH_TOKEN_URL.${what}`);
  }
}

/** Types of tokens that are not sent in the way of a bearer token (RFC 6749 §7.1). */
const OTHER_TYPE = /"token_type"\s*:\s*"(mac|dpop|pop)"/i;

/** @throws CommandError for an answer that is no JSON, or has no bearer token in it (RFC 6749 §5.1). */
function bearerIn(body: string, endpoint: string): Token {
  if (!/^\s*\{/.test(body)) throw new CommandError(`the answer of ${endpoint} is no JSON`);
  const type = OTHER_TYPE.exec(body)?.[1];
  if (type !== undefined) {
    const hint = 'Only bearer tokens are sent here: the registration of the client has to ask for them.';
    throw new CommandError(`${endpoint} gives tokens of the type ${type}`, undefined, hint);
  }
  return tokenIn(body, `the answer of ${endpoint}`, Date.now());
}

function hintOfStatus(status: number): string {
  if (status === 401) return HINTS.invalid_client ?? HINTS.other;
  if (status === 429) return 'It is asked too often: try later.';
  return status >= 500 ? 'It fails: try later, or ask who runs it.' : HINTS.other;
}

const HINTS: Readonly<Record<string, string>> & { readonly other: string } = {
  invalid_client: 'Check DICOMWEB_OAUTH_CLIENT_ID and DICOMWEB_OAUTH_CLIENT_SECRET.',
  invalid_scope: 'Check DICOMWEB_OAUTH_SCOPE.',
  unauthorized_client: 'The client may not use the grant client_credentials: its registration has to allow it.',
  unsupported_grant_type: 'The endpoint does not offer the grant client_credentials.',
  other: 'Check DICOMWEB_OAUTH_TOKEN_URL: it is the token endpoint, not the issuer.',
};

function endpointOf({ tokenUrl }: OAuthClient): string {
  return `the token endpoint ${tokenUrl.origin}${tokenUrl.pathname}`;
}

function basicOf({ clientId, clientSecret }: OAuthClient): string {
  const coded = [clientId, clientSecret].map(encodeURIComponent).join(':');
  return `Basic ${Buffer.from(coded).toString('base64')}`;
}
