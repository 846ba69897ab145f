import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';

/** Emitted on a pooled socket at the moment it is handed to another request. */
export const SOCKET_REUSED = 'dicomweb-harness:reused';

/** Connections of one transport. */
export interface Agents {
  /** For requests that may be repeated when a pooled connection turns out to be closed. */
  readonly pooled: (protocol: string) => http.Agent;
  /** A connection of its own for each request. */
  readonly fresh: (protocol: string) => http.Agent;
  destroy(): void;
}

/** Servers close idle connections after as little as one second; ours go before that. */
const IDLE_MS = 800;

class PoolingHttpAgent extends http.Agent {
  override reuseSocket(socket: Duplex, request: http.ClientRequest): void {
    socket.emit(SOCKET_REUSED);
    super.reuseSocket(socket, request);
  }
}

class PoolingHttpsAgent extends https.Agent {
  override reuseSocket(socket: Duplex, request: http.ClientRequest): void {
    socket.emit(SOCKET_REUSED);
    super.reuseSocket(socket, request);
  }
}

export function createAgents(): Agents {
  const pooled = { http: new PoolingHttpAgent(POOLED), https: new PoolingHttpsAgent(POOLED) };
  const fresh = { http: new http.Agent(FRESH), https: new https.Agent(FRESH) };
  return {
    pooled: (protocol) => (protocol === 'https:' ? pooled.https : pooled.http),
    fresh: (protocol) => (protocol === 'https:' ? fresh.https : fresh.http),
    destroy() {
      for (const agent of [...Object.values(pooled), ...Object.values(fresh)]) agent.destroy();
    },
  };
}

const POOLED = { keepAlive: true, timeout: IDLE_MS };
/** Keeps none, yet asks for keep-alive as an ordinary client does. */
const FRESH = { keepAlive: true, maxFreeSockets: 0 };
