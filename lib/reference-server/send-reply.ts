import type { ServerResponse } from 'node:http';
import type { Reply } from './message.ts';

/** Bodies up to this many bytes are joined, so that a small answer is one packet. */
const ONE_PIECE = 65536;

/** Writes bytes and waits until the connection can take more; returns early when the client has gone. */
export async function writeBytes(response: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (response.destroyed || bytes.length === 0) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('close', done);
      resolve();
    };
    response.once('close', done);
    response.write(bytes, done);
  });
}

/** Writes status line and header fields; the Content-Length of the body is added for `length` framing. */
export function writeHead(reply: Reply, response: ServerResponse): void {
  const headers = reply.headers.flat();
  const stated = reply.headers.some(([name]) => name.toLowerCase() === 'content-length');
  const bodiless = reply.status === 204 || reply.status === 304;
  if (reply.framing === 'length' && !stated && !bodiless) {
    headers.push('Content-Length', String(reply.body.reduce((sum, chunk) => sum + chunk.length, 0)));
  }
  if (reply.framing === 'close') {
    response.useChunkedEncodingByDefault = false;
    response.shouldKeepAlive = false;
  }
  response.writeHead(reply.status, headers);
}

/** Sends a whole reply. Node leaves the body out where the request was HEAD. */
export async function sendReply(reply: Reply, response: ServerResponse): Promise<void> {
  writeHead(reply, response);
  const length = reply.body.reduce((sum, chunk) => sum + chunk.length, 0);
  const inOnePiece = length <= ONE_PIECE;
  if (!inOnePiece) for (const chunk of reply.body) await writeBytes(response, chunk);
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.end(inOnePiece ? Buffer.concat(reply.body) : undefined, resolve);
  });
}
