import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const storeIntoStudyNotOffered: Fault = {
  id: 'store-into-study-not-offered',
  title: 'answers 404 to a store into a named study',
  operations: ['T02', 'T03'],
  requirements: ['STOW-002', 'STOW-006'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'store' && request.route.study !== undefined
        ? textAnswer(404, 'no such resource')
        : next(request, archive),
  }),
};
