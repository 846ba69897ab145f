import type { Duplex } from 'node:stream';
import { ConnectionError } from './connection-error.ts';
import { authorityOf, type Destination } from './route.ts';
import type { ProxyServer } from './settings.ts';

const LONGEST_HEAD = 16 * 1024;

/**
 * Asks a proxy to pass everything on to a destination (CONNECT, RFC 9110 §9.3.6), over a socket that is connected to it.
 *
 * @throws ConnectionError when the proxy does not.
 */
export async function openTunnel(socket: Duplex, proxy: ProxyServer, destination: Destination): Promise<void> {
  const authority = authorityOf(destination);
  const authorization = proxy.authorization === null ? '' : `Proxy-Authorization: ${proxy.authorization}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`);
  const head = await readHead(socket, proxy);
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0);
  if (status >= 200 && status < 300) return;
  if (status === 0) {
    const why = `${nameOf(proxy)} does not answer as an HTTP proxy`;
    throw new ConnectionError('proxy', 'proxy-failed', why);
  }
  const schemes = [...head.matchAll(/^proxy-authenticate:[ \t]*([\w-]+)/gim)].map(([, scheme = '']) => scheme);
  throw proxyRefusal(proxy, { status, line: head.split('\r\n', 1)[0] ?? '', schemes }, authority);
}

interface ProxyAnswer {
  readonly status: number;
  /** The status line, or what is known of it. */
  readonly line: string;
  /** Schemes of Proxy-Authenticate; none where they are not known. */
  readonly schemes: readonly string[];
}

/** A proxy's answer that is not the target's. */
export function proxyRefusal(
  proxy: ProxyServer,
  { status, line, schemes }: ProxyAnswer,
  authority: string,
): ConnectionError {
  const answer = `${nameOf(proxy)} answered ${JSON.stringify(line.slice(0, 100))}`;
  if (status === 407) {
    if (schemes.length > 0 && !schemes.some((scheme) => /^basic$/i.test(scheme))) {
      const names = [...new Set(schemes)].join(' or ').slice(0, 60);
      return new ConnectionError('proxy', 'proxy-other-scheme', `${answer}: it asks for ${names}`);
    }
    return proxy.authorization === null
      ? new ConnectionError('proxy', 'proxy-wants-password', `${answer}: it wants a user and a password`)
      : new ConnectionError('proxy', 'proxy-refuses-password', `${answer}: it refuses the user or the password`);
  }
  if (status === 403 || status === 405) {
    return new ConnectionError('proxy', 'proxy-forbids', `${answer}: it does not let anybody reach ${authority}`);
  }
  return new ConnectionError('proxy', 'proxy-failed', `${answer}: it does not reach ${authority}`);
}

/** `the proxy proxy.example:3128 (HTTPS_PROXY)`. */
export function nameOf(proxy: ProxyServer): string {
  return `the proxy ${authorityOf(proxy)} (${proxy.variable})`;
}

/** The head of the answer; what follows it belongs to the destination and stays in the socket. */
function readHead(socket: Duplex, proxy: ProxyServer): Promise<string> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const settle = (act: () => void): void => {
      socket.off('readable', read).off('error', fail).off('end', end).off('close', end);
      act();
    };
    const fail = (error: Error): void => {
      const why = `${nameOf(proxy)} broke the connection off: ${error.message}`;
      settle(() => reject(new ConnectionError('proxy', 'proxy-broke-off', why, error)));
    };
    const end = (): void => fail(new Error('it was closed'));
    const read = (): void => {
      for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null) {
        bytes = Buffer.concat([bytes, chunk]);
        const at = bytes.indexOf('\r\n\r\n');
        if (at < 0 && bytes.length <= LONGEST_HEAD && /^(H(T(T(P.*)?)?)?)?$/s.test(bytes.toString('latin1', 0, 8)))
          continue;
        const rest = bytes.subarray(at < 0 ? bytes.length : at + 4);
        if (rest.length > 0) socket.unshift(rest);
        const head = at < 0 ? '' : bytes.toString('latin1', 0, at);
        settle(() => resolve(head));
        return;
      }
    };
    socket.on('readable', read).on('error', fail).on('end', end).on('close', end);
  });
}
