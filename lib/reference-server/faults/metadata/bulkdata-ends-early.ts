import { writeBytes, writeHead } from '../../send-reply.ts';
import type { Fault } from '../fault.ts';

export const bulkdataEndsEarly: Fault = {
  id: 'bulkdata-ends-early',
  title: 'closes the connection in the middle of bulk data',
  operations: ['T06', 'T08', 'T10'],
  requirements: ['COMMON-001'],
  behaviour: () => ({
    async send(reply, response, request, next) {
      if (request.route.operation !== 'bulkdata' || reply.status !== 200) return next(reply, response);
      const body = Buffer.concat(reply.body);
      writeHead(reply, response);
      await writeBytes(response, body.subarray(0, body.length / 2));
      response.destroy();
    },
  }),
};
