import type { Behaviour } from '../behaviour.ts';
import { changeReply, contentTypeOf } from '../changes/answers.ts';

/** Delimits every multipart body with another boundary, quoted in the Content-Type. */
export function withBoundary(boundary: string): Behaviour {
  return changeReply(
    () => true,
    (reply) => {
      const original = /boundary=([^;]+)/.exec(contentTypeOf(reply))?.[1];
      if (original === undefined) return reply;
      const headers = reply.headers.map(([name, value]) => [name, value.replace(original, `"${boundary}"`)] as const);
      const text = Buffer.concat(reply.body).toString('latin1').replaceAll(`--${original}`, `--${boundary}`);
      return { ...reply, headers, body: [Buffer.from(text, 'latin1')] };
    },
  );
}
