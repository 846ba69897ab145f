import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningServer, UnknownBehaviourError } from '../server.ts';
import { always204 } from './always-204.ts';
import { always401 } from './always-401.ts';
import { always404 } from './always-404.ts';
import { always409 } from './always-409.ts';
import { always500 } from './always-500.ts';
import { alwaysEmptyBody } from './always-empty-body.ts';
import { alwaysEmptyList } from './always-empty-list.ts';
import { alwaysEmptyObject } from './always-empty-object.ts';
import { closesHalfWay } from './closes-half-way.ts';
import { echo } from './echo.ts';
import { emptyMultipart } from './empty-multipart.ts';
import { noise } from './noise.ts';
import type { NullServer } from './null-server.ts';
import { storeOnlyInName } from './store-only-in-name.ts';
import { verySlow } from './very-slow.ts';

export type { NullServer } from './null-server.ts';

/** Every hollow server. */
export const NULL_SERVERS: readonly NullServer[] = [
  alwaysEmptyList,
  alwaysEmptyObject,
  alwaysEmptyBody,
  always204,
  always404,
  always409,
  always401,
  always500,
  echo,
  closesHalfWay,
  emptyMultipart,
  noise,
  storeOnlyInName,
  verySlow,
];

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
