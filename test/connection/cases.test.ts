import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { CommandError } from '../../lib/errors/exit-codes.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { probe } from '../../lib/probe/probe.ts';
import { resolveTarget, type TargetInput } from '../../lib/target/configuration.ts';
import { skipWithout } from '../support/tools.ts';
import { Authority, type Issued } from './authority.ts';
import { type Started, startDicomWeb, startProxy, startRaw, startTokenEndpoint } from './servers.ts';

const PASSPHRASE = 'open-sesame-4711';
const CLIENT = { id: 'harness', secret: 'cl!ent secret/4711' };
const PROXY_USER = 'porter:pass%2Fword-4711';
const TOKEN = 'token-of-the-tests-4711';

const HAS_IPV6 = Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === '::1'));

type Env = Readonly<Record<string, string>>;

interface Given {
  readonly url: string;
  readonly flags?: Pick<TargetInput, 'ca' | 'insecure' | 'http'>;
  readonly env?: Env;
}

interface Case {
  readonly name: string;
  readonly given: () => Given;
  /** Version of HTTP that has to be spoken where it works; else what the message and the hint have to say. */
  readonly sees: '1.1' | '2' | RegExp;
}

describe('credentials and transport', { skip: skipWithout('openssl') }, () => {
  let authority: Authority;
  let stranger: Authority;
  let client: Issued;
  let ended: Issued;
  let foreign: Issued;
  let locked: Issued;
  const servers: Record<string, Started> = {};
  const folder = (): string => authority.folder;
  const file = (name: string, text: string): string => {
    const path = join(folder(), name);
    writeFileSync(path, text);
    return path;
  };
  const at = (name: string, scheme: 'http' | 'https' = 'https', host = '127.0.0.1'): string =>
    `${scheme}://${host}:${servers[name]?.port ?? 0}/dicom-web`;
  const ca = (): { readonly ca: string } => ({ ca: authority.file });
  const proxy = (name: string, user = ''): string =>
    `http://${user}${user && '@'}127.0.0.1:${servers[name]?.port ?? 0}`;
  const oauth = (name: string, more: Env = {}): Env => ({
    DICOMWEB_OAUTH_TOKEN_URL: `http://127.0.0.1:${servers[name]?.port ?? 0}/token`,
    DICOMWEB_OAUTH_CLIENT_ID: CLIENT.id,
    DICOMWEB_OAUTH_CLIENT_SECRET: CLIENT.secret,
    ...more,
  });
  const certificate = ({ certificateFile, keyFile }: Issued, more: Env = {}): Env => ({
    DICOMWEB_CLIENT_CERT: certificateFile,
    DICOMWEB_CLIENT_KEY: keyFile,
    ...more,
  });

  before(async () => {
    authority = new Authority();
    stranger = new Authority('A stranger');
    const good = authority.issue();
    const of = ({ certificate: cert, key }: Issued) => ({ cert, key });
    client = authority.issue({ names: 'DNS:client' });
    locked = authority.issue({ names: 'DNS:client', passphrase: PASSPHRASE });
    ended = authority.issue({ names: 'DNS:client', days: -1 });
    foreign = stranger.issue({ names: 'DNS:client' });
    const mutual = { ...of(good), ca: readFileSync(authority.file, 'utf8'), requestCert: true };
    const admits = ({ authorization = '' }: IncomingHttpHeaders) =>
      [`Bearer ${TOKEN}`, `Basic ${Buffer.from('me:secret-4711').toString('base64')}`].includes(authorization) ||
      authorization.startsWith('Bearer token-1-of');
    Object.assign(servers, {
      plain: await startDicomWeb({}),
      closed: await startDicomWeb({ admits }),
      keyed: await startDicomWeb({ admits: (headers) => headers['x-api-key'] === 'key-4711' }),
      plain2: await startDicomWeb({ speaks: 'http2' }),
      tls: await startDicomWeb({ tls: of(good) }),
      tls12: await startDicomWeb({ tls: { ...of(good), maxVersion: 'TLSv1.2' } }),
      old: await startDicomWeb({
        tls: { ...of(good), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      }),
      both: await startDicomWeb({ tls: of(good), speaks: 'both' }),
      only2: await startDicomWeb({ tls: of(good), speaks: 'http2' }),
      mutual: await startDicomWeb({ tls: { ...mutual, rejectUnauthorized: true } }),
      mutual12: await startDicomWeb({ tls: { ...mutual, rejectUnauthorized: true, maxVersion: 'TLSv1.2' } }),
      mutual2: await startDicomWeb({ tls: { ...mutual, rejectUnauthorized: true }, speaks: 'http2' }),
      ended: await startDicomWeb({ tls: of(authority.issue({ days: -1 })) }),
      elsewhere: await startDicomWeb({ tls: of(authority.issue({ names: 'DNS:pacs.example' })) }),
      proxy: await startProxy(),
      guarded: await startProxy(decodeURIComponent(PROXY_USER)),
      tlsProxy: await startProxy(null, of(good)),
      silent: await startRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
      closing: await startRaw((socket) => socket.destroy()),
      endpoint: await startTokenEndpoint(CLIENT),
      inForm: await startTokenEndpoint(CLIENT, { isInForm: true }),
      tlsEndpoint: await startTokenEndpoint(CLIENT, { tls: of(good) }),
      page: await startTokenEndpoint(CLIENT, { answer: [200, '<html>log in</html>'] }),
      empty: await startTokenEndpoint(CLIENT, { answer: [200, '{"token_type":"Bearer"}'] }),
      missing: await startTokenEndpoint(CLIENT, { answer: [404, 'not here'] }),
    });
    if (HAS_IPV6) servers.six = await startDicomWeb({ tls: of(good), host: '::1' });
  });

  after(() => {
    for (const server of Object.values(servers)) server.close();
    for (const { folder: each } of [authority, stranger]) rmSync(each, { recursive: true, force: true });
  });

  const cases: readonly Case[] = [
    // Credentials that are right
    {
      name: 'a bearer token',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN: TOKEN } }),
      sees: '1.1',
    },
    {
      name: 'a bearer token in a file',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: file('token', `${TOKEN}\n`) } }),
      sees: '1.1',
    },
    {
      name: 'a file of JSON with a token, as clouds write it',
      given: () => ({
        url: at('closed', 'http'),
        env: { DICOMWEB_TOKEN_FILE: file('token.json', JSON.stringify({ access_token: TOKEN, expires_in: 60 })) },
      }),
      sees: '1.1',
    },
    {
      name: 'a command that prints a token',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: `printf %s ${TOKEN}` } }),
      sees: '1.1',
    },
    {
      name: 'a command that prints JSON as az does',
      given: () => ({
        url: at('closed', 'http'),
        env: {
          DICOMWEB_TOKEN_COMMAND: `cat ${file('az.json', JSON.stringify({ accessToken: TOKEN, expiresOn: '2099-01-01 00:00:00.000000', tokenType: 'Bearer' }))}`,
        },
      }),
      sees: '1.1',
    },
    {
      name: 'OAuth client credentials',
      given: () => ({ url: at('closed', 'http'), env: oauth('endpoint') }),
      sees: '1.1',
    },
    {
      name: 'OAuth client credentials for an endpoint that reads them in the form only',
      given: () => ({ url: at('closed', 'http'), env: oauth('inForm') }),
      sees: '1.1',
    },
    {
      name: 'OAuth with the secret in a file',
      given: () => ({
        url: at('closed', 'http'),
        env: oauth('endpoint', {
          DICOMWEB_OAUTH_CLIENT_SECRET: '',
          DICOMWEB_OAUTH_CLIENT_SECRET_FILE: file('client-secret', `${CLIENT.secret}\n`),
        }),
      }),
      // The endpoint hands out its second token by then, which the server does not take.
      sees: /does not accept the bearer credentials \(401/,
    },
    {
      name: 'Basic credentials',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711' } }),
      sees: '1.1',
    },
    {
      name: 'a header field of an API key',
      given: () => ({
        url: at('keyed', 'http'),
        env: { DICOMWEB_HEADERS_FILE: file('headers.json', '{"X-Api-Key":"key-4711"}') },
      }),
      sees: '1.1',
    },
    // Credentials that are wrong
    {
      name: 'none where some are wanted',
      given: () => ({ url: at('closed', 'http') }),
      sees: /wants credentials \(401.*Set DICOMWEB_TOKEN,/,
    },
    {
      name: 'a wrong bearer token',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN: 'wrong-4711' } }),
      sees: /does not accept the bearer credentials \(401/,
    },
    {
      name: 'a JSON Web Token that has ended',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN: jwt(1_600_000_000) } }),
      sees: /does not accept the bearer credentials \(401.*the token ended at 2020-09-13T12:26:40.*Get a new token/,
    },
    {
      name: 'a wrong password',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'wrong-4711' } }),
      sees: /does not accept the basic credentials/,
    },
    {
      name: 'a wrong API key',
      given: () => ({
        url: at('keyed', 'http'),
        env: { DICOMWEB_HEADERS_FILE: file('wrong.json', '{"X-Api-Key":"wrong-4711"}') },
      }),
      sees: /does not accept the configured header fields/,
    },
    {
      name: 'two kinds at once',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN: TOKEN, DICOMWEB_TOKEN_COMMAND: 'true' } }),
      sees: /more than one way/,
    },
    {
      name: 'a token file that is not there',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: '/nowhere/token' } }),
      sees: /token file \/nowhere\/token does not exist/,
    },
    {
      name: 'a token file that is empty',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: file('empty', '\n') } }),
      sees: /token file .* is empty/,
    },
    {
      name: 'a token file of JSON without a token',
      given: () => ({
        url: at('closed', 'http'),
        env: { DICOMWEB_TOKEN_FILE: file('none.json', '{"id":"secret-4711"}') },
      }),
      sees: /has no access_token or accessToken/,
    },
    {
      name: 'a command that fails',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'echo secret-4711; exit 7' } }),
      sees: /no credentials for .*the command in DICOMWEB_TOKEN_COMMAND ended with exit code 7.*Run it in a shell/,
    },
    {
      name: 'a command that is not there',
      given: () => ({
        url: at('closed', 'http'),
        env: { DICOMWEB_TOKEN_COMMAND: 'no-such-program --secret secret-4711' },
      }),
      sees: /the command in DICOMWEB_TOKEN_COMMAND ended with exit code 127/,
    },
    {
      name: 'a command that prints a sentence',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'echo please log in secret-4711' } }),
      sees: /the output of DICOMWEB_TOKEN_COMMAND is no token/,
    },
    {
      name: 'a command that prints nothing',
      given: () => ({ url: at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: 'true' } }),
      sees: /the output of DICOMWEB_TOKEN_COMMAND is empty/,
    },
    {
      name: 'a wrong client secret',
      given: () => ({
        url: at('closed', 'http'),
        env: oauth('endpoint', { DICOMWEB_OAUTH_CLIENT_SECRET: 'wrong-4711' }),
      }),
      sees: /token endpoint .*\/token answered 401 invalid_client.*Check DICOMWEB_OAUTH_CLIENT_ID/,
    },
    {
      name: 'a wrong scope',
      given: () => ({ url: at('closed', 'http'), env: oauth('endpoint', { DICOMWEB_OAUTH_SCOPE: 'wrong' }) }),
      sees: /answered 400 invalid_scope.*Check DICOMWEB_OAUTH_SCOPE/,
    },
    {
      name: 'a token endpoint that is a page',
      given: () => ({ url: at('closed', 'http'), env: oauth('page') }),
      sees: /the answer of the token endpoint .* is no token.*not the issuer/,
    },
    {
      name: 'a token endpoint that answers without a token',
      given: () => ({ url: at('closed', 'http'), env: oauth('empty') }),
      sees: /the answer of the token endpoint .* has no access_token/,
    },
    {
      name: 'a token endpoint that is not there',
      given: () => ({ url: at('closed', 'http'), env: oauth('missing') }),
      sees: /token endpoint .* answered 404.*it is the token endpoint, not the issuer/,
    },
    {
      name: 'a token endpoint that nobody listens at',
      given: () => ({
        url: at('closed', 'http'),
        env: { ...oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: 'http://127.0.0.1:1/token' },
      }),
      sees: /token endpoint .* gave no token: .*ECONNREFUSED.*Check DICOMWEB_OAUTH_TOKEN_URL/,
    },
    {
      name: 'a token endpoint of a private authority without --ca',
      given: () => ({
        url: at('closed', 'http'),
        env: { ...oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${servers.tlsEndpoint?.port}/token` },
      }),
      sees: /gave no token: .*UNABLE_TO.*--ca/,
    },
    {
      name: 'a token endpoint of a private authority, also with --insecure: it is given a secret',
      given: () => ({
        url: at('closed', 'http'),
        flags: { insecure: true },
        env: { ...oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${servers.tlsEndpoint?.port}/token` },
      }),
      sees: /gave no token: .*UNABLE_TO/,
    },
    {
      name: 'a token endpoint of a private authority with --ca',
      given: () => ({
        url: at('closed', 'http'),
        flags: ca(),
        env: { ...oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${servers.tlsEndpoint?.port}/token` },
      }),
      sees: '1.1',
    },
    {
      name: 'a client without its secret',
      given: () => ({ url: at('closed', 'http'), env: oauth('endpoint', { DICOMWEB_OAUTH_CLIENT_SECRET: '' }) }),
      sees: /DICOMWEB_OAUTH_CLIENT_SECRET is not set/,
    },
    {
      name: 'a token endpoint over plain HTTP on another machine',
      given: () => ({
        url: at('closed', 'http'),
        env: { ...oauth('endpoint'), DICOMWEB_OAUTH_TOKEN_URL: 'http://login.example/token' },
      }),
      sees: /DICOMWEB_OAUTH_TOKEN_URL has the scheme http.*use https/,
    },
    // The certificate of the server
    { name: 'a private authority with --ca', given: () => ({ url: at('tls'), flags: ca() }), sees: '1.1' },
    {
      name: 'the name of this machine',
      given: () => ({ url: at('tls', 'https', 'localhost'), flags: ca() }),
      sees: '1.1',
    },
    { name: 'TLS 1.2', given: () => ({ url: at('tls12'), flags: ca() }), sees: '1.1' },
    {
      name: 'a private authority without --ca',
      given: () => ({ url: at('tls') }),
      sees: /TLS failed: UNABLE_TO.*--ca/,
    },
    {
      name: 'another authority in --ca',
      given: () => ({ url: at('tls'), flags: { ca: stranger.file } }),
      sees: /TLS failed: UNABLE_TO.*The file of --ca does not hold the authority/,
    },
    { name: 'anybody with --insecure', given: () => ({ url: at('tls'), flags: { insecure: true } }), sees: '1.1' },
    {
      name: 'a certificate that has ended',
      given: () => ({ url: at('ended'), flags: ca() }),
      sees: /CERT_HAS_EXPIRED.*Renew the certificate/,
    },
    {
      name: 'a certificate that has ended with --insecure',
      given: () => ({ url: at('ended'), flags: { insecure: true } }),
      sees: '1.1',
    },
    {
      name: 'a certificate of another host',
      given: () => ({ url: at('elsewhere'), flags: ca() }),
      sees: /ERR_TLS_CERT_ALTNAME_INVALID.*127\.0\.0\.1.*Use the name that the certificate has/,
    },
    {
      name: 'a --ca file that is not there',
      given: () => ({ url: at('tls'), flags: { ca: '/nowhere/ca.pem' } }),
      sees: /--ca: \/nowhere\/ca\.pem does not exist/,
    },
    {
      name: 'a --ca file that is no PEM',
      given: () => ({ url: at('tls'), flags: { ca: file('ca.der', '0\u0082\u0001') } }),
      sees: /holds no certificate in PEM.*openssl x509/,
    },
    {
      name: 'a --ca file whose PEM is broken',
      given: () => ({
        url: at('tls'),
        flags: { ca: file('broken.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n') },
      }),
      sees: /--ca: .*broken\.pem holds a certificate that cannot be read/,
    },
    {
      name: '--ca with --insecure',
      given: () => ({ url: at('tls'), flags: { ...ca(), insecure: true } }),
      sees: /--ca and --insecure were both given/,
    },
    {
      name: 'TLS spoken to a plain port',
      given: () => ({ url: at('plain') }),
      sees: /TLS failed: .*try http:\/\/ in the URL/,
    },
    { name: 'plain HTTP spoken to a TLS port', given: () => ({ url: at('tls', 'http') }), sees: /https/ },
    { name: 'plain HTTP spoken to a TLS port of HTTP/2', given: () => ({ url: at('only2', 'http') }), sees: /https/ },
    {
      name: 'TLS of an old version',
      given: () => ({ url: at('old'), flags: ca() }),
      sees: /TLS failed: .*no version or cipher of TLS in common/,
    },
    { name: 'TLS spoken to something else', given: () => ({ url: at('silent') }), sees: /TLS failed: / },
    {
      name: 'TLS spoken to who closes',
      given: () => ({ url: at('closing') }),
      sees: /TLS handshake did not finish.*Is this an HTTPS port/,
    },
    // Client certificates
    {
      name: 'a client certificate',
      given: () => ({ url: at('mutual'), flags: ca(), env: certificate(client) }),
      sees: '1.1',
    },
    {
      name: 'a client certificate in TLS 1.2',
      given: () => ({ url: at('mutual12'), flags: ca(), env: certificate(client) }),
      sees: '1.1',
    },
    {
      name: 'a client certificate on HTTP/2',
      given: () => ({ url: at('mutual2'), flags: ca(), env: certificate(client) }),
      sees: '2',
    },
    {
      name: 'a client certificate in the environment itself',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: { DICOMWEB_CLIENT_CERT: client.certificate, DICOMWEB_CLIENT_KEY: client.key },
      }),
      sees: '1.1',
    },
    {
      name: 'a client certificate and key in one file',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: { DICOMWEB_CLIENT_CERT: file('both.pem', `${client.certificate}${client.key}`) },
      }),
      sees: '1.1',
    },
    {
      name: 'an encrypted key with its passphrase',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: certificate(locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE: PASSPHRASE }),
      }),
      sees: '1.1',
    },
    {
      name: 'an encrypted key with its passphrase in a file',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: certificate(locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE_FILE: file('passphrase', `${PASSPHRASE}\n`) }),
      }),
      sees: '1.1',
    },
    {
      name: 'an encrypted key with another passphrase',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: certificate(locked, { DICOMWEB_CLIENT_KEY_PASSPHRASE: 'wrong-4711' }),
      }),
      sees: /DICOMWEB_CLIENT_KEY_PASSPHRASE does not open the key in DICOMWEB_CLIENT_KEY/,
    },
    {
      name: 'an encrypted key without a passphrase',
      given: () => ({ url: at('mutual'), flags: ca(), env: certificate(locked) }),
      sees: /is encrypted, and DICOMWEB_CLIENT_KEY_PASSPHRASE is not set/,
    },
    {
      name: 'a key of another certificate',
      given: () => ({
        url: at('mutual'),
        flags: ca(),
        env: certificate(client, { DICOMWEB_CLIENT_KEY: foreign.keyFile }),
      }),
      sees: /the key in DICOMWEB_CLIENT_KEY is not that of the certificate/,
    },
    {
      name: 'a client certificate without its key',
      given: () => ({ url: at('mutual'), flags: ca(), env: { DICOMWEB_CLIENT_CERT: client.certificateFile } }),
      sees: /DICOMWEB_CLIENT_CERT is set, but DICOMWEB_CLIENT_KEY is not/,
    },
    {
      name: 'a key without its certificate',
      given: () => ({ url: at('mutual'), flags: ca(), env: { DICOMWEB_CLIENT_KEY: client.keyFile } }),
      sees: /DICOMWEB_CLIENT_KEY is set, but DICOMWEB_CLIENT_CERT is not/,
    },
    {
      name: 'no client certificate where one is wanted',
      given: () => ({ url: at('mutual'), flags: ca() }),
      sees: /TLS failed: .*want a client certificate: set DICOMWEB_CLIENT_CERT/,
    },
    {
      name: 'no client certificate where one is wanted, in TLS 1.2',
      given: () => ({ url: at('mutual12'), flags: ca() }),
      sees: /TLS failed: .*want a client certificate/,
    },
    {
      name: 'no client certificate where one is wanted, on HTTP/2',
      given: () => ({ url: at('mutual2'), flags: ca() }),
      sees: /TLS failed: .*want a client certificate/,
    },
    {
      name: 'a client certificate of a stranger',
      given: () => ({ url: at('mutual'), flags: ca(), env: certificate(foreign) }),
      sees: /client certificate/,
    },
    {
      name: 'a client certificate that has ended',
      given: () => ({ url: at('mutual12'), flags: ca(), env: certificate(ended) }),
      sees: /client certificate/,
    },
    // Versions of HTTP
    { name: 'the server chooses HTTP/2', given: () => ({ url: at('both'), flags: ca() }), sees: '2' },
    { name: 'a server of HTTP/2 alone', given: () => ({ url: at('only2'), flags: ca() }), sees: '2' },
    { name: '--http 2', given: () => ({ url: at('both'), flags: { ...ca(), http: '2' } }), sees: '2' },
    { name: '--http 1.1', given: () => ({ url: at('both'), flags: { ...ca(), http: '1.1' } }), sees: '1.1' },
    {
      name: '--http 1.1 where only HTTP/2 is spoken',
      given: () => ({ url: at('only2'), flags: { ...ca(), http: '1.1' } }),
      sees: /speaks HTTP\/2 and not HTTP\/1\.1: leave out --http 1\.1/,
    },
    {
      name: '--http 2 where only HTTP/1.1 is spoken',
      given: () => ({ url: at('tls'), flags: { ...ca(), http: '2' } }),
      sees: /does not speak HTTP\/2: leave out --http 2/,
    },
    {
      name: 'plain HTTP/2 by prior knowledge',
      given: () => ({ url: at('plain2', 'http'), flags: { http: '2' } }),
      sees: '2',
    },
    {
      name: 'plain HTTP/2 without prior knowledge',
      given: () => ({ url: at('plain2', 'http') }),
      sees: /HTTP\/2.*give --http 2/,
    },
    {
      name: 'prior knowledge that is wrong',
      given: () => ({ url: at('plain', 'http'), flags: { http: '2' } }),
      sees: /does not speak HTTP\/2: leave out --http 2/,
    },
    {
      name: 'credentials on HTTP/2',
      given: () => ({ url: at('both'), flags: ca(), env: { DICOMWEB_TOKEN: TOKEN } }),
      sees: '2',
    },
    // Proxies
    {
      name: 'HTTPS through a proxy',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: proxy('proxy') } }),
      sees: '1.1',
    },
    {
      name: 'HTTP/2 through a proxy',
      given: () => ({ url: at('only2'), flags: ca(), env: { https_proxy: proxy('proxy') } }),
      sees: '2',
    },
    {
      name: 'plain HTTP through a proxy',
      given: () => ({ url: at('plain', 'http'), env: { HTTP_PROXY: proxy('proxy') } }),
      sees: '1.1',
    },
    {
      name: 'plain HTTP/2 through a proxy',
      given: () => ({ url: at('plain2', 'http'), flags: { http: '2' }, env: { http_proxy: proxy('proxy') } }),
      sees: '2',
    },
    {
      name: 'a proxy that wants a password, HTTPS',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: proxy('guarded', PROXY_USER) } }),
      sees: '1.1',
    },
    {
      name: 'a proxy that wants a password, plain HTTP',
      given: () => ({ url: at('plain', 'http'), env: { HTTP_PROXY: proxy('guarded', PROXY_USER) } }),
      sees: '1.1',
    },
    {
      name: 'a proxy that is spoken to over TLS',
      given: () => ({
        url: at('tls'),
        flags: ca(),
        env: { HTTPS_PROXY: proxy('tlsProxy').replace('http:', 'https:') },
      }),
      sees: '1.1',
    },
    {
      name: 'no password for a proxy, HTTPS',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: proxy('guarded') } }),
      sees: /the proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\) answered .*407.*it wants a user and a password.*into the URL of the proxy/,
    },
    {
      name: 'no password for a proxy, plain HTTP',
      given: () => ({ url: at('plain', 'http'), env: { HTTP_PROXY: proxy('guarded') } }),
      sees: /the proxy 127\.0\.0\.1:\d+ \(HTTP_PROXY\) answered .*407.*it wants a user and a password/,
    },
    {
      name: 'a wrong password for a proxy, HTTPS',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: proxy('guarded', 'porter:wrong-4711') } }),
      sees: /407.*it refuses the user or the password/,
    },
    {
      name: 'a wrong password for a proxy, plain HTTP',
      given: () => ({ url: at('plain', 'http'), env: { HTTP_PROXY: proxy('guarded', 'porter:wrong-4711') } }),
      sees: /407.*it refuses the user or the password/,
    },
    {
      name: 'a proxy that is not there',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: 'http://127.0.0.1:1' } }),
      sees: /the proxy 127\.0\.0\.1:1 \(HTTPS_PROXY\) cannot be reached.*Is the proxy running/,
    },
    {
      name: 'a proxy that is not there, plain HTTP',
      given: () => ({ url: at('plain', 'http'), env: { HTTP_PROXY: 'http://127.0.0.1:1' } }),
      sees: /the proxy 127\.0\.0\.1:1 \(HTTP_PROXY\) cannot be reached/,
    },
    {
      name: 'a proxy that is none',
      given: () => ({ url: at('tls'), flags: ca(), env: { HTTPS_PROXY: proxy('silent') } }),
      sees: /does not answer as an HTTP proxy/,
    },
    {
      name: 'a proxy that forbids',
      given: () => ({ url: 'https://forbidden.example/', env: { HTTPS_PROXY: proxy('proxy') } }),
      sees: /403 Forbidden.*does not let anybody reach forbidden\.example:443.*NO_PROXY/,
    },
    {
      name: 'a proxy that does not reach the target',
      given: () => ({ url: 'https://127.0.0.1:1/', env: { HTTPS_PROXY: proxy('proxy') } }),
      sees: /502 Bad Gateway.*does not reach 127\.0\.0\.1:1/,
    },
    {
      name: 'NO_PROXY with the host',
      given: () => ({
        url: at('tls'),
        flags: ca(),
        env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: 'example.org,127.0.0.1' },
      }),
      sees: '1.1',
    },
    {
      name: 'NO_PROXY with another port',
      given: () => ({
        url: at('tls'),
        flags: ca(),
        env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1:2' },
      }),
      sees: /cannot be reached/,
    },
    {
      name: 'a proxy that is no URL',
      given: () => ({ url: at('tls'), env: { HTTPS_PROXY: 'http://[porter:secret-4711' } }),
      sees: /HTTPS_PROXY is not the URL of a proxy/,
    },
    {
      name: 'a proxy of another kind',
      given: () => ({ url: at('tls'), env: { HTTPS_PROXY: 'socks5://porter:secret-4711@127.0.0.1:1080' } }),
      sees: /HTTPS_PROXY has the scheme socks5/,
    },
    // Addresses
    {
      name: 'nobody listens',
      given: () => ({ url: 'http://127.0.0.1:1/' }),
      sees: /cannot be reached: .*ECONNREFUSED.*Is the server running/,
    },
    {
      name: 'nobody listens, HTTPS',
      given: () => ({ url: 'https://127.0.0.1:1/' }),
      sees: /cannot be reached: .*ECONNREFUSED/,
    },
    {
      name: 'a name that does not exist',
      given: () => ({ url: 'https://nowhere.invalid/' }),
      sees: /cannot be reached: .*(ENOTFOUND|EAI_AGAIN).*Is the host name right/,
    },
    ...(HAS_IPV6
      ? ([
          { name: 'an IPv6 address', given: () => ({ url: at('six', 'https', '[::1]'), flags: ca() }), sees: '1.1' },
          {
            name: 'an IPv6 address through a proxy',
            given: () => ({ url: at('six', 'https', '[::1]'), flags: ca(), env: { HTTPS_PROXY: proxy('proxy') } }),
            sees: '1.1',
          },
          {
            name: 'an IPv6 address in NO_PROXY',
            given: () => ({
              url: at('six', 'https', '[::1]'),
              flags: ca(),
              env: { HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '[::1]' },
            }),
            sees: '1.1',
          } as const,
        ] as const)
      : []),
  ];

  assert.ok(cases.length >= 60);
  for (const { name, given, sees } of cases) {
    test(name, async () => {
      const { url, flags = {}, env = {} } = given();
      const said = await outcomeOf({ target: url, embedded: false, timeoutMs: 3_000, ...flags }, env, folder());
      assert.doesNotMatch(said, /4711|cl!ent|pass%2Fword|pass\/word/, 'a secret is told');
      if (sees instanceof RegExp) assert.match(said, sees);
      else assert.equal(said, `ready on HTTP/${sees}`);
    });
  }

  test('the password of a proxy is given to the proxy and not to the target', () => {
    const { seen = [] } = servers.plain ?? {};
    assert.ok(seen.length > 0);
    assert.ok(seen.every(({ headers }) => headers['proxy-authorization'] === undefined));
  });
});

/** What the user is told: the version that was spoken, or the message with its hint. */
async function outcomeOf(input: TargetInput, env: Env, spoolFolder: string): Promise<string> {
  try {
    const target = resolveTarget(input, env);
    const transport = createTransport({ target, spoolFolder: join(spoolFolder, 'spool') });
    try {
      const outcome = await probe(target, transport);
      const text = JSON.stringify(outcome.exchanges);
      assert.doesNotMatch(text, /4711/, 'a secret is in an exchange');
      if (outcome.kind !== 'ready') return `${outcome.message}. ${outcome.hint}`;
      return `ready on HTTP/${[...new Set(outcome.exchanges.map(({ response }) => response?.httpVersion))].join(' and ')}`;
    } finally {
      transport.close();
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    return `${error.message}. ${error.hint ?? ''}`;
  }
}

function jwt(exp: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp })}.secret-4711`;
}
