import type { Request } from '../message.ts';
import type { OddServer } from './odd-server.ts';

/** A search that is not cut into pages: the order of pages would have to be turned around as a whole. */
function pageless({ route, query }: Request): boolean {
  return route.operation === 'search' && !query.some(([name]) => name === 'limit' || name === 'offset');
}

/** Only the frames of a list have an order (PS3.18 §10.1.1); that of matches has to be stable (§8.3.4.4.1), which this is. */
export const anotherOrder: OddServer = {
  id: 'another-order',
  title: 'lists parts, metadata and matches from the last to the first',
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const answer = await next(request, archive);
      const { content } = answer;
      const { operation } = request.route;
      if (operation === 'retrieve' && content.kind === 'multipart')
        return { ...answer, content: { ...content, parts: [...content.parts].reverse() } };
      const list = (operation === 'metadata' || pageless(request)) && content.kind === 'json';
      return list ? { ...answer, content: { ...content, value: [content.value].flat().reverse() } } : answer;
    },
  }),
};
