import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchUidListRefused: Fault = {
  id: 'search-uid-list-refused',
  title: 'answers 400 to a list of UIDs',
  operations: ['uid-list'],
  requirements: ['QIDO-042'],
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'search' && request.query.some(([, value]) => /^[\d.]+[,\\][\d.,\\]+$/.test(value))
        ? textAnswer(400, 'one UID only')
        : next(request, archive),
  }),
};
