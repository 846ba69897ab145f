import { authorityOf, type Destination, destinationOf, proxyFor } from '../connection/route.ts';
import {
  type ClientCertificate,
  type ConnectionSettings,
  type TlsSettings,
  USUAL_CONNECTION,
} from '../connection/settings.ts';
import type { Exchange, Header } from './exchange.ts';
import { headerValue, isRedirect } from './exchange.ts';
import { isCredentialField, REDACTED, type Redactor } from './redaction.ts';

/** Fields that curl makes itself, or that only hold for the connection that was. */
const LEFT_OUT = new Set(['host', 'content-length', 'connection', 'transfer-encoding']);

/** A word for a POSIX shell, quoted only where it has to be. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * A command that repeats the request of an exchange. Credentials stand as the environment variables that the harness
 * itself reads, so the line can be handed on. `bodyFile` is the file that holds the request's body, as the reader of
 * the line would name it; a body without a file leaves a placeholder.
 */
export function curlLine(
  exchange: Exchange,
  redact: Redactor,
  bodyFile?: string,
  connection: ConnectionSettings = USUAL_CONNECTION,
): string {
  const { method, body } = exchange.request;
  const headers = exchange.request.headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase()));
  const url = redact.text(exchange.request.url);
  const words = ['curl', '-sS', '-i', ...connectionWords(exchange, connection)];
  // curl resolves dots and reads braces in a URL unless told not to.
  if (/\/\.{1,2}(\/|\?|$)/.test(url)) words.push('--path-as-is');
  if (/[[\]{}]/.test(url)) words.push('-g');
  if (exchange.earlier?.some(isRedirect)) words.push('-L');
  if (method === 'HEAD') words.push('--head');
  else if (method !== 'GET' || body) words.push('-X', shellWord(method));
  words.push(shellWord(url));
  for (const header of redact.headers(headers)) words.push(...headerWords(header));
  // What curl would add by itself was not sent.
  if (headerValue(headers, 'accept') === null) words.push('-H', 'Accept:');
  if (headerValue(headers, 'user-agent') === null) words.push('-H', 'User-Agent:');
  if (body && body.length > 0) {
    if (headerValue(headers, 'content-type') === null) words.push('-H', 'Content-Type:');
    words.push('-H', 'Expect:', '--data-binary', shellWord(`@${bodyFile ?? 'BODY'}`));
  }
  return words.join(' ');
}

/** What of the connection curl has to be told. It asks for the passphrase of a key itself. */
function connectionWords({ request, response }: Exchange, connection: ConnectionSettings): string[] {
  const { tls, version } = connection;
  const destination = destinationOf(new URL(request.url));
  const isHttp2 = response?.httpVersion === '2';
  const ofProxy = proxyWords(connection, destination, isHttp2);
  if (!destination.secure) return [...(isHttp2 ? ['--http2-prior-knowledge'] : []), ...ofProxy];
  return [
    ...(version === '1.1' ? ['--http1.1'] : []),
    ...trustWords(tls, ''),
    ...(tls.client?.destinations.includes(authorityOf(destination)) ? clientWords(tls.client) : []),
    ...ofProxy,
  ];
}

/** `--cacert` or `-k`; with `proxy-` before their names they hold for a proxy that speaks TLS. */
function trustWords({ verify, authoritiesFile }: TlsSettings, of: '' | 'proxy-'): string[] {
  if (!verify) return of === '' ? ['-k'] : ['--proxy-insecure'];
  return authoritiesFile === undefined ? [] : [`--${of}cacert`, shellWord(authoritiesFile)];
}

/** Of a file that holds both, curl reads the key as well. */
function clientWords({ certificate, key }: ClientCertificate): string[] {
  const own = ['--cert', '"$DICOMWEB_CLIENT_CERT"'];
  return key === certificate ? own : [...own, '--key', '"$DICOMWEB_CLIENT_KEY"'];
}

function proxyWords(connection: ConnectionSettings, destination: Destination, isHttp2: boolean): string[] {
  const proxy = proxyFor(destination, connection);
  if (proxy === null) return [];
  return [
    ...['--proxy', `"$${proxy.variable}"`],
    ...(proxy.secure ? trustWords(connection.tls, 'proxy-') : []),
    ...(isHttp2 && !destination.secure ? ['--proxytunnel'] : []),
  ];
}

function headerWords([name, value]: Header): string[] {
  if (value === '') return ['-H', shellWord(`${name};`)];
  if (!value.includes(REDACTED)) return ['-H', shellWord(`${name}: ${value}`)];
  if (/^authorization$/i.test(name) && value === `Basic ${REDACTED}`) {
    return ['-u', '"$DICOMWEB_USER:$DICOMWEB_PASSWORD"'];
  }
  if (/^authorization$/i.test(name) && value === `Bearer ${REDACTED}`)
    return ['-H', `"${name}: Bearer $DICOMWEB_TOKEN"`];
  const variable = `DICOMWEB_HEADER_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  return isCredentialField(name) || value === REDACTED
    ? ['-H', `"${name}: $${variable}"`]
    : ['-H', shellWord(`${name}: ${value}`)];
}
