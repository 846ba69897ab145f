import type { Behaviour } from '../behaviour.ts';
import { writeBytes, writeHead } from '../send-reply.ts';
import type { Selector } from './answers.ts';

/** Closes the connection in the middle of the body of some replies with status 200. */
export function breakingOff(selector: Selector): Behaviour {
  return {
    async send(reply, response, request, next) {
      if (!selector(request) || reply.status !== 200) return next(reply, response);
      const body = Buffer.concat(reply.body);
      writeHead(reply, response);
      await writeBytes(response, body.subarray(0, body.length / 2));
      response.destroy();
    },
  };
}
