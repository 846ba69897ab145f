import { setTimeout } from 'node:timers/promises';
import { writeBytes, writeHead } from '../send-reply.ts';
import type { OddServer } from './odd-server.ts';

const DRIPS = 1024;

/** Nothing is said about how a body is cut into packets. */
export const drips: OddServer = {
  id: 'drips',
  title: 'sends the first kilobyte of a body byte by byte',
  behaviour: () => ({
    send: async (reply, response) => {
      writeHead(reply, response);
      response.flushHeaders();
      const body = Buffer.concat(reply.body);
      for (let at = 0; at < Math.min(body.length, DRIPS); at++) {
        await writeBytes(response, body.subarray(at, at + 1));
        if (at % 64 === 0) await setTimeout(1);
      }
      await writeBytes(response, body.subarray(DRIPS));
      response.end();
    },
  }),
};
