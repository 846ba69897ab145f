import { once } from 'node:events';
import type { Fault } from '../fault.ts';

export const headWithBody: Fault = {
  id: 'head-with-body',
  title: 'answers HEAD with the body of GET',
  operations: ['head'],
  requirements: ['COMMON-033'],
  behaviour: () => ({
    async send(reply, response, request, next) {
      const { socket } = response;
      if (request.method !== 'HEAD' || socket === null) return next(reply, response);
      const body = Buffer.concat(reply.body);
      const fields = [...reply.headers, ['Content-Length', String(body.length)]];
      const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      // By hand: Node leaves the body out.
      socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${reply.status} OK\r\n${head}\r\n`), body]));
      await once(socket, 'close');
    },
  }),
};
