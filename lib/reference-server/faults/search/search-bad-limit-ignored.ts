import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchBadLimitIgnored: Fault = {
  id: 'search-bad-limit-ignored',
  title: 'ignores a limit or offset that is no number',
  operations: ['faulty-search'],
  requirements: ['COMMON-004'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.filter(([name, value]) => !(name === 'limit' || name === 'offset') || /^\d+$/.test(value)),
    })),
};
