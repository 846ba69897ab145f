import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deleteOfInstanceRefused: Fault = {
  id: 'delete-of-instance-refused',
  title: 'answers 405 to the delete of an instance though studies and series can be deleted',
  operations: ['T18'],
  requirements: ['DELETE-004'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'delete' && request.route.level === 'instances'
        ? textAnswer(405, 'not offered', [['Allow', 'GET, HEAD, OPTIONS']])
        : next(request, archive),
  }),
};
