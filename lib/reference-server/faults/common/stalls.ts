import { once } from 'node:events';
import { writeBytes, writeHead } from '../../send-reply.ts';
import type { Fault } from '../fault.ts';

export const stalls: Fault = {
  id: 'stalls',
  title: 'sends the head and half of the body of an answer, and then nothing',
  operations: [],
  requirements: ['COMMON-001'],
  behaviour: () => ({
    async send(reply, response) {
      const body = Buffer.concat(reply.body);
      writeHead(reply, response);
      response.flushHeaders();
      await writeBytes(response, body.subarray(0, body.length / 2));
      if (!response.closed) await once(response, 'close');
    },
  }),
};
