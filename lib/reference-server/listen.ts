import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admit, CROSS_ORIGIN, preflight, type RequiredCredentials } from './access.ts';
import { Archive } from './archive.ts';
import { type Behaviour, wrapHandler, wrapSender } from './behaviour.ts';
import { handle } from './handle.ts';
import { type Answer, type Header, Refusal, type Request, textAnswer } from './message.ts';
import { readRequest } from './read-request.ts';
import { sendReply } from './send-reply.ts';
import { writeReply } from './write-reply.ts';

interface ServerOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  readonly credentials?: RequiredCredentials;
  /** Longest request body in bytes; a longer one is refused with 413. */
  readonly bodyLimit?: number;
  readonly behaviours?: readonly Behaviour[];
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
 * Starts a DICOMweb server on the loopback interface that keeps its instances in memory: Store, Retrieve, Search,
 * Delete and Capabilities of PS3.18, as strictly as the text allows.
 * @throws the system's own error, such as EADDRINUSE, when it cannot listen.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const archive = new Archive();
  const behaviours = options.behaviours ?? [];
  const handler = wrapHandler(behaviours, handle);

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    let request = unreadRequest(incoming);
    let answer: Answer;
    try {
      if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method'] !== undefined) {
        answer = { status: 204, headers: preflight(incoming.headers), content: { kind: 'none' } };
      } else {
        admit(incoming.headers, options.credentials);
        request = await readRequest(incoming, BASE_PATH, options.bodyLimit ?? BODY_LIMIT);
        answer = await handler(request, archive);
      }
    } catch (error) {
      answer = explain(error);
    }
    const plain = writeReply({ ...answer, headers: [...answer.headers, ...CROSS_ORIGIN, ...FOR_CACHES] });
    const reply = behaviours.reduceRight((inner, { reply }) => (reply ? reply(inner, request) : inner), plain);
    await wrapSender(behaviours, request, sendReply)(reply, response);
    if (!incoming.complete) linger(incoming);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${BASE_PATH}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
