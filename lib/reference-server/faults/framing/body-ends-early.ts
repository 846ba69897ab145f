import { writeBytes, writeHead } from '../../send-reply.ts';
import type { Fault } from '../fault.ts';

export const bodyEndsEarly: Fault = {
  id: 'body-ends-early',
  title: 'closes the connection in the middle of a retrieve response',
  operations: ['T04', 'T07', 'T09'],
  requirements: ['COMMON-001'],
  behaviour: () => ({
    async send(reply, response, request, next) {
      if (request.route.operation !== 'retrieve' || reply.status !== 200) return next(reply, response);
      const body = Buffer.concat(reply.body);
      writeHead(reply, response);
      await writeBytes(response, body.subarray(0, body.length / 2));
      response.destroy();
    },
  }),
};
