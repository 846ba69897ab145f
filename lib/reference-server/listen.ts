import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { admit, type RequiredCredentials } from './access.ts';
import { isAdminPath } from './admin/admin.ts';
import { Archive } from './archive.ts';
import { type Behaviour, wrapHandler, wrapSender } from './behaviour.ts';
import { type AllowedOrigin, crossOrigin, preflight } from './cors.ts';
import { handle } from './handle.ts';
import { DEFAULT_HOST, urlHost } from './host.ts';
import { type Answer, type Header, Refusal, type Request, textAnswer } from './message.ts';
import { readRequest } from './read-request.ts';
import { sendReply } from './send-reply.ts';
import { writeReply } from './write-reply.ts';

/** A server's certificate, or the chain that begins with it, and its private key, as PEM. */
export interface ServerCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface ListenOptions {
  /** Address or name to listen on; 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Serves HTTPS with this certificate. */
  readonly tls?: ServerCertificate;
  /** Every origin when left out. */
  readonly cors?: AllowedOrigin;
  readonly credentials?: RequiredCredentials;
  /** Longest request body in bytes; a longer one is refused with 413. */
  readonly bodyLimit?: number;
}

interface ServerOptions extends ListenOptions {
  readonly behaviours?: readonly Behaviour[];
  /** Holds what is there at the start; an empty one when left out. */
  readonly archive?: Archive;
  /** Answers what is sent below the admin path; without it, nothing is there. */
  readonly admin?: (incoming: IncomingMessage) => Promise<Answer>;
}

export interface RunningServer {
  /** Without trailing slash. */
  readonly baseUrl: string;
  /** Ends the server and its connections, those in use included. */
  close(): Promise<void>;
}

/** What is stored and deleted changes every answer, and Accept selects it: no cache may take one for another. */
const FOR_CACHES: readonly Header[] = [
  ['Cache-Control', 'no-cache'],
  ['Vary', 'Accept'],
];

const BASE_PATH = '/dicom-web';
const BODY_LIMIT = 2 ** 31;
const LINGER_MS = 1000;

function explain(error: unknown): Answer {
  if (error instanceof Refusal) return textAnswer(error.status, error.message, error.headers);
  return textAnswer(500, `the reference server failed: ${error instanceof Error ? error.message : String(error)}`);
}

/** Lets a client whose body was refused read the answer before the connection ends. */
function linger(incoming: IncomingMessage): void {
  incoming.resume();
  setTimeout(() => incoming.destroy(), LINGER_MS).unref();
}

/** A request of which only what precedes its resource is known: for the answers that refuse it. */
function unreadRequest(incoming: IncomingMessage): Request {
  return {
    method: incoming.method ?? 'GET',
    route: { operation: 'capabilities', level: 'studies' },
    base: '',
    path: incoming.url ?? '/',
    query: [],
    rawQuery: '',
    headers: incoming.headers,
    body: [],
  };
}

/**
 * Starts a DICOMweb server that keeps its instances in memory: Store, Retrieve, Search, Delete and Capabilities of
 * PS3.18, as strictly as the text allows.
 * @throws the system's own error, such as EADDRINUSE, when it cannot listen, and that of OpenSSL for a certificate.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const { archive = new Archive(), behaviours = [], host = DEFAULT_HOST, admin } = options;
  const handler = wrapHandler(behaviours, handle);
  const always = [...crossOrigin(options.cors ?? '*'), ...FOR_CACHES];

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let request = unreadRequest(incoming);
    let answer: Answer;
    try {
      if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method'] !== undefined) {
        answer = { status: 204, headers: preflight(incoming.headers), content: { kind: 'none' } };
      } else {
        if (!behaviours.some(({ admits }) => admits?.(incoming))) admit(incoming.headers, options.credentials);
        request = await readRequest(incoming, BASE_PATH, options.bodyLimit ?? BODY_LIMIT);
        answer = await handler(request, archive);
      }
    } catch (error) {
      answer = explain(error);
    }
    const plain = writeReply({ ...answer, headers: [...answer.headers, ...always] });
    const reply = behaviours.reduceRight((inner, { reply }) => (reply ? reply(inner, request) : inner), plain);
    await wrapSender(behaviours, request, sendReply)(reply, response);
    if (!incoming.complete) linger(incoming);
  }

  /** No fault and no other origin meets the admin path: whoever switches a fault on has to be able to switch it off. */
  async function administer(answering: NonNullable<typeof admin>, incoming: IncomingMessage, response: ServerResponse) {
    const answer = await Promise.resolve()
      .then(() => admit(incoming.headers, options.credentials))
      .then(() => answering(incoming))
      .catch(explain);
    await sendReply(writeReply({ ...answer, headers: [...answer.headers, ['Cache-Control', 'no-store']] }), response);
    if (!incoming.complete) linger(incoming);
  }

  const server = serverFor(options.tls, (incoming, response) => {
    const served =
      admin && isAdminPath(incoming.url ?? '') ? administer(admin, incoming, response) : serve(incoming, response);
    served.catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `${options.tls ? 'https' : 'http'}://${urlHost(host)}:${port}${BASE_PATH}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function serverFor(tls: ServerCertificate | undefined, listener: RequestListener): Server {
  const server = tls ? createSecureServer({ ...tls }, listener) : createServer(listener);
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  return server;
}
