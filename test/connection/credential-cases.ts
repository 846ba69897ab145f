import { type Case, CLIENT, jwt, TOKEN } from './world.ts';

export const CREDENTIALS: readonly Case[] = [
  // Credentials that are right
  {
    name: 'a bearer token',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN: TOKEN } }),
    sees: '1.1',
  },
  {
    name: 'a bearer token in a file',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: w.file('token', `${TOKEN}\n`) } }),
    sees: '1.1',
  },
  {
    name: 'a file of JSON with a token, as clouds write it',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { DICOMWEB_TOKEN_FILE: w.file('token.json', JSON.stringify({ access_token: TOKEN, expires_in: 60 })) },
    }),
    sees: '1.1',
  },
  {
    name: 'a command that prints a token',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: `printf %s ${TOKEN}` } }),
    sees: '1.1',
  },
  {
    name: 'a command that prints JSON as az does',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: {
        DICOMWEB_TOKEN_COMMAND: `cat ${w.file('az.json', JSON.stringify({ accessToken: TOKEN, expiresOn: '2099-01-01 00:00:00.000000', tokenType: 'Bearer' }))}`,
      },
    }),
    sees: '1.1',
  },
  {
    name: 'OAuth client credentials',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('endpoint') }),
    sees: '1.1',
  },
  {
    name: 'OAuth client credentials for an endpoint that reads them in the form only',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('inForm') }),
    sees: '1.1',
  },
  {
    name: 'OAuth with the secret in a file',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: w.oauth('endpoint', {
        DICOMWEB_OAUTH_CLIENT_SECRET: '',
        DICOMWEB_OAUTH_CLIENT_SECRET_FILE: w.file('client-secret', `${CLIENT.secret}\n`),
      }),
    }),
    // The endpoint hands out its second token by then, which the server does not take.
    sees: /does not accept the bearer credentials \(401/,
  },
  {
    name: 'Basic credentials',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711' } }),
    sees: '1.1',
  },
  {
    name: 'a header field of an API key',
    given: (w) => ({
      url: w.at('keyed', 'http'),
      env: { DICOMWEB_HEADERS_FILE: w.file('headers.json', '{"X-Api-Key":"key-4711"}') },
    }),
    sees: '1.1',
  },
  // Credentials that are wrong
  {
    name: 'none where some are wanted',
    given: (w) => ({ url: w.at('closed', 'http') }),
    sees: /wants credentials \(401.*Set DICOMWEB_TOKEN,/,
  },
  {
    name: 'a wrong bearer token',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN: 'wrong-4711' } }),
    sees: /does not accept the bearer credentials \(401/,
  },
  {
    name: 'a JSON Web Token that has ended',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN: jwt(1_600_000_000) } }),
    sees: /does not accept the bearer credentials \(401.*the token ended at 2020-09-13T12:26:40.*Get a new token/,
  },
  {
    name: 'a wrong password',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'wrong-4711' } }),
    sees: /does not accept the basic credentials/,
  },
  {
    name: 'a wrong API key',
    given: (w) => ({
      url: w.at('keyed', 'http'),
      env: { DICOMWEB_HEADERS_FILE: w.file('wrong.json', '{"X-Api-Key":"wrong-4711"}') },
    }),
    sees: /does not accept the configured header fields/,
  },
  {
    name: 'two kinds at once',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN: TOKEN, DICOMWEB_TOKEN_COMMAND: 'true' } }),
    sees: /more than one way/,
  },
  {
    name: 'a token file that is not there',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: '/nowhere/token' } }),
    sees: /token file \/nowhere\/token does not exist/,
  },
  {
    name: 'a token file that is empty',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: w.file('empty', '\n') } }),
    sees: /token file .* is empty/,
  },
  {
    name: 'a token file of JSON without a token',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { DICOMWEB_TOKEN_FILE: w.file('none.json', '{"id":"secret-4711"}') },
    }),
    sees: /has no access_token or accessToken/,
  },
  {
    name: 'a command that fails',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'echo secret-4711; exit 7' } }),
    sees: /no credentials for .*the command in DICOMWEB_TOKEN_COMMAND ended with exit code 7.*Run it in a shell/,
  },
  {
    name: 'a command that is not there',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { DICOMWEB_TOKEN_COMMAND: 'no-such-program --secret secret-4711' },
    }),
    sees: /the command in DICOMWEB_TOKEN_COMMAND ended with exit code 127/,
  },
  {
    name: 'a command that prints a sentence',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'echo please log in secret-4711' } }),
    sees: /the output of DICOMWEB_TOKEN_COMMAND is no token/,
  },
  {
    name: 'a command that prints nothing',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'true' } }),
    sees: /the output of DICOMWEB_TOKEN_COMMAND is empty/,
  },
  {
    name: 'a wrong client secret',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: w.oauth('endpoint', { DICOMWEB_OAUTH_CLIENT_SECRET: 'wrong-4711' }),
    }),
    sees: /token endpoint .*\/token answered 401 invalid_client.*Check DICOMWEB_OAUTH_CLIENT_ID/,
  },
  {
    name: 'a wrong scope',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('endpoint', { DICOMWEB_OAUTH_SCOPE: 'wrong' }) }),
    sees: /answered 400 invalid_scope.*Check DICOMWEB_OAUTH_SCOPE/,
  },
  {
    name: 'a token endpoint that is a page',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('page') }),
    sees: /the answer of the token endpoint .* is no JSON.*not the issuer/,
  },
  {
    name: 'a token endpoint that answers without a token',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('empty') }),
    sees: /the answer of the token endpoint .* has no access_token/,
  },
  {
    name: 'a token endpoint that is not there',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('missing') }),
    sees: /token endpoint .* answered 404.*it is the token endpoint, not the issuer/,
  },
  {
    name: 'a token endpoint that nobody listens at',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { ...w.oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: 'http://127.0.0.1:1/token' },
    }),
    sees: /token endpoint .* gave no token: .*ECONNREFUSED.*Check DICOMWEB_OAUTH_TOKEN_URL/,
  },
  {
    name: 'a token endpoint of a private authority without --ca',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { ...w.oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${w.portOf('tlsEndpoint')}/token` },
    }),
    sees: /gave no token: .*UNABLE_TO.*--ca/,
  },
  {
    name: 'a token endpoint of a private authority, also with --insecure: it is given a secret',
    given: (w) => ({
      url: w.at('closed', 'http'),
      flags: { insecure: true },
      env: { ...w.oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${w.portOf('tlsEndpoint')}/token` },
    }),
    sees: /gave no token: .*UNABLE_TO/,
  },
  {
    name: 'a token endpoint of a private authority with --ca',
    given: (w) => ({
      url: w.at('closed', 'http'),
      flags: w.ca(),
      env: { ...w.oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${w.portOf('tlsEndpoint')}/token` },
    }),
    sees: '1.1',
  },
  {
    name: 'a client without its secret',
    given: (w) => ({ url: w.at('closed', 'http'), env: w.oauth('endpoint', { DICOMWEB_OAUTH_CLIENT_SECRET: '' }) }),
    sees: /DICOMWEB_OAUTH_CLIENT_SECRET is not set/,
  },
  {
    name: 'a token endpoint over plain HTTP on another machine',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: { ...w.oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: 'http://login.example/token' },
    }),
    sees: /DICOMWEB_OAUTH_TOKEN_URL has the scheme http.*use https/,
  },
];
