import { textAnswer } from '../message.ts';
import type { OddServer } from './odd-server.ts';

export const deletesStudiesOnly: OddServer = {
  id: 'deletes-studies-only',
  title: 'deletes studies and says of series and instances that it does not: no clause asks for DELETE',
  behaviour: () => ({
    handle: async (request, archive, next) =>
      request.route.operation === 'delete' && request.route.level !== 'studies'
        ? textAnswer(405, 'not offered', [['Allow', 'GET, HEAD, OPTIONS']])
        : next(request, archive),
  }),
};
