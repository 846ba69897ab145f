import { Archive } from '../../archive.ts';
import type { Fault } from '../fault.ts';

export const storeBringsBackDeleted: Fault = {
  id: 'store-brings-back-deleted',
  title: 'restores what was deleted of other studies when something is stored',
  operations: ['T20'],
  requirements: ['DELETE-005'],
  behaviour: () => {
    const deleted = new Archive();
    return {
      async handle(request, archive, next) {
        const { operation, study = '', series, instance } = request.route;
        if (operation === 'delete') for (const one of archive.select({ study, series, instance })) deleted.add(one);
        const answer = await next(request, archive);
        if (operation === 'store')
          for (const one of deleted.select()) if (!archive.find(one.instance)) archive.add(one);
        return answer;
      },
    };
  },
};
