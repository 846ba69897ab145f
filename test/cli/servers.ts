import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createDicomWebClient } from '../../lib/dicomweb/client.ts';
import type { DicomWebClient } from '../../lib/dicomweb/operations.ts';
import { createTransport } from '../../lib/http/transport.ts';
import { type ReferenceServerOptions, startReferenceServer } from '../../lib/reference-server/server.ts';
import { resolveTarget } from '../../lib/target/configuration.ts';
import { loadProfile } from '../../lib/target/profiles.ts';
import { temporaryFolder } from './program.ts';

/** Base URL of a reference server that is closed after the test. */
export async function referenceServer(t: TestContext, options: ReferenceServerOptions = {}): Promise<string> {
  const server = await startReferenceServer(options);
  t.after(() => server.close());
  return server.baseUrl;
}

/** Base URL of a web server that answers everything with a page. */
export async function webServer(t: TestContext): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>It works</title>');
  });
  const url = await listening(server);
  t.after(() => server.close());
  return url;
}

/** Base URL of a web server that sends everybody to the same path of another origin. */
export async function redirectingTo(t: TestContext, origin: string, status: number): Promise<string> {
  const server = createServer(({ url }, response) => {
    response.writeHead(status, { Location: `${origin}${url}` }).end();
  });
  const url = await listening(server);
  t.after(() => server.close());
  return url;
}

/** Base URL of a port that nobody listens on. */
export async function deadPort(): Promise<string> {
  const server = createServer();
  const url = await listening(server);
  server.close();
  await once(server, 'close');
  return url;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/dicom-web`;
}

/** A client of our own, to see what a run left on a server. */
export function clientFor(t: TestContext, baseUrl: string): DicomWebClient {
  const target = resolveTarget({ target: baseUrl, embedded: false }, {});
  const transport = createTransport({ target, spoolFolder: temporaryFolder(t) });
  t.after(() => transport.close());
  let count = 0;
  return createDicomWebClient({ target, transport, nextExchangeId: () => `test.${++count}` });
}

/** SOP Instance UIDs that a server finds when it is asked for all, with a token where it wants one. */
export async function instancesOn(baseUrl: string, token?: string): Promise<string[]> {
  const headers = { Accept: 'application/dicom+json', ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${baseUrl}/instances`, { headers });
  if (answer.status === 204) return [];
  const dataSets = (await answer.json()) as Record<string, { Value: string[] }>[];
  return dataSets.map((dataSet) => dataSet['00080018']?.Value[0] ?? '').sort();
}

/** The profile of a server that stores and never deletes. */
export function profileWithoutDelete(t: TestContext): string {
  const { features, ...standard } = loadProfile('standard');
  const path = join(temporaryFolder(t), 'archive.json');
  const without = { ...features, deleteStudy: 'no', deleteSeries: 'no', deleteInstance: 'no' };
  writeFileSync(path, JSON.stringify({ ...standard, name: 'archive', features: without }));
  return path;
}
