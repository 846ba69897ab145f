import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningServer } from '../listen.ts';
import { UnknownBehaviourError } from '../unknown-behaviour.ts';
import { NULL_SERVERS } from './servers.ts';

export type { NullServer } from './null-server.ts';
export { NULL_SERVERS } from './servers.ts';

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * Starts a hollow server on the loopback interface, on a free port.
 * @throws UnknownBehaviourError for an id that is none.
 */
export async function startNullServer(id: string): Promise<RunningServer> {
  const found = NULL_SERVERS.find((one) => one.id === id);
  if (found === undefined) {
    const known = NULL_SERVERS.map((one) => one.id);
    throw new UnknownBehaviourError('null server', id, known);
  }
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => found.answer(request, body, response),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dicom-web`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
