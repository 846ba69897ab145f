import type { Fault } from '../fault.ts';

export const searchEverythingForNone: Fault = {
  id: 'search-everything-for-none',
  title: 'answers a search without a match with all there is',
  operations: ['T18', 'T19'],
  requirements: ['QIDO-006'],
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const answer = await next(request, archive);
      const none = answer.content.kind === 'json' && [answer.content.value].flat().length === 0;
      return request.route.operation === 'search' && none ? next({ ...request, query: [] }, archive) : answer;
    },
  }),
};
