import { once } from 'node:events';
import type { Reply } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** The whole message by hand: node speaks HTTP/1.1 only. */
function asBytes({ status, headers, body }: Reply): Buffer {
  const bytes = Buffer.concat(body);
  const fields = [...headers, ['Content-Length', String(bytes.length)]];
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`HTTP/1.0 ${status} OK\r\n${head}Connection: close\r\n\r\n`), bytes]);
}

export const speaksHttp10: Fault = {
  id: 'speaks-http-1-0',
  title: 'answers searches in HTTP/1.0',
  operations: ['http'],
  requirements: ['COMMON-002'],
  behaviour: () => ({
    async send(reply, response, request, next) {
      const { socket } = response;
      if (request.route.operation !== 'search' || reply.status !== 200 || socket === null) return next(reply, response);
      socket.end(asBytes(reply));
      await once(socket, 'close');
    },
  }),
};
