import { changeRequest, on } from '../../changes/answers.ts';
import type { Fault } from '../fault.ts';

export const searchIgnoresTags: Fault = {
  id: 'search-ignores-tags',
  title: 'knows matching keys by keyword only',
  operations: ['spelling'],
  requirements: ['QIDO-048'],
  behaviour: () =>
    changeRequest(on('search'), (request) => ({
      ...request,
      query: request.query.filter(([name]) => !/^[0-9A-Fa-f]{8}$/.test(name)),
    })),
};
