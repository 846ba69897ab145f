import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deleteOfSeriesRefused: Fault = {
  id: 'delete-of-series-refused',
  title: 'answers 405 to the delete of a series though studies and instances can be deleted',
  operations: ['T19'],
  requirements: ['DELETE-004'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'delete' && request.route.level === 'series'
        ? textAnswer(405, 'not offered', [['Allow', 'GET, HEAD, OPTIONS']])
        : next(request, archive),
  }),
};
