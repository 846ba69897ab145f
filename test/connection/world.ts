import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { TargetInput } from '../../lib/target/configuration.ts';
import { Authority, type Issued } from './authority.ts';
import { type Started, startDicomWeb, startProxy, startRaw, startTokenEndpoint } from './servers.ts';

// Every secret holds 4711, so that one look finds each.
export const PASSPHRASE = 'open-sesame-4711';
export const CLIENT = { id: 'harness', secret: 'cl!ent secret/4711' };
export const PROXY_USER = 'porter:pass%2Fword-4711';
export const TOKEN = 'token-of-the-tests-4711';
export const HAS_IPV6 = Object.values(networkInterfaces()).some((each) =>
  each?.some(({ address }) => address === '::1'),
);

export type Env = Readonly<Record<string, string>>;

/** What a user gives the program. */
interface Given {
  readonly url: string;
  readonly flags?: Pick<TargetInput, 'ca' | 'insecure' | 'http' | 'headers' | 'file'>;
  readonly env?: Env;
}

export interface Case {
  readonly name: string;
  readonly given: (world: World) => Given;
  /** Version of HTTP that has to be spoken where it works; else what the message and the hint have to say. */
  readonly sees: '1.1' | '2' | RegExp;
}

/** The servers, proxies, token endpoints and certificates that the cases are played against. */
export class World {
  readonly authority = new Authority();
  readonly stranger = new Authority('A stranger');
  readonly client = this.authority.issue({ names: 'DNS:client' });
  readonly locked = this.authority.issue({ names: 'DNS:client', passphrase: PASSPHRASE });
  readonly ended = this.authority.issue({ names: 'DNS:client', days: -1 });
  readonly foreign = this.stranger.issue({ names: 'DNS:client' });
  readonly servers: Record<string, Started> = {};

  /** Starts everything. */
  static async start(): Promise<World> {
    const world = new World();
    Object.assign(
      world.servers,
      await plainServers(),
      await secureServers(world.authority),
      await strangeServers(world.stranger),
      await endpoints(world.authority),
    );
    return world;
  }

  close(): void {
    for (const server of Object.values(this.servers)) server.close();
    for (const { folder } of [this.authority, this.stranger]) rmSync(folder, { recursive: true, force: true });
  }

  portOf(name: string): number {
    return this.servers[name]?.port ?? 0;
  }

  at(name: string, scheme: 'http' | 'https' = 'https', host = '127.0.0.1'): string {
    return `${scheme}://${host}:${this.portOf(name)}/dicom-web`;
  }

  ca(): { readonly ca: string } {
    return { ca: this.authority.file };
  }

  /** @param user `name:password` */
  proxy(name: string, user = ''): string {
    return `http://${user}${user && '@'}127.0.0.1:${this.portOf(name)}`;
  }

  oauth(name: string, more: Env = {}): Env {
    return {
      DICOMWEB_OAUTH_TOKEN_URL: `http://127.0.0.1:${this.portOf(name)}/token`,
      DICOMWEB_OAUTH_CLIENT_ID: CLIENT.id,
      DICOMWEB_OAUTH_CLIENT_SECRET: CLIENT.secret,
      ...more,
    };
  }

  certificate({ certificateFile, keyFile }: Issued, more: Env = {}): Env {
    return { DICOMWEB_CLIENT_CERT: certificateFile, DICOMWEB_CLIENT_KEY: keyFile, ...more };
  }

  /** Writes a file and returns its path. */
  file(name: string, text: string): string {
    const path = join(this.authority.folder, name);
    writeFileSync(path, text);
    return path;
  }
}

async function plainServers(): Promise<Record<string, Started>> {
  return {
    plain: await startDicomWeb({}),
    closed: await startDicomWeb({ admits }),
    gateway: await startDicomWeb({ admits: (headers) => admits(headers) && headers['x-api-key'] === 'key-4711' }),
    keyed: await startDicomWeb({ admits: (headers) => headers['x-api-key'] === 'key-4711' }),
    plain2: await startDicomWeb({ speaks: 'http2' }),
    proxy: await startProxy(),
    guarded: await startProxy(decodeURIComponent(PROXY_USER)),
    silent: await startRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n')),
    closing: await startRaw((socket) => socket.destroy()),
  };
}

async function secureServers(authority: Authority): Promise<Record<string, Started>> {
  const good = of(authority.issue());
  const mutual = { ...good, ca: readFileSync(authority.file, 'utf8'), requestCert: true, rejectUnauthorized: true };
  const old = { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  return {
    tls: await startDicomWeb({ tls: good }),
    tls12: await startDicomWeb({ tls: { ...good, maxVersion: 'TLSv1.2' } }),
    old: await startDicomWeb({ tls: old }),
    both: await startDicomWeb({ tls: good, speaks: 'both' }),
    only2: await startDicomWeb({ tls: good, speaks: 'http2' }),
    mutual: await startDicomWeb({ tls: mutual }),
    mutualKeyed: await startDicomWeb({ tls: mutual, admits: (headers) => headers['x-api-key'] === 'key-4711' }),
    mutualGateway: await startDicomWeb({
      tls: mutual,
      admits: (headers) => admits(headers) && headers['x-api-key'] === 'key-4711',
    }),
    mutual12: await startDicomWeb({ tls: { ...mutual, maxVersion: 'TLSv1.2' } }),
    mutual2: await startDicomWeb({ tls: mutual, speaks: 'http2' }),
    ended: await startDicomWeb({ tls: of(authority.issue({ days: -1 })) }),
    elsewhere: await startDicomWeb({ tls: of(authority.issue({ names: 'DNS:pacs.example' })) }),
    tlsProxy: await startProxy(null, good),
    ...(HAS_IPV6 ? { six: await startDicomWeb({ tls: good, host: '::1' }) } : {}),
  };
}

/** Servers that answer as no DICOMweb server does. */
async function strangeServers(stranger: Authority): Promise<Record<string, Started>> {
  const own = readFileSync(stranger.file, 'utf8');
  const ownKey = readFileSync(join(stranger.folder, 'ca.key'), 'utf8');
  return {
    mail: await startRaw((socket) => socket.write('220 mail.example ESMTP\r\n')),
    // A-ABORT (PS3.8 §9.3.8).
    dimse: await startRaw((socket) => socket.on('data', () => socket.end(Buffer.from([7, 0, 0, 0, 0, 4, 0, 0, 2, 2])))),
    mute: await startRaw(() => {}),
    selfSigned: await startDicomWeb({ tls: { cert: own, key: ownKey } }),
    proxy403: await answering('403 Forbidden', ''),
    proxyNtlm: await answering('407 Proxy Authentication Required', 'Proxy-Authenticate: NTLM\r\n'),
    wantsBasic: await answering('401 Unauthorized', 'WWW-Authenticate: Basic realm="pacs", charset="UTF-8"\r\n'),
    wantsBearer: await answering('401 Unauthorized', 'WWW-Authenticate: Bearer error="invalid_token"\r\n'),
    wantsNegotiate: await answering('401 Unauthorized', 'WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n'),
    wantsScope: await answering(
      '403 Forbidden',
      'WWW-Authenticate: Bearer error="insufficient_scope", scope="dicom"\r\n',
    ),
  };
}

/** Starts what answers everything in one way. `fields` end with CR LF each. */
function answering(status: string, fields: string): Promise<Started> {
  const answer = `HTTP/1.1 ${status}\r\n${fields}Content-Length: 0\r\nConnection: close\r\n\r\n`;
  return startRaw((socket) => socket.once('data', () => socket.end(answer)));
}

async function endpoints(authority: Authority): Promise<Record<string, Started>> {
  return {
    endpoint: await startTokenEndpoint(CLIENT),
    freshEndpoint: await startTokenEndpoint(CLIENT),
    inForm: await startTokenEndpoint(CLIENT, { isInForm: true }),
    tlsEndpoint: await startTokenEndpoint(CLIENT, { tls: of(authority.issue()) }),
    page: await startTokenEndpoint(CLIENT, { answer: [200, '<html>log in</html>'] }),
    withoutEnd: await startTokenEndpoint(CLIENT, { answer: [200, `{"access_token":"${TOKEN}"}`] }),
    dpop: await startTokenEndpoint(CLIENT, { answer: [200, `{"access_token":"${TOKEN}","token_type":"DPoP"}`] }),
    nothing: await startTokenEndpoint(CLIENT, { answer: [200, ''] }),
    shortPage: await startTokenEndpoint(CLIENT, { answer: [200, '<html>login</html>'] }),
    failing: await startTokenEndpoint(CLIENT, { answer: [500, 'no'] }),
    refusing: await startTokenEndpoint(CLIENT, { answer: [401, ''] }),
    empty: await startTokenEndpoint(CLIENT, { answer: [200, '{"token_type":"Bearer"}'] }),
    missing: await startTokenEndpoint(CLIENT, { answer: [404, 'not here'] }),
  };
}

function of({ certificate, key }: Issued): { readonly cert: string; readonly key: string } {
  return { cert: certificate, key };
}

/** The token, the password, and the first token of each endpoint. */
function admits({ authorization = '' }: IncomingHttpHeaders): boolean {
  const known = [`Bearer ${TOKEN}`, `Basic ${Buffer.from('me:secret-4711').toString('base64')}`];
  return known.includes(authorization) || authorization.startsWith('Bearer token-1-of');
}

/** A JSON Web Token that ends at a time, and may hold from another on, in seconds since 1970. */
export function jwt(exp: number, nbf?: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp, nbf })}.secret-4711`;
}
