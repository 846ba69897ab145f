import { createServer, type Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A TCP server on loopback that says whatever a test wants it to, byte for byte. */
export interface RawServer {
  readonly url: string;
  /** What came in on each connection, as latin-1 text. */
  readonly received: string[];
}

export interface Conversation {
  readonly socket: Socket;
  /** Index of the connection, from 0. */
  readonly connection: number;
  /** Everything received on this connection so far, as latin-1 text. */
  readonly text: () => string;
}

/** Calls `onRequest` each time a whole header block has come in. The server ends with the test. */
export async function rawServer(
  test: TestContext,
  onRequest: (conversation: Conversation) => void,
): Promise<RawServer> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = received.push('') - 1;
    let answered = 0;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk) => {
      received[connection] += chunk.toString('latin1');
      const requests = (received[connection] ?? '').split('\r\n\r\n').length - 1;
      if (requests > answered) {
        answered = requests;
        onRequest({ socket, connection, text: () => received[connection] ?? '' });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}`, received };
}
