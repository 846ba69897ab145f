import { writeBytes, writeHead } from '../send-reply.ts';
import type { OddServer } from './odd-server.ts';
import { withoutPartLengths } from './without-part-lengths.ts';

/** Transfer-Encoding takes the place of Content-Length (RFC 9112 §6); parts then need no length (PS3.18 Table 8.6.1-1). */
export const chunked: OddServer = {
  id: 'chunked',
  title: 'sends every body in chunks of uneven size',
  behaviour: () => ({
    reply: (reply) => ({ ...withoutPartLengths(reply), framing: 'chunked' }),
    send: async (reply, response) => {
      writeHead(reply, response);
      const body = Buffer.concat(reply.body);
      for (let at = 0, size = 1; at < body.length; at += size, size = (size * 7 + 1) % 65_521) {
        await writeBytes(response, body.subarray(at, at + size));
      }
      response.end();
    },
  }),
};
