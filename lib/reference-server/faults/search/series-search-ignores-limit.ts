import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const seriesSearchIgnoresLimit: Fault = {
  id: 'series-search-ignores-limit',
  title: 'pages through instances and gives all series at once',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () =>
    changeRequest(on('search', 'series'), (request) => ({
      ...request,
      query: request.query.filter(([name]) => name !== 'limit'),
    })),
};
