import type { OddServer } from './odd-server.ts';

/** A response without length and chunks ends where the connection does (RFC 9112 §6.3). */
export const closeDelimited: OddServer = {
  id: 'close-delimited',
  title: 'ends every body by closing the connection',
  behaviour: () => ({ reply: (reply) => ({ ...reply, framing: 'close' }) }),
};
