import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { ConnectionError, type ConnectionProblem, connectError, tlsError } from './connection-error.ts';
import { authorityOf, type Destination, proxyFor } from './route.ts';
import { secureContextOf } from './secure-context.ts';
import type { ConnectionSettings, ProxyServer } from './settings.ts';
import { nameOf, openTunnel } from './tunnel.ts';

export interface DialOptions {
  readonly settings: ConnectionSettings;
  /** What is offered in the TLS handshake (ALPN), such as `http/1.1`. */
  readonly protocols: readonly string[];
  /** The name in the certificate, where it is not that of the destination. */
  readonly servername?: string;
  /** Given each socket as soon as it exists, to be destroyed where the dial is given up. */
  readonly onSocket?: (socket: Socket) => void;
}

/**
 * Connects to a destination, through a proxy where the settings name one, and shakes hands where it is secure. Plain
 * HTTP goes to the proxy itself, which is asked with absolute URLs (RFC 9112 §3.2.2); TLS goes through a tunnel.
 *
 * @throws ConnectionError that says which step failed.
 */
export async function dial(destination: Destination, options: DialOptions): Promise<Socket> {
  const { settings } = options;
  const proxy = proxyFor(destination, settings);
  const first = proxy === null ? await connected(destination, options) : await connectedToProxy(proxy, options);
  // A proxy cannot be asked for a plain URL in HTTP/2, so that goes through a tunnel too.
  const isTunnelled = proxy !== null && (destination.secure || options.protocols.includes('h2'));
  try {
    if (isTunnelled) await openTunnel(first, proxy, destination);
    if (!destination.secure) return first;
    return await secured(first, { ...destination, host: options.servername ?? destination.host }, options);
  } catch (error) {
    first.destroy();
    throw error;
  }
}

async function connectedToProxy(proxy: ProxyServer, options: DialOptions): Promise<Socket> {
  try {
    const socket = await connected(proxy, options);
    // What a proxy is asked stays readable by the way; the target's own TLS lies inside.
    return proxy.secure ? await secured(socket, proxy, { ...options, protocols: [] }) : socket;
  } catch (error) {
    const why = `${nameOf(proxy)} cannot be reached: ${(error as Error).message}`;
    throw new ConnectionError('proxy', problemOfProxy(error), why, error);
  }
}

function problemOfProxy(error: unknown): ConnectionProblem {
  if (!(error instanceof ConnectionError) || error.stage !== 'tls') return 'proxy-unreachable';
  return error.problem === 'plain-http-port' ? 'proxy-without-tls' : 'proxy-certificate';
}

function connected({ host, port }: Pick<Destination, 'host' | 'port'>, options: DialOptions): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connectTcp({ host, port, noDelay: true });
    options.onSocket?.(socket);
    const fail = (error: Error): void => reject(connectError(error));
    const close = (): void => fail(new Error('the connection was closed'));
    socket
      .once('error', fail)
      .once('close', close)
      .once('connect', () => {
        socket.off('error', fail).off('close', close);
        resolve(socket);
      });
  });
}

function secured(
  below: Socket,
  { host, port }: Pick<Destination, 'host' | 'port'>,
  options: DialOptions,
): Promise<TLSSocket> {
  const { tls } = options.settings;
  return new Promise((resolve, reject) => {
    const isAddress = /^[\d.]+$|:/.test(host);
    const socket = connectTls({
      socket: below,
      // Names only (RFC 6066 §3); the certificate is compared with an address all the same.
      ...(isAddress ? {} : { servername: host }),
      host,
      secureContext: secureContextOf(tls, authorityOf({ host, port })),
      rejectUnauthorized: tls.verify,
      ALPNProtocols: [...options.protocols],
    });
    options.onSocket?.(socket);
    const fail = (error: Error): void => reject(tlsError(error));
    const close = (): void => fail(new Error('the connection was closed'));
    socket
      .once('error', fail)
      .once('close', close)
      .once('secureConnect', () => {
        socket.off('error', fail).off('close', close);
        resolve(socket);
      });
  });
}
