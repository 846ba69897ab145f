import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchRefusesUnknownParameter: Fault = {
  id: 'search-refuses-unknown-parameter',
  title: 'answers 400 to a parameter that it does not know',
  operations: ['http'],
  requirements: ['COMMON-003'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'search' && request.query.some(([name]) => name.startsWith('_'))
        ? textAnswer(400, 'unknown parameter')
        : next(request, archive),
  }),
};
