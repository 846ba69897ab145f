import http from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { dial } from '../connection/dial.ts';
import type { Destination } from '../connection/route.ts';
import type { ConnectionSettings } from '../connection/settings.ts';

/** Emitted on a pooled socket at the moment it is handed to another request. */
export const SOCKET_REUSED = 'dicomweb-harness:reused';

/** Servers close idle connections after as little as one second; ours go before that. */
const IDLE_MS = 800;

/**
 * Connections of HTTP/1.1 to one destination, TLS and proxies included. Node is told the scheme http, whatever the
 * destination has: the sockets that it gets are connected and secured.
 */
export class DialingAgent extends http.Agent {
  readonly #destination: Destination;
  readonly #settings: ConnectionSettings;
  readonly #dialled = new Set<Socket>();
  #first: Socket | null;

  /** @param first a socket that is connected already, for the first request. */
  constructor(destination: Destination, settings: ConnectionSettings, first: Socket | null = null) {
    super({ keepAlive: true, timeout: IDLE_MS });
    this.#destination = destination;
    this.#settings = settings;
    this.#first = first;
  }

  override createConnection(
    _options: http.ClientRequestArgs,
    done: (error: Error | null, socket: Duplex) => void,
  ): undefined {
    const onSocket = (socket: Socket): void => {
      this.#dialled.add(socket);
      socket.once('close', () => this.#dialled.delete(socket));
    };
    const first = this.#first;
    this.#first = null;
    const ready =
      first === null
        ? dial(this.#destination, { settings: this.#settings, protocols: ['http/1.1'], onSocket })
        : Promise.resolve(first);
    ready.then(
      (socket) => done(null, socket),
      // Node looks at the error alone.
      (error: Error) => done(error, undefined as unknown as Duplex),
    );
    return undefined;
  }

  override reuseSocket(socket: Duplex, request: http.ClientRequest): void {
    socket.emit(SOCKET_REUSED);
    super.reuseSocket(socket, request);
  }

  /** Ends every connection, those being dialled as well. */
  override destroy(): void {
    super.destroy();
    this.#first?.destroy();
    for (const socket of this.#dialled) socket.destroy();
  }
}
