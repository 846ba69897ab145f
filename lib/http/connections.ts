import type { Agent } from 'node:http';
import { type ClientHttp2Session, connect as connectHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { BOUNDS } from '../bounds.ts';
import { ConnectionError } from '../connection/connection-error.ts';
import { destroySockets } from '../connection/destroy-sockets.ts';
import { dial } from '../connection/dial.ts';
import { authorityOf, destinationOf, proxyFor } from '../connection/route.ts';
import type { ConnectionSettings, ProxyServer } from '../connection/settings.ts';
import { proxyRefusal } from '../connection/tunnel.ts';
import { DialingAgent } from './agents.ts';
import { headerValues, type TransportFailure } from './exchange.ts';
import { connectionFailure } from './failure.ts';
import { exchangeOnWire } from './wire.ts';
import { exchangeOnHttp2 } from './wire-http2.ts';
import type { WireOutcome, WireRequest } from './wire-request.ts';

/** The connections of one transport, by origin, over HTTP/1.1 or HTTP/2 as the settings and the server have it. */
interface Connections {
  /** @param isAlone on a connection of its own, which nobody used before. */
  exchange(request: WireRequest, isAlone: boolean): Promise<WireOutcome>;
  close(): void;
}

/** How much a peer may send before it is told that it was read, in bytes: answers are large. */
const WINDOW_BYTES = 1 << 20;

export function createConnections(settings: ConnectionSettings): Connections {
  /** What a secure origin chose in its first handshake. */
  const chosen = new Map<string, '1.1' | '2'>();
  const agents = new Map<string, Agent>();
  const sessions = new Map<string, ClientHttp2Session>();

  const onHttp1 = async (request: WireRequest, isAlone: boolean, first: Socket | null): Promise<WireOutcome> => {
    const { origin } = request.url;
    const destination = destinationOf(request.url);
    const usable = isAlone ? undefined : agents.get(origin);
    if (usable) first?.destroy();
    const agent = usable ?? new DialingAgent(destination, settings, first);
    if (!isAlone) agents.set(origin, agent);
    const proxy = destination.secure ? null : proxyFor(destination, settings);
    const outcome = exchangeOnWire(proxy === null ? request : throughProxy(request, proxy), agent, settings);
    const { response, ...rest } = await (isAlone ? outcome.finally(() => agent.destroy()) : outcome);
    if (proxy === null || response?.status !== 407) return { response, ...rest };
    // An answer of the proxy, and not of the target.
    const schemes = headerValues(response.headers, 'proxy-authenticate').flatMap((value) => value.split(/[\s,]/, 1));
    const answer = { status: 407, line: `407 ${response.reason}`, schemes };
    const refusal = proxyRefusal(proxy, answer, authorityOf(destination));
    return { ...rest, response: null, failure: connectionFailure(refusal, settings) };
  };

  const onHttp2 = async (request: WireRequest, isAlone: boolean, first: Socket | null): Promise<WireOutcome> => {
    const { origin } = request.url;
    const known = isAlone ? undefined : sessions.get(origin);
    if (known && !known.closed && !known.destroyed) {
      first?.destroy();
      known.ref();
      return exchangeOnHttp2(request, known, settings, true).finally(() => known.unref());
    }
    const socket = first ?? (await dialWithin(request, ['h2'], settings));
    if ('failure' in socket) return socket;
    const session = connectHttp2(origin, {
      createConnection: () => socket,
      maxHeaderListPairs: BOUNDS.headerFields.limit,
      settings: { enablePush: false, initialWindowSize: WINDOW_BYTES },
    });
    // Each exchange listens for itself; between two of them nobody does.
    session.on('error', () => {});
    session.once('connect', () => session.setLocalWindowSize(WINDOW_BYTES));
    if (!isAlone) sessions.set(origin, session);
    return exchangeOnHttp2(request, session, settings, false).finally(() =>
      isAlone ? session.destroy() : session.unref(),
    );
  };

  return {
    async exchange(request, isAlone) {
      const { origin, protocol } = request.url;
      const version = settings.version === 'auto' && protocol === 'http:' ? '1.1' : settings.version;
      const known = version === 'auto' ? chosen.get(origin) : version;
      if (known === '1.1') return onHttp1(request, isAlone, null);
      if (known === '2') return onHttp2(request, isAlone, null);
      const socket = await dialWithin(request, ['h2', 'http/1.1'], settings);
      if ('failure' in socket) return socket;
      const choice = (socket as TLSSocket).alpnProtocol === 'h2' ? '2' : '1.1';
      chosen.set(origin, choice);
      return choice === '2' ? onHttp2(request, isAlone, socket) : onHttp1(request, isAlone, socket);
    },
    close() {
      for (const agent of agents.values()) agent.destroy();
      for (const session of sessions.values()) session.destroy();
    },
  };
}

/** Plain HTTP asks the proxy with the whole URL (RFC 9112 §3.2.2); the field for the proxy is not the target's. */
function throughProxy(request: WireRequest, { authorization }: ProxyServer): WireRequest {
  return {
    ...request,
    path: `${request.url.origin}${request.path}`,
    headers: [...request.headers, ...(authorization === null ? [] : [['Proxy-Authorization', authorization] as const])],
  };
}

/** A connected socket, or the outcome of a request that did not get one in time. */
async function dialWithin(
  { url, timeoutMs, signals, collector }: WireRequest,
  protocols: readonly string[],
  settings: ConnectionSettings,
): Promise<Socket | WireOutcome> {
  const started = performance.now();
  const opened: Socket[] = [];
  let failure: TransportFailure | null = null;
  const giveUp = (why: TransportFailure): void => {
    failure ??= why;
    destroySockets(opened);
  };
  const timer = setTimeout(() => {
    giveUp({ code: 'timed-out', message: `no byte for ${timeoutMs} ms while connecting` });
  }, timeoutMs);
  const onAbort = (): void => giveUp({ code: 'aborted', message: 'the run was ended' });
  for (const signal of signals) signal.addEventListener('abort', onAbort, { once: true });
  if (signals.some(({ aborted }) => aborted)) onAbort();
  try {
    const onSocket = (socket: Socket): void => {
      opened.push(socket);
      if (failure !== null) socket.destroy();
    };
    const socket = await dial(destinationOf(url), { settings, protocols, onSocket });
    const wantsHttp2 = url.protocol === 'https:' && !protocols.includes('http/1.1');
    if (!wantsHttp2 || (socket as TLSSocket).alpnProtocol === 'h2') return socket;
    socket.destroy();
    throw new ConnectionError('tls', 'http1-only', 'the server did not agree to HTTP/2 in the TLS handshake');
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    collector.finish();
    const end = performance.now() - started;
    failure ??= connectionFailure(error, settings);
    return { response: null, failure, sent: null, firstByte: null, end, stale: false };
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal.removeEventListener('abort', onAbort);
  }
}
