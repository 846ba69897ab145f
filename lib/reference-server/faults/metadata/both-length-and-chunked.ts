import { once } from 'node:events';
import type { Reply } from '../../message.ts';
import type { Fault } from '../fault.ts';

/** The whole message by hand: node refuses to write both fields. */
function asBytes({ status, headers, body }: Reply): Buffer {
  const bytes = Buffer.concat(body);
  const fields = [...headers, ['Content-Length', String(bytes.length)], ['Transfer-Encoding', 'chunked']];
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} OK\r\n${head}Connection: close\r\n\r\n${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
}

export const bothLengthAndChunked: Fault = {
  id: 'both-length-and-chunked',
  title: 'gives Content-Length beside Transfer-Encoding',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-001', 'COMMON-018'],
  behaviour: () => ({
    async send(reply, response, request, next) {
      const { socket } = response;
      if (request.route.operation !== 'metadata' || reply.status !== 200 || socket === null)
        return next(reply, response);
      socket.end(asBytes(reply));
      await once(socket, 'close');
    },
  }),
};
