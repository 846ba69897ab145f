import type { OddServer } from './odd-server.ts';

/** Fields that are known only once the content is made may be left out of an answer to HEAD (RFC 9110 §9.3.2). */
export const headWithFewerFields: OddServer = {
  id: 'head-with-fewer-fields',
  title: 'answers HEAD without type and length of what GET would give',
  behaviour: () => ({
    reply: (reply, { method }) =>
      method === 'HEAD'
        ? {
            ...reply,
            headers: reply.headers.filter(([name]) => name !== 'Content-Type'),
            body: [],
            framing: 'chunked',
          }
        : reply,
  }),
};
