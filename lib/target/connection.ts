import { X509Certificate } from 'node:crypto';
import { authorityOf, destinationOf, proxyFor } from '../connection/route.ts';
import { secureContextOf } from '../connection/secure-context.ts';
import type {
  ClientCertificate,
  ConnectionSettings,
  HttpVersion,
  ProxyServer,
  ProxySettings,
  TlsSettings,
} from '../connection/settings.ts';
import { nameOf } from '../connection/tunnel.ts';
import { CommandError } from '../errors/exit-codes.ts';
import { readUserFile } from '../errors/user-file.ts';
import { readSecret } from './credentials.ts';
import type { Target } from './target.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What flags say of the connections to a target. */
export interface ConnectionInput {
  /** PEM file of authorities that are trusted beside the well-known ones. */
  readonly ca?: string;
  /** Takes every certificate of the server. */
  readonly insecure?: true;
  readonly http?: HttpVersion;
}

/**
 * How a target is connected to: flags, and the environment for what is secret or belongs to the machine.
 *
 * @throws CommandError (exit code 2) that names the flag, variable or file that is wrong, without its secrets.
 */
export function resolveConnection(
  input: ConnectionInput,
  env: Environment,
  roots: readonly string[],
): ConnectionSettings {
  if (input.ca !== undefined && input.insecure) {
    throw new CommandError(
      '--ca and --insecure were both given',
      undefined,
      'With --insecure no certificate is verified.',
    );
  }
  const tls = {
    authorities: input.ca === undefined ? null : authoritiesIn(input.ca),
    ...(input.ca === undefined ? {} : { authoritiesFile: input.ca }),
    client: clientCertificate(env, destinations(roots, env)),
    verify: input.insecure !== true,
  };
  checkTls(tls);
  return { version: input.http ?? 'auto', tls, proxies: proxiesIn(env) };
}

function authoritiesIn(path: string): string {
  const pem = readUserFile(path, '--ca:');
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) {
    const isKey = pem.includes('PRIVATE KEY-----');
    const hint = isKey
      ? 'Give the certificate of the authority; its key is no business of a client.'
      : 'Convert it: openssl x509 -inform der -in FILE -out ca.pem.';
    throw new CommandError(
      `--ca: ${path} holds ${isKey ? 'a private key and ' : ''}no certificate in PEM`,
      undefined,
      hint,
    );
  }
  // OpenSSL passes over what it cannot read among authorities.
  for (const [certificate] of pem.matchAll(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs)) {
    try {
      new X509Certificate(certificate);
    } catch {
      throw new CommandError(`--ca: ${path} holds a certificate that cannot be read`);
    }
  }
  return pem;
}

const CERTIFICATE = 'DICOMWEB_CLIENT_CERT';
const KEY = 'DICOMWEB_CLIENT_KEY';
const PASSPHRASE = 'DICOMWEB_CLIENT_KEY_PASSPHRASE';

/** The certificate and the key are PEM, or name a file of PEM; one file may hold both. */
function clientCertificate(env: Environment, destinations: readonly string[]): ClientCertificate | null {
  const certificate = pemOf(env, CERTIFICATE);
  const given = pemOf(env, KEY);
  const passphraseFile = env[`${PASSPHRASE}_FILE`];
  const passphrase = passphraseFile ? readSecret(passphraseFile, 'passphrase file') : env[PASSPHRASE] || null;
  if (certificate === null) {
    const alone = given !== null ? KEY : passphrase !== null ? PASSPHRASE : null;
    if (alone !== null) throw new CommandError(`${alone} is set, but ${CERTIFICATE} is not`);
    return null;
  }
  const key = given ?? (certificate.includes('PRIVATE KEY-----') ? certificate : null);
  if (key === null) {
    throw new CommandError(
      `${CERTIFICATE} is set, but ${KEY} is not`,
      undefined,
      'A client certificate needs its key.',
    );
  }
  if (!certificate.includes('-----BEGIN CERTIFICATE-----')) {
    const isKey = certificate.includes('PRIVATE KEY-----');
    throw new CommandError(
      `${CERTIFICATE} holds ${isKey ? 'a private key and no certificate' : 'no certificate in PEM'}`,
      undefined,
      isKey
        ? 'Are certificate and key exchanged?'
        : 'Convert it: openssl pkcs12 -in client.p12 -out client.pem, or openssl x509 -inform der -in client.der -out client.pem.',
    );
  }
  if (!key.includes('PRIVATE KEY-----')) throw new CommandError(`${KEY} holds no private key in PEM`);
  if (/ENCRYPTED/.test(key) && passphrase === null) {
    throw new CommandError(`the key in ${KEY} is encrypted, and ${PASSPHRASE} is not set`);
  }
  return { certificate, key, passphrase, destinations };
}

function pemOf(env: Environment, variable: string): string | null {
  const value = env[variable];
  if (!value) return null;
  return value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : readUserFile(value, `${variable}:`);
}

/** Has OpenSSL read what is there, so that what is wrong is told before the first connection. */
function checkTls(tls: TlsSettings): void {
  if (tls.authorities === null && tls.client === null) return;
  try {
    secureContextOf(tls, tls.client?.destinations[0] ?? '');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new CommandError(tlsMistake(`${code} ${message}`, tls));
  }
}

function tlsMistake(text: string, { client }: TlsSettings): string {
  if (/bad decrypt|BAD_DECRYPT|bad password|PASSWORD/i.test(text) && client !== null) {
    return `${PASSPHRASE} does not open the key in ${KEY}`;
  }
  if (/mismatch|MISMATCH/.test(text)) return `the key in ${KEY} is not that of the certificate in ${CERTIFICATE}`;
  const where = client === null ? '--ca' : `--ca, ${CERTIFICATE} or ${KEY}`;
  return `${where} holds PEM that OpenSSL cannot read (${text.trim().slice(0, 120)})`;
}

/** The target's own hosts, and the token endpoint, which may want the certificate as well (RFC 8705 §2). */
function destinations(roots: readonly string[], env: Environment): readonly string[] {
  const urls = [...roots, env.DICOMWEB_OAUTH_TOKEN_URL ?? ''].filter((url) => URL.canParse(url));
  return [...new Set(urls.map((url) => authorityOf(destinationOf(new URL(url)))))];
}

/** The proxy that leads to a target, in words; null where it is reached directly. */
export function proxyTo({ baseUrl, connection }: Target): string | null {
  const proxy = connection ? proxyFor(destinationOf(new URL(baseUrl)), connection) : null;
  return proxy && nameOf(proxy);
}

/** As curl and most programs read them; those in small letters go first. */
function proxiesIn(env: Environment): ProxySettings {
  const bypass = (env.no_proxy ?? env.NO_PROXY ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  // A web server hands the header field Proxy to CGI programs as HTTP_PROXY.
  const isCgi = env.REQUEST_METHOD !== undefined;
  return {
    http: proxyIn(env, isCgi ? ['http_proxy'] : ['http_proxy', 'HTTP_PROXY']),
    https: proxyIn(env, ['https_proxy', 'HTTPS_PROXY']),
    bypass,
  };
}

/** The message never repeats the value: it might hold a password. */
function proxyIn(env: Environment, names: readonly string[]): ProxyServer | null {
  const variable = names.find((name) => env[name]);
  if (variable === undefined) return null;
  const value = env[variable] ?? '';
  const text = value.includes('://') ? value : `http://${value}`;
  const hint =
    'It looks like http://proxy.example:3128, or http://user:password@proxy.example:3128; special characters of the password are percent-encoded, such as # as %23.';
  if (!URL.canParse(text)) throw new CommandError(`${variable} is not the URL of a proxy`, undefined, hint);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new CommandError(`${variable} has the scheme ${url.protocol.slice(0, -1)}`, undefined, hint);
  }
  const secure = url.protocol === 'https:';
  return {
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    authorization: basicOf(url, variable),
    variable,
  };
}

function basicOf(url: URL, variable: string): string | null {
  if (url.username === '' && url.password === '') return null;
  try {
    const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  } catch {
    const hint = 'Special characters are percent-encoded: % as %25, @ as %40.';
    throw new CommandError(`${variable} holds a user or password that is not percent-encoded`, undefined, hint);
  }
}
