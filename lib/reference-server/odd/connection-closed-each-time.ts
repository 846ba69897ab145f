import type { OddServer } from './odd-server.ts';

/** Persistent connections are an option of the server (RFC 9112 §9.6). */
export const connectionClosedEachTime: OddServer = {
  id: 'connection-closed-each-time',
  title: 'closes the connection behind every answer',
  behaviour: () => ({ reply: (reply) => ({ ...reply, headers: [...reply.headers, ['Connection', 'close']] }) }),
};
