import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { tutorialDataset } from '../../fixtures/tutorial/index.ts';
import type { RunningServer } from '../../lib/reference-server/listen.ts';
import { startReferenceServer } from '../../lib/reference-server/server.ts';
import { clientFor } from './servers.ts';

export interface CountingServer {
  readonly url: string;
  /** Study Instance UID of what it holds. */
  readonly study: string;
  /** How many requests of each method came. */
  readonly methods: ReadonlyMap<string, number>;
}

/** Lets a server, one without a fault unless another is given, hold the tutorial's study, and counts the methods that reach it. */
export async function countingServer(t: TestContext, given?: RunningServer): Promise<CountingServer> {
  const server = given ?? (await startReferenceServer());
  t.after(() => server.close());
  const { study, instances } = tutorialDataset({ rows: 33, columns: 35 });
  await clientFor(t, server.baseUrl).store(instances.map(({ source }) => source));
  const { hostname, port, pathname } = new URL(server.baseUrl);
  const methods = new Map<string, number>();
  const proxy = createServer((incoming, outgoing) => {
    const { method = '', url: path, headers } = incoming;
    methods.set(method, (methods.get(method) ?? 0) + 1);
    const onwards = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    incoming.pipe(onwards);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  t.after(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${pathname}`, study, methods };
}
