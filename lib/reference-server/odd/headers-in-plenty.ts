import type { OddServer } from './odd-server.ts';

/** Fields that a client does not know are ignored (RFC 9110 §5.1). */
export const headersInPlenty: OddServer = {
  id: 'headers-in-plenty',
  title: 'adds header fields and a cookie to every answer',
  behaviour: () => ({
    reply: (reply) => ({
      ...reply,
      headers: [
        ['Server', 'odd/1.0 (legal)'],
        ['Set-Cookie', 'session=1; Path=/'],
        ['Set-Cookie', 'second=2; Path=/'],
        ['X-Content-Type-Options', 'nosniff'],
        ['Vary', 'Accept, Accept-Encoding'],
        ['Cache-Control', 'no-store'],
        ...reply.headers,
      ],
    }),
  }),
};
