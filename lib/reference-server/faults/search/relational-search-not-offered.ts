import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const relationalSearchNotOffered: Fault = {
  id: 'relational-search-not-offered',
  title: 'answers 404 to searches across studies',
  operations: ['T13', 'T15'],
  requirements: ['QIDO-002', 'QIDO-014'],
  behaviour: () => ({
    handle: async (request, archive, next) => {
      const { operation, level, study } = request.route;
      const relational = operation === 'search' && level !== 'studies' && study === undefined;
      return relational ? textAnswer(404, 'no such resource') : next(request, archive);
    },
  }),
};
