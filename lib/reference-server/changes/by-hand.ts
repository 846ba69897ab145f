import { once } from 'node:events';
import type { Behaviour } from '../behaviour.ts';
import type { Header, Reply, Request } from '../message.ts';

/** A message as Node would not write it. */
interface HandWritten {
  readonly version: '1.0' | '1.1';
  /** Beside the header fields of the reply and the Content-Length of its body. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
}

/** Writes some replies to the socket as they are given, and closes the connection. */
export function writingByHand(
  isMet: (request: Request, reply: Reply) => boolean,
  write: (body: Buffer) => HandWritten,
): Behaviour {
  return {
    async send(reply, response, request, next) {
      const { socket } = response;
      if (!isMet(request, reply) || socket === null) return next(reply, response);
      const original = Buffer.concat(reply.body);
      const { version, headers, body } = write(original);
      const fields = [...reply.headers, ['Content-Length', String(original.length)], ...headers];
      const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      socket.end(Buffer.concat([Buffer.from(`HTTP/${version} ${reply.status} OK\r\n${head}\r\n`), body]));
      await once(socket, 'close');
    },
  };
}
