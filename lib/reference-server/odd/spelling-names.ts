import type { Behaviour } from '../behaviour.ts';
import type { Header } from '../message.ts';

/** Header field names of the message and of its parts in another spelling. */
export function spellingNames(spell: (name: string) => string): Behaviour {
  const respell = ([name, value]: Header): Header => [spell(name), value];
  return {
    async handle(request, archive, next) {
      const answer = await next(request, archive);
      const { content } = answer;
      if (content.kind !== 'multipart') return answer;
      const parts = content.parts.map((part) => ({ ...part, headers: part.headers.map(respell) }));
      return { ...answer, content: { ...content, parts } };
    },
    reply: (reply) => ({ ...reply, headers: reply.headers.map(respell) }),
  };
}
