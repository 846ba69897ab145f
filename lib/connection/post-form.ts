import { request as httpRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import { ConnectionError } from './connection-error.ts';
import { destroySockets } from './destroy-sockets.ts';
import { dial } from './dial.ts';
import { authorityOf, destinationOf, proxyFor } from './route.ts';
import type { ConnectionSettings } from './settings.ts';
import { proxyRefusal } from './tunnel.ts';

const LONGEST_MS = 30_000;
const LARGEST = 1 << 20;

interface FormAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * Sends a form and reads a short answer, over HTTP/1.1 with the settings of a target's connections.
 *
 * @throws ConnectionError, or an Error for an answer that does not come within half a minute or is too long.
 */
export async function postForm(
  url: URL,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  settings: ConnectionSettings,
): Promise<FormAnswer> {
  const body = new URLSearchParams(form).toString();
  const destination = destinationOf(url);
  const proxy = destination.secure ? null : proxyFor(destination, settings);
  const opened: Duplex[] = [];
  const deadline = setTimeout(() => {
    destroySockets(opened, new Error(`no answer within ${LONGEST_MS / 1000} s`));
  }, LONGEST_MS);
  try {
    const onSocket = (socket: Duplex): unknown => opened.push(socket);
    const socket = await dial(destination, { settings, protocols: ['http/1.1'], onSocket });
    const answer = await exchanged(socket, body, {
      method: 'POST',
      path: proxy === null ? `${url.pathname}${url.search}` : url.href,
      headers: {
        ...headers,
        Host: url.host,
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
        Connection: 'close',
        ...(proxy?.authorization ? { 'Proxy-Authorization': proxy.authorization } : {}),
      },
    });
    if (proxy && answer.status === 407) {
      throw proxyRefusal(proxy, { status: 407, line: 'HTTP/1.1 407', schemes: [] }, authorityOf(destination));
    }
    return answer;
  } finally {
    clearTimeout(deadline);
    destroySockets(opened);
  }
}

function exchanged(socket: Duplex, body: string, options: object): Promise<FormAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ ...options, createConnection: () => socket }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > LARGEST) outgoing.destroy(new Error('its answer is too long'));
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      response.on('error', reject);
    });
    outgoing.on('error', (error) =>
      reject(error instanceof ConnectionError ? error : new Error(error.message, { cause: error })),
    );
    outgoing.end(body);
  });
}
