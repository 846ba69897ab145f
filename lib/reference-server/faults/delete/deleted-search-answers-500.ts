import { textAnswer } from '../../message.ts';
import type { Fault } from '../fault.ts';

export const deletedSearchAnswers500: Fault = {
  id: 'deleted-search-answers-500',
  title: 'answers 500 to a search that would have found what was deleted',
  operations: ['T18', 'T19', 'T20'],
  requirements: ['QIDO-006', 'QIDO-068'],
  behaviour: () => {
    const deleted = new Set<string>();
    return {
      async handle(request, archive, next) {
        const { operation, level, study = '', series = '', instance = '' } = request.route;
        if (operation === 'delete') deleted.add({ studies: study, series, instances: instance }[level]);
        const isHit = operation === 'search' && request.query.some(([, value]) => deleted.has(value));
        return isHit ? textAnswer(500, 'no such row') : next(request, archive);
      },
    };
  },
};
