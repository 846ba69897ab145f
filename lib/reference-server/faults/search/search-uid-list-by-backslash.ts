import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const searchUidListByBackslash: Fault = {
  id: 'search-uid-list-by-backslash',
  title: 'takes lists of UIDs with backslashes between them only',
  operations: ['uid-list'],
  requirements: ['QIDO-042'],
  behaviour: () => ({
    async handle(request, archive, next) {
      if (request.route.operation !== 'search') return next(request, archive);
      if (request.query.some(([, value]) => /^[\d.]+,[\d.,]+$/.test(value))) return textAnswer(400, 'one UID only');
      const query = request.query.map(([name, value]) => [name, value.replaceAll('\\', ',')] as const);
      return next({ ...request, query }, archive);
    },
  }),
};
