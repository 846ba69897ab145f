import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';

/** Emitted on a pooled socket at the moment it is handed to another request. */
export const SOCKET_REUSED = 'dicomweb-harness:reused';

/** Connections of one transport. */
interface Agents {
  /** For requests that may be repeated when a pooled connection turns out to be closed. */
  readonly pooled: (protocol: string) => http.Agent;
  /** For one request with a connection of its own, kept open as usual until the caller destroys the agent. */
  readonly single: (protocol: string) => http.Agent;
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

const OPTIONS = { keepAlive: true, timeout: IDLE_MS };

export function createAgents(): Agents {
  const pooled = { http: new PoolingHttpAgent(OPTIONS), https: new PoolingHttpsAgent(OPTIONS) };
  return {
    pooled: (protocol) => (protocol === 'https:' ? pooled.https : pooled.http),
    single: (protocol) => (protocol === 'https:' ? new https.Agent(OPTIONS) : new http.Agent(OPTIONS)),
    destroy() {
      pooled.http.destroy();
      pooled.https.destroy();
    },
  };
}
