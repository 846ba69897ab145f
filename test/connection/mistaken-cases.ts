import { type Case, jwt, TOKEN } from './world.ts';

/** The token of the tests in a file, in a way that somebody wrote it. */
function inFile(name: string, text: string): Case['given'] {
  return (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_FILE: w.file(name, text) } });
}

function printed(command: string): Case['given'] {
  return (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN_COMMAND: command } });
}

function endpoint(name: string): Case['given'] {
  return (w) => ({ url: w.at('closed', 'http'), env: w.oauth(name) });
}

const token = (name: string): Case['given'] => {
  return (w) => ({ url: w.at(name, 'http'), env: { DICOMWEB_TOKEN: TOKEN } });
};

/** Mistakes that users make with what they give, beside those that the other cases have. */
export const MISTAKEN: readonly Case[] = [
  // Token files
  { name: 'a token file with a byte order mark', given: inFile('mark', `\ufeff${TOKEN}`), sees: '1.1' },
  { name: 'a token file with CR LF', given: inFile('crlf', `${TOKEN}\r\n`), sees: '1.1' },
  {
    name: 'a token file with two tokens',
    given: inFile('two', `${TOKEN}\nsecret-4711\n`),
    sees: /token file .*two is no token: it has more than one line\. The token has to stand there alone/,
  },
  {
    name: 'a token file in UTF-16',
    given: inFile('utf16', [...TOKEN].map((letter) => `${letter}\0`).join('')),
    sees: /is no token: it seems to be UTF-16/,
  },
  { name: 'a token in quotation marks', given: inFile('quoted', `"${TOKEN}"`), sees: /it is in quotation marks/ },
  {
    name: 'a token file for a shell',
    given: inFile('shell', `export TOKEN=${TOKEN}`),
    sees: /it is an assignment: leave out the name of the variable/,
  },
  {
    name: 'a token file with a header line',
    given: inFile('line', `Authorization: Bearer ${TOKEN}`),
    sees: /it is a whole header line: leave out its name/,
  },
  {
    name: 'Basic credentials for a token',
    given: inFile('basic', 'Basic c2VjcmV0LTQ3MTE='),
    sees: /it holds Basic credentials: set DICOMWEB_USER and DICOMWEB_PASSWORD/,
  },
  {
    name: 'a token file whose token ended by its own word',
    given: inFile('ended.json', '{"accessToken":"old-4711-token","expires_on":1600000000}'),
    sees: /the token ended at 2020-09-13T12:26:40\.000Z\. Get a new token: token file .*ended\.json gave this one/,
  },
  // Token commands
  {
    name: 'a command that prints to standard error alone',
    given: printed('echo secret-4711 >&2'),
    sees: /the output of DICOMWEB_TOKEN_COMMAND is empty/,
  },
  { name: 'a command that warns', given: printed(`echo warning >&2; echo ${TOKEN}`), sees: '1.1' },
  {
    name: 'a command that prints a warning before the token',
    given: printed(`echo Warning; echo ${TOKEN}`),
    sees: /it has more than one line\. It has to print the token alone/,
  },
  {
    name: 'a command that asks for a password',
    given: printed(`read answer; echo "$answer"`),
    sees: /the output of DICOMWEB_TOKEN_COMMAND is empty/,
  },
  {
    name: 'a command that prints without end',
    given: printed('head -c 3000000 /dev/zero | tr "\\0" a'),
    sees: /printed more than a mebibyte/,
  },
  { name: 'a command that is killed', given: printed('kill -9 $$'), sees: /ended with signal SIGKILL/ },
  // Token endpoints
  { name: 'a token endpoint that does not say how long a token lives', given: endpoint('withoutEnd'), sees: '1.1' },
  { name: 'a token endpoint for DPoP', given: endpoint('dpop'), sees: /gives tokens of the type DPoP.*Only bearer/ },
  { name: 'a token endpoint that answers nothing', given: endpoint('nothing'), sees: /is no JSON/ },
  {
    name: 'a page without spaces for a token',
    given: endpoint('shortPage'),
    sees: /is no JSON.*token endpoint, not the issuer/,
  },
  { name: 'a token endpoint that fails', given: endpoint('failing'), sees: /answered 500\. It fails: try later/ },
  {
    name: 'a token endpoint that refuses without a word',
    given: endpoint('refusing'),
    sees: /answered 401\. Check DICOMWEB_OAUTH_CLIENT_ID and/,
  },
  {
    name: 'a token endpoint over TLS that speaks none',
    given: (w) => ({
      url: w.at('closed', 'http'),
      env: w.oauth('endpoint', { DICOMWEB_OAUTH_TOKEN_URL: `https://127.0.0.1:${w.portOf('endpoint')}/token` }),
    }),
    sees: /gave no token: .*WRONG_VERSION.*Check DICOMWEB_OAUTH_TOKEN_URL\. The port does not speak TLS/,
  },
  // Clocks, and what the server asks for
  {
    name: 'a token that does not hold yet',
    given: (w) => ({ url: w.at('closed', 'http'), env: { DICOMWEB_TOKEN: jwt(4_000_000_000, 3_900_000_000) } }),
    sees: /the token holds from 2093-08-01T.* on\. Are the clocks/,
  },
  {
    name: 'a token where Basic is asked for',
    given: token('wantsBasic'),
    sees: /does not accept the bearer credentials \(401 Unauthorized\)\. It asks for Basic: set DICOMWEB_USER/,
  },
  {
    name: 'a password where a token is asked for',
    given: (w) => ({
      url: w.at('wantsBearer', 'http'),
      env: { DICOMWEB_USER: 'me', DICOMWEB_PASSWORD: 'secret-4711' },
    }),
    sees: /\(401 Unauthorized, invalid_token\)\. It asks for a bearer token/,
  },
  {
    name: 'a token where Negotiate is asked for',
    given: token('wantsNegotiate'),
    sees: /It asks for Negotiate or NTLM, which is not spoken here.*DICOMWEB_HEADERS_FILE/,
  },
  {
    name: 'a token without the scope',
    given: token('wantsScope'),
    sees: /\(403 Forbidden, insufficient_scope\)\. They may be known there, and lack a role, a scope/,
  },
  {
    name: 'a headers file of lines',
    given: (w) => ({
      url: w.at('keyed', 'http'),
      env: { DICOMWEB_HEADERS_FILE: w.file('lines', 'X-Api-Key: key-4711') },
    }),
    sees: /headers file .*lines is not JSON.*It looks like \{ "X-Api-Key"/,
  },
  // Ports and certificates
  {
    name: 'a mail server',
    given: (w) => ({ url: w.at('mail', 'http') }),
    sees: /does not speak HTTP: .*begins with "220 mail\.example.*Is this the HTTP port/,
  },
  {
    name: 'a mail server for TLS',
    given: (w) => ({ url: w.at('mail') }),
    sees: /TLS failed: .*The port does not speak TLS: if it is one of plain HTTP, use http:/,
  },
  {
    name: 'a port of DIMSE',
    given: (w) => ({ url: w.at('dimse', 'http') }),
    sees: /does not speak HTTP: .*A port of DIMSE, such as 104 or 11112, speaks no HTTP/,
  },
  {
    name: 'a self-signed certificate',
    given: (w) => ({ url: w.at('selfSigned') }),
    sees: /SELF_SIGNED.*give its PEM file with --ca/,
  },
  {
    name: 'certificate and key exchanged',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: { DICOMWEB_CLIENT_CERT: w.client.keyFile, DICOMWEB_CLIENT_KEY: w.client.certificateFile },
    }),
    sees: /DICOMWEB_CLIENT_CERT holds a private key and no certificate\. Are certificate and key exchanged/,
  },
  {
    name: 'a client certificate that is no PEM',
    given: (w) => ({
      url: w.at('mutual'),
      flags: w.ca(),
      env: { DICOMWEB_CLIENT_CERT: w.file('client.p12', '0\x82'), DICOMWEB_CLIENT_KEY: w.client.keyFile },
    }),
    sees: /holds no certificate in PEM\. Convert it: openssl pkcs12/,
  },
  {
    name: 'a client certificate of a stranger in TLS 1.2',
    given: (w) => ({ url: w.at('mutual12'), flags: w.ca(), env: w.certificate(w.foreign) }),
    sees: /TLS failed: .*does not accept the client certificate|client certificate: is it in date/,
  },
  {
    name: 'the key of an authority in --ca',
    given: (w) => ({ url: w.at('tls'), flags: { ca: w.authority.file.replace('ca.pem', 'ca.key') } }),
    sees: /ca\.key holds a private key and no certificate/,
  },
  // Proxies
  {
    name: 'a proxy that answers 403 to plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('proxy403') } }),
    sees: /403 Forbidden.*It is reached through the proxy 127\.0\.0\.1:\d+ \(HTTP_PROXY\); NO_PROXY/,
  },
  {
    name: 'a proxy that wants another scheme than Basic',
    given: (w) => ({
      url: w.at('tls'),
      flags: w.ca(),
      env: { HTTPS_PROXY: w.proxy('proxyNtlm', 'porter:secret-4711') },
    }),
    sees: /407.*it asks for NTLM\. Only Basic is spoken to proxies here/,
  },
  {
    name: 'a proxy that wants another scheme than Basic, plain HTTP',
    given: (w) => ({ url: w.at('plain', 'http'), env: { HTTP_PROXY: w.proxy('proxyNtlm') } }),
    sees: /407.*it asks for NTLM/,
  },
  {
    name: 'a proxy that answers nothing',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('mute') } }),
    sees: /cannot be reached: no byte .*It is reached through the proxy 127\.0\.0\.1:\d+ \(HTTPS_PROXY\)/,
  },
  {
    name: 'https:// for a proxy that speaks no TLS',
    given: (w) => ({
      url: w.at('tls'),
      flags: w.ca(),
      env: { HTTPS_PROXY: w.proxy('proxy').replace('http:', 'https:') },
    }),
    sees: /The proxy does not speak TLS: its URL begins with http:/,
  },
  {
    name: 'http:// for a proxy that speaks TLS',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: w.proxy('tlsProxy') } }),
    sees: /broke the connection off.*The URL of one that is spoken to over TLS begins with https:/,
  },
  {
    name: 'a proxy that speaks TLS, of an authority that is not known',
    given: (w) => ({
      url: w.at('plain', 'http'),
      env: { HTTP_PROXY: w.proxy('tlsProxy').replace('http:', 'https:') },
    }),
    sees: /Give the authority of the proxy with --ca/,
  },
  {
    name: 'the password of a proxy that is not percent-encoded',
    given: (w) => ({ url: w.at('tls'), flags: w.ca(), env: { HTTPS_PROXY: 'http://porter:100%-4711@127.0.0.1:1' } }),
    sees: /HTTPS_PROXY holds a user or password that is not percent-encoded\. .*% as %25/,
  },
];
