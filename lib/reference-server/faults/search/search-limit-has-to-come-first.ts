import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchLimitHasToComeFirst: Fault = {
  id: 'search-limit-has-to-come-first',
  title: 'takes no notice of limit behind offset',
  operations: ['paging'],
  requirements: ['QIDO-060'],
  behaviour: () =>
    changeRequest(on('search'), (request) => {
      const names = request.query.map(([name]) => name);
      const isBehind = names.includes('offset') && names.indexOf('limit') > names.indexOf('offset');
      return isBehind ? { ...request, query: request.query.filter(([name]) => name !== 'limit') } : request;
    }),
};
