import type { Behaviour } from '../behaviour.ts';
import { changeReply, on } from './answers.ts';

/** Delimits the parts of retrieved instances with another boundary, written into the Content-Type as it is. */
export function withBoundary(boundary: string): Behaviour {
  return changeReply(on('retrieve'), (reply) => {
    const contentType = reply.headers.find(([name]) => name === 'Content-Type')?.[1] ?? '';
    const original = /boundary=([^;]+)/.exec(contentType)?.[1];
    if (original === undefined) return reply;
    const swap = (text: string): string => text.replaceAll(original, boundary);
    return {
      ...reply,
      headers: reply.headers.map(([name, value]) => [name, swap(value)]),
      body: [Buffer.from(swap(Buffer.concat(reply.body).toString('latin1')), 'latin1')],
    };
  });
}
