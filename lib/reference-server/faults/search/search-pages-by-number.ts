import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchPagesByNumber: Fault = {
  id: 'search-pages-by-number',
  title: 'takes offset for the number of a page',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () =>
    changeRequest(on('search'), (request) => {
      const limit = Number(request.query.find(([name]) => name === 'limit')?.[1] ?? 1);
      return {
        ...request,
        query: request.query.map(
          ([name, value]) => [name, name === 'offset' ? String(Number(value) * limit) : value] as const,
        ),
      };
    }),
};
