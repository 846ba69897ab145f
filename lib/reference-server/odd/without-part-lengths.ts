import type { Reply } from '../message.ts';
import { isMultipart } from './is-multipart.ts';

/** A multipart reply whose parts do not state their length. */
export function withoutPartLengths(reply: Reply): Reply {
  if (!isMultipart(reply)) return reply;
  const text = Buffer.concat(reply.body)
    .toString('latin1')
    .replaceAll(/\r\nContent-Length: \d+(?=\r\n)/g, '');
  return { ...reply, body: [Buffer.from(text, 'latin1')] };
}
